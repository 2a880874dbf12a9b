"""A browser, the built site, and pages of it: shared by all tests of what readers see and do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from projects import made_once

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
    page = browser.new_page(**settings)  # type: ignore[arg-type]
    page.goto((site / f"{docname}.html").as_uri())
    return page


def barriers(page: Page, within: str = "") -> list[Any]:
    """What axe finds wrong: every rule is asked, but only of what is broken does it describe each place."""
    context: dict[str, list[str]] = {"include": [within]} if within else {}
    found: list[Any] = Axe().run(page, context=context, options={"resultTypes": ["violations"]}).response["violations"]
    return found
