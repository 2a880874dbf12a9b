"""Numbering: trees in, numbers out. What holds for every tree and style is tried on random ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import Tree, agreement, anchored, items, line, markers, number, numbers, section, style

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Kind,
    Provision,
    Provisions,
    Quote,
    Section,
    Table,
)
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Blank, Cited, Item, Reference, Styled, Text, Value
from whereas.agreement.styles import STYLES, Style, parse_style
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import text_of, walk_anchored, walk_lines, walk_runs
from whereas.library.finding import Place

# ---- the same agreement in every style

CONTRACT = agreement(
    section("parties", "us", "you", kind="parties"),
    section("background", "robots", ("wishes", "one"), kind="recitals"),
    section("purpose", "aim", "means"),
    section("secrecy", "duty", ("limits", "public", ("court", "order", ("appeal", "stay"))), section("deeper", "deep")),
    section("signing", "here", kind="unnumbered"),
    section("work", section("plan", "steps", ("dates", "first")), kind="schedule"),
    section("prices", section("goods", section("robot", "price"), kind="part"), kind="schedule"),
)
NAMED = {
    "uk": "(1) (2) (A) (B) (i) 1. 1.1 1.2 2. 2.1 2.2 (a) (b) (i) (ii) (A) 2.3 (a) (1)"
    "|Schedule 1|1.|1.1 1.2 (a)|Schedule 2|Part A|1.|1.1",
    "us": "(1) (2) (A) (B) (i)|Article I|Section 1.01|Section 1.02|Article II|Section 2.01|Section 2.02"
    "|(a) (b) (i) (ii) (A)|Section 2.03|(a) (1)|Exhibit A|1.|1.1 1.2 (a)|Exhibit B|Part A|1.|1.1",
    "decimal": "(1) (2) (A) (B) (i) 1. 1.1 1.2 2. 2.1 2.2 2.2.1 2.2.2 2.2.2.1 2.2.2.2 2.2.2.2.1 2.3 2.3.1 (1)"
    "|Schedule 1|1.|1.1 1.2 (a)|Schedule 2|Part A|1.|1.1",
    "article": "(1) (2) (A) (B) (i)|Article 1|1.1 1.2|Article 2|2.1 2.2 (a) (b) (i) (ii) (A) 2.3 (a) (1)"
    "|Schedule 1|1.|1.1 1.2 (a)|Schedule 2|Part A|1.|1.1",
}
WORDS = ("Schedule", "Exhibit", "Part", "Article", "Section", "Annex", "§")


def split(written: str) -> list[str]:
    """A line of markers: split at |, and at spaces where no word keeps a number company."""
    return [each for part in written.split("|") for each in ([part] if part.startswith(WORDS) else part.split())]


@pytest.mark.parametrize("name", NAMED)
def test_what_stands_in_the_margin(name: str) -> None:
    assert markers(CONTRACT, name) == split(NAMED[name])


def test_what_stands_in_the_margin_of_a_continental_contract() -> None:
    four_deep = agreement(
        section("vertrag", ("absatz", ("buchstabe", "doppel", "zwei"), "b"), "zweiter"),
        section("anlage", section("erstens", "eins"), kind="schedule"),
    )
    assert markers(four_deep, "continental") == split("§ 1|(1) a) aa) bb) b) (2)|Annex 1|1.|1.1")
    assert numbers(four_deep, "continental") == {
        "vertrag": "1",
        "absatz": "1 (1)",
        "buchstabe": "1 (1) a)",
        "doppel": "1 (1) a) aa)",
        "zwei": "1 (1) a) bb)",
        "b": "1 (1) b)",
        "zweiter": "1 (2)",
        "anlage": "Annex 1",
        "erstens": "1",
        "eins": "1.1",
    }


PROVISIONS = ("secrecy", "duty", "limits", "public", "court", "order", "appeal", "stay")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("uk", "2 2.1 2.2 2.2(a) 2.2(b) 2.2(b)(i) 2.2(b)(ii) 2.2(b)(ii)(A)"),
        ("us", "II 2.01 2.02 2.02(a) 2.02(b) 2.02(b)(i) 2.02(b)(ii) 2.02(b)(ii)(A)"),
        ("decimal", "2 2.1 2.2 2.2.1 2.2.2 2.2.2.1 2.2.2.2 2.2.2.2.1"),
        ("article", "2 2.1 2.2 2.2(a) 2.2(b) 2.2(b)(i) 2.2(b)(ii) 2.2(b)(ii)(A)"),
    ],
)
def test_how_a_provision_is_cited(name: str, expected: str) -> None:
    found = numbers(CONTRACT, name)
    assert [found[label] for label in PROVISIONS] == expected.split()


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("1.", "(a)", "(i)"), "1 1(a) 1(a)(i)"),
        (("I.", "A.", "1."), "I I.A I.A.1"),
        (("Article I", "1.", "1.1"), "I I.1 I.1.1"),
        (("Article I", "Section 1.01", "(a)"), "I 1.01 1.01(a)"),
        (("1", "1-1", "1-1-1"), "1 1-1 1-1-1"),
        (("Section 1", "a)", "aa)"), "1 1 a) 1 a) aa)"),
    ],
)
def test_a_label_that_stands_alone_is_cited_after_its_parents(levels: tuple[str, ...], expected: str) -> None:
    found = numbers(agreement(section("a", ("b", "c"))), Style(levels=levels))
    assert " ".join(found[label] for label in "abc") == expected


# ---- lists

Z = line("and in any case")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([items("a"), Z, items("b", "c")], "a 1.1|b 1.2|c 1.3"),
        ([items(("a", items("b"), Z, items("c")))], "a 1.1|b 1.1(a)|c 1.1(b)"),
        ([items(("a", "b")), Z, items(("c", "d"))], "a 1.1|b 1.1(a)|c 1.2|d 1.2(a)"),
        ([items("a", format="(A)"), Z, items("b", format="(A)")], "a 1(A)|b 1(B)"),
        ([items("a"), items("b", format="(i)"), items("c")], "a 1.1|b 1(i)|c 1.2"),
        ([items(("a", items("b", format="(1)"), "c"), format="(i)")], "a 1(i)|b 1(i)(1)|c 1(i)(a)"),
        ([items("plain", format=""), "a"], "a 1.1"),
        ([items(("plain", "a"), ("plain-2", "b"), format=""), "c"], "a 1.1|b 1.2|c 1.3"),
        ([Bullets(((items("a"),), (items("b"),))), "c"], "a 1.1|b 1.2|c 1.3"),
        ([Quote((items("a"),)), "b"], "a 1.1|b 1.2"),
        ([line("x ", Item("a"), " y ", Item("b"))], "a 1.1|b 1.2"),
        ([("a", line(Item("b"), "x", Styled("strong", (Item("c"),))), "d")], "a 1.1|b 1.1(a)|c 1.1(b)|d 1.1(c)"),
        ([Table((1,), (), ((Cell((line(Item("a")),)), Cell((line(Item("b")),))),)), "c"], "a 1.1|b 1.2|c 1.3"),
        ([section("sub", "a"), ], "sub 1.1|a 1.1(a)"),
        (["a", section("sub", "b")], "a 1.1|sub 1.2|b 1.2(a)"),
    ],
)  # fmt: skip
def test_lists(content: list[Any], expected: str) -> None:
    found = numbers(agreement(section("top", *content)))
    assert found.pop("top") == "1"
    assert found == dict(pair.split() for pair in expected.split("|"))


def test_numbers_begin_anew_in_a_new_parent() -> None:
    found = numbers(agreement(section("a", ("b", "c")), section("d", ("e", "f")), section("g", kind="schedule")))
    assert [found[each] for each in "bcef"] == ["1.1", "1.1(a)", "2.1", "2.1(a)"]


def test_an_agreement_without_headings_is_a_list_of_clauses() -> None:
    signing = section("signing", "here", kind="unnumbered")
    assert numbers(agreement("a", ("b", "c"), signing)) == {"a": "1", "b": "2", "c": "2.1", "here": "(1)"}


def test_a_list_before_the_first_heading_is_no_clause() -> None:
    """It introduces the clauses: it is the recitals, or the parties if each of its items names one."""
    them = items(("", line(Blank("seller.name", "[Seller]"))), ("us", line(Value("buyer.name", "Aurora Ltd"))))
    tree = agreement(them, "why", ("how", "so"), section("sale", "price"))
    assert markers(tree) == ["(1)", "(2)", "(A)", "(B)", "(i)", "1.", "1.1"]
    assert numbers(tree)["price"] == "1.1"
    targets = collect_targets(number(tree), Style())
    assert [targets[label].sort for label in ("us", "why", "so", "price")] == ["party", "recital", "recital", "clause"]


def test_a_list_that_names_one_party_only_is_no_list_of_the_parties() -> None:
    tree = agreement(items(("a", line(Value("buyer.name", "Aurora Ltd"))), "b"), section("sale"))
    assert markers(tree) == ["(A)", "(B)", "1."]


def test_a_list_before_the_first_heading_says_what_it_is() -> None:
    tree = agreement(replace(items("a", "b"), kind="parties"), items("c", format="(i)"), section("sale"))
    assert markers(tree) == ["(1)", "(2)", "(i)", "1."]
    assert markers(agreement(replace(items("a"), kind="parties"), "b", "c")) == ["(1)", "1.", "2."]


@pytest.mark.parametrize("kind", ["clause", "part", "schedule"])
def test_only_clauses_make_a_preamble_of_what_stands_before(kind: Kind) -> None:
    inner = [section("b")] if kind == "part" else []
    expected = {"clause": "(A)", "part": "(A)", "schedule": "1."}[kind]
    assert markers(agreement("a", section("c", *inner, kind=kind)))[0] == expected


def test_a_style_may_leave_the_parties_without_numbers() -> None:
    own = parse_style({"parties": "none", "recitals": "none"}, STYLES)
    parties = replace(items("us", ("you", "limb", "limb-2")), kind="parties")
    tree = number(agreement(parties, section("background", "why", kind="recitals"), section("sale", "price")), own)
    marked = [(each.marker, each.number) for each in walk_anchored(tree)]
    assert marked == [("", ""), ("", ""), ("(a)", ""), ("(b)", ""), ("", ""), ("", ""), ("1.", "1"), ("1.1", "1.1")]
    assert "us" not in collect_targets(tree, own)


def test_what_stands_in_no_heading_beside_what_has_one_is_its_equal() -> None:
    bare = Section((), "bare", blocks=(items(("b", "b1", "b2")),))
    tree = agreement(
        section("end", section("cause", "c1"), bare, section("effect")), replace(bare, blocks=(items("x"),))
    )
    assert numbers(tree) == {
        "end": "1",
        "cause": "1.1",
        "c1": "1.1(a)",
        "b": "1.2",
        "b1": "1.2(a)",
        "b2": "1.2(b)",
        "effect": "1.3",
        "x": "2",
    }


# ---- what is attached, and parts


ATTACHED = agreement(
    section("a"),
    section("s", "s1", section("s-of-s", "ss1", kind="schedule"), section("an", "an1", kind="annex"), kind="schedule"),
    section("t", section("t-app", "tt1", kind="appendix"), kind="schedule"),
    section("x", "x1", kind="annex"),
    section("y", section("y-of-y", kind="annex"), kind="annex"),
)


def test_a_schedule_of_a_schedule_is_its_appendix_and_annexes_are_counted_by_themselves() -> None:
    assert {each.label: " of ".join((each.number, *reversed(each.scope))) for each in anchored(number(ATTACHED))} == {
        "a": "1",
        "s": "Schedule 1",
        "s1": "1 of Schedule 1",
        "s-of-s": "Appendix 1 of Schedule 1",
        "ss1": "1 of Appendix 1 of Schedule 1",
        "an": "Annex A of Schedule 1",
        "an1": "1 of Annex A of Schedule 1",
        "t": "Schedule 2",
        "t-app": "Appendix 1 of Schedule 2",
        "tt1": "1 of Appendix 1 of Schedule 2",
        "x": "Annex A",
        "x1": "1 of Annex A",
        "y": "Annex B",
        "y-of-y": "Appendix 1 of Annex B",
    }


def test_an_appendix_has_no_appendix() -> None:
    inner = section("c", kind="schedule")
    tree = agreement(section("a", section("b", inner, kind="appendix"), kind="schedule"))
    _, findings = number_agreement(tree, Style())
    assert [each.rule for each in findings] == ["misplaced"]


PARTS = agreement(
    section("before"),
    section("general", section("a", "a1"), section("b"), kind="part"),
    section("special", section("c", "c1"), kind="part"),
    section("work", section("d", "d1"), section("one", section("e"), kind="part"), kind="schedule"),
)


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("schedule", "1|Part A|2 2.1 3|Part B|4 4.1|Schedule 1|1 1.1|Part A|1"),
        ("part", "1|Part A|1 1.1 2|Part B|1 1.1|Schedule 1|1 1.1|Part A|1"),
        ("never", "1|Part A|2 2.1 3|Part B|4 4.1|Schedule 1|5 5.1|Part A|6"),
    ],
)
def test_where_numbers_begin_anew(restart: str, expected: str) -> None:
    own = parse_style({"restart": restart}, STYLES)
    assert [each.number for each in anchored(number(PARTS, own))] == split(expected)


def test_schedules_may_be_numbered_on_after_the_clauses() -> None:
    own = parse_style({"schedule": "1."}, STYLES)
    tree = agreement(section("a", "b"), section("c", "d", kind="schedule"), section("e", kind="annex"))
    assert numbers(tree, own) == {"a": "1", "b": "1.1", "c": "2", "d": "2.1", "e": "Annex A"}


def test_a_label_that_ends_in_a_colon_is_cited_without_it() -> None:
    own = parse_style({"schedule": "Schedule 1:"}, STYLES)
    tree = agreement(section("s", "a", kind="schedule"))
    assert markers(tree, own) == ["Schedule 1:", "1."]
    assert [(each.number, each.scope) for each in anchored(number(tree, own))] == [
        ("Schedule 1", ()),
        ("1", ("Schedule 1",)),
    ]


def test_an_unnumbered_section_is_a_scope_of_its_own() -> None:
    tree = number(agreement(section("a", "b"), section("signing", "c", kind="unnumbered"), section("d")))
    assert {each.label: (each.number, each.scope) for each in anchored(tree)} == {
        "a": ("1", ()),
        "b": ("1.1", ()),
        "c": ("(1)", ("Signing",)),
        "d": ("2", ()),
    }


def test_limbs_of_a_definition_are_lettered_anew_in_each_and_cited_with_it() -> None:
    def entry(term: str) -> Defined:
        return Defined(term, (line(f"{term} is"), items(("", ""), "")))

    tree = number(agreement(section("definitions", Definitions((entry("Group"), entry("Affiliate"))), "after")))
    block, after = tree.sections[0].blocks
    assert isinstance(block, Definitions)
    limbs = [(each.marker, each.number, each.scope) for one in block.entries for each in inside(one)]
    assert limbs == [
        (marker, marker, (f"the definition of {term}",)) for term in ("Group", "Affiliate") for marker in ("(a)", "(b)")
    ]
    assert [inside(inside(one)[0])[0].marker for one in block.entries] == ["(i)", "(i)"]
    assert [one.anchor for one in block.entries] == ["term-group", "term-affiliate"]
    assert isinstance(after, Provisions)
    assert after.items[0].number == "1.1"


def inside(holder: Defined | Provision) -> tuple[Provision, ...]:
    """The items of the list that follows the first paragraph."""
    found = holder.blocks[1]
    assert isinstance(found, Provisions)
    return found.items


def test_what_stands_too_deep_is_a_finding_and_has_a_number_all_the_same() -> None:
    deep = items(("a", ("b", "c")))
    place = Place("clauses/deep.yaml", 7)
    inner = inside(deep.items[0])[0]
    deep = items(("a",))
    deep = Provisions((replace(deep.items[0], blocks=(Provisions((replace(inner, place=place),)),)),))
    numbered, findings = number_agreement(agreement(section("top", deep)), Style(name="flat", levels=("1.", "1.1")))
    assert {(each.rule, each.place) for each in findings if each.place == place} == {("too-deep", place)}
    assert "3 levels deep, and the style 'flat' has 2" in findings[0].message
    assert [each.number for each in anchored(numbered)] == ["1", "1.1", "1.1(a)", "1.1(a)(a)"]


def test_a_thousand_siblings() -> None:
    found = list(numbers(agreement(section("top", *(f"p{each}" for each in range(1000))))).values())
    assert found == ["1", *(f"1.{each}" for each in range(1, 1001))]


def test_ten_levels() -> None:
    levels = ("1.", *(".".join("1" * depth) for depth in range(2, 11)))
    tree: Tree = "p10"
    for depth in range(9, 0, -1):
        tree = (f"p{depth}", tree)
    assert numbers(agreement(tree), Style(levels=levels))["p10"] == "1.1.1.1.1.1.1.1.1.1"


# ---- anchors


def anchors(tree: Agreement) -> dict[str, str]:
    return {each.label: each.anchor for each in anchored(number(tree))}


def test_a_labelled_anchor_is_its_label_wherever_it_stands() -> None:
    before = agreement(section("law", "law.courts", ("law.notice", "law.how")))
    after = agreement(section("new", "more"), section("law", "other", "law.courts", ("law.notice", "law.how")))
    assert anchors(before).items() <= anchors(after).items()
    assert anchors(before)["law.how"] == "law-how"


def test_an_anchor_without_a_label_comes_of_its_position_not_its_number() -> None:
    tree = agreement(section("law", items("", ("", "", "")), items("")))
    found = [each.anchor for each in anchored(number(tree))]
    assert found == ["law", "law-1", "law-2", "law-2-1", "law-2-2", "law-3"]
    assert [each.anchor for each in anchored(number(tree, "us"))] == found


def test_anchors_are_unique_whatever_the_labels() -> None:
    tree = agreement(section("a b", "a-b", "A.B", ("", "a-b-1")), section("", title="???"), section("", title="???"))
    found = [each.anchor for each in walk_anchored(number(tree))]
    assert len(set(found)) == len(found)
    assert all(found)


# ---- what holds for every tree and every style


@st.composite
def trees(draw: st.DrawFn) -> Agreement:
    """Sections with lists in lists, several lists to a parent, run-in items, sections in sections, schedules."""
    names = iter(range(10_000))

    def label() -> str:
        return f"x{next(names)}"

    def provision(depth: int) -> tuple[Any, ...]:
        inner = draw(st.integers(0, 2 if depth < 3 else 0))
        run_in = [line(Item(label()), " and ", Item(label()))] if draw(st.integers(0, 5)) == 0 else []
        return (label(), *run_in, *(some(depth + 1) for _ in range(inner)))

    def some(depth: int) -> Provisions:
        return items(*(provision(depth) for _ in range(draw(st.integers(1, 3)))))

    def headed(depth: int, kind: Kind) -> Section:
        lists = [some(depth + 1) for _ in range(draw(st.integers(0, 2)))]
        inner = [headed(depth + 1, "clause") for _ in range(draw(st.integers(0, 2)))] if depth < 1 else []
        return section(label(), *lists, *inner, kind=kind)

    main = [headed(0, "clause") for _ in range(draw(st.integers(1, 4)))]
    kinds: tuple[Kind, ...] = ("parties", "recitals")
    front = [headed(1, kind) for kind in kinds if draw(st.booleans())]
    back = [headed(0, "schedule") for _ in range(draw(st.integers(0, 2)))]
    return agreement(*front, *main, *back)


LEVELS = st.sampled_from(
    [
        ("1.", "1.1", "(a)", "(i)", "(A)", "(I)"),
        ("Article I", "Section 1.01", "(a)", "(i)", "(A)", "(1)"),
        ("1.", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"),
        ("§ 1", "(1)", "a)", "aa)", "(i)", "(A)"),
        ("A.", "1.", "(a)", "(1)", "(i)", "(aa)"),
        ("I", "I-1", "a)", "1)", "i)", "aa)"),
    ]
)
styles = st.builds(
    lambda levels, alphabet, joiner: Style(
        levels=levels,
        schedule_levels=levels,
        alphabet=alphabet,
        joiner=joiner,
    ),
    LEVELS,
    st.sampled_from(["aa", "ab"]),
    st.sampled_from(["", " "]),
)


def full(each: Section | Provision | Item) -> tuple[str, ...]:
    """A number as it is cited from anywhere, and for parties and recitals what they are."""
    return (*each.scope, each.number)


def without(tree: Agreement, label: str) -> Agreement:
    """The agreement without one provision or section, and all that stands in it."""

    def pruned(block: Block) -> Block:
        if not isinstance(block, Provisions):
            return block
        kept = (each for each in block.items if each.label != label)
        return replace(block, items=tuple(replace(each, blocks=tuple(map(pruned, each.blocks))) for each in kept))

    def inner(each: Section) -> Section:
        kept = (child for child in each.sections if child.label != label)
        return replace(each, blocks=tuple(map(pruned, each.blocks)), sections=tuple(map(inner, kept)))

    return replace(tree, sections=tuple(inner(each) for each in tree.sections if each.label != label))


@given(trees(), styles)
def test_no_two_provisions_have_the_same_number(tree: Agreement, own: Style) -> None:
    found = [full(each) for each in anchored(number(tree, own))]
    assert len(set(found)) == len(found)


@given(trees(), styles)
def test_siblings_are_numbered_in_order_without_gaps(tree: Agreement, own: Style) -> None:
    """Where a level counts in plain digits, those of siblings are 1, 2, 3 ..."""
    plain = replace(own, levels=("1.", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"))
    rows: dict[tuple[int, ...], list[int]] = {}
    for each in anchored(number(tree, plain)):
        if not each.scope and each.number[0].isdigit():
            *parent, last = map(int, each.number.split("."))
            rows.setdefault(tuple(parent), []).append(last)
    assert all(row == list(range(1, len(row) + 1)) for row in rows.values())


@given(trees(), styles, st.data())
def test_leaving_a_provision_out_changes_no_number_before_it(tree: Agreement, own: Style, data: st.DataObject) -> None:
    before = [(each.label, full(each), each.anchor) for each in walk_anchored(number(tree, own))]
    labels = [each.label for each in walk_anchored(tree) if not isinstance(each, Item)]
    for label in {labels[-1], data.draw(st.sampled_from(labels))}:
        after = [(each.label, full(each), each.anchor) for each in walk_anchored(number(without(tree, label), own))]
        index = [each[0] for each in before].index(label)
        assert after[:index] == before[:index]


@given(trees(), styles)
def test_label_to_number_to_label_is_one_to_one(tree: Agreement, own: Style) -> None:
    numbered = number(tree, own)
    there = {each.label: full(each) for each in anchored(numbered)}
    back = {full(each): each.label for each in anchored(numbered)}
    assert {back[there[label]] for label in there} == set(there)
    assert {label: target.number for label, target in collect_targets(numbered, own).items() if label in there} == {
        label: found[-1] for label, found in there.items()
    }


@given(trees(), styles, st.data())
def test_every_reference_says_its_targets_number(tree: Agreement, own: Style, data: st.DataObject) -> None:
    labels = [each.label for each in anchored(number(tree, own))]
    citing = section("citing", *(line(Reference((label,), form)) for label in labels for form in ("clause", "number")))
    many = Reference(tuple(data.draw(st.lists(st.sampled_from(labels), min_size=1, max_size=6))))
    numbered = number(replace(tree, sections=(*tree.sections, citing, section("several", line(many)))), own)
    found = {each.label: each.number for each in anchored(numbered)}
    resolved = resolve_references(numbered, collect_targets(numbered, own), own)
    *singles, several = [
        run
        for each in resolved.sections[-2:]
        for block in each.blocks
        for runs in walk_lines(block)
        for run in walk_runs(runs)
        if isinstance(run, Reference)
    ]
    for reference in singles:
        assert found[reference.labels[0]] in text_of((reference,)).replace("\N{NO-BREAK SPACE}", " ")
    for part in several.parts:
        if isinstance(part, Cited):
            assert part.number == found[part.label]
            # a number whose head was said before it is cited by its own end
            words = part.text.replace("\N{NO-BREAK SPACE}", " ")
            assert found[part.label] in words or found[part.label].endswith(words)


@given(trees(), st.sampled_from(sorted(STYLES)))
def test_numbering_changes_no_words_and_is_the_same_twice(tree: Agreement, name: str) -> None:
    def words(each: Agreement) -> list[str]:
        lines = (runs for one in each.sections for block in one.blocks for runs in walk_lines(block))
        return [run.text for runs in lines for run in runs if isinstance(run, Text)]

    once, _ = number_agreement(tree, style(name))
    assert words(once) == words(tree)
    assert number_agreement(once, style(name))[0] == once
