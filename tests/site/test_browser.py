"""The site in a browser: what a reader copies, how it fits a phone, no network, and that all can use it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import barriers, visit
from playwright.sync_api import Browser, Locator, Page, Request

PAGES = [
    *("index", "agreements/index", "agreements/cooperation", "deals/index", "deals/aurora-borealis"),
    *("clauses/index", "clauses/liability", "parties/index", "parties/aurora", "search"),
]


def test_copying_a_clause_copies_its_numbers(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('liability-unlimited'))")
    lines = [line for line in page.evaluate("getSelection().toString()").split("\n") if line.strip()]
    assert re.match(r"\d+\.1 No limit\. Nothing in this agreement limits", lines[0])
    assert lines[1].startswith("(a) death or personal injury")
    page.close()


@pytest.mark.parametrize("docname", [*PAGES, "genindex", "search.html?q=liability", "search.html?q=7.2"])
def test_no_page_asks_the_network(docname: str, browser: Browser, site: Path) -> None:
    """Nor does anything that a reader does to it; and all that it asks the disk for is there."""
    page = browser.new_page()
    asked: list[str] = []
    failed: list[str] = []
    offered: list[str] = []

    def follows(request: Request) -> bool:
        """Whether a reader asks, by a link, and no page."""
        return request.is_navigation_request() and request.url in offered

    def ask(request: Request) -> None:
        if not follows(request):
            asked.append(request.url)

    def fail(request: Request) -> None:
        if not follows(request) and request.failure != "net::ERR_ABORTED":  # the reader went on before it was there
            failed.append(request.url)

    page.on("request", ask)
    page.on("requestfailed", fail)
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    file, _, query = docname.partition(".html?")
    page.goto((site / f"{file}.html").as_uri() + (f"?{query}" if query else ""))
    offered += page.locator("a[href^=http]").evaluate_all("links => links.map(link => link.href)")
    if query:
        page.locator("#wh-search [role=status]", has_text="found").wait_for()
    for kind in (".wh-text p > a:not([class])", "a.wh-reference", "bdi", "button", "summary"):
        for each in page.locator(f"#furo-main-content {kind}:visible").all()[:3]:
            each.hover(force=True)
            each.focus()
            if kind in ("button", "summary"):
                each.click(no_wait_after=True)
            if page.url.partition("?")[0] != (site / f"{file}.html").as_uri():
                page.go_back()
    for key in ("Tab", "Enter", "Escape", "End"):
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert failed == []
    page.close()


@pytest.mark.parametrize("docname", [docname for docname in PAGES if docname != "search"])
def test_pages_say_the_same_without_javascript(docname: str, browser: Browser, site: Path) -> None:
    """All that is read with scripts can be read without them, and every link leads somewhere."""
    page = visit(browser, site, docname)
    silent = visit(browser, site, docname, java_script_enabled=False)
    lines = "[...document.querySelectorAll('article :is(h1, h2, h3, p, li, td, th, dd)')]"
    read = "e => !e.closest('[hidden], .wh-filter')"  # how many a filter shows is said by the script alone
    said = set(page.evaluate(f"{lines}.filter({read}).map(e => e.textContent.trim())"))
    source = silent.content()
    text = silent.locator("article").text_content() or ""
    assert [line for line in said if line not in text] == []
    for href in set(re.findall(r'<a [^>]*href="([^"]*)"', silent.locator("article").inner_html())):
        if not href.startswith(("http", "mailto:")):
            file, _, anchor = href.partition("#")
            target = (site / f"{docname}.html").parent / file if file else site / f"{docname}.html"
            assert target.is_file(), href
            there = source if not file else target.read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in there, href
    page.close()
    silent.close()


def test_all_text_is_there_without_javascript(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/cedar-delphi", java_script_enabled=False)
    text = page.inner_text("article")
    assert "Delphine Soins SARL" in text
    assert "Updates. A party may change its entries" in text
    page.close()


def test_a_reference_leads_to_its_provision(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    link = page.locator("#liability-claim-time a.wh-reference").first
    assert re.fullmatch(r"\d+\.1", link.inner_text())
    link.click()
    assert page.url.endswith("#liability-unlimited")
    page.close()


# ---- definitions where terms are used

RECIPIENT = "“Recipient” means a party that receives Confidential Information."


def use(page: Page) -> Locator:
    """A use of the term "Recipient"."""
    return page.locator("#confidentiality-exceptions a:not([class])", has_text="Recipient").first


def test_a_definition_is_shown_on_hover(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    use(page).hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.inner_text() == RECIPIENT, "and not where it is used"
    assert use(page).get_attribute("aria-describedby") == "wh-pop"
    page.clock.install()
    pop.hover()  # it stays open under the pointer
    page.clock.run_for(2000)
    assert pop.is_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(2000)
    assert pop.is_hidden()
    assert use(page).get_attribute("aria-describedby") is None
    page.close()


def test_a_definition_is_shown_on_focus_and_closed_by_escape(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.keyboard.press("Tab")  # so that the browser knows that a keyboard is used
    use(page).focus()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == "Recipient"
    page.keyboard.press("Escape")
    assert pop.is_hidden()
    assert page.evaluate(focused) == "Recipient", "the focus stays"
    use(page).dispatch_event("focusin")
    assert pop.is_hidden(), "and it does not come back by itself"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    pop.wait_for(state="visible")
    page.close()


def phone(browser: Browser, site: Path, **settings: object) -> Page:
    """A deal on a phone."""
    settings |= {"viewport": {"width": 390, "height": 780}, "has_touch": True}
    return visit(browser, site, "deals/aurora-borealis", **settings)


def test_a_tap_shows_a_definition_and_a_second_leads_to_it(browser: Browser, site: Path) -> None:
    page = phone(browser, site)
    page.clock.install()
    use(page).tap()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.inner_text().startswith(RECIPIENT)
    assert "#" not in page.url
    box = pop.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.clock.run_for(2000)
    assert pop.is_visible(), "it waits for the reader"
    use(page).tap()
    page.wait_for_url("**#term-recipient")
    assert pop.is_hidden()
    page.close()


def test_a_tap_elsewhere_closes_a_definition_and_its_link_leads_there(browser: Browser, site: Path) -> None:
    page = phone(browser, site)
    pop = page.locator("#wh-pop")
    use(page).tap()
    page.locator("#confidentiality-exceptions > p strong").first.tap()
    assert pop.is_hidden()
    use(page).tap()
    pop.get_by_text("Go to the definition").tap()
    page.wait_for_url("**#term-recipient")
    assert pop.is_hidden()
    page.close()


def test_a_term_in_a_definition_can_be_followed(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    use(page).hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    pop.get_by_role("link", name="Confidential Information").click()
    assert pop.inner_text().startswith("“Confidential Information” means")
    pop.get_by_text("Go to the definition").click()
    page.wait_for_url("**#term-confidential-information")
    assert pop.is_hidden()
    page.close()


def test_a_definition_shown_repeats_no_id_and_no_stop_for_tab(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    use(page).hover()
    page.locator("#wh-pop").wait_for(state="visible")
    twice = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) < at)"
    assert page.evaluate(twice) == []
    assert page.locator("#wh-pop [id], #wh-pop .wh-uses, #wh-pop a:not([tabindex='-1'])").count() == 0
    page.close()


def test_escape_closes_what_the_pointer_opened(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.clock.install()
    use(page).hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    page.keyboard.press("Escape")
    page.clock.run_for(2000)
    assert pop.is_hidden(), "while the pointer rests there"
    page.mouse.move(5, 5)
    use(page).hover()
    pop.wait_for(state="visible")
    page.close()


def test_a_cited_clause_is_shown_whole_and_once(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    link = page.locator(".wh-text a.wh-reference[href='#brand-guidelines']").first
    link.hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    shown = pop.locator(".wh-cut").inner_text()
    assert shown.count("bid on a Mark") == 1, "what stands in a provision is shown within it"
    assert "Forbidden uses." in shown
    box = pop.bounding_box()
    assert box and box["height"] < 340
    pop.get_by_role("link", name="More").click()
    assert page.url.endswith("#brand-guidelines") and pop.is_hidden()
    page.close()


def test_a_link_jumps(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.locator("link[rel=icon]").get_attribute("href") == "data:,"  # nothing to ask the server for
    page.close()


def test_every_open_point_is_a_link(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    count = int(page.locator("p:has(+ ul.wh-open) > .wh-count").inner_text())
    page.locator(".wh-open summary").click()
    assert page.locator("ul.wh-open a:visible").count() == count
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 780), (320, 256)])  # the last: 400% zoom
def test_a_definition_stands_in_the_window(width: int, height: int, browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis", viewport={"width": width, "height": height})
    pop = page.locator("#wh-pop")
    for block in ("start", "end"):
        scroll = f"link => link.scrollIntoView({{block: '{block}', behavior: 'instant'}})"
        use(page).evaluate(scroll)
        use(page).hover()
        pop.wait_for(state="visible")
        box, term = pop.bounding_box(), use(page).bounding_box()
        assert box and term and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] >= term["y"] + term["height"] or box["y"] + box["height"] <= term["y"], "it hides no term"
        if height > 300:
            assert box["y"] >= 0 and box["y"] + box["height"] <= height
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)
    page.close()


def test_a_definition_goes_with_its_term_and_no_further(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    pop = page.locator("#wh-pop")
    scroll = "by => scrollBy({top: by, behavior: 'instant'})"
    page.keyboard.press("Tab")  # so that the browser knows that a keyboard is used
    use(page).evaluate("link => link.scrollIntoView({block: 'center', behavior: 'instant'})")
    use(page).evaluate("link => link.focus({preventScroll: true})")
    pop.wait_for(state="visible")
    page.evaluate(scroll, 40)
    assert pop.is_visible()
    page.evaluate(scroll, 3000)
    pop.wait_for(state="hidden")
    page.close()


def test_paper_shows_no_definition_twice(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    use(page).hover()
    page.locator("#wh-pop").wait_for(state="visible")
    page.emulate_media(media="print")
    assert page.locator("#wh-pop").is_hidden()
    assert page.locator(".wh-uses").first.is_hidden()
    assert use(page).evaluate("link => getComputedStyle(link).textDecorationLine") == "none"
    page.close()


def test_showing_a_definition_asks_the_network_nothing(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    use(page).hover()
    page.locator("#wh-pop").wait_for(state="visible")
    assert asked == []
    page.close()


def test_a_page_without_terms_has_no_box(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "parties/index")
    assert page.locator("#wh-pop").count() == 0
    page.close()


def test_a_role_leads_to_the_party(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.locator("#recitals a:not([class]), .wh-recitals a:not([class])", has_text="Aurora").first.hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.inner_text().startswith("Aurora Robotics Ltd, a private limited company")
    page.close()


def test_a_term_is_a_link_without_javascript(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis", java_script_enabled=False)
    use(page).click()
    assert page.url.endswith("#term-recipient")
    page.close()


@pytest.mark.parametrize("by", ["pointer", "finger"])
def test_everybody_can_read_a_definition(by: str, browser: Browser, site: Path) -> None:
    if by == "finger":
        page = phone(browser, site)
        use(page).tap()
    else:
        page = visit(browser, site, "deals/aurora-borealis")
        use(page).hover()
    page.locator("#wh-pop").wait_for(state="visible")
    page.locator("#wh-pop").evaluate("box => Promise.all(box.getAnimations().map(each => each.finished))")  # faded in
    assert barriers(page, "#wh-pop") == []
    page.close()
