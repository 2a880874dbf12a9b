"""Numbers and references as authors use them: styles, lists, levels, schedules, omission, the same clause twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from projects import Built, Project

INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\n```\n"


def build(tmp_path: Path, page: str, files: dict[str, str] | None = None, **config: Any) -> Built:
    """The outline of one page, with clauses as given."""
    project = Project(tmp_path)
    index = INDEX + ("\n```{toctree}\n:glob:\nclauses/*\n```\n" if files else "")
    project.write({"index.md": index, "agreements/one.md": page, **(files or {})})
    return project.build("outline", **config)


def numbers(built: Built) -> str:
    assert built.messages == ""
    return " | ".join(built.numbers("agreements/one"))


def cites(built: Built) -> list[str]:
    assert built.messages == ""
    return built.cites("agreements/one")


def page(body: str, style: str = "", title: str = "One") -> str:
    header = f"agreement: {{style: {style}}}" if style else "agreement:"
    return f"---\n{header}\n---\n# {title}\n\n{body}"


LEVELS = "## A\n1. x\n   1. y\n      1. z\n1. x\n\n## B\n### C\n1. x\n"
STYLES = {
    "uk": "1 | 1.1 | 1.1(a) | 1.1(a)(i) | 1.2 | 2 | 2.1 | 2.1(a)",
    "us": "I | 1.01 | 1.01(a) | 1.01(a)(i) | 1.02 | II | 2.01 | 2.01(a)",
    "decimal": "1 | 1.1 | 1.1.1 | 1.1.1.1 | 1.2 | 2 | 2.1 | 2.1.1",
    "continental": "1 | 1 (1) | 1 (1) a) | 1 (1) a) aa) | 1 (2) | 2 | 2 (1) | 2 (1) a)",
    "article": "1 | 1.1 | 1.1(a) | 1.1(a)(i) | 1.2 | 2 | 2.1 | 2.1(a)",
    '{levels: ["1.", "(a)", "(i)", "(A)"]}': "1 | 1(a) | 1(a)(i) | 1(a)(i)(A) | 1(b) | 2 | 2(a) | 2(a)(i)",
    '{levels: ["A.", "1.", "a)", "(i)"]}': "A | A.1 | A.1 a) | A.1 a)(i) | A.2 | B | B.1 | B.1 a)",
}


@pytest.mark.parametrize("style", STYLES)
def test_styles(style: str, tmp_path: Path) -> None:
    assert numbers(build(tmp_path, page(LEVELS, style))) == STYLES[style]


CITED = "{#a}\n## A\n1. {#x}\n   y\n1. {clause}`a, x` {clause}`x` {number}`x` {clause-title}`a` {clause}`a, b, c`\n\n"
CITED += "{#b}\n## B\n{#c}\n## C\n{.schedule #s}\n## S\n1. {#p}\n   {clause}`p, s`\n"
WORDS = {
    "uk": ["clause 1.1", "1.1", "clause 1 (A)", "clauses 1 to 3", "Schedule 1 and paragraph 1"],
    "us": ["Section 1.01", "1.01", "Article I (A)", "Articles I through III", "Exhibit A and paragraph 1"],
    "continental": ["§ 1 (1)", "1 (1)", "§ 1 (A)", "§§ 1 to 3", "Annex 1 and paragraph 1"],
    '{clause: [cl., cll.], paragraph: para, conjunction: "&", schedule: Annex A}': [
        *("cl. 1.1", "1.1", "cl. 1 (A)", "cll. 1 to 3", "Annex A & para 1")
    ],
    '{levels: ["1.", "1.1."], reference: "Section {number}"}': [
        *("Section 1.1", "1.1", "Section 1 (A)", "Sections 1 to 3", "Schedule 1 and paragraph 1")
    ],
}


@pytest.mark.parametrize("style", WORDS)
def test_words_of_references(style: str, tmp_path: Path) -> None:
    found = dict.fromkeys(cites(build(tmp_path, page(CITED, style))))
    for words in WORDS[style]:
        assert words in found, (words, list(found))


def test_numbering_runs_on_through_lists_and_text(tmp_path: Path) -> None:
    body = "## A\n1. x\n\nText between.\n\n1. y\n   1. z\n\n   Text inside.\n\n   1. z\n\n> 1. quoted\n\n1. w\n"
    assert numbers(build(tmp_path, page(body))) == "1 | 1.1 | 1.2 | 1.2(a) | 1.2(b) | 1.3"  # what is quoted has its own


def test_a_class_changes_one_list(tmp_path: Path) -> None:
    body = "## A\n{.alpha}\n1. x\n1. y\n\nText.\n\n1. z\n\n   {.upper-roman}\n   1. w\n\n{.plain}\n1. p\n"
    assert numbers(build(tmp_path, page(body))) == "1 | 1(a) | 1(b) | 1.1 | 1.1(I)"


def test_text_without_a_number_stays_in_its_provision(tmp_path: Path) -> None:
    built = build(tmp_path, page("## A\n1. First.\n\n   Second, {this}`clause`.\n1. z\n"))
    provision = built.outline("agreements/one")["provisions"][1]
    assert (provision["number"], provision["text"]) == ("1.1", "First. Second, this clause 1.1.")


def test_recitals_parties_and_run_in_items(tmp_path: Path) -> None:
    body = """{.recitals}
## Background
1. {#why}
   Because.

## A
1. {#list}
   It has {item}`one` one and {item}`two` two.
1. {clause}`why`, {clause}`two`, {clause}`one, two`.
"""
    built = build(tmp_path, page(body))
    assert numbers(built) == "(A) | 1 | 1.1 | 1.1(a) | 1.1(b) | 1.2"
    assert cites(built) == ["Recital (A)", "clause 1.1(b)", "clauses 1.1(a) and (b)", "clauses 1.1(a) and (b)"]


FORM = {"clauses/form.yaml": "title: Form\ntext: |\n  1. {#date}\n     The date, as {clause}`.date` says.\n"}
TWICE = """{.schedule #first}
## First form
:::{clause} form
:::

{.schedule #second}
## Second form
:::{clause} form
:as: again
:::
1. {clause}`form.date`, {clause}`again.date`, {clause}`first, second`.
"""


def test_the_same_clause_twice(tmp_path: Path) -> None:
    built = build(tmp_path, page(TWICE), FORM)
    assert numbers(built) == (
        "Schedule 1 | 1 of Schedule 1 | 1.1 of Schedule 1 | "
        "Schedule 2 | 1 of Schedule 2 | 1.1 of Schedule 2 | 1.2 of Schedule 2"
    )
    beside = "Paragraph 1.1 of Schedule 1"
    assert cites(built)[:5] == ["paragraph 1.1", "paragraph 1.1", beside, beside, "paragraph 1.1"]


OMITTED = {
    "index.md": INDEX + "\n```{toctree}\n:glob:\nclauses/*\ndeals/*\nparties/*\n```\n",
    "clauses/one.yaml": "title: One\ntext: 1. x\n",
    "clauses/two.yaml": "title: Two\ntext: 1. x\n",
    "clauses/three.yaml": """
        title: Three
        text: |
          1. {% if included("two") %}{clause}`two` applies.{% else %}No.{% endif %}
        """,
    "deals/less.yaml": "agreement: one\nclauses: {two: omit}\n",
    "deals/kept.yaml": "agreement: one\nclauses: {two: reserved}\n",
    "deals/also.yaml": "agreement: one\nomitted: reserved\nclauses: {two: omit}\n",
    "parties/p.yaml": "name: P\n",
}
ALL = page(":::{clause} one\n:::\n:::{clause} two\n:::\n:::{clause} three\n:::\n")


def test_omission_renumbers_or_reserves(tmp_path: Path) -> None:
    built = build(tmp_path, ALL, OMITTED)
    assert numbers(built) == "1 | 1.1 | 2 | 2.1 | 3 | 3.1"
    assert built.numbers("deals/less") == ["1", "1.1", "2", "2.1"]
    for deal in ("deals/kept", "deals/also"):
        assert built.numbers(deal) == ["1", "1.1", "2", "3", "3.1"]
        assert built.outline(deal)["provisions"][2]["title"] == "[Intentionally omitted]"


def test_a_project_has_styles_of_its_own(tmp_path: Path) -> None:
    styles = {"house": {"like": "us", "levels": ["1.", "(a)"], "reference": "Paragraph {number}"}}
    built = build(tmp_path, page(CITED.replace("s`", "a`")), whereas_style="house", whereas_styles=styles)
    assert numbers(built).startswith("1 | 1(a) | 1(b) | 2 | 3 | Exhibit A")
    assert "Paragraph 1(a)" in cites(built)


def test_numbers_are_the_same_literals_everywhere(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"index.md": INDEX, "agreements/one.md": page("{#a}\n## Alpha\n1. See {clause}`a`.\n", "us")})
    site = project.build()
    assert site.messages == ""
    assert "Article I Alpha" in site.words("agreements/one")
    assert "Article I Alpha" in site.words("index"), "the table of contents of another page"
    assert "Article I Alpha" in (site.out / "searchindex.js").read_text(encoding="utf-8")
    latex = project.build("latex")
    assert "{Article I}{Alpha}" in (latex.out / "one.tex").read_text(encoding="utf-8")


def test_forty_items_and_five_levels(tmp_path: Path) -> None:
    body = "## A\n1. x\n" + "   1. y\n" * 30 + "      1. z\n         1. w\n"
    found = numbers(build(tmp_path, page(body))).split(" | ")
    assert found[27:31] == ["1.1(z)", "1.1(aa)", "1.1(bb)", "1.1(cc)"]
    assert found[-1] == "1.1(dd)(i)(A)"
