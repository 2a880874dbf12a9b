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
from playwright.sync_api import Browser, Page, sync_playwright

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
