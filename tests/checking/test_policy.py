"""The policy of a house: what it asks of deals, and exceptions that somebody has approved."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

import whereas
from whereas.__main__ import main
from whereas.assembly.policy import Judged
from whereas.checking.gather import gather

PAGE = """
---
agreement:
  roles: {seller: Seller, buyer: Buyer}
  values:
    annual_fee: {type: money}
    cap_amount: {type: money}
    law: {type: text}
    personal_data: {type: boolean}
---
# Sale

## Price
1. The fee is {{ annual_fee }}, the cap {{ cap_amount }}, under the law of {{ law }}.
   {% if personal_data %}Data is kept.{% endif %}

```{clause} secrecy
```

{% if personal_data %}
```{clause} data
```
{% endif %}
"""
CLAUSE = """
title: {title}
status: approved
values: {{years: {{type: integer, default: 3}}}}
text: 1. The parties do that for {{{{ years }}}} years.
variants: {{one-way: {{text: "1. The buyer does that for {{{{ years }}}} years."}}}}
"""
DEAL = """
agreement: sale
parties: {seller: acme, buyer: orbit}
values:
  annual_fee: EUR 100
  cap_amount: EUR 300
  law: Spain
  personal_data: yes
"""


def project(root: Path, must: str, deal: str = DEAL, more: str = "") -> Project:
    """A project whose policy has one rule, `r`."""
    policy = f"rules:\n  r:\n    must: {must}\n    message: That is not ours.\n    approval: [CFO, General Counsel]\n"
    made = Project(root)
    made.write(
        {
            "agreements/sale.md": PAGE,
            "clauses/secrecy.yaml": CLAUSE.format(title="Secrecy"),
            "clauses/data.yaml": CLAUSE.format(title="Data"),
            "parties/acme.yaml": "name: Acme Ltd\njurisdiction: Spain\n",
            "parties/orbit.yaml": "name: Orbit Ltd\n",
            "deals/one.yaml": deal,
            "policy.yaml": policy + more,
        }
    )
    return made


def judged(root: Path) -> list[Judged]:
    """What becomes of the rules in the deal."""
    opened = whereas.open(root)
    assert opened.deal("one").agreement
    return list(opened.judged["deals/one"].judged)


def told(root: Path) -> list[str]:
    """What is told of the policy and its exceptions."""
    found = gather(whereas.open(root)).findings
    return [f"{each.place} {each.severity} {each}" for each in found if each.rule in ("policy", "exception")]


@pytest.mark.parametrize(
    ("must", "verdict"),
    [
        ("cap_amount <= 2 * annual_fee", "broken"),
        ("cap_amount <= 3 * annual_fee", "kept"),
        ('cap_amount <= "EUR 299.99"', "broken"),
        ('law in ["France", "Spain"]', "kept"),
        ('law in ["France"]', "broken"),
        ('included("data")', "kept"),
        ('not included("data")', "broken"),
        ('included("secrecy", "")', "kept"),
        ('included("secrecy", "one-way")', "broken"),
        ('not included("secrecy", "own words")', "kept"),
        ('seller.jurisdiction == "Spain"', "kept"),
        ('buyer == "acme"', "broken"),
        ("years >= 3", "kept"),
        ('cap_amount <= "EUR 1" or law == "Spain"', "kept"),
    ],
)
def test_a_rule_is_a_condition_of_the_template_language(must: str, verdict: str, tmp_path: Path) -> None:
    project(tmp_path, f"{must!r}" if "'" not in must else f'"{must}"')
    assert [each.verdict for each in judged(tmp_path)] == [verdict]


@pytest.mark.parametrize(
    ("must", "deal", "verdict"),
    [
        ("cap_amount <= 2 * annual_fee", DEAL.replace("EUR 100", ""), "open"),
        ("cap_amount <= 2 * annual_fee", DEAL.replace("EUR 300", ""), "open"),
        ('cap_amount <= 2 * annual_fee or law == "Spain"', DEAL.replace("EUR 300", ""), "kept"),
        ("law is given", DEAL.replace("law: Spain", ""), "broken"),
        ('included("data")', DEAL.replace("personal_data: yes", "personal_data: no"), "broken"),
        ('included("secrecy")', f"{DEAL}clauses: {{secrecy: omit}}\n", "broken"),
        ('included("secrecy", "one-way")', f"{DEAL}clauses: {{secrecy: one-way}}\n", "kept"),
        ('included("secrecy", "own words")', f"{DEAL}clauses: {{secrecy: {{text: 1. No.}}}}\n", "kept"),
        ("years >= 3", f"{DEAL}clauses: {{secrecy: {{values: {{years: 2}}}}}}\n", "broken"),
        ("years >= 3", f"{DEAL}clauses: {{secrecy: {{values: {{years: 4}}}}}}\n", "kept"),
    ],
)
def test_what_the_deal_says_decides(must: str, deal: str, verdict: str, tmp_path: Path) -> None:
    """Blanks leave it open; a value for one clause alone counts too."""
    project(tmp_path, f"'{must}'", deal)
    assert [each.verdict for each in judged(tmp_path)] == [verdict]


def test_a_rule_is_asked_of_whom_it_concerns(tmp_path: Path) -> None:
    more = "    when: personal_data\n"
    project(tmp_path, "law == 'France'", DEAL.replace("yes", "no"), more)
    assert judged(tmp_path) == []
    project(tmp_path, "law == 'France'", DEAL.replace("personal_data: yes", ""), more)
    assert [each.verdict for each in judged(tmp_path)] == ["open"]
    project(tmp_path, "law == 'France'", DEAL, more)
    assert [each.verdict for each in judged(tmp_path)] == ["broken"]
    project(tmp_path, "law == 'France'", DEAL, "    agreements: other\n")
    assert judged(tmp_path) == []
    project(tmp_path, "rent <= 5")
    assert judged(tmp_path) == []


def test_a_breach_is_told_where_the_deal_says_so(tmp_path: Path) -> None:
    project(tmp_path, "cap_amount <= 2 * annual_fee")
    [said] = told(tmp_path)
    assert said == (
        "deals/one.yaml:5 warning That is not ours (cap_amount is EUR 300, annual_fee is EUR 100): the policy's "
        "rule 'r'; or have CFO or General Counsel approve an exception, `exceptions: {r: {because: …, approved_by: …}}`"
    )
    project(tmp_path, "cap_amount <= 2 * annual_fee", f"{DEAL}status: final\n")
    assert told(tmp_path)[0].startswith("deals/one.yaml:5 error That is not ours")
    project(tmp_path, "years >= 3", f"{DEAL}clauses:\n  secrecy:\n    values:\n      years: 2\n")
    assert told(tmp_path)[0].startswith("deals/one.yaml:11 warning")
    project(tmp_path, "'included(\"secrecy\")'", f"{DEAL}clauses:\n  secrecy: omit\n")
    assert told(tmp_path)[0].startswith("deals/one.yaml:9 warning")


@pytest.mark.parametrize(
    ("exception", "said"),
    [
        ("r: {because: Insured, approved_by: CFO}", ""),
        ("r: {because: Insured, approved_by: 'Ada Moreau, general counsel'}", ""),
        ("r: {approved_by: CFO}", "does not say why"),
        ("r: {because: Insured}", "nobody has approved this exception from 'r'; CFO or General Counsel may"),
        ("r: {because: Insured, approved_by: Sales}", "'Sales' may not approve an exception from 'r'; CFO or"),
        ("r: {because: Insured, approved_by: CFO assistant}", "'CFO assistant' may not approve"),
        ("rr: {because: Insured, approved_by: CFO}", "the policy has no rule 'rr'; did you mean 'r'?"),
    ],
)
def test_an_exception_is_checked(exception: str, said: str, tmp_path: Path) -> None:
    project(tmp_path, "law == 'France'", f"{DEAL}exceptions:\n  {exception}\n")
    found = told(tmp_path)
    assert [each.verdict for each in judged(tmp_path)] == ["broken" if said else "excepted"]
    assert len(found) == (2 if said else 0)
    if said:
        assert any(said in each and each.startswith("deals/one.yaml:9 ") for each in found)


def test_an_exception_that_excepts_nothing_is_told(tmp_path: Path) -> None:
    excepted = f"{DEAL}exceptions: {{r: {{because: Insured, approved_by: CFO}}}}\n"
    project(tmp_path, "law == 'Spain'", excepted)
    assert ["keeps the rule 'r'" in each for each in told(tmp_path)] == [True]
    project(tmp_path, "rent <= 5", excepted)
    assert ["is not asked of this deal" in each for each in told(tmp_path)] == [True]


@pytest.mark.parametrize(
    ("must", "said"),
    [
        ("law <= <= 3", "the rule 'r' cannot be read"),
        ("law ~ 'x'", "the rule 'r' cannot be read"),
        ("lawe == 'Spain'", "no agreement has a value or role 'lawe'; did you mean 'law'?"),
        ('included("dat")', "there is no clause 'dat'; did you mean 'data'?"),
        ("cap_amount <= 'USD 5'", "the rule 'r' is wrong"),
        ("cap_amount <= 'soon'", "compared with what it can never be"),
        ("law.__class__", "the rule 'r'"),
        ("law %}{{ law }}{% if law", "without braces"),
    ],
)
def test_a_rule_that_asks_for_what_there_is_not_is_told(must: str, said: str, tmp_path: Path) -> None:
    project(tmp_path, f'"{must}"' if "'" in must else f"'{must}'")
    found = [each for each in gather(whereas.open(tmp_path)).findings if each.place.file == "policy.yaml"]
    assert [said in str(each) and each.place.precise for each in found] == ["policy.yaml:3:11"]


def test_a_wrong_condition_is_told_where_it_stands(tmp_path: Path) -> None:
    project(tmp_path, "law", more="    when: lawe\n  s:\n    message: No.\n    must: law\n    when: law <= <= 3\n")
    found = [each for each in gather(whereas.open(tmp_path)).findings if each.place.file == "policy.yaml"]
    assert [(each.place.precise, "lawe" in str(each)) for each in found] == [
        ("policy.yaml:6:11", True),
        ("policy.yaml:10:11", False),
    ]


def test_a_policy_that_cannot_be_read_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, "law", more="    mesage: x\n")
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert "policy.yaml:6:5: error [unknown-key] the key 'rules.r.mesage' is not known" in capsys.readouterr().out
    (tmp_path / "policy.yaml").write_text("rules: [", "utf-8")
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.count("policy.yaml:") == 1


def test_no_comment_excepts_from_the_policy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deal = DEAL.replace("  law", "  # whereas: ignore policy -- because\n  law")
    project(tmp_path, "law == 'France'", deal)
    assert main(["--root", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().out
    assert "That is not ours" in said
    assert "no comment can ignore 'policy'; have it approved" in said
