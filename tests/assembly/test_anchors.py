"""Anchors: a permalink leads to the same text whatever a deal leaves out, chooses or repeats."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import Project

import whereas
from whereas.agreement.model import Agreement, Provision, Section
from whereas.agreement.runs import Item
from whereas.agreement.walk import own_lines, text_of, walk_anchored
from whereas.assembly.structure import structure_of
from whereas.assembly.syntax import syntax_of
from whereas.library.clauses import Clause
from whereas.library.finding import Place

ROOT = Path(__file__).parents[2]

# ---- what a source is called


def names(text: str, base: str = "", taken: tuple[str, ...] = ()) -> list[str]:
    """The names of a text, in the order of its lines."""
    spots = structure_of(text, syntax_of(), base, frozenset(taken), titled=not base)
    return [spots[key].name for key in sorted(spots)]


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("1. a\n1. b\n   1. c\n   1. d\n1. e\n", "law", "law-1 law-2 law-2-1 law-2-2 law-3"),
        ("1. {#x} a\n   1. b\n1. c\n   1. d\n", "law", "law-x law-x-1 law-2 law-2-1"),
        ("1. {#x}\n   a\n   1. b\n", "law", "law-x law-x-1"),
        ("{#y}\n## A\n1. b\n", "law", "law-y law-y-1"),
        ("(y)=\n## A\n1. b\n", "law", "law-y law-y-1"),
        ("# T\n1. a\n\n## My *Law*\n1. b\n1. c\n", "", "p-1 my-law my-law-1 my-law-2"),
        ("# T\n## Law\n1. b\n## Law\n1. b\n### Law\n", "", "law law-1 law_2 law_2-1 law_3"),
        ("# T\n## A\n### B\n1. b\n###\nbare\n1. c\n### C\n", "", "a b b-1 a-1 a-1-1 c"),
        ("# T\n## ???\n1. b\n", "", "section section-1"),
        ("# T\n## A {{ x }}\n1. b\n", "", "a a-1"),
        ("1. a\n\nText.\n\n1. b\n", "law", "law-1 law-2"),
        ("* 1. a\n* 1. b\n  1. c\n", "law", "law-1 law-2 law-3"),
        ("1. 1. a\n   1. b\n", "law", "law-1 law-1-1 law-1-2"),
        ("> 1. a\n\n1. b\n", "law", "law-1"),
        ("```\n1. a\n```\n1. b\n", "law", "law-1"),
        # all branches of conditions, and loops once
        ("{% if x %}\n1. a\n{% else %}\n1. b\n{% endif %}\n1. c\n", "law", "law-1 law-2 law-3"),
        ("1. a\n{% if x %}\n   1. b\n{% endif %}\n   1. c\n", "law", "law-1 law-1-1 law-1-2"),
        ("{% if x %}1. a{% endif %}\n1. b\n", "law", "law-1 law-2"),
        ("{% for x in xs %}\n1. a\n   1. b\n{% endfor %}\n1. c\n", "law", "law-1 law-1-1 law-2"),
        ("{% if x %}\n1. {#p} a\n{% else %}\n1. {#q} b\n{% endif %}\n   1. c\n", "law", "law-p law-q law-p-1"),
        # names that an author gave are free for nothing else
        ("1. {#2} a\n1. b\n", "law", "law-2 law-2_2"),
        ("## A\n1. b\n## A 1\n", "x", "x-a x-a-1_2 x-a-1"),
    ],
)
def test_the_names_of_a_source(text: str, base: str, expected: str) -> None:
    assert names(text, base) == expected.split()


def test_a_heading_leaves_the_name_of_a_clause_to_it() -> None:
    assert names("# T\n## Liability\n1. a\n", taken=("liability",)) == ["liability_2", "liability_2-1"]


def test_a_word_changed_or_a_line_added_elsewhere_moves_nothing() -> None:
    text = "1. a\n1. b\n   1. c\n"
    assert names(text, "law") == names(text.replace("a", "another\n\n   paragraph"), "law")
    assert names("## A\n1. x\n## B\n" + text, "law")[-3:] == names("## A\n1. x\n1. y\n## B\n" + text, "law")[-3:]


# ---- in agreements


def texts(agreement: Agreement) -> dict[str, str]:
    """Anchor to the own words of what it leads to."""
    found: dict[str, str] = {}
    for each in walk_anchored(agreement):
        assert each.anchor not in found, "an anchor is given out once"
        found[each.anchor] = "(item)" if isinstance(each, Item) else _words(each)
    return found


def _words(each: Section | Provision) -> str:
    own = " ".join(text_of(line) for line in own_lines(each)).partition(" (a)")[0]
    return f"# {text_of(each.title)}" if isinstance(each, Section) else own


def same(found: list[dict[str, str]]) -> None:
    """Each anchor leads to the same words wherever it is, and what is said in one provision alone has one anchor."""
    there: dict[str, str] = {}
    back: dict[str, str] = {}
    for each in found:
        for anchor, words in each.items():
            assert there.setdefault(anchor, words) == words, anchor
            if words != "(item)" and not words.startswith("#"):
                assert back.setdefault(words, anchor) == anchor, words


PAGE = """---
agreement:
  roles: {us: Us, you: You}
  values:
    on: {type: boolean}
    xs: {type: list}
    note: {type: markdown, default: "1. noted one\\n\\n2. noted two"}
---
# Title

1. preamble
{% if on %}
1. preamble, on
{% endif %}
1. preamble, last

{% if on %}
## General
1. general, on
{% endif %}

## General
1. first
   {% for x in xs %}
   1. round {{ x }}
      {% if x == "b" %}
      1. only b
      {% endif %}
      1. all in {{ x }}
   {% endfor %}
{% if on %}
1. {#on} on
{% endif %}
1. after
   {% if on %}
   {item}`_` one
   {% endif %}
   {item}`_` two and {item}`x` three

   1. within

{% if on %}
1. one lead:
{% else %}
1. other lead:
{% endif %}
   1. of both

:::{clause} one
:::
:::{clause} two
:::

## One
1. heading like a clause

   {{ note }}
"""
FILES = {
    "agreements/a.md": PAGE,
    "clauses/one.yaml": "title: One\ntext: |\n  1. one\n     1. limb of one\n  1. {#x} x\n     1. limb of x\n"
    "variants:\n  other:\n    text: |\n      1. other one\n      1. {#x} x\n         1. other limb\n",
    "clauses/two.yaml": "title: Two\ntext: |\n  ### Sub\n  1. sub\n\n  ### One\n  1. sub one\n",
    "clauses/more.yaml": "title: More\ntext: 1. more\n",
    "deals/on.yaml": "agreement: a\nvalues: {on: true, xs: [a, b]}\n",
    "deals/off.yaml": "agreement: a\nvalues: {on: false, xs: []}\n",
    "deals/other.yaml": "agreement: a\nvalues: {on: false, xs: [a]}\nclauses: {one: other, two: reserved}\n",
    "deals/less.yaml": "agreement: a\nvalues: {on: true, xs: [a, b, c]}\nclauses: {one: omit}\n"
    "add: {more: {before: two}}\n",
    "deals/own.yaml": "agreement: a\nvalues: {on: true, xs: [a]}\nclauses: {one: {text: '1. own one'}}\n",
}


def test_conditions_loops_variants_and_omissions_move_no_anchor(tmp_path: Path) -> None:
    small = Project(tmp_path)
    small.write(FILES)
    opened = whereas.open(tmp_path)
    found = {name: texts(contract.agreement) for name, contract in opened.deals.items()}
    reserved = found["other"].pop("two")
    assert "omitted" in reserved, "its number is kept, and its anchor"
    same(list(found.values()))
    assert found["on"]["general_2-1-1_2-1"] == "only b"
    assert found["on"]["general_2-1-1_2-2"] == "all in b"
    assert found["on"]["one_2-1-note-2"] == "noted two"
    assert found["other"]["one-other-1"] == "other one"
    assert found["own"]["one-own-1"] == "own one"
    assert "two-sub-1" in found["off"]


# ---- what holds for every source

WORDS = iter(range(10**9))


def block(draw: st.DrawFn, depth: int) -> list[str]:
    """Lines of a list: items, some with labels, in conditions and loops, with more of the same inside."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        word = f"w{next(WORDS)}"
        label = draw(st.sampled_from(["", "", f"{{#{word}}} "]))
        inner = block(draw, depth + 1) if depth < 2 and draw(st.booleans()) else []
        item = [f"1. {label}{word}", *(f"   {line}" for line in inner)]
        match draw(st.integers(0, 5)):
            case 0:
                item = [f"{{% if c{draw(st.integers(0, 2))} %}}", *item, "{% endif %}"]
            case 1:
                other = f"1. w{next(WORDS)}"
                item = [f"{{% if c{draw(st.integers(0, 2))} %}}", *item, "{% else %}", other, "{% endif %}"]
            case 2 if "{#" not in "".join(item):
                looped = [line.replace(word, f"{word} {{{{ x{depth} }}}}", 1) for line in item]
                item = [f"{{% for x{depth} in xs %}}", *looped, "{% endfor %}"]
        lines += item
    return lines


@st.composite
def sources(draw: st.DrawFn) -> str:
    heads = [f"\n{draw(st.sampled_from(['', '{% if c0 %}']))}## H{draw(st.integers(0, 1))}" for _ in range(2)]
    parts: list[str] = []
    for head in heads:
        body = "\n".join(block(draw, 0))
        parts.append(f"{head}\n\n{body}\n" + ("{% endif %}\n" if "{% if" in head else ""))
    return "".join(parts)


def variations(source: str) -> Iterator[dict[str, str]]:
    """The same page in deals with all values of its conditions, and with longer and shorter lists."""
    with TemporaryDirectory() as folder:
        project = Project(Path(folder))
        values = "    c0: {type: boolean}\n    c1: {type: boolean}\n    c2: {type: boolean}\n    xs: {type: list}\n"
        files = {"agreements/a.md": f"---\nagreement:\n  values:\n{values}---\n# T\n\n## First\n1. w\n{source}"}
        for number in range(8):
            said = ", ".join(f"c{bit}: {str(bool(number >> bit & 1)).lower()}" for bit in range(3))
            deal = f"agreement: a\nvalues: {{{said}, xs: [{', '.join('abc'[: number % 4])}]}}\n"
            files[f"deals/d{number}.yaml"] = deal
        project.write(files)
        for contract in whereas.open(project.root).deals.values():
            yield texts(contract.agreement)


@given(sources())
@settings(max_examples=25, deadline=None)
def test_no_condition_and_no_loop_moves_an_anchor(source: str) -> None:
    there: dict[str, str] = {}
    back: dict[str, str] = {}
    for found in variations(source):
        for anchor, words in found.items():
            if not re.match(r"w\d", words):  # a heading is what stands below it
                continue
            # what loops within loops say of the outer one is not in the words
            assert there.setdefault(anchor, words) == words, source
            if "{% for" not in source:
                assert back.setdefault(words, anchor) == anchor, source


# ---- the agreement that ships, in all variants and without each clause in turn


def choices(clauses: Mapping[str, Clause]) -> dict[str, str]:
    """Deals in which each clause is left out, with and without each other, and is in each variant and choice."""
    deals: dict[str, str] = {}
    for bit in range(len(clauses).bit_length()):
        for side in (0, 1):
            without = [id for number, id in enumerate(clauses) if number >> bit & 1 == side]
            deals[f"without-{bit}-{side}"] = f"clauses: {{{', '.join(f'{id}: omit' for id in without)}}}"
    values = {name: value for clause in clauses.values() for name, value in clause.values.items()}
    decided = {name: ("true", "false") if each.type == "boolean" else each.choices for name, each in values.items()}
    for number in range(max(map(len, (*decided.values(), *(each.variants for each in clauses.values()))))):
        variants = {
            id: list(each.variants)[number % len(each.variants)] for id, each in clauses.items() if each.variants
        }
        said = {name: each[number % len(each)] for name, each in decided.items() if each}
        deals[f"choice-{number}"] = f"clauses: {json.dumps(variants)}\nvalues: {json.dumps(said)}"
    return {name: f"agreement: cooperation\n{said}\n" for name, said in deals.items()}


def test_no_variant_and_no_omission_moves_an_anchor_of_the_shipped_agreement(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for folder in ("clauses", "parties"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "agreements").mkdir()
    shutil.copy(ROOT / "source/agreements/cooperation.md", tmp_path / "agreements")
    opened = whereas.open(tmp_path)
    project.write({f"deals/{name}.yaml": said for name, said in choices(opened.clauses).items()})
    there: dict[str, Place] = {}
    back: dict[Place, str] = {}
    for contract in whereas.open(tmp_path).deals.values():
        found = [each for each in walk_anchored(contract.agreement) if not each.label]
        count = Counter(each.place for each in found)
        for each in found:
            assert there.setdefault(each.anchor, each.place) == each.place, each.anchor
            if count[each.place] == 1:  # several of a loop stand in one line
                assert back.setdefault(each.place, each.anchor) == each.anchor, each.place
    assert len(there) > 100
