"""What lawyers look for, and what they want to see first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import visit
from playwright.sync_api import Browser, Page, expect
from projects import Built, Project

TEMPLATE, CEDAR = "Cooperation Agreement", "Cedarhaven and Delphine, home care deliveries"
AURORA = "Aurora and Borealis, service robots"
#: By what is typed: the page that is wanted first, and the provision in it; none where the page itself is the answer.
WANTED = {
    # numbers, in every form
    "21.3": (TEMPLATE, "21.3 Limits on liability: Cap"),
    "clause 21.3": (TEMPLATE, "21.3 Limits on liability: Cap"),
    "section 20.3": (TEMPLATE, "20.3 Indemnities: Procedure"),
    "Sec. 21.3": (TEMPLATE, "21.3 Limits on liability: Cap"),
    "article 21": (TEMPLATE, "21 Limits on liability"),
    "cl 28.2(a)": (TEMPLATE, "28.2(a) Notices"),
    "28.2 a": (TEMPLATE, "28.2(a) Notices"),
    "§ 28 Abs. 2 Buchst. a": (TEMPLATE, "28.2(a) Notices"),
    "recital (B)": (TEMPLATE, "(B) Background"),
    "party 1": (TEMPLATE, "(1) Parties"),
    "sch. 1": (TEMPLATE, "Schedule 1 Joint activities"),
    "Sch 2": (TEMPLATE, "Schedule 2 Commercial terms"),
    "schedule 5": (TEMPLATE, "Schedule 5 Background rights"),
    "paragraph 2.1 of Schedule 2": (TEMPLATE, "2.1 of Schedule 2 Commercial terms"),
    "Schedule 2, para 2.1": (TEMPLATE, "2.1 of Schedule 2 Commercial terms"),
    "paragraph 2 of Schedule 1": (TEMPLATE, "2 of Part A of Schedule 1 Marketing"),
    "Schedule 1 Part B": (TEMPLATE, "Part B of Schedule 1 Sales"),
    "Schedule 1 part b paragraph 2": (TEMPLATE, "2 of Part B of Schedule 1 Sales"),
    # numbers with words
    "Aurora 20.3": (AURORA, "20.3 Limits on liability: Cap"),
    "20.3 Cedarhaven": (CEDAR, "20.3 Limits on liability: Cap"),
    "liability 20.4": (AURORA, "20.4 Limits on liability: Super Cap"),
    "Borealis liability": (AURORA, None),
    "Cedarhaven exclusivity": (CEDAR, None),
    # sums, shares, spans, references
    "500,000": (AURORA, "20.3 Limits on liability: Cap"),
    "EUR 500,000": (AURORA, "20.3 Limits on liability: Cap"),
    "€500,000": (AURORA, "20.3 Limits on liability: Cap"),
    "500000": (AURORA, "20.3 Limits on liability: Cap"),
    "500.000 EUR": (AURORA, "20.3 Limits on liability: Cap"),
    "300,000": (CEDAR, None),
    "COOP-2026-014": (AURORA, None),
    "COOP-2026-021": (CEDAR, None),
    "HRB 00417": (AURORA, "(2) Parties"),
    # parties and people
    "Aurora": ("Aurora Robotics Ltd", None),
    "Aurora Robotics Ltd": ("Aurora Robotics Ltd", None),
    "Borealis": ("Borealis Analytics GmbH", None),
    "Wen Zhao": (AURORA, "4.1 of Schedule 4 Contacts and escalation"),
    "Priya Nandakumar": (AURORA, None),
    # phrases and terms
    '"change of control"': (TEMPLATE, "25.6 Termination: Change of Control"),
    "Change of Control": (TEMPLATE, "25.6 Termination: Change of Control"),
    '"total liability"': (TEMPLATE, "21.3 Limits on liability: Cap"),
    "“total liability”": (TEMPLATE, "21.3 Limits on liability: Cap"),
    "business day": (TEMPLATE, "Business Day"),
    "Effective Date": (TEMPLATE, "Effective Date"),
    "background ip": (TEMPLATE, "13.1 Ownership of intellectual property: Background IP"),
    "key persons": (AURORA, "4 of Schedule 4 Contacts and escalation: Key Persons"),
    # subjects
    "confidentiality": ("Confidentiality", None),
    "limits on liability": ("Limits on liability", None),
    "non-solicitation": ("Non-solicitation", None),
    "non solicitation": ("Non-solicitation", None),
    "governing law": ("Governing law", None),
    "data protection": ("Data protection", None),
    "entire agreement": (TEMPLATE, "29.7 General terms: Entire agreement"),
    "insolvency": (TEMPLATE, "25.5 Termination: Insolvency"),
    "mediation": (TEMPLATE, "27.2 Disputes: Mediation"),
    "courts": (TEMPLATE, "27.7 Disputes: Courts"),
    "super cap": (TEMPLATE, "21.4 Limits on liability: Super Cap"),
    "steering committee": (TEMPLATE, "4.2 Governance: Steering Committee"),
    "deductible items": (TEMPLATE, "2 of Schedule 2 Commercial terms: Deductible Items"),
    "subcontractors": (TEMPLATE, None),
    "assign": (TEMPLATE, None),
    # mistyped
    "confidentialty": ("Confidentiality", None),
    "terminaton": ("Termination", None),
    "liablity": ("Limits on liability", None),
    "force majure": ("Force majeure", None),
}


@pytest.fixture(scope="module")
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    page = visit(browser, site, "search")
    yield page
    page.close()


def ask(page: Page, query: str) -> None:
    """Type it, and wait until all is there."""
    page.goto(f"{page.url.partition('?')[0]}")
    page.locator("#wh-query").fill(query)
    page.keyboard.press("Enter")
    page.locator(".wh-found[aria-busy=false]").wait_for(state="attached")


def first(page: Page) -> tuple[str, str | None]:
    head = page.locator(".wh-found > :first-child")
    link = page.locator(".wh-found > ul:nth-child(2) > li:first-child a")
    return head.inner_text(), link.inner_text() if link.count() else None


@pytest.mark.parametrize("query", WANTED)
def test_the_answer_that_is_wanted_comes_first(query: str, opened: Page) -> None:
    ask(opened, query)
    page, provision = first(opened)
    assert (page, provision if WANTED[query][1] else None) == WANTED[query]


@pytest.mark.parametrize("query", ['"liability total"', "500,001", "EUR 50,000,000", "99.9(z)", "xylophone", "GDPR"])
def test_what_is_nowhere_is_not_found(query: str, opened: Page) -> None:
    ask(opened, query)
    assert opened.inner_text("#wh-search [role=status]") == "Nothing found."
    assert opened.locator(".wh-found > *").count() == 0


def test_each_find_of_a_sum_has_it(opened: Page) -> None:
    ask(opened, "EUR 500,000")
    texts = opened.locator(".wh-found li p").all_inner_texts()
    assert texts and all("EUR\u00a0500,000" in text or "EUR 500,000" in text for text in texts)


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
    assert first(page) == (AURORA, "29 Governing law")
    page.get_by_label(f"First in: {AURORA}").uncheck()
    expect(page.locator(".wh-found h2").first).to_have_text("Governing law")
    page.close()


def test_results_come_while_one_types_and_the_arrows_go_through_them(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "search")
    page.locator("#wh-query").press_sequentially("mediat")
    page.locator(".wh-found li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent.trim()") == "27.2 Disputes: Mediation"
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


def test_words_that_no_passage_has_together_show_those_that_have_most(browser: Browser, tongues: Built) -> None:
    page = visit(browser, tongues.out, "search")
    ask(page, "weighed Gérante")
    assert "No place has all of these words." in page.inner_text("#wh-search [role=status]")
    assert page.locator(".wh-found h2").count() == 2
    page.close()


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
def test_letters_and_numbers_of_other_languages_are_found(query: str, browser: Browser, tongues: Built) -> None:
    page = visit(browser, tongues.out, "search")
    ask(page, query)
    assert first(page) == OTHERS[query]
    page.close()


def test_both_spellings_of_an_umlaut_are_marked(browser: Browser, tongues: Built) -> None:
    page = visit(browser, tongues.out, "search")
    ask(page, "mueller")
    assert page.locator(".wh-found mark").all_inner_texts() == ["Müller", "Mueller"]
    page.close()
