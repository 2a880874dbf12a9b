"""Beside a clause that has fallbacks: which of them a deal took, and who must approve it. For us alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

CAP = """
title: Cap
status: approved
values:
  limit: {type: money, default: "EUR 500"}
  days: {type: integer, default: 5}
text: |
  1. Each party is liable up to {{ limit }}, if told in {{ days }} days.
variants:
  none: {summary: No limit., text: "1. Each party is liable if told in {{ days }} days."}
fallbacks:
  - {position: Twice as much, values: {limit: "EUR 1,000"}, approval: The <board>}
  - {position: No limit, variant: none, approval: none}
  - {position: More time, values: {days: 10}}
  - {position: Walk away, changes: Everything}
"""
PAGE = "---\nagreement:\n---\n# Sale\n\n## Law\n1. The law is good.\n\n:::{clause} cap\n:::\n"
DEALS = {
    "standard": ("", ["Our standard text"], []),
    "twice": ("values: {limit: EUR 1000}", ["Twice as much. Approval: The <board>"], ["Approval: The <board>"]),
    "both": (
        "values: {days: 10}\nclauses: {cap: {variant: none}}",
        ["No limit. No approval needed", "More time"],
        [],
    ),
    "here": (
        "clauses: {cap: {values: {limit: EUR 1000}}}",
        ["Twice as much. Approval: The <board>"],
        ["Approval: The <board>"],
    ),
    "other": ("values: {limit: EUR 900}", ["None of its fallback positions"], []),
    "reworded": ("clauses: {cap: {text: 1. Nobody is liable.}}", ["None of its fallback positions"], []),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with a deal for each way to take a step."""
    made = Project(tmp_path_factory.mktemp("steps"))
    made.write({"agreements/sale.md": PAGE, "clauses/cap.yaml": CAP})
    made.write({f"deals/{name}.yaml": f"agreement: sale\n{said}\n" for name, (said, _, _) in DEALS.items()})
    return made.build()


def passport(page: str) -> str:
    """What stands beside the clause."""
    found = re.search(r'<details class="wh-passport".*?</details>', page, re.DOTALL)
    assert found
    return found[0]


def taken(page: str) -> list[str]:
    """The positions that are told."""
    row = re.search(r"<dt>Fallback positions</dt><dd>(.*?)</dd>", passport(page))
    return [_plain(each) for each in row[1].split("<br />")] if row else []


def _plain(words: str) -> str:
    return words.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("name", DEALS)
def test_the_steps_that_a_deal_took(name: str, built: Built) -> None:
    page = built.page(f"deals/{name}")
    _, positions, asking = DEALS[name]
    assert taken(page) == positions
    summary = passport(page).partition("</summary>")[0]
    assert [_plain(each) for each in re.findall(r">(Approval[^<]*)</span>", summary)] == asking


def test_a_template_took_none(built: Built) -> None:
    assert taken(built.page("agreements/sale")) == []


def test_a_step_that_is_changed_is_seen(tmp_path: Path) -> None:
    made = Project(tmp_path)
    deal = {"deals/twice.yaml": "agreement: sale\nvalues: {limit: EUR 1000}\n"}
    made.write({"agreements/sale.md": PAGE, "clauses/cap.yaml": CAP, **deal})
    made.build()
    made.write({"clauses/cap.yaml": CAP.replace("The <board>", "Risk")})
    assert taken(made.build().page("deals/twice")) == ["Twice as much. Approval: Risk"]
    assert "Risk" not in made.build(out="side", whereas_audience="external").page("deals/twice")
