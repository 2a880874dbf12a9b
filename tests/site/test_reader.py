"""The reader's tools on the page of an agreement, in a browser: previews, copying, options, contents, paper."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import barriers, drawn, visit
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

DEAL = "deals/aurora-borealis"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A deal, in a session of its own: what is remembered in it is forgotten after it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto((site / f"{DEAL}.html").as_uri())
    drawn(opened)
    yield opened
    context.close()


def reference(page: Page) -> Locator:
    """The citation of the clause on secrecy in that on liability."""
    return page.locator("#liability a.wh-reference[href='#confidentiality']").first


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Reading options").get_by_role("button", name=name)


# ---- the card


def test_the_card_tells_what_a_lawyer_asks_first_and_leads_to_the_parties(page: Page) -> None:
    facts = page.locator(".wh-pairs dt").all_inner_texts()
    values = dict(zip(facts, page.locator(".wh-pairs dd").all_inner_texts(), strict=True))
    assert values["Governing law"] == "Germany"
    sums = [name for name, text in values.items() if text.startswith("EUR")]
    assert facts[0] == "Effective date" and facts[-len(sums) :] == sums, "law, term and notice come before sums"
    assert "Initial term" in facts and any(name.startswith("Notice") for name in facts)
    links = [each.get_attribute("href") for each in page.locator(".wh-who a").all()]
    assert links == ["../parties/aurora.html", "../parties/borealis.html"]


def test_few_departures_stand_open(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "deals/ember-fathom")
    assert page.locator(".wh-departures:not(.wh-settled) > ul > li").count() <= 6
    assert page.locator(".wh-departures:not(.wh-settled) > ul").is_visible()
    page.close()


# ---- previews


def test_what_is_cited_is_shown_on_hover(page: Page) -> None:
    link = page.locator("#liability-payments a.wh-reference, #liability-outside a.wh-reference").first
    link.hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert pop.locator(".wh-what").inner_text().split("\n")[0].startswith(f"Clause {number(page, 'liability')}.2")
    assert ".2 Excluded loss. A party is not liable" in pop.inner_text()
    assert "Cited in" not in pop.inner_text()
    assert pop.locator("[id], button, a:not([tabindex='-1'])").count() == 0


def test_a_whole_clause_is_shown_by_its_beginning(page: Page) -> None:
    reference(page).hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert "Confidentiality" in pop.inner_text()
    assert ".1 Duty." in pop.inner_text()
    assert pop.inner_text().rstrip().endswith("More")


def test_what_is_cited_is_shown_on_focus_and_closed_by_escape(page: Page) -> None:
    page.keyboard.press("Tab")
    reference(page).focus()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert reference(page).get_attribute("aria-describedby") == "wh-pop"
    page.keyboard.press("Escape")
    assert pop.is_hidden()
    expect(reference(page)).to_be_focused()


def test_who_cites_a_provision_is_shown_too(page: Page) -> None:
    page.locator("#liability-cap > .wh-cited a").first.hover()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert "Outside the limits" in pop.inner_text()


def test_a_tap_shows_what_is_cited_and_a_second_leads_there(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport={"width": 390, "height": 780}, has_touch=True)
    reference(page).tap()
    pop = page.locator("#wh-pop")
    pop.wait_for(state="visible")
    assert "#" not in page.url
    box = pop.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    reference(page).tap()
    page.wait_for_url("**#confidentiality")
    page.close()


def test_a_citation_of_another_page_has_no_preview(page: Page) -> None:
    link = page.locator(".wh-cover a", has_text="Cooperation Agreement")
    link.hover()
    page.clock.install()
    page.clock.run_for(1000)
    assert page.locator("#wh-pop").is_hidden()


# ---- copying


def number(page: Page, anchor: str) -> str:
    """What a clause is numbered, without the stop."""
    return page.locator(f"#{anchor} > :first-child > .wh-number").first.inner_text().rstrip(".")


def copied(page: Page, anchor: str, what: str) -> str:
    page.locator(f"#{anchor} > :first-child > .wh-number").hover()
    page.get_by_role("button", name=what).click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("liability", "clause {n} of the Cooperation Agreement"),
        ("liability-excluded", "clause {n}.2 of the Cooperation Agreement"),
        ("liability-capped-unlimited-2", "clause {n}.1(b) of the Cooperation Agreement"),
        ("background-2", "recital (B) of the Cooperation Agreement"),
        ("party-collaborator", "party (2) of the Cooperation Agreement"),
        ("contact-updates", "paragraph 6 of Schedule 4 of the Cooperation Agreement"),
    ],
)
def test_a_reference_is_copied_as_the_contract_would_cite_it(anchor: str, words: str, page: Page) -> None:
    assert copied(page, anchor, "Copy reference") == words.format(n=number(page, "liability"))


@pytest.mark.parametrize("docname", ["agreements/cooperation", DEAL])
def test_every_provision_is_cited_by_its_number(docname: str, browser: Browser, site: Path) -> None:
    """The script works numbers out from what is printed; the outline has them from the data."""
    page = visit(browser, site, docname)
    # neither the focus nor the selection is asked for: either lays the page out anew, 500 times
    said = page.evaluate("""() => {
        window.getSelection = () => "";
        return Object.fromEntries([...document.querySelectorAll("a.wh-number")].map((number) => {
            number.dispatchEvent(new FocusEvent("focusin", {bubbles: true}));
            return [number.hash.slice(1), document.querySelector(".wh-acts").ariaLabel];
        }));
    }""")
    page.close()
    outline = json.loads((site / f"_data/{docname}.json").read_text())
    numbers = {each["anchor"]: each["number"] for each in outline["provisions"] if each["anchor"] in said}
    assert len(numbers) == len(said) > 300
    words = re.compile(r"(clause|paragraph|recital|party) ")
    assert {anchor: words.sub("", said[anchor], count=1) for anchor in numbers} == numbers


def test_text_is_copied_with_its_numbers(page: Page) -> None:
    stem = r"\d+\.1 No limit\. Nothing in this agreement limits or excludes liability for:\n"
    items = r"\(a\) death .*;\n\(b\) fraud;\n\(c\) .*; or\n\(d\) anything .*\."
    assert re.fullmatch(stem + items, copied(page, "liability-unlimited", "Copy text"))


def test_a_whole_clause_is_copied_without_what_is_said_about_it(page: Page) -> None:
    button(page, "Guidance").click()
    text = copied(page, "liability", "Copy text")
    assert re.match(r"(\d+)\. Limits on liability\n\1\.1 No limit\. Nothing", text)
    assert not re.search("Cited in|Guidance|approved|¶", text)


def test_selecting_a_clause_copies_no_citations_origins_and_guidance(page: Page) -> None:
    button(page, "Guidance").click()
    page.locator("#liability-excluded").hover()  # its buttons are there
    page.evaluate("getSelection().selectAllChildren(document.getElementById('liability'))")
    page.keyboard.press("Control+c")
    text = str(page.evaluate("navigator.clipboard.readText()"))
    lines = [line for line in text.split("\n") if line.strip()]
    said = number(page, "liability")
    assert lines[0].startswith(f"{said}. Limits on liability")
    assert lines[1].startswith(f"{said}.1 No limit. Nothing in this agreement")
    assert lines[2].startswith("(a) death or personal injury")
    assert not re.search("Cited in|Guidance|approved|Departs", text)


# ---- reading options


def test_what_is_shown_is_remembered(page: Page) -> None:
    value = page.locator("#liability-cap bdi").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert value.evaluate(line) == "none", "quiet until it is wanted"
    passport = page.locator("#liability > .wh-passport")
    assert passport.is_visible()
    button(page, "Values").click()
    button(page, "Origins").click()
    page.reload()
    assert value.evaluate(line) == "underline"
    assert passport.is_hidden()
    expect(button(page, "Values")).to_have_attribute("aria-pressed", "true")
    expect(button(page, "Origins")).to_have_attribute("aria-pressed", "false")
    button(page, "Origins").click()
    assert passport.is_visible()


def test_guidance_is_shown_when_it_is_wanted(page: Page) -> None:
    guide = page.locator("#liability > .wh-guide")
    assert guide.is_hidden()
    button(page, "Guidance").click()
    assert guide.get_by_text("Do not exclude loss of profit").is_visible()


def test_numbers_only_shows_how_the_contract_is_built(page: Page) -> None:
    button(page, "Numbers only").click()
    assert page.locator("#liability-unlimited > p").first.is_visible()
    assert page.locator("#liability-unlimited-1").is_hidden()
    assert page.locator("#liability-cap > p").first.bounding_box()["height"] < 40  # type: ignore[index]


def test_larger_text_is_larger(page: Page) -> None:
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    text = page.locator("#liability-cap > p").first
    before = text.evaluate(size)
    button(page, "Larger text").click()
    assert text.evaluate(size) > before


def test_a_browser_that_remembers_nothing_shows_the_page(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    failed: list[object] = []
    page.on("pageerror", lambda error: failed.append(error))
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    page.goto((site / f"{DEAL}.html").as_uri())
    button(page, "Values").click()
    expect(button(page, "Values")).to_have_attribute("aria-pressed", "true")
    assert [each for each in failed if "refused" not in str(each)] == []
    page.close()


def test_without_javascript_all_is_there_and_no_dead_control(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, java_script_enabled=False)
    assert page.locator("#liability > .wh-passport").is_visible()
    assert page.locator("#liability > .wh-guide").is_visible()
    assert page.locator("#liability-cap > .wh-cited").is_visible()
    assert page.locator(".wh-reader").is_hidden()
    page.close()


# ---- contents, paper, frame


def test_the_contents_follow_the_reader(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})
    page.locator("#governing-law").evaluate("e => e.scrollIntoView({behavior: 'instant'})")
    current = page.locator(".toc-tree li.scroll-current > a").last
    expect(current).to_have_text(re.compile(r"^\d+\. Governing law$"))
    expect(current).to_be_in_viewport()


def test_the_margin_is_used_where_there_is_one(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    note, text = (
        page.locator("#liability-cap > .wh-cited").bounding_box(),
        page.locator("#liability-cap > p").first.bounding_box(),
    )
    assert note and text and note["x"] > text["x"] + text["width"]
    page.set_viewport_size({"width": 390, "height": 900})
    note, text = (
        page.locator("#liability-cap > .wh-cited").bounding_box(),
        page.locator("#liability-cap > p").first.bounding_box(),
    )
    assert note and text and note["y"] >= text["y"] + text["height"] - 8


def test_who_cites_a_schedule_stands_below_its_rule(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    top = page.locator(".wh-schedule:has(> .wh-cited) > h2 > .wh-number").first.bounding_box()
    said = page.locator(".wh-schedule > .wh-cited").first.bounding_box()
    assert top and said and abs(said["y"] - top["y"]) < 12


def test_nothing_lies_over_what_a_link_leads_to(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, viewport={"width": 320, "height": 800})
    page.evaluate("location.hash = 'liability'")
    seen = """() => {
        const { left, top, width, height } = document.querySelector("#liability > h2").getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.closest("h2") !== null;
    }"""
    page.wait_for_function("document.querySelector('.show-back-to-top')")
    assert page.evaluate(seen)
    page.close()


def test_the_number_of_a_party_reads_as_no_count(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "agreements/cooperation")
    assert page.locator(".wh-open > li > span").first.inner_text() == "party (1)"
    page.close()


def test_paper_is_the_contract_alone(browser: Browser, site: Path) -> None:
    page = visit(browser, site, DEAL, color_scheme="dark")
    for name in ("Values", "Guidance", "Numbers only"):
        button(page, name).click()
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    page.close()
    first, text = sheets[0], "\n".join(sheets)
    assert f"1 / {len(sheets)}" in first and "COOP-2026-014, draft 0.4" in first
    assert re.search(r"\d+\.1\s+No limit\. Nothing", text) and re.search(r"\(a\)\s+death or personal", text)
    assert not re.search("Cited in|Guidance|Used in 1|Built from|Numbers only|Written in|Key facts", text)


def test_the_page_loads_no_more_than_it_needs(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    files: list[Path] = []
    page.on("request", lambda request: files.append(Path(request.url.removeprefix("file://").partition("?")[0])))
    page.goto((site / "agreements/cooperation.html").as_uri())
    page.wait_for_load_state("networkidle")
    weight = {path.name: path.stat().st_size for path in files if path.suffix in (".css", ".js")}
    assert not weight.keys() & {"sphinx-design.min.css", "pygments.css", "design-tabs.js"}
    assert sum(weight.values()) < 140_000, weight
    page.close()


def test_each_landmark_has_a_name_of_its_own(page: Page) -> None:
    names = page.locator("aside").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert names == ["Site", "Page contents"]


def test_a_screen_reader_hears_a_number_once_and_then_its_words(page: Page) -> None:
    heard = page.locator("#liability-unlimited").aria_snapshot()
    said = number(page, "liability-unlimited")
    assert (
        heard.index(f'link "{said}"') < heard.index("No limit.") < heard.index('link "(a)"') < heard.index("death or")
    )
    assert heard.count(f'{said}"') == 1


@pytest.mark.parametrize("docname", ["agreements/cooperation", DEAL])
def test_everybody_can_use_all_of_it(docname: str, browser: Browser, site: Path) -> None:
    """No finding of axe at all, with everything open that can be opened."""
    page = visit(browser, site, docname, viewport={"width": 1440, "height": 900})
    button(page, "Values").click()
    button(page, "Guidance").click()
    page.locator("#liability > .wh-passport > summary").click()
    page.locator("#liability-excluded > p > .wh-number").focus()
    page.keyboard.press("Tab")
    assert barriers(page) == []
    page.close()
