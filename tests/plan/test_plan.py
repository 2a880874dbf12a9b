"""The plan of an agreement: what is decided of each clause and value, once, without reading a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Project

from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Place
from whereas.library.library import Library
from whereas.plan.placement import Placement
from whereas.plan.plan import Plan, make_plan

FILES = {
    "clauses/law.yaml": """
        title: Law
        version: "2"
        status: approved
        text: |
          1. English law.
        variants:
          none: {text: "1. No law.", title: No Law}
          short: {text: "1. Law."}
        values: {court: {default: London}, fee: {type: money}}
        definitions: {Law: "{{ court }}"}
        """,
    "clauses/end.yaml": "title: End\ntext: |\n  1. The end.\n",
}
PAGE = (Placement("law", Place("page.md", 3)), Placement("end", Place("page.md", 6), "gone", alias="close"))
HEADER = AgreementHeader.model_validate({"values": {"fee": {"type": "money"}}})
Make = Callable[[str], Plan]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    project = Project(tmp_path)
    project.write(FILES)

    def made(deal: str) -> Plan:
        project.write({"deals/d.yaml": f"agreement: page\n{deal}"})
        library = Library(tmp_path)
        return make_plan(HEADER, library.find("deals", "d", NOWHERE) if deal else None, PAGE, library)

    return made


@pytest.mark.parametrize(
    ("deal", "decision", "variant", "words", "title", "line"),
    [
        ("", "kept", "", "1. English law.\n", "Law", "page.md:3"),
        ("clauses: {}\n", "kept", "", "1. English law.\n", "Law", "page.md:3"),
        ("clauses: {law: none}\n", "kept", "none", "1. No law.", "No Law", "deals/d.yaml:2"),
        ("clauses: {law: short}\n", "kept", "short", "1. Law.", "Law", "deals/d.yaml:2"),
        ("clauses: {law: typo}\n", "kept", "", "1. English law.\n", "Law", "deals/d.yaml:2"),
        ("clauses: {law: {title: Courts}}\n", "kept", "", "1. English law.\n", "Courts", "deals/d.yaml:2"),
        ("clauses: {law: {variant: none, text: 1. Mine.}}\n", "kept", "none", "1. Mine.", "No Law", "deals/d.yaml:2"),
        ("clauses: {law: omit}\n", "omitted", "", "1. English law.\n", "Law", "deals/d.yaml:2"),
        ("clauses: {law: reserved}\n", "reserved", "", "1. English law.\n", "Law", "deals/d.yaml:2"),
        ("omitted: reserved\nclauses: {law: omit}\n", "reserved", "", "1. English law.\n", "Law", "deals/d.yaml:3"),
        ("omitted: reserved\n", "kept", "", "1. English law.\n", "Law", "page.md:3"),
        # under `add:` it is another clause, and an error: what the page places is decided under `clauses:` alone
        ("clauses: {law: short}\nadd: {law: {after: close, text: 1. Mine.}}\n",
         "kept", "short", "1. Law.", "Law", "deals/d.yaml:2"),
    ],
)  # fmt: skip
def test_what_is_decided_of_a_clause(
    make: Make, deal: str, decision: str, variant: str, words: str, title: str, line: str
) -> None:
    law = make(deal).of(PAGE[0])
    assert (law.decision, law.variant, law.text.words, law.title.words) == (decision, variant, words, title)
    assert str(law.place).startswith(line)
    assert law.name in make(deal).omitted or law.stands


@pytest.mark.parametrize(
    ("deal", "message"),
    [
        ("clauses: {law: shrot}\n", "the clause 'law' has no variant 'shrot'; did you mean 'short'?"),
        ("clauses: {end: omit}\n", "'page' has no clause 'end'"),
        ("clauses: {law: {values: {cuort: Paris}}}\n", "the clause 'law' declares no value 'cuort'; did you mean"),
        ("add: {law: {after: close}}\n", "'page' has the clause 'law' already; change it under `clauses:`"),
        ("add: {more: {clause: law, variant: shrot, after: law}}\n", "the clause 'law' has no variant 'shrot'"),
        ("values: {curt: Paris}\n", "no value 'curt' is declared by 'page' or its clauses"),
    ],
)
def test_what_the_deal_says_amiss_is_told_once(make: Make, deal: str, message: str) -> None:
    (finding,) = make(deal).findings
    assert message in str(finding)
    assert finding.place.file == "deals/d.yaml"


def test_what_a_page_places_amiss_keeps_it_from_being_placed(make: Make) -> None:
    close = make("").of(PAGE[1])
    assert [str(each.place) for each in close.errors] == ["page.md:6"]
    assert close.variant == ""
    assert [*close.texts()] == ["1. The end.\n"]
    gone = make("").of(Placement("nowhere", Place("page.md", 9)))
    assert gone.clause is None
    assert "there is no clause 'nowhere'" in str(gone.errors[0])
    assert [*gone.texts()] == [""]


def test_a_clause_of_the_deals_own_needs_no_library(make: Make) -> None:
    plan = make(
        "add:\n  own: {after: law, title: Own, text: 1. Mine., number: 1A, because: They asked}\n  no: {before: law}\n"
    )
    own, no = plan.added
    assert own.clause
    assert (own.clause.id, own.title.words, own.title.fact, own.text.words) == ("own", "Own", True, "1. Mine.")
    assert (own.spot and own.spot[:2], own.number and own.number.text) == (("after", "law"), "1A")
    assert (own.because, own.reworded, own.origin.status) == ("They asked", True, "")
    assert no.clause is None
    assert "there is no clause 'no'" in str(no.errors[0])
    assert no.spot
    assert no.spot[:2] == ("before", "law")


def test_the_texts_of_a_clause_are_those_it_brings(make: Make) -> None:
    """In a template any of them may be chosen; a deal has those it chose, and none of a clause left out."""
    law = make("").of(PAGE[0])
    assert [*law.all_texts()] == ["1. English law.\n", "{{ court }}", "1. No law.", "1. Law."]
    assert [*make("clauses: {law: short}\n").of(PAGE[0]).texts()] == ["1. Law.", "{{ court }}"]
    assert [*make("clauses: {law: omit}\n").of(PAGE[0]).texts()] == []


def test_values_are_declared_once_and_given_by_the_deal_or_by_default(make: Make) -> None:
    plan = make("values: {court: Paris}\n")
    assert [*plan.values] == ["fee", "court"]
    assert (plan.values["fee"].clause, plan.values["court"].clause) == ("", "law")
    assert (plan.values["court"].given.written, plan.values["court"].given.place.file) == ("Paris", "deals/d.yaml")
    assert make("").values["court"].given.written == "London"
    assert str(make("values: {court: null}\n").values["court"].given.origin).startswith("default, clauses/law.yaml")
    assert not plan.findings


def test_a_value_that_is_fitted_to_one_of_the_agreements_is_not_declared_by_the_clause(make: Make) -> None:
    library = make("").library
    fitted = Placement("law", Place("page.md", 3), fitting=(("court", "fee"),))
    assert [*make_plan(HEADER, None, (fitted,), library).values] == ["fee"]


def test_a_clause_that_a_page_places_twice_under_one_name_is_decided_alike(make: Make) -> None:
    """As in the two branches of a condition: each keeps what the page says of it where the deal says nothing."""
    library, deal = make("clauses: {law: {because: x}}\n").library, Deal.model_validate({"agreement": "page"})
    one, two = Placement("law", Place("p", 1), "none"), Placement("law", Place("p", 4), "short")
    plan = make_plan(HEADER, deal, (one, two), library)
    assert (plan.of(one).variant, plan.of(two).variant) == ("none", "short")
    assert plan.by_name["law"] is plan.of(one)
