"""The site in a browser: what a reader copies, how it fits a phone, no network, and that all can use it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).parent.parent
PAGES = [
    *("index", "agreements/index", "agreements/cooperation", "deals/index", "deals/aurora-borealis"),
    *("clauses/index", "clauses/liability", "parties/index", "parties/aurora", "search"),
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-W", "-c", ".", "-b", "html", "source", str(out)]
    subprocess.run(command, cwd=ROOT, check=True)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is needed")
        pytest.skip("chromium is needed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def visit(browser: Browser, site: Path, docname: str, **settings: object) -> Page:
    page = browser.new_page(**settings)  # type: ignore[arg-type]
    page.goto((site / f"{docname}.html").as_uri())
    return page


def test_copying_a_clause_copies_its_numbers(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('liability-unlimited'))")
    lines = [line for line in page.evaluate("getSelection().toString()").split("\n") if line.strip()]
    assert lines[0].startswith("21.1 No limit. Nothing in this agreement limits")
    assert lines[1].startswith("(a) death or personal injury")
    page.close()


@pytest.mark.parametrize("docname", PAGES)
def test_no_page_asks_the_network(docname: str, browser: Browser, site: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / f"{docname}.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("docname", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(docname: str, width: int, browser: Browser, site: Path) -> None:
    page = visit(browser, site, docname, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("docname", PAGES)
def test_everybody_can_read_it(docname: str, scheme: str, browser: Browser, site: Path) -> None:
    page = visit(browser, site, docname, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    bad = [
        (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert bad == []
    page.close()


def test_all_text_is_there_without_javascript(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/cedar-delphi", java_script_enabled=False)
    text = page.inner_text("article")
    assert "Delphine Soins SARL" in text
    assert "Escalation. The contacts act" in text
    page.close()


def test_a_reference_leads_to_its_provision(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    link = page.locator("#liability-claim-time a.wh-reference").first
    assert link.inner_text().replace("\N{NO-BREAK SPACE}", " ") == "clause 21.1"
    link.click()
    assert page.url.endswith("#liability-unlimited")
    page.close()


# ---- definitions where terms are used

RECIPIENT = "“Recipient” means the party that receives Confidential Information."


def use(page: Page) -> Locator:
    """A use of the term "Recipient"."""
    return page.locator("#confidentiality-exceptions a.wh-term", has_text="Recipient").first


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
    focused = "document.activeElement.className"
    assert page.evaluate(focused) == "wh-term"
    page.keyboard.press("Escape")
    assert pop.is_hidden()
    assert page.evaluate(focused) == "wh-term", "the focus stays"
    use(page).dispatch_event("focusin")
    assert pop.is_hidden(), "and it does not come back by itself"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    pop.wait_for(state="visible")
    page.close()


def test_a_tap_shows_a_definition_and_a_second_leads_to_it(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis", viewport={"width": 390, "height": 780}, has_touch=True)
    use(page).tap()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.inner_text().startswith(RECIPIENT)
    box = pop.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    use(page).tap()
    page.wait_for_url("**#term-recipient")
    page.close()


def test_a_role_leads_to_the_party(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis")
    page.locator("#recitals a.wh-term, .wh-recitals a.wh-term", has_text="Company").first.hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.inner_text().startswith("Aurora Robotics Ltd, a private limited company")
    page.close()


def test_a_term_is_a_link_without_javascript(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis", java_script_enabled=False)
    use(page).click()
    assert page.url.endswith("#term-recipient")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_a_definition(scheme: str, browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/aurora-borealis", color_scheme=scheme)
    use(page).hover()
    page.locator("#wh-pop").wait_for(state="visible")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
    page.close()
