"""What lawyers look for, and what they want to see first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import visit
from playwright.sync_api import Browser, Page, expect
from projects import Built, Project

TEMPLATE, AURORA, CEDAR = "agreements/cooperation", "deals/aurora-borealis", "deals/cedar-delphi"
#: By what is typed: the page that is wanted first, and the provision in it; none where any on that page will do, or the
#: page itself. `<x>` is the number of provision x of the template, `<deal:x>` that of Aurora's deal.
WANTED = {
    # numbers, in every form
    "<liability-cap>": (TEMPLATE, "liability-cap"),
    "clause <liability-cap>": (TEMPLATE, "liability-cap"),
    "section <liability-cap>": (TEMPLATE, "liability-cap"),
    "Sec. <liability-cap>": (TEMPLATE, "liability-cap"),
    "article <liability>": (TEMPLATE, "liability"),
    "cl <notices-formal-1>": (TEMPLATE, "notices-formal-1"),
    "<notices-formal> a": (TEMPLATE, "notices-formal-1"),
    "<notices-formal> (A)": (TEMPLATE, "notices-formal-1"),
    "§ <notices> Abs. 2 Buchst. a": (TEMPLATE, "notices-formal-1"),
    "recital (B)": (TEMPLATE, "background-2"),
    "party 1": (TEMPLATE, "party-company"),
    "sch. 1": (TEMPLATE, "activities"),
    "Sch 2": (TEMPLATE, "commercial"),
    "schedule 5": (TEMPLATE, "background-rights"),
    "paragraph 3 of Schedule 2": (TEMPLATE, "conversion"),
    "Schedule 2, para 3": (TEMPLATE, "conversion"),
    "Cooperation Agreement, paragraph 2 of Schedule 1": (TEMPLATE, "service-2"),
    "Schedule 1 Part B": (TEMPLATE, "sales"),
    "Schedule 1 part c paragraph 2": (TEMPLATE, "service-2"),
    # numbers with words
    "Aurora <deal:liability-cap>": (AURORA, "liability-cap"),
    "<deal:liability-cap> Borealis": (AURORA, "liability-cap"),
    "super cap <liability-super-cap>": (TEMPLATE, "liability-super-cap"),
    "Borealis liability": (AURORA, None),
    "Cedarhaven Delphine exclusivity": (CEDAR, None),
    # sums, references
    "300,000": (CEDAR, "liability-cap-1"),
    "EUR 300,000": (CEDAR, "liability-cap-1"),
    "€300,000": (CEDAR, "liability-cap-1"),
    "300000": (CEDAR, "liability-cap-1"),
    "300.000 EUR": (CEDAR, "liability-cap-1"),
    "COOP-2026-014": (AURORA, None),
    "COOP-2026-021": (CEDAR, None),
    "HRB 00417": (AURORA, "party-collaborator"),
    # parties and people
    "Aurora": ("parties/aurora", None),
    "Aurora Robotics Ltd": ("parties/aurora", None),
    "Borealis": ("parties/borealis", None),
    "Wen Zhao": (AURORA, None),
    "Priya Nandakumar": (AURORA, None),
    # phrases and terms
    '"total liability"': (TEMPLATE, None),
    "“total liability”": (TEMPLATE, None),
    "business day": (TEMPLATE, "term-business-day"),
    "Effective Date": (TEMPLATE, "term-effective-date"),
    "background ip": (TEMPLATE, None),
    "key people": (TEMPLATE, "resources-key-persons"),
    # subjects
    "confidentiality": ("clauses/confidentiality", None),
    "limits on liability": ("clauses/liability", None),
    "non-solicitation": ("clauses/non-solicitation", None),
    "non solicitation": ("clauses/non-solicitation", None),
    "governing law": ("clauses/governing-law", None),
    "data protection": ("clauses/data/protection", None),
    "entire agreement": ("clauses/general/entire-agreement", None),
    "insolvency": (TEMPLATE, "termination-insolvency"),
    "mediation": (TEMPLATE, "disputes-mediation"),
    "super cap": (TEMPLATE, "liability-super-cap"),
    "deductible items": (TEMPLATE, "deductions"),
    "subcontractors": (TEMPLATE, None),
    "assign": ("clauses/general/assignment", None),
    "mediation standstill": ("clauses/disputes", None),
    "time for claims": (TEMPLATE, "liability-claim-time"),
    "material breach": (TEMPLATE, "termination-breach"),
    # mistyped
    "confidentialty": ("clauses/confidentiality", None),
    "terminaton": ("clauses/termination", None),
    "liablity": ("clauses/liability", None),
    "force majure": ("clauses/force-majeure", None),
}


@pytest.fixture(scope="module")
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    page = visit(browser, site, "search")
    yield page
    page.close()


@pytest.fixture(scope="module")
def numbers(site: Path) -> dict[str, str]:
    """The numbers of provisions, as the outline has them."""
    known = dict[str, str]()
    for lead, docname in {"": TEMPLATE, "deal:": AURORA}.items():
        outline = json.loads((site / f"_data/{docname}.json").read_text(encoding="utf-8"))
        known |= {f"{lead}{each['anchor']}": each["number"] for each in outline["provisions"]}
    return known


def ask(page: Page, query: str) -> None:
    """Type it over what was asked before, and wait until all is there."""
    page.locator("#wh-query").fill(query)
    page.keyboard.press("Enter")
    page.locator(".wh-found[aria-busy=false]").wait_for(state="attached")


def first(page: Page) -> tuple[str, str | None]:
    head = page.locator(".wh-found > :first-child")
    link = page.locator(".wh-found > ul:nth-child(2) > li:first-child a")
    return head.inner_text(), link.inner_text() if link.count() else None


@pytest.mark.parametrize("query", WANTED)
def test_the_answer_that_is_wanted_comes_first(query: str, opened: Page, numbers: dict[str, str]) -> None:
    ask(opened, re.sub(r"<(.*?)>", lambda found: numbers[found[1]], query))
    links = [opened.locator(f".wh-found > {where} a").first for where in ("h2", "ul:nth-child(2) > li:first-child")]
    page, anchor = WANTED[query]
    if anchor:
        assert links[1].get_attribute("href") == f"{page}.html#{anchor}"
    else:
        assert links[0].get_attribute("href") == f"{page}.html"


@pytest.mark.parametrize("query", ['"liability total"', "300,001", "EUR 30,000,000", "99.9(z)", "xylophone", "GDPR"])
def test_what_is_nowhere_is_not_found(query: str, opened: Page) -> None:
    ask(opened, query)
    assert opened.inner_text("#wh-search [role=status]") == "Nothing found."
    assert opened.locator(".wh-found > *").count() == 0


def test_each_find_of_a_sum_has_it(opened: Page) -> None:
    ask(opened, "EUR 300,000")
    texts = opened.locator(".wh-found li p").all_inner_texts()
    assert texts and all("EUR 300,000" in text.replace("\u00a0", " ") for text in texts)


def test_each_example_of_the_hint_finds_something(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "search")
    examples = page.locator(".wh-tip a").all_inner_texts()
    assert len(examples) == 6
    for example in examples:
        page.locator("#wh-query").fill("")
        page.locator(".wh-tip a", has_text=example).first.click()
        page.wait_for_url("**q=*")
        page.locator(".wh-found[aria-busy=false] h2").first.wait_for()
    page.close()


def test_a_mistyped_word_is_told_and_the_nearest_one_offered(opened: Page) -> None:
    ask(opened, "confidentialty")
    status = opened.locator("#wh-search [role=status]")
    assert status.inner_text().startswith("Nothing has “confidentialty”. This is what has “confidentiality”.")
    status.locator("a").click()
    opened.locator(".wh-found[aria-busy=false] h2").first.wait_for()
    assert opened.locator("#wh-query").input_value() == "confidentiality"


def test_an_agreement_is_looked_through_first_for_who_comes_from_it(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.locator("form[role=search] input[name=q]").fill("governing law")
    page.keyboard.press("Enter")
    page.locator(".wh-found[aria-busy=false] h2").first.wait_for()
    assert page.locator(".wh-found a").first.get_attribute("href") == f"{AURORA}.html"
    page.get_by_label("First in:").uncheck()
    expect(page.locator(".wh-found h2").first).to_have_text("Governing law")
    page.close()


def test_results_come_while_one_types_and_the_arrows_go_through_them(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "search")
    page.locator("#wh-query").press_sequentially("mediat")
    page.wait_for_url("**?q=mediat")
    page.locator(".wh-found[aria-busy=false] li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent.trim()").endswith("Disputes: Mediation")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "wh-query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "wh-query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cooperation.html#disputes-mediation")
    page.go_back()
    page.locator(".wh-found li").first.wait_for()
    assert page.locator("#wh-query").input_value() == "mediat", "what was typed is in the address"
    page.close()


def test_words_that_no_passage_has_together_show_those_that_have_most(abroad: Page) -> None:
    ask(abroad, "weighed Gérante")
    assert "No place has all of these words." in abroad.inner_text("#wh-search [role=status]")
    assert abroad.locator(".wh-found h2").count() == 2


# ---- other languages and styles -------------------------------------------------------------------------------------

FILES = {
    "agreements/charter.md": """
        ---
        agreement: {style: us}
        ---
        # Charter

        ## Parcels
        1. First Section.
           1. A parcel is weighed.
        1. Second Section, of USD 1,500,000.
        """,
    "agreements/miete.md": """
        ---
        agreement: {style: continental, locale: de}
        ---
        # Mietvertrag

        ## Mietzins
        1. Die Firma Müller zahlt 1.500.000 EUR, Herr Mueller nichts, auf der Straße.
        1. Hélène ist die Gérante; Œuvres.

        {.schedule}
        ## Preise
        1. Ein Preis von 19 %.
        """,
}


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("tongues"))
    project.write(FILES)
    return project.build(html_theme="furo")


@pytest.fixture(scope="module")
def abroad(browser: Browser, tongues: Built) -> Iterator[Page]:
    page = visit(browser, tongues.out, "search")
    yield page
    page.close()


OTHERS = {
    **dict.fromkeys(("Section 1.01(a)", "Sec. 1.01 (a)", "section 1.1(a)"), ("Charter", "1.01(a) Parcels")),
    **dict.fromkeys(("Article I", "article i"), ("Charter", "I Parcels")),
    **dict.fromkeys(("$1,500,000", "USD 1,500,000"), ("Charter", "1.02 Parcels")),
    **dict.fromkeys(
        ("§ 1 Abs. 2 Gérante", "Mietvertrag § 1 (2)", "Mietvertrag § 1 Absatz 2"), ("Mietvertrag", "1 (2) Mietzins")
    ),
    **dict.fromkeys(("Anlage 1", "Anl. 1", "anlage 1"), ("Mietvertrag", "Anlage 1 Preise")),
    **dict.fromkeys(("Muller", "Müller", "MÜLLER", "Mueller", "strasse", "Straße"), ("Mietvertrag", "1 (1) Mietzins")),
    **dict.fromkeys(("1.500.000 EUR", "Firma 1500000"), ("Mietvertrag", "1 (1) Mietzins")),
    **dict.fromkeys(("Helene", "hélène", "Gerante", "oeuvres", "œuvre"), ("Mietvertrag", "1 (2) Mietzins")),
    **dict.fromkeys(("19%", "19 Prozent"), ("Mietvertrag", "1 der Anlage 1 Preise")),
}


@pytest.mark.parametrize("query", OTHERS)
def test_letters_and_numbers_of_other_languages_are_found(query: str, abroad: Page) -> None:
    ask(abroad, query)
    assert first(abroad) == OTHERS[query]


def test_both_spellings_of_an_umlaut_are_marked(abroad: Page) -> None:
    ask(abroad, "mueller")
    assert abroad.locator(".wh-found mark").all_inner_texts() == ["Müller", "Mueller"]
