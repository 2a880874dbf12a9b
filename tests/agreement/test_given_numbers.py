"""Numbers given by hand, so that the others keep theirs: 14A after 14; lists with a form and a start of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import Built, Project
from trees import agreement, anchored, items, number, section

from whereas.agreement.counting import Tally, next_count
from whereas.agreement.model import Agreement, GivenNumber, Provisions, Section
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import resolve_references
from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import STYLES, Style
from whereas.agreement.targets import collect_targets
from whereas.library.finding import Place

# ---- which number may stand where


def reported(sample: str, written: str, above: tuple[int, ...] = (), alphabet: str = "aa") -> str:
    """What a list of numbers given by hand comes to, with `.` for one that is counted, and ! for one that is wrong."""
    tally, label, found = Tally(), parse_sample(sample), []
    for each in written.split():
        text = "" if each == "." else each
        counted, (message, _) = next_count(tally, label, above, text, Style(alphabet=alphabet))
        found.append("!" if message else label.bare((*above, counted), alphabet))
    return " ".join(found)


@pytest.mark.parametrize(
    ("sample", "above", "written", "expected"),
    [
        ("1.", (), ". 1A .", "1 1A 2"),
        ("1.", (), ". 1a 1b .", "1 1a 1b 2"),
        ("1.", (), "A1 . 1A", "A1 1 1A"),
        ("1.", (), ". 1A 1AA 1B 1B .", "1 1A 1AA 1B ! 2"),
        ("1.", (), ". 1ZA 1A", "1 1ZA 1A"),
        ("1.", (), ". 1B 1A", "1 1B !"),
        ("1.", (), ". 4 .", "1 4 5"),  # the numbers between are those of provisions that are gone
        ("1.", (), ". 14 .", "1 14 15"),
        ("1.", (), ". 1", "1 !"),
        ("1.", (), ". . 1A", "1 2 !"),
        ("1.", (), ". 3A", "1 !"),
        ("1.", (), ". 1?A", "1 !"),
        ("1.", (), "1A", "!"),
        ("1.1", (7,), ". 7.1A 1B .", "7.1 7.1A 7.1B 7.2"),
        ("Section 1.01", (3,), ". 3.01A .", "3.01 3.01A 3.02"),
        ("Article I", (), ". IA . IIA", "I IA II IIA"),
        ("Article I", (), ". IV", "I IV"),
        ("(a)", (), ". . (ba) (bb) .", "(a) (b) (ba) (bb) (c)"),
        ("(a)", (), ". aa", "(a) (aa)"),
        ("(a)", (), ". d .", "(a) (d) (e)"),
        ("(a)", (), "za .", "(za) (a)"),
        ("(i)", (), ". ia . iii", "(i) (ia) (ii) (iii)"),
        ("(A)", (), ". AA", "(A) (AA)"),
        ("§ 1", (), ". 1a .", "1 1a 2"),
        ("Schedule 1", (), ". Schedule_1A", "1 !"),
    ],
)
def test_which_number_may_stand_where(sample: str, above: tuple[int, ...], written: str, expected: str) -> None:
    assert reported(sample, written, above) == expected


@pytest.mark.parametrize(
    ("sample", "written", "message", "hint"),
    [
        ("1.", ". . 4A", "the number '4A' cannot stand here, after 2", "numbered 2A, 2B and so on"),
        ("(a)", ". x9", "the number 'x9' cannot stand here, after (a)", "numbered (aa), (ab) and so on"),
        ("1.", ". 1A 1A", "the number '1A' cannot stand here, after 1A", "numbered 1B and so on"),
        ("1.", "0", "the number '0' cannot stand here, before 1", "numbered A1 and so on"),
    ],
)
def test_what_is_said_of_a_number_that_cannot(sample: str, written: str, message: str, hint: str) -> None:
    tally = Tally()
    for each in written.split():
        _, found = next_count(tally, parse_sample(sample), (), each.strip("."), Style())
    assert found[0] == message
    assert hint in found[1]


FORMATS = st.sampled_from(["1.", "(a)", "(i)", "Article I", "01.", "a)", "(A)"])


@given(FORMATS, st.integers(1, 60), st.sampled_from(["aa", "ab"]))
def test_a_number_put_in_after_any_other_changes_none(sample: str, before: int, alphabet: str) -> None:
    """After each number the hint's own example can be given, and what follows is as if it had not been."""
    style, label, tally = Style(alphabet=alphabet), parse_sample(sample), Tally()
    tally.used[sample] = before
    _, (_, hint) = next_count(tally, label, (), "?", style)
    tally.used[sample] = before
    example = hint.split("numbered ")[1].split(",")[0].split(" and")[0]
    counted, wrong = next_count(tally, label, (), example, style)
    assert wrong == ("", "")
    assert label.bare((counted,), alphabet) == example
    assert next_count(tally, label, (), "", style)[0] == before + 1


# ---- in an agreement


def fixed(tree: Provisions, at: int, text: str) -> Provisions:
    """A list with one number given by hand."""
    numbered = replace(tree.items[at], given=GivenNumber(text, Place("a.md", 7)))
    return replace(tree, items=(*tree.items[:at], numbered, *tree.items[at + 1 :]))


def inserted(label: str, text: str, *content: object) -> Section:
    return replace(section(label, *content), given=GivenNumber(text, Place("a.md", 3)))  # type: ignore[arg-type]


SIGNED = agreement(
    section("one", "a", "b"),
    inserted("new", "1A", fixed(items("x", ("y", "y1"), "z"), 1, "1A")),
    section("two", "c"),
    replace(section("work", "w", kind="schedule"), given=GivenNumber("Schedule 3")),
    section("more", kind="schedule"),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("uk", "1 1.1 1.2 1A 1A.1 1A.1A 1A.1A(a) 1A.2 2 2.1"),
        ("decimal", "1 1.1 1.2 1A 1A.1 1A.1A 1A.1A.1 1A.2 2 2.1"),
        ("article", "1 1.1 1.2 1A 1A.1 1A.1A 1A.1A(a) 1A.2 2 2.1"),
    ],
)
def test_neighbours_keep_their_numbers(name: str, expected: str) -> None:
    found = [each.number for each in anchored(number(SIGNED, name)) if not each.scope]
    assert found[: len(expected.split())] == expected.split()
    assert found[-2:] == ["Schedule 3", "Schedule 4"]


def test_a_number_in_roman_and_arabic_figures() -> None:
    tree = agreement(section("one"), inserted("new", "IA", fixed(items("x", "y"), 1, "01A")), section("two"))
    assert [each.number for each in anchored(number(tree, "us"))] == ["I", "IA", "1A.01", "1A.01A", "II"]


def cited(tree: Agreement, *labels: str) -> str:
    from trees import line

    from whereas.agreement.runs import Reference
    from whereas.agreement.walk import text_of

    own = STYLES["uk"]
    citing = section("citing", line(Reference(labels)))
    numbered = number(replace(tree, sections=(*tree.sections, citing)))
    resolved = resolve_references(numbered, collect_targets(numbered, own), own)
    return text_of(resolved.sections[-1].blocks[0].runs).replace("\N{NO-BREAK SPACE}", " ")  # type: ignore[union-attr]


def test_numbers_given_by_hand_are_cited_like_others() -> None:
    assert cited(SIGNED, "new") == "clause 1A"
    assert cited(SIGNED, "y1") == "clause 1A.1A(a)"
    assert cited(SIGNED, "one", "new", "two") == "clauses 1 to 2"
    assert cited(SIGNED, "x", "y") == "clauses 1A.1 and 1A.1A"


@pytest.mark.parametrize("kind", ["unnumbered", "recitals"])
def test_a_number_for_what_bears_none_is_told(kind: str) -> None:
    tree = agreement(replace(section("a", kind=kind), given=GivenNumber("3", Place("a.md", 9))))  # type: ignore[arg-type]
    _, findings = number_agreement(tree, Style())
    assert [(each.rule, each.place.line) for each in findings] == [("number", 9)]


def test_a_number_in_a_plain_list_is_told() -> None:
    _, findings = number_agreement(agreement(section("a", fixed(items("x", format=""), 0, "1A"))), Style())
    assert {(each.rule, each.place.line) for each in findings} >= {("number", 7)}


# ---- on pages

PAGE = """---
agreement:
---
# Supply

{#sale}
## Sale
1. First.
1. {#late number="1A"} Put in later, see {clause}`late, last`.
   1. {#limb}
      A limb.
1. {#last} Last, see {clause}`limb`, {clause}`escrow`, {clause}`law`, {clause}`rates`.

:::{clause} escrow
:number: 1A
:::

{#law number="1B"}
## Law
{format="1." start=9}
1. Nine.
1. Ten.

{format="[a]"}
1. Letter in brackets.

{#rest}
## Rest

{.schedule}
## Goods

{.schedule #rates number="1A"}
## Rates

{.schedule}
## More
"""
DEAL = "agreement: a\nclauses: {escrow: reserved}\nadd:\n  audit: {after: law, number: 1C}\n"


@pytest.fixture(scope="module")
def outlines(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("given"))
    clauses = {f"clauses/{name}.yaml": f"title: {name.title()}\ntext: 1. x\n" for name in ("escrow", "audit")}
    page = PAGE.replace(", {clause}`escrow`", "")
    project.write(
        {
            "agreements/a.md": page,
            "agreements/cites.md": PAGE,
            "deals/d.yaml": DEAL,
            **clauses,
            "parties/p.yaml": "name: P\n",
        }
    )
    built = project.build("outline")
    assert built.messages == ""
    return built


def numbers(built: Built, page: str) -> list[str]:
    return built.numbers(page)


def test_given_numbers_of_items_headings_clauses_and_schedules(outlines: Built) -> None:
    assert numbers(outlines, "agreements/a") == [
        *("1", "1.1", "1.1A", "1.1A(a)", "1.2", "1A", "1A.1", "1B", "1B.9", "1B.10", "1B[a]", "2"),
        *("Schedule 1", "Schedule 1A", "Schedule 2"),
    ]
    assert outlines.cites("agreements/cites") == [
        *("clauses 1.1A and 1.2", "clauses 1.1A and 1.2"),
        *("clause 1.1A(a)", "clause 1A", "clause 1B", "Schedule 1A"),
    ]


def test_a_clause_that_a_deal_adds_takes_a_number_between_others(outlines: Built) -> None:
    found = [each for each in numbers(outlines, "deals/d") if "." not in each and "(" not in each]
    assert found == ["1", "1A", "1B", "1B[a]", "1C", "2", "Schedule 1", "Schedule 1A", "Schedule 2"]


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ('1. One.\n1. {number="3A"} Two.\n', 8, "the number '3A' cannot stand here, after 1.1"),
        (
            '{#x number="7"}\n1. One.\n',
            8,
            "'number' means nothing before a numbered list; it belongs behind the number",
        ),
        ("{start=x}\n1. One.\n", 8, "a list cannot start at 'x'"),
        ("{start=0}\n1. One.\n", 8, "a list cannot start at '0'"),
        ('{format="one"}\n1. One.\n', 8, "'one' is not a label by example"),
        ('{format="1.1.1"}\n1. One.\n', 8, "'1.1.1' repeats more numbers than stand above it"),
        (
            "1. One.\n1. Two.\n\n{start=2}\n1. Three.\n",
            11,
            "the number '1.2' cannot stand here, after 1.2; a list",
        ),
    ],
)
def test_what_cannot_be_is_told_where_it_is_written(body: str, line: int, message: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"index.md": f"---\nagreement:\n---\n# Supply\n\n## Sale\n{body}"})
    messages = project.build("dummy").messages
    assert message in messages
    assert f"index.md:{line}:" in messages


def test_a_wrong_number_that_a_deal_gives_is_told_in_the_deal(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = {"clauses/audit.yaml": "title: Audit\ntext: 1. x\n", "parties/p.yaml": "name: P\n"}
    deal = "agreement: a\nadd:\n  audit:\n    after: law\n    number: 9A\n"
    page = "---\nagreement:\n---\n# A\n\n{#law}\n## Law\n1. x\n"
    project.write({"agreements/a.md": page, "deals/d.yaml": deal, **clause})
    assert "deals/d.yaml:5:5: ERROR: the number '9A' cannot stand here, after 1" in project.build("dummy").messages
