"""A browser, the built site, and pages of it: shared by all tests of what readers see and do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from projects import made_once

Scheme = Literal["light", "dark"]
ROOT = Path(__file__).parent.parent
#: The one without windows opens a page in half the time of the others.
KINDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, KINDS)), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site as it ships, built once for all workers; nothing may write into it."""

    def make(out: Path) -> None:
        command = [sys.executable, "-P", "-m", "sphinx", "-q", "-W", "-c", ".", "-b", "html"]
        command += ["-d", str(doctrees(out)), "source", str(out)]
        built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert (built.returncode, built.stdout + built.stderr) == (0, "")

    return made_once(tmp_path_factory, worker_id, "site", make)


def doctrees(site: Path) -> Path:
    """What was read for the site, which other builders of it need not read again."""
    return site.with_name("doctrees")


@pytest.fixture(scope="session")
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
    """A page on which all is drawn that scripts draw (of what is not, no browser tells the words that are seen)."""
    page = browser.new_page(**settings)  # type: ignore[arg-type]
    page.goto((site / f"{docname}.html").as_uri())
    if settings.get("java_script_enabled", True):
        drawn(page)
    return page


#: What is not drawn yet, of the text of an agreement.
UNDRAWN = ".wh-section > .wh-text[style]"


def drawn(page: Page) -> None:
    """Wait until all of a page is drawn."""
    page.wait_for_function(f"!document.querySelector('{UNDRAWN}')")


#: Marks what axe looks at for colours: of texts that look alike, within elements that do, the first two.
ALIKE = """(within) => {
    const looks = (each) => {
        const style = getComputedStyle(each);
        return ["color", "backgroundColor", "backgroundImage", "opacity", "position", "fontSize", "fontWeight",
            "textDecorationLine"].map((name) => style[name]).join();
    };
    document.querySelectorAll("[data-looked-at]").forEach((each) => each.removeAttribute("data-looked-at"));
    const paths = new Map(), seen = new Map();
    const path = (each) => {
        if (!each) return "";
        const own = () => [path(each.parentElement), each.localName, each.className, looks(each)].join();
        if (!paths.has(each)) paths.set(each, own());
        return paths.get(each);
    };
    for (const each of document.querySelectorAll(`:is(${within}), :is(${within}) *`)) {
        const says = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!each.matches("input, select, textarea") && !says) continue;
        if (!each.checkVisibility({ visibilityProperty: true })) continue;
        const count = seen.get(path(each)) || 0;
        each.toggleAttribute("data-looked-at", count < 2);
        seen.set(path(each), count + 1);
    }
}"""
#: Has axe leave out sections far from the parts it looks at, when it learns what lies over and under them: that
#: of all else on the page is more than half of its time.
NEAR = """(within) => {
    const far = (part, box) => part.right + 99 < box.left || box.right + 99 < part.left
        || part.bottom + 99 < box.top || box.bottom + 99 < part.top;
    document.createTreeWalker = (root, what) => {
        const parts = [...document.querySelectorAll(within)].map((each) => each.getBoundingClientRect());
        const isFar = (box) => parts.every((part) => far(part, box));
        const acceptNode = (each) => each.matches("section") && isFar(each.getBoundingClientRect())
            ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
        return Document.prototype.createTreeWalker.call(document, root, what, { acceptNode });
    };
}"""
#: The rules whose answer is another in another scheme, and what of a page they look at.
COLOURS = {"color-contrast": "[data-looked-at]", "link-in-text-block": "a[href][data-looked-at]"}


def barriers(page: Page, within: str = "html", schemes: Sequence[Scheme] = ("light", "dark")) -> list[Any]:
    """What axe finds wrong, by every rule in the first of the schemes, and by those of colours in the others.

    Every rule is asked, but only of what is broken does it describe each place.
    """
    page.evaluate(Axe().axe_script)
    page.evaluate("rules => axe.configure({ rules })", [{"id": id, "selector": at} for id, at in COLOURS.items()])
    page.evaluate(NEAR, within)
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished)).then(() => {})")
        page.evaluate(ALIKE, within)
        options = {"resultTypes": ["violations"]} | ({} if scheme == schemes[0] else {"runOnly": [*COLOURS]})
        said = page.evaluate("([within, options]) => axe.run({ include: [within] }, options)", [within, options])
        places = [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in said["violations"]]
        found += [(scheme, *place) for place in places]
    page.evaluate("() => { delete document.createTreeWalker }")  # the page has its own use for it
    return found
