"""What pages say about contracts, in the language of the page: beside an agreement its own, elsewhere the project's."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from browsing import visit
from playwright.sync_api import Browser, expect
from projects import Built, Project

import whereas
from whereas.language.registry import LANGUAGES, site_words
from whereas.language.site_words import SiteWords

STATIC = Path(whereas.__file__).parent / "site" / "static"
FILES = {
    "clauses/haft.yaml": """
        title: Xaft
        status: draft
        version: "1.1"
        owner: Xegal
        tags: [xisk]
        summary: Xumma.
        guidance: Xint.
        definitions: {Xost: "Xost xx."}
        values: {limit: {type: money, about: Xoch}, xist: {type: duration, default: 2 days}}
        text: "1. Xis {{ limit }} xach {{ xist }}; Xost."
        variants: {xreng: {summary: Xreng., text: "1. Xreng {{ limit }}."}}
        fallbacks:
        - {position: Xah, approval: none, changes: Xert, text: Xat, variant: xreng, values: {xist: 3 days}}
        - {position: Xeit, approval: Xef}
        """,
    "clauses/xanz.yaml": "title: Xanz\nstatus: approved\ntext: |\n  1. Xan.\n",
    "clauses/xein.yaml": "title: Xein\nstatus: approved\ntext: |\n  1. Xallein.\n",
    "parties/xacme.yaml": """
        name: Xacme
        short: Xac
        trading_name: Xading
        kind: person
        entity: Xentity
        jurisdiction: Xland
        tax_id: "1"
        registration: {number: X1, court: Xcourt}
        address: [Xeg 1]
        notices: {email: x@example.com}
        signatories: [{name: Xad}]
        """,
    "agreements/kauf.md": """
        ---
        agreement:
          locale: LOCALE
          version: "3.1"
          roles: {seller: {term: Xeller, article: X}}
          values: {effective_date: {type: date}, xfast: {type: boolean}}
        ---
        # Xauf

        ## Xor
        1. Xon {{ effective_date }}, {{ seller }}.

        | Xa | Xb |
        |----|----|
        | 1  | 2  |

        :::{clause} haft
        :::

        :::{clause} xanz
        :::
        """,
    "deals/xoffen.yaml": """
        agreement: kauf
        title: Xoffen
        reference: X-2
        version: "0.4"
        parties: {seller: xacme}
        omitted: reserved
        clauses: {xanz: {omit: true, because: Xar.}, haft: {variant: xreng, title: Xanders, values: {xist: 4 days}}}
        add: {xein: {after: haft, because: Xil.}}
        """,
    "deals/xertig.yaml": "agreement: kauf\ntitle: Xertig\nparties: {seller: xacme}\n",
    "index.md": """
        # Xome

        :::{dashboard}
        :::

        :::{records} agreements
        :::

        :::{records} deals
        :::

        :::{records} clauses
        :::

        :::{records} parties
        :::

        :::{records} values
        :::

        :::{records} terms
        :::

        ```{toctree}
        :glob:
        */*
        ```
        """,
}
PAGES = (
    *("index", "clauses/haft", "clauses/xanz", "clauses/xein", "parties/xacme"),
    *("agreements/kauf", "deals/xoffen", "deals/xertig"),
)


def project_in(folder: Project, locale: str) -> Project:
    folder.write({name: text.replace("LOCALE", locale) for name, text in FILES.items()})
    return folder


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    made = {}
    for code in ("en", "de", "fr", "es"):
        project = project_in(Project(tmp_path_factory.mktemp(code)), code)
        styles = {"house": {"locale": code}}
        made[code] = project.build(language=code, html_theme="furo", whereas_styles=styles, whereas_style="house")
        assert made[code].messages == ""
    return made


def texts(value: object) -> Iterator[str]:
    """Every text in a value, the pieces between what is filled in apart."""
    if isinstance(value, str):
        yield from (piece.strip(" .,;:“”") for piece in re.split(r"\{\w+\}", value))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def said(words: SiteWords) -> set[str]:
    values = (getattr(words, field.name) for field in fields(SiteWords) if field.name != "locale")
    return {each for value in values for each in texts(value) if each}


def has(page: str, words: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", page) is not None


def main(built: Built, docname: str) -> str:
    """The markup of the main part of a page."""
    return built.page(docname).partition('<article role="main"')[2].partition("</article>")[0]


def shown(built: Built, docname: str) -> str:
    """What a reader sees or hears of the main part of a page: its words, and its labels, but no author's names.

    Findings are in English everywhere, and a key of YAML is as it is written.
    """
    page = re.sub(r'(<li[^>]*>[^<]*)<ul class="simple">.*?</ul>(?=</li>)', r"\1", main(built, docname), flags=re.DOTALL)
    labels = " | ".join(re.findall(r'aria-label="([^"]*)"', page))
    text = html.unescape(f"{re.sub(r'<[^>]+>', ' ', page)} | {labels}")
    return re.sub(r"\w+/\w+\.yaml:\d+|Effective date|effective_date|status: final", "", text)


@pytest.mark.parametrize("code", ["de", "fr", "es"])
@pytest.mark.parametrize("docname", PAGES)
def test_no_english_word_of_ours_is_on_a_page_in_another_language(
    sites: dict[str, Built], code: str, docname: str
) -> None:
    page, own = shown(sites[code], docname), said(site_words(code))
    left = {each for each in said(site_words("en")) if has(page, each) and not any(has(mine, each) for mine in own)}
    assert not left


@pytest.mark.parametrize("docname", PAGES)
def test_every_page_says_as_much_in_each_language(sites: dict[str, Built], docname: str) -> None:
    """What is said in English is said in German: the pages have as many elements."""
    shapes = {code: re.findall(r"<(\w+)", main(built, docname)) for code, built in sites.items()}
    assert shapes["de"] == shapes["en"] == shapes["fr"] == shapes["es"]


def test_every_language_with_words_has_them_all() -> None:
    for language in LANGUAGES:
        if words := language.site_words:
            empty = [field.name for field in fields(SiteWords) if not getattr(words, field.name)]
            assert set(empty) <= {"scripts"}  # whose words are the English ones
            english = site_words("en")
            assert words.departed.keys() == english.departed.keys()
            assert words.statuses.keys() == english.statuses.keys()
            assert words.in_state.keys() == english.in_state.keys()


def test_an_agreement_has_its_own_language_in_a_project_of_another(tmp_path_factory: pytest.TempPathFactory) -> None:
    built = project_in(Project(tmp_path_factory.mktemp("mixed")), "de").build(language="en")
    assert "Eckdaten" not in built.words("index")
    assert "Nach dem Muster" in built.words("deals/xoffen") and "Eine Abweichung" not in built.words("deals/xoffen")
    assert "5 Abweichungen vom Muster" in built.words("deals/xoffen")
    assert "2 deals: 2 in draft" in built.words("index")


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_what_scripts_say_is_known_in_every_language(code: str) -> None:
    files = [*STATIC.glob("*.js"), STATIC.parent / "catalogue/filters.py"]  # which says what its script would
    spoken = {words for path in files for words in re.findall(r'say\("([^"]*)"', path.read_text("utf-8"))}
    assert site_words(code).scripts.keys() == spoken


def test_scripts_are_given_the_words_of_their_page(sites: dict[str, Built]) -> None:
    assert '"Copied":"Kopiert"' in sites["de"].page("agreements/kauf")
    assert "whereasWords" not in sites["en"].page("agreements/kauf") + sites["en"].page("index")


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_the_search_page_and_the_parts_of_a_page_are_named_in_the_language(sites: dict[str, Built], code: str) -> None:
    page, words = sites[code].page("search"), site_words(code)
    for each in (words.needs_script, words.search_for, words.search_on, words.home_page):
        assert each in page
    for each in (words.site, words.page_contents):
        assert f'aria-label="{each}"' in sites[code].page("agreements/kauf")


def test_the_tools_of_a_german_page_speak_german(sites: dict[str, Built], browser: Browser) -> None:
    page = visit(browser, sites["de"].out, "agreements/kauf")
    assert page.locator(".wh-reader button").all_inner_texts()[:2] == ["Werte", "Herkunft"]
    page.close()


def test_the_search_in_a_german_project_speaks_german(sites: dict[str, Built], browser: Browser) -> None:
    page = visit(browser, sites["de"].out, "search")
    page.fill("#wh-query", "xreng")
    page.press("#wh-query", "Enter")
    expect(page.locator("#wh-search [role=status]")).to_contain_text("gefunden.")
    page.close()


@pytest.mark.parametrize(
    ("code", "count", "words"),
    [
        ("en", 1, "1 clause"),
        ("en", 2000, "2,000 clauses"),
        ("de", 0, "0 Klauseln"),
        ("de", 2000, "2.000 Klauseln"),
        ("fr", 0, "0 clause"),
        ("es", 1, "1 cláusula"),
    ],
)
def test_counts_follow_the_language(code: str, count: int, words: str) -> None:
    found = site_words(code)
    assert found.counted(count, found.clauses) == words


@pytest.mark.parametrize(("names", "said"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), ("ABC", "A, B and C")])
def test_names_are_listed(names: tuple[str, ...], said: str) -> None:
    assert site_words("en").listed(names) == said
