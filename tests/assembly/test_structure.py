"""How an agreement is built: what stands before its first heading, bare provisions, what is attached, parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from paper import need_tex, pdf_text, set_all
from projects import Built, Project


def page(body: str, style: str = "uk", title: str = "Supply Agreement") -> str:
    return f"---\nagreement:\n  style: {style}\n  roles: {{seller: Seller, buyer: Buyer}}\n---\n# {title}\n\n{body}"


PARTIES = """
This agreement is made between:

:::{parties}
:::

1. {#why}
   The Seller makes robots.
1. The Buyer wants them, see {clause}`why, party.buyer`.

{#sale}
## Sale
1. {#price}
   The price follows from {clause}`price`, and {clause}`sale` from {clause}`party.seller`.
"""
BY_HAND = """
1. {{ seller.name }} (the "Seller"); and
1. {{ buyer.name }} (the "Buyer").

{.roman}
1. Background.

## Sale
1. Words.
"""
LETTER = """
Dear Sir,

1. {#we}
   We sell.
1. You buy under {clause}`we`.

{.unnumbered}
## Signatures
:::{signatures}
:::
"""
BESIDE = """
{#end}
## Termination

### Cause
A party may end this agreement for cause.

{#notice}
###
A party may end this agreement by notice that says:

1. when it ends; and
1. {#why}
   why it ends.

### Effect
What ends under {clause}`notice, why` ends for good, and so does {clause}`end`.
"""
ATTACHED = """
{#a}
## Clause
1. See {clause}`spare`, {clause}`parts-list`, {clause}`form`.

{.schedule #goods}
## Goods
1. {#robots}
   Robots, and {clause}`spare`.

{.schedule #parts-list}
### Spare parts
1. {#spare}
   Arms, see {clause}`robots` and {clause}`parts-list`.

{.schedule}
## Services
1. None but those in {clause}`parts-list`.

{.appendix}
### Levels
1. None.

{.annex #form}
## Form of order
1. Words.
"""
PARTED = """
{#general}
## Terms of all parts
1. Words.

{.part #sale}
## Sale

{#price}
### Price
1. {clause}`price`, {clause}`general`, {clause}`service` and {clause}`sale`.

{.part}
## Service

{#service}
### Service
1. {clause}`price`, {clause}`service`, {clause}`general`.

{.schedule}
## Rates
1. {clause}`price`, {clause}`general`.
"""
PAGES = {
    "preamble": page(PARTIES),
    "american": page(PARTIES, "us"),
    "silent": page(PARTIES, "{like: us, parties: none}").replace("party.buyer", "why"),
    "by-hand": page(BY_HAND),
    "letter": page(LETTER),
    "beside": page(BESIDE),
    "beside-us": page(BESIDE, "us"),
    "attached": page(ATTACHED),
    "attached-de": page(ATTACHED).replace("  style: uk", "  style: continental\n  locale: de"),
    "parted": page(PARTED, "{restart: part}"),
    "parted-de": page(PARTED).replace("  style: uk", "  style: {like: continental, restart: part}\n  locale: de"),
    "through": page(PARTED, "{restart: never}"),
}


def write(root: Path) -> Project:
    project = Project(root)
    index = "# Home\n\n```{toctree}\n:glob:\nagreements/*\n```\n"
    silent = PAGES["silent"].replace(" from {clause}`party.seller`", "")
    pages = {f"agreements/{name}.md": text for name, text in {**PAGES, "silent": silent}.items()}
    project.write({"index.md": index, **pages})
    return project


@pytest.fixture(scope="module")
def outlines(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = write(tmp_path_factory.mktemp("structure")).build("outline")
    assert built.messages == ""
    return built


def marked(built: Built, name: str) -> list[str]:
    """What stands in the margin."""
    return [each["marker"] for each in built.outline(f"agreements/{name}")["provisions"]]


def split(text: str) -> list[str]:
    return text.split("|")


def numbers(built: Built, name: str) -> list[str]:
    return built.numbers(f"agreements/{name}")


def cites(built: Built, name: str) -> list[str]:
    return list(dict.fromkeys(built.cites(f"agreements/{name}")))


# ---- before the first heading


def test_parties_and_recitals_under_the_title_have_numbers_of_their_own(outlines: Built) -> None:
    assert marked(outlines, "preamble") == ["(1)", "(2)", "(A)", "(B)", "1.", "1.1"]
    assert cites(outlines, "preamble") == ["party (2) and recital (A)", "clause 1.1", "clause 1", "party (1)"]


def test_american_clauses_begin_with_article_one(outlines: Built) -> None:
    assert marked(outlines, "american") == ["(1)", "(2)", "(A)", "(B)", "Article I", "Section 1.01"]
    assert "Section 1.01" in cites(outlines, "american")


def test_a_style_leaves_the_parties_unnumbered(outlines: Built) -> None:
    assert marked(outlines, "silent") == ["(A)", "(B)", "Article I", "Section 1.01"]


def test_parties_typed_by_hand_are_parties_and_a_list_keeps_its_own_form(outlines: Built) -> None:
    assert marked(outlines, "by-hand") == ["(1)", "(2)", "(i)", "1.", "1.1"]


def test_without_a_clause_that_has_a_heading_the_list_is_the_clauses(outlines: Built) -> None:
    assert numbers(outlines, "letter") == ["1", "2"]
    assert cites(outlines, "letter") == ["clause 1"]


def test_each_citation_of_the_preamble_is_told_once(outlines: Built) -> None:
    found = outlines.outline("agreements/preamble")["references"]
    assert [each["text"] for each in found].count("clause 1.1") == 1


# ---- with and without headings


def test_a_provision_without_a_heading_stands_beside_those_that_have_one(outlines: Built) -> None:
    assert numbers(outlines, "beside") == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)", "1.3"]
    assert cites(outlines, "beside") == ["clauses 1.2 and 1.2(b)", "clause 1"]
    assert marked(outlines, "beside-us") == split("Article I|Section 1.01|Section 1.02|(a)|(b)|Section 1.03")


AMBIGUOUS = "\n## End\n{first}\n### Cause\n{own}\n\n1. One.\n{more}\n### Effect\nThe end.\n"


@pytest.mark.parametrize(
    ("first", "own", "more", "reported"),
    [
        ("", "A party may end this.", "", True),  # nobody numbers one item alone
        ("", "A party may end this:", "", False),
        ("", "A party may end this.", "1. Two.\n", False),
        ("1. Bare.\n", "A party may end this.", "1. Two.\n", True),  # its neighbours are bare as well
        ("1. Bare.\n", "A party may end this if", "1. Two.\n", False),
        ("", "", "", False),  # a heading with nothing else but its list
        ("1. Bare.\n", "", "1. Two.\n", False),
    ],
)
def test_a_list_that_may_belong_beside_its_heading_is_told(
    first: str, own: str, more: str, reported: bool, tmp_path: Path
) -> None:
    project = Project(tmp_path)
    project.write({"index.md": page(AMBIGUOUS.format(first=first, own=own, more=more))})
    messages = project.build("dummy").messages
    assert ("because it follows text there" in messages) == reported
    assert not reported or "index.md:" in messages


def test_a_heading_below_one_without_words_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"index.md": page("## End\n\n###\nBare.\n\n#### Deeper\nWords.\n")})
    assert "this heading stands below one that has no words" in project.build("dummy").messages


# ---- what is attached, and parts


def test_schedules_of_schedules_and_annexes(outlines: Built) -> None:
    assert numbers(outlines, "attached") == [
        "1",
        "1.1",
        "Schedule 1",
        "1 of Schedule 1",
        "Appendix 1 of Schedule 1",
        "1 of Appendix 1 of Schedule 1",
        "Schedule 2",
        "1 of Schedule 2",
        "Appendix 1 of Schedule 2",
        "1 of Appendix 1 of Schedule 2",
        "Annex A",
        "1 of Annex A",
    ]
    found = cites(outlines, "attached")
    assert found[:3] == ["paragraph 1 of Appendix 1 of Schedule 1", "Appendix 1 of Schedule 1", "Annex A"]
    assert "paragraph 1 of Schedule 1" in found, "from its appendix"


def test_what_is_attached_has_names_in_other_languages(outlines: Built) -> None:
    found = [each for each in marked(outlines, "attached-de") if each[0] == "A"]
    assert found == ["Anlage 1", "Anhang 1", "Anlage 2", "Anhang 1", "Anhang A"]


def test_clauses_may_begin_anew_in_each_part_and_are_cited_with_it(outlines: Built) -> None:
    assert marked(outlines, "parted") == split("1.|1.1|Part A|1.|1.1|Part B|1.|1.1|Schedule 1|1.")
    found = outlines.outline("agreements/parted")["references"]
    assert [each["text"] for each in found if each["number"] not in ("Part A", "Part B")] == [
        *("Clause 1", "clause 1 of this agreement", "clause 1 of Part B"),
        *("Clause 1 of Part A", "clause 1", "clause 1 of this agreement"),
        *("Clause 1 of Part A", "clause 1"),
    ]
    assert "§ 1 dieses Vertrags" in outlines.cites("agreements/parted-de")
    assert "§ 1 des Teils A" in outlines.cites("agreements/parted-de")


def test_numbers_may_never_begin_anew(outlines: Built) -> None:
    assert marked(outlines, "through") == split("1.|1.1|Part A|2.|2.1|Part B|3.|3.1|Schedule 1|4.")


# ---- in every output


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    project = write(tmp_path_factory.mktemp("outputs"))
    built = {builder: project.build(builder) for builder in ("html", "latex", "text")}
    assert [each.messages for each in built.values()] == ["", "", ""]
    return built


def test_every_output_says_the_same(site: dict[str, Built]) -> None:
    text = site["text"].text("agreements/beside")
    assert "1.2 A party may end this agreement by notice" in text
    words = site["html"].words("agreements/beside")
    assert "1.2 A party may end this agreement by notice" in words
    latex = (site["latex"].out / "beside.tex").read_text(encoding="utf-8")
    assert "{legalpara}{2}{1.2}" in latex
    assert latex.index("LegalSubheading{2}{1.1}") < latex.index("{legalpara}{2}{1.2}")
    assert latex.index("{legalpara}{2}{1.2}") < latex.index("LegalSubheading{2}{1.3}")


def test_a_provision_without_a_heading_has_its_permalink_and_what_is_said_of_it(site: dict[str, Built]) -> None:
    markup = site["html"].page("agreements/beside")
    assert 'id="notice"' in markup
    assert '<a class="wh-number" href="#notice">1.2</a>' in markup
    assert "Cited in" in markup[markup.index('id="notice"') : markup.index("why it ends")]


def test_what_is_attached_is_set_as_schedules_are(site: dict[str, Built]) -> None:
    latex = (site["latex"].out / "attached.tex").read_text(encoding="utf-8")
    assert "\\LegalSchedule{Appendix 1}{Spare parts}" in latex
    assert "\\LegalSchedule{Annex A}{Form of order}" in latex
    assert "\\LegalEntry{part}{Appendix 1}" in latex
    assert "wh-annex wh-schedule" in site["html"].page("agreements/attached")


def test_recitals_before_the_first_heading_say_who_cites_them(site: dict[str, Built]) -> None:
    markup = site["html"].page("agreements/preamble")
    assert "Cited in" in markup[markup.index('id="why"') : markup.index("wants them")]


def test_a_heading_right_below_another_has_its_number_where_its_neighbours_have_theirs(tmp_path: Path) -> None:
    need_tex()
    project = Project(tmp_path)
    project.write({"index.md": page(BESIDE)})
    folder = project.build("latex").out
    set_all(folder)
    words = re.findall(r'xMin="([\d.]+)".*>(1\.[123])<', pdf_text(folder / "index.pdf", "-bbox", "-f", "3"))
    places = {number: place for place, number in reversed(words)}  # where each stands first
    assert len({places["1.1"], places["1.2"], places["1.3"]}) == 1


# ---- a clause whose number is kept


def test_a_clause_can_go_after_one_whose_number_is_kept(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clauses = {f"clauses/{name}.yaml": f"title: {name.title()}\ntext: 1. x\n" for name in ("one", "two", "more")}
    body = ":::{clause} one\n:::\n:::{clause} two\n:::\n"
    deal = "agreement: a\nclauses: {one: reserved}\nadd:\n  more: {after: one}\n"
    project.write({"agreements/a.md": page(body), "deals/d.yaml": deal, **clauses, "parties/p.yaml": "name: P\n"})
    built = project.build("outline")
    assert built.messages == ""
    titles = [each["title"] for each in built.outline("deals/d")["provisions"] if each["level"] == 1]
    assert titles == ["[Intentionally omitted]", "More", "Two"]
