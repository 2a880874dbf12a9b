"""The page of an agreement while most of it is not drawn yet: all is found, and led to, as in one that is drawn."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import UNDRAWN, barriers, visit
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

DEAL = "deals/aurora-borealis"
WIDE: ViewportSize = {"width": 1300, "height": 800}
#: What draws the rest of a page waits, for ever or for a test.
NEVER_IDLE = "window.requestIdleCallback = (act) => (window.waits = act)"
DRAW = "() => { for (let act; (act = window.waits); act()) window.waits = null; }"
FRAMES = """() => new Promise((done) => {
    let left = 12;
    (function next() { left-- ? requestAnimationFrame(next) : done(); })();
})"""
#: How far a target is from where a link to it should lead, in pixels.
OFF = """(id) => {
    const at = document.getElementById(id);
    return at.getBoundingClientRect().top - parseFloat(getComputedStyle(at).scrollMarginTop);
}"""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A deal of which nothing is drawn that is not near."""
    yield from opened(browser, site)


@pytest.fixture
def phone(browser: Browser, site: Path) -> Iterator[Page]:
    yield from opened(browser, site, width=390)


def opened(browser: Browser, site: Path, anchor: str = "", width: int = 1300) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.add_init_script(NEVER_IDLE)
    page = context.new_page()
    page.goto((site / f"{DEAL}.html").as_uri() + anchor)
    assert page.locator(UNDRAWN).count() > 50
    yield page
    context.close()


def settled(page: Page, anchor: str) -> float:
    """How far off a target is when all has come to rest."""
    page.wait_for_function(f"(id) => Math.abs(({OFF})(id)) < 2", arg=anchor)
    page.evaluate(FRAMES)
    return float(page.evaluate(OFF, anchor))


def jump(page: Page, anchor: str) -> None:
    page.evaluate("(anchor) => (location.hash = anchor)", anchor)
    assert abs(settled(page, anchor)) < 2, anchor


# ---- what is drawn, and the room for what is not


def test_what_is_far_is_not_drawn_at_first_and_then_all_is(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport=WIDE)
    assert page.locator(UNDRAWN).count() == 0
    assert page.locator("#signatures > .wh-text").evaluate("e => getComputedStyle(e).contentVisibility") == "visible"
    page.close()


@pytest.mark.parametrize("width", [1300, 390])
@pytest.mark.parametrize("docname", [DEAL, "agreements/services"])
def test_the_room_left_is_nearly_right(browser: Browser, site: Path, docname: str, width: int) -> None:
    height = "document.documentElement.scrollHeight"
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(NEVER_IDLE)
    page.goto((site / f"{docname}.html").as_uri())
    before = page.evaluate(height)
    page.add_style_tag(content=".wh-section > .wh-text[style] { content-visibility: visible }")
    assert abs(page.evaluate(height) / before - 1) < 0.05
    page.close()


def test_without_scripts_all_is_drawn(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport=WIDE, java_script_enabled=False)
    assert page.locator("#signatures > .wh-text").evaluate("e => getComputedStyle(e).contentVisibility") == "visible"
    page.close()


def test_a_screen_reader_is_told_all(browser: Browser, site: Path) -> None:
    """What is not drawn is told without its tables and paragraphs: nothing stays so."""

    def heard(page: Page) -> list[tuple[str, str]]:
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        said = [(each["role"]["value"], each.get("name", {}).get("value", "")) for each in nodes if not each["ignored"]]
        return sorted(each for each in said if each[0] != "InlineTextBox")

    page = visit(browser, site, DEAL, viewport=WIDE)
    stock = browser.new_page(viewport=WIDE)
    stock.add_init_script(NEVER_IDLE)
    stock.goto((site / f"{DEAL}.html").as_uri())
    stock.add_style_tag(content=".wh-section > .wh-text[style] { content-visibility: visible }")
    stock.evaluate(FRAMES)
    assert heard(page) == heard(stock)
    stock.close()
    page.close()


# ---- where links lead


@pytest.mark.parametrize("drawn", [False, True])
def test_far_clauses_are_led_to_and_back(browser: Browser, site: Path, drawn: bool) -> None:
    page = browser.new_page(viewport=WIDE)
    if not drawn:
        page.add_init_script(NEVER_IDLE)
    page.goto((site / f"{DEAL}.html").as_uri())
    for anchor in ("liability", "definitions", "liability-cap", "compliance-conduct-1", "contact-updates", "liability"):
        jump(page, anchor)
        page.evaluate(FRAMES)
    page.close()


def test_far_clauses_are_led_to_on_a_phone(phone: Page) -> None:
    for anchor in ("liability-cap", "definitions", "liability", "audit-correction", "liability"):
        jump(phone, anchor)


@pytest.mark.parametrize("width", [1300, 390])
@pytest.mark.parametrize("anchor", ["liability-cap", "notices", "term-recipient", "ip-licences-feedback"])
def test_a_deep_link_leads_to_its_target(browser: Browser, site: Path, anchor: str, width: int) -> None:
    for page in opened(browser, site, f"#{anchor}", width):
        assert abs(settled(page, anchor)) < 2


def test_a_link_and_a_number_lead_to_a_far_clause(page: Page) -> None:
    page.locator("a[href='#general-language']").first.evaluate("link => link.click()")
    assert abs(settled(page, "general-language")) < 2
    page.keyboard.press("g")
    page.keyboard.type("schedule 2")
    page.keyboard.press("Enter")
    assert abs(settled(page, "commercial")) < 2


def test_what_departs_is_gone_through(page: Page) -> None:
    found = page.locator(".wh-section:has(> :is(.wh-passport, .wh-compared) .wh-departs, > .wh-compared)")
    first, second = (str(each.get_attribute("id")) for each in found.all()[:2])
    for key, anchor in (("n", first), ("n", second), ("p", first)):
        page.keyboard.press(key)
        assert abs(settled(page, anchor)) < 2, (key, anchor)


def left(page: Page) -> tuple[str, float]:
    """A provision that is read, away from any link's target, and where it stands."""
    jump(page, "audit-correction")
    page.evaluate("scrollBy(0, 700)")
    page.evaluate(FRAMES)
    seen = """() => [...document.querySelectorAll(".wh-provision")]
        .find((each) => each.getBoundingClientRect().top > 200).id"""
    at = str(page.evaluate(seen))
    return at, float(page.evaluate(TOP, at))


def test_who_goes_back_is_where_they_were(page: Page) -> None:
    for away in ("purpose", "signatures"):
        at, top = left(page)
        page.locator(f"a[href='#{away}']").first.evaluate("link => link.click()")
        assert abs(settled(page, away)) < 2
        page.go_back()
        page.wait_for_function(f"([at, top]) => Math.abs(({TOP})(at) - top) < 3", arg=[at, top])
        page.evaluate(FRAMES)
        assert abs(page.evaluate(TOP, at) - top) < 3
        jump(page, away)  # which the contents of furo once kept from being led to


@pytest.mark.parametrize("way", ["loads anew", "comes back"])
def test_who_comes_to_the_page_again_is_where_they_were(page: Page, way: str) -> None:
    at, top = left(page)
    if way == "loads anew":
        page.reload()
    else:
        page.goto(page.url.partition("deals/")[0] + "policy.html")
        page.go_back()
    page.wait_for_function(f"([at, top]) => Math.abs(({TOP})(at) - top) < 3", arg=[at, top])
    page.evaluate(FRAMES)
    assert abs(page.evaluate(TOP, at) - top) < 3


def test_a_reader_who_scrolls_is_not_held(page: Page) -> None:
    page.evaluate("location.hash = 'liability'")
    page.wait_for_function(f"Math.abs(({OFF})('liability')) < 2")
    page.evaluate("() => { document.body.dispatchEvent(new WheelEvent('wheel')); scrollBy(0, -300); }")
    page.evaluate(FRAMES)
    assert abs(page.evaluate(OFF, "liability") - 300) < 3


def test_what_is_read_stays_in_its_place_while_the_rest_is_drawn(browser: Browser, site: Path) -> None:
    """The theme's columns, which stand still, must not be what a browser keeps in its place."""
    for page in opened(browser, site, "#liability-cap"):
        assert abs(settled(page, "liability-cap")) < 2
        page.evaluate(DRAW)
        page.evaluate(FRAMES)
        assert page.locator(UNDRAWN).count() == 0
        assert abs(page.evaluate(OFF, "liability-cap")) < 2


def test_what_a_link_shows_stays_beside_it_while_the_rest_is_drawn(page: Page) -> None:
    link = page.locator("#liability a.wh-reference[href='#confidentiality']").first
    link.hover()
    page.locator("#wh-pop").wait_for(state="visible")
    gap = """() => {
        const [box, at] = ["#wh-pop", "[aria-describedby=wh-pop]"].map((each) => document.querySelector(each));
        return box.getBoundingClientRect().top - at.getBoundingClientRect().bottom;
    }"""
    before = page.evaluate(gap)
    page.evaluate(DRAW)
    page.evaluate(FRAMES)
    assert abs(page.evaluate(gap) - before) < 2


# ---- what readers do


def test_the_citation_copied_is_that_of_the_provision_pointed_at(page: Page) -> None:
    for anchor in ("liability-excluded", "background-2", "contact-updates"):
        page.locator(f"#{anchor} > :first-child > .wh-number").hover()
        page.get_by_role("button", name="Copy reference").click()
        cited = page.evaluate("(id) => whereas.cite(document.getElementById(id))", anchor)
        expect(page.get_by_role("status")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{cited} of the Cooperation Agreement"
        expect(page.get_by_role("status")).to_be_empty()


def test_all_that_is_selected_is_copied(page: Page) -> None:
    page.evaluate("getSelection().selectAllChildren(document.getElementById('agreement'))")
    page.evaluate(FRAMES)
    page.keyboard.press("Control+c")
    text = re.sub(r"\s+", " ", str(page.evaluate("navigator.clipboard.readText()")))
    assert text.index("No limit. Nothing in this agreement") < text.index("Updates. A party may change its entries")


def test_words_are_found(page: Page) -> None:
    assert page.evaluate("window.find('death or personal injury')")
    page.evaluate(FRAMES)
    expect(page.locator("#liability-unlimited, #liability-capped-unlimited-1").first).to_be_in_viewport()


def test_paper_has_all_of_it(page: Page) -> None:
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert re.search(r"\d+\.1\s+No limit\. Nothing", text) and "Updates. A party may change its entries" in text


def test_notes_are_found_and_shown_where_nothing_is_drawn(page: Page) -> None:
    select = """() => {
        const words = document.querySelector("#liability-capped-unlimited-1 > p").lastChild;
        getSelection().setBaseAndExtent(words, 1, words, 9);
    }"""
    page.evaluate(select)
    page.keyboard.press("m")
    page.locator(".wh-panel textarea").fill("Ask the insurer")
    page.locator(".wh-panel textarea").blur()
    page.reload()
    sign = page.locator("#liability-capped-unlimited-1 > .wh-note-sign")
    expect(sign).to_be_attached()
    page.keyboard.press("n")
    page.keyboard.press("m")
    page.locator(".wh-panel a.wh-what").click()
    assert abs(settled(page, "liability-capped-unlimited-1")) < 2
    expect(sign).to_be_in_viewport()


def test_by_clause_shows_one_and_leads_to_others(page: Page) -> None:
    page.get_by_role("button", name="By clause").click()
    assert page.locator("#agreement > .wh-section:visible").count() == 1
    for anchor in ("liability-cap", "purpose"):
        jump(page, anchor)
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_everybody_can_read_it(page: Page) -> None:
    assert barriers(page, "#agreement", ("light",)) == []
