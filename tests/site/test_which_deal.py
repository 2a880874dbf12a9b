"""Which deal a page is of: its heading, its name in tabs, lists and search, the way to it; paper has the contract."""

from __future__ import annotations

import html
import io
import json
import re

import pytest
from browsing import visit
from playwright.sync_api import Browser
from projects import Built, Project
from pypdf import PdfReader

FILES = {
    "index.md": "# Home\n\n```{toctree}\nagreements/sale\ndeals\n```\n\n:::{records} deals\n:::\n",
    "deals.md": "# Deals\n\n```{toctree}\n:glob:\ndeals/*\n```\n",
    "agreements/sale.md": """
        ---
        agreement:
          roles: {seller: {term: Seller, plural: Sellers}, buyer: Buyer}
          values: {fee: {type: money}}
        ---
        # Sale

        ## Price
        1. {{ buyer }} pays {{ fee }} to {{ seller }}.
        """,
    "parties/acme.yaml": "name: Acme <Ltd>\n",
    "parties/bolt.yaml": "name: Bolt BV\n",
    "parties/cara.yaml": "name: Cara SA\n",
    "deals/titled.yaml": """
        agreement: sale
        title: Cranes & hoists
        reference: S-1
        parties: {seller: [acme, bolt], buyer: cara}
        """,
    "deals/known.yaml": "agreement: sale\nreference: S-2\nparties: {seller: [acme, bolt], buyer: cara}\n",
    "deals/half.yaml": "agreement: sale\nparties: {seller: acme}\n",
    "deals/bare.yaml": "agreement: sale\n",
    "deals/said.yaml": "agreement: sale\ntitle: S-5, winches\nreference: S-5\n",
    "deals/part.yaml": "agreement: sale\ntitle: Works S-67\nreference: S-6\n",
}
#: What each is called, and the reference that is told after it.
CALLED = {
    "titled": ("Cranes & hoists", "S-1"),
    "known": ("Acme <Ltd>, Bolt BV and Cara SA", "S-2"),
    "half": ("Acme <Ltd> and [Buyer’s legal name]", ""),
    "bare": ("Sale (bare)", ""),
    "said": ("S-5, winches", ""),
    "part": ("Works S-67", "S-6"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("which"))
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    built = project.build(html_theme="furo")
    assert built.messages == ""
    return built


@pytest.mark.parametrize("deal", CALLED)
def test_its_page_is_headed_by_its_name_and_the_agreement_s_title_follows(
    deal: str, browser: Browser, built: Built
) -> None:
    name, reference = CALLED[deal]
    page = visit(browser, built.out, f"deals/{deal}")
    assert page.locator("h1").all_inner_texts() == [name]
    assert page.locator(".wh-title").inner_text() == "Sale"
    whole = f"{name} ({reference})" if reference else name
    assert page.title().startswith(whole)
    assert page.locator(".sidebar-tree .current-page > a").inner_text() == whole
    page.close()


def test_the_way_to_a_page_is_told_and_ends_with_the_reference(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "deals/titled")
    way = page.get_by_role("navigation", name="Where you are")
    assert way.locator("li").all_inner_texts() == ["Deals", "S-1"]
    assert page.locator(".wh-where").get_attribute("data-of") == "S-1", "and again while one scrolls"
    way.get_by_role("link", name="Deals").click()
    page.wait_for_url("**/deals.html")
    assert way.count() == 0, "at the top of the contents there is no way to tell"
    page.close()


def test_a_template_keeps_its_title(built: Built) -> None:
    assert re.search(r"<h1>Sale<", built.page("agreements/sale"))
    assert "wh-title" not in built.page("agreements/sale")


def test_parties_are_listed_one_by_one(built: Built) -> None:
    assert '<p class="wh-between">Acme &lt;Ltd&gt;, Bolt BV and Cara SA</p>' in built.page("deals/titled")
    assert "Cranes & hoists Sale Acme <Ltd>, Bolt BV and Cara SA" in built.words("index")


def test_who_is_named_in_the_heading_is_not_named_again(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "deals/known")
    assert page.locator(".wh-between").is_hidden()
    page.close()


def test_search_tells_the_reference(built: Built) -> None:
    index = json.loads((built.out / "_search.js").read_text().partition(" = ")[2].removesuffix(";\n"))
    titles = {page[0]: page[2] for page in index["pages"]}
    assert titles["deals/titled"] == "Cranes & hoists (S-1)"


def test_paper_has_the_agreement_s_own_title(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "deals/known")
    text = PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    page.close()
    assert "\nSale\nAcme <Ltd>, Bolt BV and Cara SA\n" in text and "Deals" not in text


def test_all_pages_in_one_are_headed_so_too(project: Project) -> None:
    heads = re.findall(r"<h\d>(.*?)<", project.build("singlehtml").page("index"))
    assert [name for name, _ in CALLED.values() if html.escape(name, quote=False) not in heads] == []


def test_other_outputs_have_it_too(project: Project) -> None:
    outline = project.build("outline").outline("deals/titled")
    assert outline["title"] == "Sale" and outline["parties"][0]["name"] == "Acme <Ltd> and Bolt BV"
    assert project.build("text").text("deals/titled").startswith("Sale **** Acme <Ltd> and Bolt BV")
