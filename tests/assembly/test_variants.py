"""What a variant asks for, the variant that stands is asked for: roles, values, clauses that are elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas

CLAUSE = """
title: Payment
status: approved
roles: [payer, holder]
values:
  deposit: {type: money, required_if: "1 < 2"}
text: |
  1. {{ payer }} pays.
variants:
  held: {summary: Held, text: "1. {{ payer }} pays {{ holder }} {{ deposit }}."}
"""


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("", []),
        ("clauses: {pay: held}\n", ["deposit", "speaks of a role 'holder'"]),
    ],
)
def test_roles_and_values_are_asked_for_by_the_variant_that_stands(
    tmp_path: Path, choice: str, told: list[str]
) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/a.md": "---\nagreement: {roles: {payer: Payer}}\n---\n# A\n\n:::{clause} pay\n:::\n",
            "clauses/pay.yaml": CLAUSE,
            "deals/d.yaml": f"agreement: a\nparties: {{payer: one}}\n{choice}",
            "parties/one.yaml": "name: One\n",
        }
    )
    found = [str(each) for each in whereas.open(tmp_path).deal("d").findings if each.severity == "error"]
    assert len(found) == len(told)
    assert all(any(words in each for each in found) for words in told)


@pytest.mark.parametrize(
    ("page", "deal", "told"),
    [
        (":::{clause} cap\n:::\n\n:::{clause} pay\n:::\n", "", ""),
        (
            ":::{clause} cap\n:::\n",
            "",
            "agreements/a.md:6 the clause 'cap' needs 'pay', which is not in this agreement: its sum",
        ),
        (
            ":::{clause} cap\n:::\n\n:::{clause} pay\n:::\n",
            "clauses: {pay: omit}\n",
            "deals/d.yaml:2 the clause 'cap' needs 'pay'",
        ),
        (":::{clause} cap\n:::\n\n:::{clause} pay\n:::\n", "clauses: {pay: omit, cap: omit}\n", ""),
        (
            ":::{clause} typo\n:::\n",
            "",
            "clauses/typo.yaml:4 there is no clause 'pya' in clauses/; did you mean 'pay'?",
        ),
    ],
)
def test_a_clause_needs_another(tmp_path: Path, page: str, deal: str, told: str) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/a.md": f"---\nagreement:\n---\n# A\n\n{page}",
            "clauses/cap.yaml": "title: Cap\nstatus: approved\nneeds: {pay: its sum is set there}\ntext: 1. x\n",
            "clauses/typo.yaml": "title: Cap\nstatus: approved\nneeds:\n  pya: why\ntext: 1. x\n",
            "clauses/pay.yaml": "title: Pay\nstatus: approved\ntext: 1. x\n",
            "deals/d.yaml": f"agreement: a\n{deal}",
        }
    )
    opened = whereas.open(tmp_path)
    found = [f"{each.place} {each}" for each in opened.deal("d").findings if each.severity == "error"]
    assert [each.startswith(told) for each in found] == ([True] if told else [])
    assert not [each for each in project.build().messages.splitlines() if "clauses/cap.yaml" in each]
