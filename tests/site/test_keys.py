"""Reading an agreement with keys: few tab stops, jumps, where one is; and how scripts are served."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import barriers, drawn, visit
from playwright.sync_api import Browser, Page, expect
from projects import Project

STATIC = Path(__file__).parents[2] / "_ext/whereas/site/static"
DEAL = "deals/aurora-borealis"
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility()).length"""
FOCUS = """() => {
    const at = document.activeElement.closest(".wh-provision, .wh-section");
    return [at?.id ?? "", document.activeElement.className.split(" ")[0]];
}"""


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    opened = visit(browser, site, DEAL, viewport={"width": 1300, "height": 800})
    expect(opened.locator(".toc-tree a").last).to_have_attribute("tabindex", "-1")  # the contents come last
    expect(opened.locator(".wh-table[tabindex='0']")).to_have_count(0)
    yield opened
    opened.close()


def press(page: Page, *keys: str) -> list[str]:
    for key in keys:
        page.keyboard.press(key)
    return list(page.evaluate(FOCUS))


def test_a_page_has_few_tab_stops(page: Page) -> None:
    before = page.evaluate(STOPS)
    assert before <= 2 * page.locator(".wh-section").count()
    press(page, "Tab", "Tab", "Tab")
    assert page.evaluate(STOPS) == before


def test_enter_goes_into_a_clause_and_escape_comes_out(page: Page) -> None:
    page.locator("#liability > h2 > .wh-number").focus()
    expect(page.locator(".wh-where")).not_to_have_attribute("hidden", "")  # a stop, once it says where one is
    before = page.evaluate(STOPS)
    assert press(page, "Tab", "Tab", "Tab")[0] == "insurance", "the next clause, after what copies this one"
    press(page, "Shift+Tab")
    within = press(page, "Enter")
    assert page.url.endswith("#liability") and page.evaluate(STOPS) > before + 20
    assert within[0].startswith("liability")
    assert press(page, "ArrowDown") == ["liability-unlimited", "wh-number"]
    assert press(page, "ArrowDown")[0].endswith("unlimited-1")
    assert press(page, "ArrowUp") == ["liability-unlimited", "wh-number"]
    assert press(page, "Escape") == ["liability", "wh-number"]
    press(page, "Tab")
    assert page.evaluate(STOPS) == before


def test_who_clicks_into_a_clause_is_in_it(page: Page) -> None:
    page.locator("#liability-cap > p > .wh-number").click()
    page.locator("#liability-cap a:not([class])").first.focus()
    assert press(page, "Tab", "Tab", "Tab", "Tab", "Tab")[0].startswith("liability")


def test_an_address_that_was_cut_opens_the_page(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / f"{DEAL}.html").as_uri() + "#100%")
    drawn(page)
    expect(page.locator(".wh-where")).to_have_count(1)
    assert wrong == []
    page.close()


def number(page: Page, anchor: str) -> str:
    """How the page cites a provision, without its word."""
    return str(page.evaluate("(anchor) => whereas.number(document.getElementById(anchor))", anchor))


def test_a_number_is_gone_to(page: Page) -> None:
    anchor = "notices-formal-2"
    said = number(page, anchor)
    press(page, "g")
    page.keyboard.type(said.replace("(b)", " b"))
    assert press(page, "Enter") == [anchor, "wh-number"]
    expect(page.locator(".wh-where")).to_have_text(f"{said} Notices")
    press(page, "g")
    page.keyboard.type("schedule 2")
    assert press(page, "Enter")[0] == "commercial"
    press(page, "g")
    page.keyboard.type("99")
    press(page, "Enter")
    expect(page.get_by_label("Go to a number")).to_have_attribute("aria-invalid", "true")


def test_where_one_is_is_told_while_one_scrolls(page: Page) -> None:
    page.locator("#notices-receipt").evaluate("(at) => at.scrollIntoView()")
    expect(page.locator(".wh-where")).to_have_text(f"{number(page, 'notices-receipt')} Notices")
    page.mouse.wheel(0, -100_000)
    expect(page.locator(".wh-where")).to_be_hidden()


@pytest.mark.parametrize("anchor", ["liability", "liability-cap"])
def test_what_stands_in_the_margin_of_a_target_is_not_lain_over(page: Page, anchor: str) -> None:
    page.evaluate("(anchor) => (location.hash = anchor)", anchor)
    page.wait_for_function(
        "(anchor) => Math.abs(document.getElementById(anchor).getBoundingClientRect().top) < 200", arg=anchor
    )
    where = page.locator(".wh-where")
    notes = page.locator(f"#{anchor} > :is(.wh-passport, .wh-cited)")
    assert notes.count()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    over = where.bounding_box() if where.is_visible() else None
    for note in notes.all():
        box = note.bounding_box()
        assert box and (not over or over["y"] + over["height"] <= box["y"] + 2), anchor


def test_what_departs_is_gone_through(page: Page) -> None:
    found = page.locator(".wh-section:has(> :is(.wh-passport, .wh-compared) .wh-departs, > .wh-compared)")
    first, second = (each.get_attribute("id") for each in found.all()[:2])
    assert [press(page, "n")[0], press(page, "n")[0], press(page, "p")[0]] == [first, second, first]


def test_the_keys_are_listed(page: Page) -> None:
    press(page, "?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert "Go to a number" in dialog.inner_text()
    assert barriers(page, "dialog") == []
    press(page, "Escape")
    assert dialog.is_hidden()
    page.get_by_label("Go to a number").fill("?")
    assert dialog.is_hidden()


def test_the_contents_are_one_stop(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport={"width": 1700, "height": 800})
    links = page.locator(".toc-tree a:visible")
    expect(links.nth(5)).to_have_attribute("tabindex", "-1")
    links.first.focus()
    press(page, "ArrowDown", "ArrowDown")
    expect(links.nth(2)).to_be_focused()
    page.close()


def test_on_a_phone_the_options_are_behind_a_button(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport={"width": 390, "height": 800}, has_touch=True)
    group = page.get_by_role("group", name="Reading options")
    assert group.get_by_role("button", name="Values").is_hidden()
    page.get_by_role("button", name="Reading options").tap()
    assert group.get_by_role("button", name="Values").is_visible()
    for button in group.locator(":is(button, input):visible").all():
        box = button.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


# ---- scripts as they are served -------------------------------------------------------------------------------------


def test_scripts_of_ours_are_small(site: Path) -> None:
    """In bytes as they lie on the disk; servers that compress send half of it."""
    if importlib.util.find_spec("minify") is None:
        pytest.fail("minify-go is needed") if os.environ.get("CI") else pytest.skip("minify-go is needed")
    sizes = {path.name: (site / "_static" / path.name).stat().st_size for path in STATIC.glob("*.js")}
    assert sum(sizes.values()) < 35 * 1024, sizes
    assert sizes["contract.js"] + sizes["keys.js"] < 15 * 1024, "what is there before a reader asks for more"


@pytest.mark.parametrize("docname", [DEAL, "policy"])
def test_a_table_that_scrolls_is_reached_and_has_a_name(browser: Browser, site: Path, docname: str) -> None:
    page = visit(browser, site, docname, viewport={"width": 390, "height": 844})
    wide = """() => [...document.querySelectorAll(".wh-table, .table-wrapper")]
        .filter((each) => each.scrollWidth > each.clientWidth)"""
    expect(page.locator(":is(.wh-table, .table-wrapper)[tabindex='0']").first).to_be_attached()
    assert page.evaluate(f"({wide})().length")
    assert page.evaluate(f"({wide})().every((each) => each.tabIndex === 0 && each.role && each.ariaLabel)")
    assert page.evaluate(f"({wide})().every((each) => getComputedStyle(each).backgroundImage !== 'none')")
    page.close()


def test_what_is_read_of_pages_is_not_served_with_scripts(tmp_path: Path) -> None:
    """Even where a folder of pages is called as that in which scripts lie ready."""
    project = Project(tmp_path)
    project.write({"static/page.md": "---\norphan: true\n---\n# Page\n"})
    built = project.build()
    assert (tmp_path / "out/doctrees/static/page.doctree").is_file()
    assert (built.out / "_static/contract.js").is_file()
    assert not [*built.out.rglob("*.doctree")]
