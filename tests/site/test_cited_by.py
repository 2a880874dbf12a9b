"""Cited by: each provision shows which others cite it; and a page tells in few words how each is cited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Project, visible

PAGE = """
    ---
    agreement:
      roles: {company: Company}
    ---
    # Supply Agreement

    {#duties}
    ## Duties
    1. {#main}
       The Company pays as {clause}`late` says, and as {clause}`this-one` says, and:
       1. {#first}
          first, {item}`run` at once;
       1. {#second}
          second.
    1. {#this-one}
       This {clause}`this-one` and {clause}`duties` stand.

    {#late}
    ## Late payment
    1. It follows {clause}`first, second` and {clause}`main`, and once more {clause}`main`, and {clause}`run`.
    1. Clauses {number}`main, this-one, late`, and {clause}`low`.

    {.schedule #prices}
    ## Prices
    1. {#low}
       As in {clause}`late`.
    1. As in {clause}`low`.
    """


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    project = Project(tmp_path_factory.mktemp("cited"))
    project.write({"agreements/a.md": PAGE})
    built = project.build()
    assert "a.md" not in built.messages
    return built.page("agreements/a")


def cited(page: str, anchor: str) -> str:
    """What stands below the first paragraph of a provision, or the heading of a section, about who cites it."""
    after = page[page.index(f'id="{anchor}"') :]
    found = re.match(r".*?(?:</p>|</h2>)\s*(?:<p class=\"wh-cited\">(.*?)</p>)?", after, re.DOTALL)
    return visible(found[1] or "").replace("\N{NO-BREAK SPACE}", " ") if found else ""


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("main", "Cited in 2.1 and 2.2"),
        ("first", "Cited in 2.1"),
        ("second", "Cited in 2.1"),
        ("this-one", "Cited in 1.1 and 2.2"),
        ("duties", ""),
        ("late", "Cited in 1.1 and 1 of Schedule 1"),
        ("low", "Cited in 2.2 and 2 of Schedule 1"),
        ("prices", "Cited in 2.2"),  # as paragraph 1 of Schedule 1
    ],
)
def test_a_provision_shows_which_others_cite_it(anchor: str, words: str, page: str) -> None:
    assert cited(page, anchor) == words


def test_the_numbers_lead_to_those_provisions(page: str) -> None:
    assert '<p class="wh-cited">Cited in <a href="#late-1">2.1</a> and <a href="#late-2">2.2</a></p>' in page


def test_who_cites_it_is_no_part_of_the_contract(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE})
    assert "Cited in" not in project.build("text").text("agreements/a")
    tex = project.build("latex").out
    assert all("Cited in" not in path.read_text() for path in tex.glob("*.tex"))


def test_the_words_are_those_of_the_language(tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = "# Vertrag\n\n{#eins}\n## Eins\n1. Ein Satz.\n\n## Zwei\n1. Nach {clause}`eins`.\n"
    project.write({"agreements/a.md": f"---\nagreement: {{locale: de}}\n---\n{text}"})
    assert cited(project.build().page("agreements/a"), "eins").startswith("Zitiert in")


def test_how_provisions_are_cited_is_said_once_for_a_section(page: str) -> None:
    assert re.findall(r'data-cite="([^"]*)"', page) == ["clause %", "clause %", "paragraph % of Schedule 1"]
    assert 'data-of="of the Supply Agreement"' in page


def test_what_fits_no_pattern_has_its_whole_citation(tmp_path: Path) -> None:
    project = Project(tmp_path)
    head = "---\nagreement: {style: us}\n---\n# A\n\n## One\n"
    project.write({"agreements/a.md": f"{head}1. First:\n   1. sub;\n\n{{.alpha}}\n1. other.\n"})
    page = project.build().page("agreements/a")
    assert re.search(r'<div class="wh-text" data-cite="[^"]*%', page)
