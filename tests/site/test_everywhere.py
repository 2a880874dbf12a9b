"""What readers do most, each with the keyboard and with a finger on a phone, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browsing import barriers
from playwright.sync_api import Browser, Locator, Page, expect

DEAL = "deals/aurora-borealis"
HANDS: dict[str, dict[str, Any]] = {
    "keyboard": {"viewport": {"width": 1300, "height": 800}},
    "finger": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}


@dataclass
class Reader:
    """A page, and how its reader does things."""

    page: Page
    hand: str
    go: Callable[[str], object]

    def use(self, what: Locator) -> None:
        """Press a link, a button or a box, as this reader does."""
        if self.hand == "finger":
            what.tap()
        else:
            what.focus()
            self.page.keyboard.press("Enter")

    def option(self, name: str) -> None:
        """Use one of the reading options, which a phone has behind a button."""
        if self.hand == "finger":
            self.page.get_by_role("button", name="Reading options").tap()
        self.use(self.page.get_by_role("group", name="Reading options").get_by_role("button", name=name))

    def reads(self, part: str) -> None:
        """All can read this part, in light and in dark, and nothing goes beyond the window."""
        self.page.locator(part).first.wait_for()
        assert barriers(self.page, part, ("dark", "light")) == []
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture(params=HANDS)
def reader(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Reader]:
    with browser.new_context(**HANDS[request.param]) as context:
        page = context.new_page()
        yield Reader(page, request.param, lambda docname: page.goto((site / f"{docname}.html").as_uri()))


def test_the_words_behind_a_citation(reader: Reader) -> None:
    reader.go(DEAL)
    link = reader.page.locator("#liability a.wh-reference[href='#confidentiality']").first
    if reader.hand == "finger":
        link.tap()
    else:
        reader.page.keyboard.press("Tab")
        link.focus()
    pop = reader.page.locator("#wh-pop")
    expect(pop).to_contain_text("Confidentiality")
    reader.reads("#wh-pop")
    expect(pop).to_be_visible()
    reader.use(link)
    reader.page.wait_for_url("**#confidentiality")


def test_how_a_clause_departs_from_the_standard_words(reader: Reader) -> None:
    reader.go(DEAL)
    compared = reader.page.locator("#liability > .wh-compared")
    assert not compared.locator("del, ins").first.is_visible()
    reader.use(compared.locator("summary"))
    expect(compared.locator("ins").first).to_be_visible()
    expect(compared.locator("del").first).to_be_visible()
    reader.reads("#liability > .wh-compared")


def test_definitions_beside_the_text(reader: Reader) -> None:
    reader.go(DEAL)
    reader.option("Definitions")
    panel = reader.page.get_by_role("complementary", name="Definitions")
    panel.get_by_label("Filter").fill("recipient")
    expect(panel.locator("li:visible").first).to_contain_text("Recipient")
    reader.reads(".wh-panel")
    reader.use(panel.get_by_role("button", name="Close"))
    expect(panel).to_have_count(0)


def test_a_note_on_words(reader: Reader) -> None:
    reader.go(DEAL)
    reader.page.locator("#liability-cap > p").first.evaluate(
        "(p) => (p.scrollIntoView({ block: 'center' }), getSelection().selectAllChildren(p))"
    )
    reader.use(reader.page.locator(".wh-note-offer"))
    panel = reader.page.get_by_role("complementary", name="Notes")
    panel.locator("textarea").fill("Too low?")
    reader.reads(".wh-panel")
    reader.use(panel.get_by_role("button", name="Close"))
    expect(reader.page.locator("#liability-cap > .wh-note-sign")).to_be_visible()
    reader.reads("#liability-cap > .wh-note-sign")


def test_the_uses_of_a_clause_side_by_side(reader: Reader) -> None:
    reader.go("clauses/liability")
    used = reader.page.locator("table.wh-used")
    expect(used.locator("tbody tr").first).to_be_visible()
    reader.reads(".wh-used")
    reader.use(used.locator("a[href$='aurora-borealis.html#liability']").first)
    reader.page.wait_for_url("**/aurora-borealis.html#liability")


def test_one_clause_at_a_time(reader: Reader) -> None:
    reader.go(DEAL)
    reader.option("By clause")
    clauses = reader.page.locator("#agreement > .wh-section:not([hidden])")
    expect(clauses).to_have_count(1)
    before = clauses.get_attribute("id")
    pager = reader.page.get_by_role("navigation", name="By clause")
    reader.reads(".wh-pager")
    reader.use(pager.get_by_role("link").last)
    expect(clauses).not_to_have_id(before or "")
    expect(clauses).to_have_count(1)


def test_a_number_is_jumped_to(reader: Reader) -> None:
    reader.go(DEAL)
    said = reader.page.locator("#notices > h2 > .wh-number").inner_text().rstrip(".")
    box = reader.page.get_by_label("Go to a number")
    if reader.hand == "finger":
        reader.page.get_by_role("button", name="Reading options").tap()
        box.tap()
    else:
        reader.page.keyboard.press("g")
    expect(box).to_be_focused()
    reader.page.keyboard.type(said)
    reader.reads(".wh-reader")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**#notices")


def test_what_is_looked_for_is_gone_to(reader: Reader) -> None:
    reader.go("search")
    box = reader.page.locator("#wh-query")
    if reader.hand == "finger":
        box.tap()
    else:
        box.focus()
    reader.page.keyboard.type("mediation")
    reader.page.locator(".wh-found[aria-busy=false] li").first.wait_for()
    reader.reads("#wh-search")
    reader.use(reader.page.locator(".wh-found li a").first)
    reader.page.wait_for_url("**.html#*")
