"""What a reader asks for by a key or a button: jumps, open points, the definitions beside the text, notes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import barriers
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from projects import Project
from pypdf import PdfReader

FILES = {
    "agreements/x.md": """
        ---
        agreement:
          roles: {buyer: Buyer}
          values: {area: {type: text}, day: {type: date}}
        ---
        # Supply Agreement

        :::{clause} terms
        :::
        :::{clause} scope
        :::
        :::{clause} secrecy
        :::

        {.schedule}
        ## Places
        1. {{ buyer }} has Goods in {{ area }}:
           1. here; and
           1. there.
        """,
    "clauses/terms.yaml": """
        title: Definitions
        roles: [buyer]
        text: |
          1. In this agreement:
             :::{definitions}
             :::
        definitions:
          Goods: all that {{ buyer }} <buys>
          Place: a place in {{ area }}
        """,
    "clauses/scope.yaml": """
        title: Scope
        roles: [buyer]
        text: |
          1. {{ buyer }} buys Goods in each Place from {{ day }}.
          1. It pays.
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        roles: [buyer]
        text: |
          1. {{ buyer }} keeps secrets:
             1. of all Goods; and
             1. of every Place.
          1. {{ buyer }} keeps secrets for a year.
        variants:
          long:
            text: |
              1. {{ buyer }} keeps secrets.
              1. {{ buyer }} keeps secrets for ever.
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/d.yaml": "agreement: x\nparties: {buyer: acme}\nvalues: {area: Kent}\nclauses: {secrecy: long}\n",
    "deals/e.yaml": "agreement: x\nparties: {buyer: acme}\nvalues: {area: Kent, day: 2027-01-15}\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("asked"))
    made.write(FILES)
    assert made.build(html_theme="furo").messages == ""
    return made


@pytest.fixture(scope="module")
def out(project: Project) -> Path:
    return project.root / "out/html"


@pytest.fixture
def page(browser: Browser, out: Path) -> Iterator[Page]:
    """A deal, in a session of its own."""
    context = browser.new_context(viewport={"width": 1700, "height": 700})
    opened = context.new_page()
    opened.goto((out / "deals/d.html").as_uri())
    yield opened
    context.close()


def here(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def asked(page: Page, key: str) -> None:
    """Press a key, and wait for what it brings."""
    page.keyboard.press(key)
    if name := {"d": "definitions", "m": "notes"}.get(key):
        page.wait_for_function("name => window.whereas[name]", arg=name)


# ---- jumps


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("2.1", "scope-1"),
        ("3 2", "secrecy-long-2"),
        ("3.2", "secrecy-long-2"),
        ("schedule 1 1.2", "places-1-2"),
        ("sch 1 1 1", "places-1-1"),
        ("s 1 1", "places-1"),
        ("Schedule 1", "places"),
        ("scope", "scope"),
        ("3", "secrecy"),
    ],
)
def test_a_number_leads_to_its_provision(page: Page, written: str, anchor: str) -> None:
    page.keyboard.press("g")
    page.keyboard.type(written)
    page.keyboard.press("Enter")
    page.wait_for_function("anchor => location.hash === '#' + anchor", arg=anchor)
    assert page.evaluate("document.activeElement.hash") == f"#{anchor}"


def test_open_points_and_departures_one_after_the_other(page: Page) -> None:
    places = []
    for key in "nnp":
        page.keyboard.press(key)
        places.append(here(page))
    assert places == ["#scope-1", "#secrecy", "#scope-1"]


def test_keys_are_letters_where_one_writes(page: Page) -> None:
    asked(page, "d")
    page.get_by_role("complementary", name="Definitions").get_by_label("Filter").fill("")
    page.keyboard.type("gnp?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.get_by_role("complementary", name="Definitions").get_by_label("Filter").input_value() == "gnp?"


def test_nothing_is_loaded_before_it_is_asked_for(page: Page) -> None:
    loaded = "() => [...document.scripts].filter(each => /definitions|notes/.test(each.src)).length"
    assert page.evaluate(loaded) == 0
    asked(page, "d")
    assert page.evaluate(loaded) == 1


# ---- where the reader is


def test_contents_show_where_something_is_open_or_departs(page: Page) -> None:
    found = page.locator(".toc-tree li:has(> a > .wh-dot) > a")
    assert [(each.get_attribute("href"), each.locator(".wh-dot").get_attribute("title")) for each in found.all()] == [
        ("#scope", "Something is open"),
        ("#secrecy", "Departs from the template"),
    ]


def test_a_template_is_open_everywhere_and_has_no_dots(browser: Browser, out: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((out / "agreements/x.html").as_uri())
        assert page.locator(".wh-dot").count() == 0


# ---- definitions


def test_definitions_stand_beside_the_text(page: Page) -> None:
    page.get_by_role("button", name="Definitions").click()
    panel = page.get_by_role("complementary", name="Definitions")
    assert panel.locator("li").all_inner_texts() == [
        "Goods\n\n“Goods” means all that the Buyer <buys>.",
        "Place\n\n“Place” means a place in Kent.",
    ]
    page.locator("#scope-1 a:not([class])", has_text="Place").hover()
    expect(panel.locator("[aria-current]")).to_contain_text("a place in Kent")
    page.mouse.move(0, 0)
    panel.get_by_label("Filter").fill("kent")
    assert [each.is_visible() for each in panel.locator("li").all()] == [False, True]
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_one_panel_stands_beside_the_text_at_a_time(page: Page) -> None:
    asked(page, "d")
    page.get_by_role("button", name="Notes").click()
    expect(page.get_by_role("complementary", name="Notes")).to_be_visible()
    expect(page.locator(".wh-panel")).to_have_count(1)
    page.get_by_role("button", name="Definitions").click()
    expect(page.get_by_role("complementary", name="Definitions")).to_be_visible()
    expect(page.locator(".wh-panel")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".wh-panel")).to_have_count(0)


# ---- clause by clause


def shown(page: Page) -> list[str]:
    """The clauses that a reader sees."""
    found = page.locator("#agreement > .wh-section")
    return [str(each.get_attribute("id")) for each in found.all() if each.get_attribute("hidden") is None]


def test_a_reader_may_see_one_clause_at_a_time(page: Page) -> None:
    everything = shown(page)
    page.get_by_role("button", name="By clause").click()
    assert shown(page) == ["terms"]
    page.get_by_role("navigation", name="By clause").get_by_role("link", name="Scope").click()
    assert shown(page) == ["scope"]
    page.evaluate("location.hash = '#places-1-2'")
    page.wait_for_function("!document.getElementById('places').hidden")
    assert shown(page) == ["places"]
    page.reload()
    assert shown(page) == ["places"], "it is remembered, and the link still leads there"
    page.keyboard.press("n")
    page.wait_for_function("!document.getElementById('scope').hidden || !document.getElementById('secrecy').hidden")
    paper = text_of(page.pdf())
    assert "keeps secrets for ever" in paper and "pays" in paper, "paper has all of it"
    page.get_by_role("button", name="By clause").click()
    assert shown(page) == everything


# ---- notes


def select(page: Page, selector: str, start: int, end: int) -> None:
    """Select characters of the last text in an element."""
    page.evaluate(
        """([selector, start, end]) => {
            const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
            let last = null;
            while (walk.nextNode()) if (walk.currentNode.data.trim()) last = walk.currentNode;
            last.parentElement.scrollIntoView({ block: "center" });
            getSelection().setBaseAndExtent(last, start, last, end);
        }""",
        [selector, start, end],
    )


def write(page: Page, words: str) -> Locator:
    """Write a note on what is selected; gives the panel."""
    page.locator(".wh-note-offer").click()
    panel = page.get_by_role("complementary", name="Notes")
    expect(panel.locator("textarea:focus")).to_be_visible()
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    return panel


def kept(page: Page) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        page.evaluate("localStorage.getItem('whereas-notes ' + location.pathname) || '[]'")
    )
    return found


def test_a_note_is_a_web_annotation_and_stays(page: Page) -> None:
    select(page, "#secrecy-long-2 > p", 7, 14)
    panel = write(page, "For <b>ever</b>?")
    assert panel.locator("blockquote").inner_text() == "secrets"
    (note,) = kept(page)
    assert note["type"] == "Annotation" and note["motivation"] == "commenting"
    assert note["body"] == {"type": "TextualBody", "value": "For <b>ever</b>?", "format": "text/plain"}
    target = note["target"]
    assert isinstance(target, dict)
    assert target["selector"]["type"] == "FragmentSelector" and target["selector"]["value"] == "secrecy-long-2"
    quote = target["selector"]["refinedBy"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "secrets")
    assert quote["prefix"].endswith("The Buyer keeps ") and quote["suffix"].startswith(" for ever.")
    page.reload()
    sign = page.locator("#secrecy-long-2 > .wh-note-sign")
    expect(sign).to_have_attribute("title", "For <b>ever</b>?")
    assert page.evaluate("[...CSS.highlights.get('wh-note')].map(each => each.toString())") == ["secrets"]
    expect(page.get_by_role("button", name="Notes 1")).to_be_visible()


def test_notes_are_found_again_after_a_rebuild_and_orphans_shown(page: Page, project: Project) -> None:
    select(page, "#secrecy-long-2 > p", 19, 23)
    write(page, "stays")
    page.keyboard.press("Escape")
    select(page, "#scope-2 > p", 3, 7)
    write(page, "goes")
    clause = project.root / "clauses/scope.yaml"
    before = clause.read_text()
    try:
        clause.write_text(before.replace("It pays.", "It does."))
        secrecy = project.root / "clauses/secrecy.yaml"
        old = secrecy.read_text()
        secrecy.write_text(old.replace("keeps secrets for ever", "always keeps each secret for ever"))
        project.build(html_theme="furo")
        page.reload()
        page.locator("#secrecy-long-2 > .wh-note-sign").click()
        panel = page.get_by_role("complementary", name="Notes")
        told = [each.locator(".wh-what").inner_text() for each in panel.locator("li").all()]
        assert told == ["clause 3.2", "clause 2.2 (no longer in the text)"]
        assert page.evaluate("[...CSS.highlights.get('wh-note')].map(each => each.toString())") == ["ever"]
    finally:
        clause.write_text(before)
        secrecy.write_text(old)
        project.build(html_theme="furo")


def test_notes_go_out_and_come_in(page: Page, browser: Browser, out: Path, tmp_path: Path) -> None:
    select(page, "#secrecy-long-2 > p", 7, 14)
    panel = write(page, "One *note*")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Markdown").click()
    said = Path(download.value.path()).read_text()
    assert said == "# " + page.title() + "\n\n## clause 3.2\n\n> secrets\n\nOne \\*note\\*"
    with page.expect_download() as download:
        panel.get_by_role("button", name="JSON-LD").click()
    file = tmp_path / "notes.jsonld"
    download.value.save_as(file)
    assert json.loads(file.read_text())["first"]["items"] == kept(page)
    panel.get_by_role("button", name="Delete").click()
    assert kept(page) == []
    with browser.new_context() as context:
        other = context.new_page()
        other.on("dialog", lambda dialog: dialog.accept())
        other.goto((out / "deals/d.html").as_uri())
        other.get_by_role("button", name="Notes").click()
        other.get_by_label("Import").set_input_files(file)
        expect(other.locator("#secrecy-long-2 > .wh-note-sign")).to_have_count(1)
        assert [each["body"] for each in kept(other)] == [
            {"type": "TextualBody", "value": "One *note*", "format": "text/plain"}
        ]


@pytest.mark.parametrize(
    "written", ["nonsense", "[]", '[{"body": 1}]', '{"first": {"items": [null, {"target": {}}]}}', "null"]
)
def test_what_are_no_notes_is_not_taken_in(page: Page, tmp_path: Path, written: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    page.on("dialog", answer)
    asked(page, "m")
    file = tmp_path / "notes.json"
    file.write_text(written)
    page.get_by_label("Import").set_input_files(file)
    page.wait_for_function("document.querySelector('.wh-panel li')")
    expect(page.get_by_role("complementary", name="Notes").locator("blockquote")).to_have_count(0)
    assert kept(page) == [] and faults == [] and said[0].startswith("0 of ")


def test_notes_are_printed_when_one_asks(page: Page) -> None:
    select(page, "#secrecy-long-2 > p", 7, 14)
    write(page, "A word on paper")
    without = page.pdf()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print").click()
    assert "A word on paper" not in text_of(without)
    assert "A word on paper" in text_of(page.pdf())


def text_of(pdf: bytes) -> str:
    import io

    return "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)


def test_no_note_leaves_the_machine(browser: Browser, out: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        page.goto((out / "deals/d.html").as_uri())
        select(page, "#secrecy-long-2 > p", 7, 14)
        write(page, "secret")
        assert [url for url in sent if not url.startswith("file:")] == []


def test_a_note_is_no_text_to_copy(page: Page) -> None:
    select(page, "#secrecy-long-2 > p", 7, 14)
    write(page, "note")
    page.keyboard.press("Escape")
    words = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('#secrecy-long-2')) || getSelection().toString()"
    )
    assert words.strip().endswith("The Buyer keeps secrets for ever.")


# ---- everybody


@pytest.mark.parametrize("key", ["d", "m"])
def test_everybody_can_use_what_is_asked_for(browser: Browser, out: Path, key: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.goto((out / "deals/d.html").as_uri())
        if key == "m":
            select(page, "#secrecy-long-2 > p", 7, 14)
            write(page, "note")
        else:
            asked(page, key)
        page.locator(".wh-panel").wait_for()
        for part in ("article", ".wh-panel"):
            assert barriers(page, part) == []
