"""References: what a citation says, by what is cited, from where, and in which style."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import agreement, items, line, lines_of, number, section, settled_lines, style

from whereas.agreement.citing import cite
from whereas.agreement.localise import localise
from whereas.agreement.model import Paragraph, Provision, Provisions
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Cited, Item, Reference, Styled, Text
from whereas.agreement.steps import NBSP
from whereas.agreement.styles import STYLES, Style, parse_style
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import text_of, walk_runs


def headed(label: str, heading: str) -> Provisions:
    """A provision with a run-in heading."""
    return Provisions((Provision((line(Styled("strong", (Text(heading),)), " Words."),), label=label),))


CONTRACT = agreement(
    section("parties", "us", "you", "them", kind="parties"),
    section("background", "robots", "wishes", kind="recitals"),
    section("one"),
    section("two", "two.one", ("two.two", "lim-a", ("lim-b", "sub-i", "sub-ii", "sub-iii"), "lim-c", "lim-d")),
    section("three", headed("three.one", "Exceptions."), items("opt-a", "opt-b", "opt-c", format="(A)")),
    section("four", line("either ", Item("run-a"), " or ", Item("run-b"))),
    section("five", items(("pl", "five.one", "five.two"), format="")),
    section("signing", "here", kind="unnumbered", title="Signatures"),
    section("work", section("plan", "steps", "dates", "tests"), kind="schedule", title="Joint work"),
    section("prices", section("goods", section("g1", "g11"), kind="part"), section("help", section("h1"), kind="part"),
            kind="schedule"),
    section("rules", kind="schedule"),
)  # fmt: skip


def cited(labels: str, form: str = "clause", named: str | Style = "uk", scope: tuple[str, ...] = ()) -> str:
    """What a reference says; a `~` is a space at which no line ends."""
    own = style(named)
    targets = collect_targets(number(CONTRACT, own), own)
    parts = cite([targets[label] for label in labels.split()], own, form, scope)
    return "".join(part.text for part in parts).replace(NBSP, "~")


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        # one
        ("one", "clause~1"),
        ("two.one", "clause~2.1"),
        ("sub-ii", "clause~2.2(b)(ii)"),
        ("opt-b", "clause~3(B)"),
        ("run-b", "clause~4.2"),
        # several: sorted, without duplicates, runs of three or more joined
        ("one two", "clauses~1 and 2"),
        ("four one two.one", "clauses~1, 2.1 and 4"),
        ("two one two", "clauses~1 and 2"),
        ("one one", "clause~1"),
        ("one two three", "clauses~1 to 3"),
        ("five three one two", "clauses~1 to 3 and 5"),
        ("one three four five", "clauses~1 and 3 to 5"),
        ("one two four five", "clauses~1, 2, 4 and 5"),
        ("two.one two.two", "clauses~2.1 and 2.2"),
        # a head that several share is said once
        ("lim-a lim-b", "clauses~2.2(a) and (b)"),
        ("lim-a lim-c", "clauses~2.2(a) and (c)"),
        ("lim-a lim-b lim-c", "clauses~2.2(a) to (c)"),
        ("lim-a lim-b lim-d", "clauses~2.2(a), (b) and (d)"),
        ("sub-i sub-iii", "clauses~2.2(b)(i) and (iii)"),
        ("two.two lim-a", "clauses~2.2 and 2.2(a)"),
        ("lim-b sub-i sub-ii", "clauses~2.2(b), 2.2(b)(i) and (ii)"),
        ("two.one lim-a lim-b opt-a opt-b", "clauses~2.1, 2.2(a), (b), 3(A) and (B)"),
        # a run is of one list and one format
        ("opt-a opt-b opt-c", "clauses~3(A) to (C)"),
        ("three.one opt-a opt-b", "clauses~3.1, 3(A) and (B)"),
        ("three.one opt-b opt-c", "clauses~3.1, 3(B) and (C)"),
        ("five five.one five.two", "clauses~5, 5.1 and 5.2"),
        # sorts
        ("us", "party~(1)"),
        ("us you", "parties~(1) and (2)"),
        ("us you them", "parties~(1) to (3)"),
        ("robots", "recital~(A)"),
        ("robots wishes", "recitals~(A) and (B)"),
        ("one robots", "recital~(A) and clause~1"),
        ("one two robots us", "party~(1), recital~(A) and clauses~1 and 2"),
        ("them robots wishes", "party~(3) and recitals~(A) and (B)"),
        # schedules and parts, from outside
        ("work", "Schedule~1"),
        ("work prices", "Schedule~1 and Schedule~2"),
        ("work prices rules", "Schedule~1 to Schedule~3"),
        ("plan", "paragraph~1 of Schedule~1"),
        ("dates", "paragraph~1.2 of Schedule~1"),
        ("steps dates", "paragraphs~1.1 and 1.2 of Schedule~1"),
        ("steps dates tests", "paragraphs~1.1 to 1.3 of Schedule~1"),
        ("goods", "Part~A of Schedule~2"),
        ("g11", "paragraph~1.1 of Part~A of Schedule~2"),
        ("g1 h1", "paragraph~1 of Part~A of Schedule~2 and paragraph~1 of Part~B of Schedule~2"),
        ("one plan", "clause~1 and paragraph~1 of Schedule~1"),
        # what has no number has a title
        ("signing", "Signatures"),
        ("here", "paragraph~(1) of Signatures"),
        ("one signing", "clause~1 and Signatures"),
        ("signing work prices", "Signatures, Schedule~1 and Schedule~2"),
        ("background", "Background"),
    ],
)
def test_a_reference(labels: str, expected: str) -> None:
    assert cited(labels) == expected


@pytest.mark.parametrize(
    ("labels", "scope", "expected"),
    [
        ("dates", ("Schedule 1",), "paragraph~1.2"),
        ("dates", ("Schedule 2",), "paragraph~1.2 of Schedule~1"),
        ("one", ("Schedule 1",), "clause~1"),
        ("g11", ("Schedule 2", "Part A"), "paragraph~1.1"),
        ("g11", ("Schedule 2", "Part B"), "paragraph~1.1 of Part~A"),
        ("g11", ("Schedule 2",), "paragraph~1.1 of Part~A"),
        ("goods", ("Schedule 2",), "Part~A"),
        ("goods", ("Schedule 2", "Part B"), "Part~A of Schedule~2"),
        ("here", ("Signatures",), "paragraph~(1)"),
    ],
)
def test_from_within_a_schedule_the_schedule_goes_without_saying(
    labels: str, scope: tuple[str, ...], expected: str
) -> None:
    assert cited(labels, scope=scope) == expected


@pytest.mark.parametrize(
    ("form", "labels", "expected"),
    [
        ("number", "two.one", "2.1"),
        ("number", "lim-a lim-b lim-c", "2.2(a) to (c)"),
        ("number", "one two four", "1, 2 and 4"),
        ("number", "dates", "1.2 of Schedule~1"),
        ("number", "robots", "(A)"),
        ("number", "signing", "Signatures"),
        ("clause-title", "one", "clause~1 (One)"),
        ("clause-title", "one two", "clauses~1 (One) and 2 (Two)"),
        ("clause-title", "one two three", "clauses~1 (One), 2 (Two) and 3 (Three)"),
        ("clause-title", "three.one", "clause~3.1 (Exceptions)"),
        ("clause-title", "two.one", "clause~2.1"),
        ("clause-title", "work", "Schedule~1 (Joint work)"),
        ("clause-title", "plan", "paragraph~1 (Plan) of Schedule~1"),
        ("clause-title", "signing", "Signatures"),
    ],
)
def test_other_forms(form: str, labels: str, expected: str) -> None:
    assert cited(labels, form) == expected


@pytest.mark.parametrize(
    ("named", "labels", "expected"),
    [
        ("us", "one", "Article~I"),
        ("us", "one two", "Articles~I and II"),
        ("us", "one two three", "Articles~I through III"),
        ("us", "two.one", "Section~2.01"),
        ("us", "lim-a lim-b", "Sections~2.02(a) and (b)"),
        ("us", "one two.one", "Article~I and Section~2.01"),
        ("us", "work", "Exhibit~A"),
        ("us", "dates", "paragraph~1.2 of Exhibit~A"),
        ("decimal", "sub-i sub-ii sub-iii", "clauses~2.2.2.1 to 2.2.2.3"),
        ("decimal", "lim-a lim-c", "clauses~2.2.1 and 2.2.3"),
        ("continental", "one", "§~1"),
        ("continental", "two.one", "§~2 (1)"),
        ("continental", "one two", "§§~1 and 2"),
        ("continental", "lim-a lim-b", "§§~2 (2) a) and 2 (2) b)"),
        ("continental", "sub-i", "§~2 (2) b) aa)"),
        ("continental", "work", "Annex~1"),
        ("article", "one", "Article~1"),
        ("article", "two.one one", "Articles~1 and 2.1"),
        ("article", "lim-b", "Article~2.2(b)"),
    ],
)
def test_words_of_the_styles(named: str, labels: str, expected: str) -> None:
    assert cited(labels, named=named) == expected


@pytest.mark.parametrize(
    ("written", "labels", "expected"),
    [
        ({"reference": "Section {number}"}, "two.one", "Section~2.1"),
        ({"reference": "Section {number}"}, "one two", "Sections~1 and 2"),
        ({"reference": "Section {number}"}, "dates", "paragraph~1.2 of Schedule~1"),
        ({"reference": "§ {number} hereof"}, "one", "§~1 hereof"),
        ({"reference": {"one": "Art. {number}", "many": "Arts. {number}"}}, "one two", "Arts.~1 and 2"),
        ({"reference": "{number}"}, "one two", "1 and 2"),
        ({"reference": "{number}"}, "four five signing work", "4, 5, Signatures and Schedule~1"),
        ({"reference": "{number}"}, "three four five work", "3 to 5 and Schedule~1"),
        ({"conjunction": "&", "range": "through"}, "one two three five", "clauses~1 through 3 & 5"),
        ({"conjunction": "und", "of": "der", "schedule": "Anlage 1"}, "dates", "paragraph~1.2 der Anlage~1"),
        ({"levels": ["Section 1", "1.1", "(a)", "(i)"]}, "lim-a lim-b", "Sections~2.2(a) and (b)"),
        ({"levels": ["Art. 1", "1.1", "(a)", "(i)"]}, "one two", "Art.~1 and 2"),
        ({"like": "us"}, "lim-a lim-b lim-c", "Sections~2.02(a) through (c)"),
        ({"like": "us", "range": "to"}, "lim-a lim-b lim-c", "Sections~2.02(a) to (c)"),
        ({"like": "us", "stem": "repeated"}, "lim-a lim-b lim-c", "Sections~2.02(a) through 2.02(c)"),
        ({"like": "us", "stem": "repeated"}, "lim-a lim-b lim-d", "Sections~2.02(a), 2.02(b) and 2.02(d)"),
        # one word, taken from the sample at or above the level
        ({"levels": ["Article I", "Section 1", "(a)", "(i)"]}, "one", "Article~I"),
        ({"levels": ["Article I", "Section 1", "(a)", "(i)"]}, "lim-a", "Section~II.2(a)"),
        ({"levels": ["Article I", "Section 1", "(a)", "(i)"]}, "run-b", "Section~IV.2"),
        ({"levels": ["Article I", "(a)", "(i)", "(A)"]}, "run-a run-b", "Articles~IV(a) and (b)"),
        ({"schedule_levels": ["Section 1", "1.1"]}, "plan dates", "Sections~1 and 1.2 of Schedule~1"),
        ({"recitals": ["Recital A"]}, "robots wishes", "Recitals~A and B"),
        ({"parties": ["Party 1", "(a)"]}, "us here", "Party~1 and Party~1 of Signatures"),
    ],
)  # fmt: skip
def test_words_of_ones_own(written: dict[str, object], labels: str, expected: str) -> None:
    assert cited(labels, named=parse_style(written, STYLES)) == expected


# ---- references in their places


def test_one_target_is_one_link_and_several_are_a_link_each() -> None:
    numbered = number(CONTRACT)
    targets = collect_targets(numbered, STYLES["uk"])
    (one,) = cite([targets["two.one"]], STYLES["uk"], "clause")
    assert one == Cited("two.one", f"clause{NBSP}2.1", "two-one", "2.1")
    many = cite([targets["lim-a"], targets["lim-b"]], STYLES["uk"], "clause")
    assert [part.text for part in many if isinstance(part, Cited)] == ["2.2(a)", "(b)"]
    assert [part.number for part in many if isinstance(part, Cited)] == ["2.2(a)", "2.2(b)"]


@pytest.mark.parametrize(
    ("locale", "labels", "expected"),
    [
        ("en_GB", "dates", "[paragraph~1.2] of [Schedule~1=work]"),
        ("en_GB", "steps dates", "paragraphs~[1.1] and [1.2] of [Schedule~1=work]"),
        ("en_GB", "g11", "[paragraph~1.1] of [Part~A=goods] of [Schedule~2=prices]"),
        ("en_GB", "here", "[paragraph~(1)] of [Signatures=signing]"),
        ("fr", "dates", "[paragraphe~1.2] de l’[Annexe~1=work]"),
        ("es", "dates", "[apartado~1.2] del [Anexo~1=work]"),
        ("es", "g11", "[apartado~1.1] de la [Parte~A=goods] del [Anexo~2=prices]"),
    ],
)
@pytest.mark.parametrize("form", ["clause", "number"])
def test_what_a_provision_stands_in_is_cited_as_well(locale: str, labels: str, expected: str, form: str) -> None:
    """In brackets what is a link; behind = what the schedule's leads to."""
    own = localise(STYLES["uk"], locale)
    targets = collect_targets(number(CONTRACT, own), own)
    asked = [targets[label] for label in labels.split()]
    anchors = {target.anchor for target in asked}
    said = ""
    for part in cite(asked, own, form):
        match part:
            case Text():
                said += part.text
            case Cited() if part.anchor in anchors:
                said += f"[{part.text}]"
            case Cited():
                said += f"[{part.text}={part.label}]"
                assert part.anchor == part.label
                assert part.number == (targets[part.label].number or part.text)  # in German not what is printed
    said = said.replace(NBSP, "~")
    if form == "clause":
        assert said == expected
    else:
        assert said.split(" ", 1)[1:] == expected.replace("paragraphs~", "").split(" ", 1)[1:]


def test_in_german_what_is_attached_comes_first() -> None:
    own = localise(STYLES["uk"], "de")
    targets = collect_targets(number(CONTRACT, own), own)

    def said(label: str, form: str, scope: tuple[str, ...] = ()) -> str:
        return "".join(part.text for part in cite([targets[label]], own, form, scope)).replace(NBSP, "~")

    assert said("dates", "clause") == "Anlage~1 Nummer~1.2"
    assert said("g11", "clause") == "Anlage~2 Teil~A Nummer~1.1"
    assert said("g11", "clause", ("Anlage 2",)) == "Teil~A Nummer~1.1"
    assert said("g11", "number") == "1.1 des Teils~A der Anlage~2"


def test_this() -> None:
    clause, whole = Reference((), "this"), Reference((), "this-section")
    tree = agreement(
        section("a", line(clause), items(("b", line(clause, " of ", whole)))),
        section("c", section("d", items(("e", line(clause, " of ", whole)))), line(clause), kind="schedule"),
        section("s", line(clause), kind="unnumbered", title="Signatures"),
    )
    said = [words.replace(NBSP, " ") for words in settled_lines(tree) if words.startswith("this")]
    assert said == [
        *("this clause 1", "this clause 1.1 of this clause 1"),
        *("this Schedule 1", "this paragraph 1.1 of this Schedule 1", "this Signatures"),
    ]


def test_words_of_ones_own_are_kept_and_linked() -> None:
    tree = number(
        agreement(section("a", line(Reference(("a",), words=(Text("the "), Styled("strong", (Text("duty"),)))))))
    )
    resolved = resolve_references(tree, collect_targets(tree, STYLES["uk"]), STYLES["uk"])
    ((reference,),) = lines_of(resolved)
    assert isinstance(reference, Reference)
    assert (text_of((reference,)), reference.parts) == ("the duty", (Cited("a", "the duty", "a", "1"),))


@pytest.mark.parametrize("labels", [("gone",), ("a", "gone"), ()])
def test_what_is_not_here_is_left_for_the_caller(labels: tuple[str, ...]) -> None:
    tree = number(agreement(section("a", line(Reference(labels)))))
    assert resolve_references(tree, collect_targets(tree, STYLES["uk"]), STYLES["uk"]) == tree


def test_references_are_resolved_wherever_they_stand() -> None:
    inside = Reference(("a",))
    tree = agreement(
        line(inside),
        section("a", line(Styled("strong", (inside,))), ("b", line(inside))),
        section("c", line(inside), kind="schedule"),
    )
    tree = replace(tree, sections=(replace(tree.sections[0], title=(Text("As "), inside)), *tree.sections[1:]))
    said = settled_lines(tree)
    assert said.count(f"clause{NBSP}1") == 4
    numbered = number(tree)
    resolved = resolve_references(numbered, collect_targets(numbered, STYLES["uk"]), STYLES["uk"])
    assert text_of(resolved.sections[0].title) == f"As clause{NBSP}1"


def test_the_first_of_two_equal_labels_wins() -> None:
    tree = number(agreement(section("a", "same"), section("b", "same")))
    targets = collect_targets(tree, STYLES["uk"])
    assert (targets["same"].number, targets["#same_2"].number) == ("1.1", "2.1")


def test_an_agreement_without_references_is_left_as_it_is() -> None:
    tree = number(CONTRACT)
    resolved = resolve_references(tree, collect_targets(tree, STYLES["uk"]), STYLES["uk"])
    assert resolved == tree
    blocks = [block for each in tree.sections for block in each.blocks if isinstance(block, Paragraph)]
    assert not any(isinstance(run, Reference) for block in blocks for run in walk_runs(block.runs))
