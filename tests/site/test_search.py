"""Finding a provision: by its number, by its words, in a browser, from a disk and without any server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import barriers, visit
from playwright.sync_api import Browser, Page
from projects import Built, Project

NASTY = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1">\u2028&amp;'
CONF = """
project = copyright = "Test"
version = "1"
extensions = ["myst_parser", "sphinx_design", "whereas"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
html_theme = "THEME"
exclude_patterns = ["out*"]
"""
FILES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nclauses/*\nparties/*\nguide\n```\n",
    "guide.md": "# Guide to parcels\n\n## Weighing\n\nEvery parcel is weighed twice.\n\n## Labels\n\nStick them on.\n",
    "agreements/loan.md": """
        ---
        agreement:
          roles: {lender: Lender}
          values: {purpose: {type: text}}
        ---
        # Loan Agreement

        {.recitals}
        ## Background
        1. The first reason.
        1. The second reason.

        ## Definitions
        1. :::{definitions}
           :::

        ## Repayment
        1. The loan is for {{ purpose }}.
        1. **Early repayment.** The borrower may repay:
           1. on a Business Day; and
           1. with 30 days of notice to the companies.

        ## Notices
        1. A notice tells of the instalment.

        {.schedule}
        ## Prices
        1. The price of a parcel.
        1. The price of two parcels, on each Business Day.

        {.schedule}
        ## Places
        1. The first place.
        """,
    "agreements/miete.md": """
        ---
        agreement: {style: continental, locale: de}
        ---
        # Mietvertrag

        ## Miete
        1. Die Miete ist hoch.
        1. Die Miete steigt.

        {.schedule}
        ## Preise
        1. Ein Preis.
        """,
    "clauses/day.yaml": """
        title: Days
        text: |
          1. A rule for days.
        definitions:
          Business Day: a day on which banks are open
        """,
    "parties/bank.yaml": "name: Big Bank\n",
    "deals/a.yaml": "agreement: loan\ntitle: A deal\nparties: {lender: bank}\nvalues: {purpose: a parcel}\n",
}
FILES["agreements/loan.md"] = FILES["agreements/loan.md"].replace(
    "        ## Notices", "        :::{clause} day\n        :::\n\n        ## Notices"
)


def built(root: Path, theme: str = "furo", **more: str) -> Project:
    project = Project(root)
    project.write(FILES | {"conf.py": CONF.replace("THEME", theme)} | more)
    return project


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("search")).build()


@pytest.fixture(scope="module")
def opened(browser: Browser, small: Built) -> Iterator[Page]:
    page = visit(browser, small.out, "search")
    yield page
    page.close()


def look(browser: Browser, out: Path, query: str, page: str = "search.html", **settings: Any) -> Page:
    """The search page with what it found."""
    opened = browser.new_page(**settings)
    opened.goto((out / page).as_uri())
    return ask(opened, query)


def ask(page: Page, query: str) -> Page:
    """Ask as readers do, from the box, over what was asked before; the address with `?q=` is what that makes."""
    page.locator("#wh-query").fill(query)
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".wh-found[aria-busy=false]").wait_for(state="attached")
    return page


def finds(page: Page) -> list[tuple[str, str]]:
    """Each find, as the page it is on and the words of its link."""
    script = """() => [...document.querySelectorAll(".wh-found li")].map((each) => {
        let head = each.closest("ul").parentElement.matches("details") ? each.closest("details") : each.closest("ul");
        while (!head.matches("h2")) head = head.previousElementSibling;
        return [head.textContent, each.querySelector("a")?.textContent.trim() || ""];
    })"""
    return [(head, link) for head, link in page.evaluate(script)]


# ---- by number ------------------------------------------------------------------------------------------------------

TITLE = "2.2 Repayment: Early repayment"


@pytest.mark.parametrize(
    ("query", "number"),
    [
        *(("2.2", TITLE), ("clause 2.2", TITLE), ("Clause 2.2.", TITLE), ("cl 2.2", TITLE), ("sec. 2.2", TITLE)),
        *(("2.2(b)", "2.2(b) Repayment"), ("2.2 (b)", "2.2(b) Repayment"), ("clause 2.2(B)", "2.2(b) Repayment")),
        *(("Schedule 1", "Schedule 1 Prices"), ("schedule 2", "Schedule 2 Places")),
        ("paragraph 2 of Schedule 1", "2 of Schedule 1 Prices"),
        ("Schedule 1, paragraph 2", "2 of Schedule 1 Prices"),
        ("para 1 Schedule 2", "1 of Schedule 2 Places"),
        *(("recital (B)", "(B) Background"), ("recital B", "(B) Background")),
    ],
)
def test_a_number_finds_its_provision_in_each_agreement(query: str, number: str, opened: Page) -> None:
    page = ask(opened, query)
    assert finds(page) == [("Loan Agreement", number), ("A deal", number)], "templates before deals"


@pytest.mark.parametrize("query", ["§ 1 Abs. 2", "§ 1 (2)", "Ziffer 1 (2)"])
def test_a_number_of_another_style_is_found_as_it_is_cited_there(query: str, opened: Page) -> None:
    page = ask(opened, query)
    assert ("Mietvertrag", "1 (2) Miete") in finds(page)


def test_a_schedule_of_another_language_is_found(opened: Page) -> None:
    page = ask(opened, "Anlage 1")
    assert [found for found in finds(page) if found[0] == "Mietvertrag"] == [("Mietvertrag", "Anlage 1 Preise")]


def test_a_find_leads_to_its_provision(browser: Browser, small: Built) -> None:
    page = look(browser, small.out, "2.2(b)")
    page.locator(".wh-found li a").first.click()
    page.wait_for_url("**/agreements/loan.html#*")
    target = page.evaluate("document.querySelector(':target').innerText")
    assert target.replace("\u00a0", " ").startswith("(b) with 30 days")
    page.close()


def test_a_number_that_is_none_says_so_and_what_to_try(opened: Page) -> None:
    page = ask(opened, "99.9(z)")
    assert page.inner_text("#wh-search [role=status]") == "Nothing found."
    assert "paragraph 1 of Schedule 1" in page.inner_text(".wh-tip")


def test_a_plain_number_that_no_provision_has_is_a_word(opened: Page) -> None:
    page = ask(opened, "30")
    assert finds(page)[0] == ("Loan Agreement", "2.2(b) Repayment")
    assert page.locator(".wh-found mark").first.inner_text() == "30"


# ---- by words -------------------------------------------------------------------------------------------------------


def test_words_find_the_provision_that_has_them_all_and_mark_them(opened: Page) -> None:
    page = ask(opened, "notice company")  # it says "companies"
    assert finds(page)[0] == ("Loan Agreement", "2.2(b) Repayment")
    item = page.locator(".wh-found li").first
    assert item.locator("mark").all_inner_texts() == ["notice", "companies"]
    assert "with 30 days of notice to the companies." in item.inner_text()


def test_the_beginning_of_a_word_is_enough(opened: Page) -> None:
    page = ask(opened, "instal")
    assert [link for _, link in finds(page)] == ["4.1 Notices", "4.1 Notices"]


def test_a_passage_of_many_words_may_be_looked_for(opened: Page) -> None:
    page = ask(opened, "notice tells instalment " * 12)
    assert finds(page)[0] == ("Loan Agreement", "4.1 Notices")


def test_definitions_and_titles_come_first(opened: Page) -> None:
    page = ask(opened, "business day")
    of_loan = [link for head, link in finds(page) if head == "Loan Agreement"]
    assert of_loan == ["Business Day", "2.2(a) Repayment", "2 of Schedule 1 Prices"]
    page = ask(opened, "notices")
    assert next(link for head, link in finds(page) if head == "Loan Agreement") == "4 Notices"


def test_pages_of_every_kind_are_found_and_templates_before_deals(opened: Page) -> None:
    page = ask(opened, "parcel")
    heads = page.locator(".wh-found h2").all_inner_texts()
    assert heads == ["Guide to parcels", "Loan Agreement", "A deal", "Home"], "a title with the words goes before all"
    assert ("Guide to parcels", "Weighing") in finds(page)
    page = ask(opened, "bank")
    assert {"Big Bank", "Days", "A deal"} <= set(page.locator(".wh-found h2").all_inner_texts())


def test_words_that_stand_apart_on_a_page_still_find_the_page(opened: Page) -> None:
    page = ask(opened, "weighed stick")
    assert page.locator(".wh-found h2").all_inner_texts() == ["Guide to parcels"]
    assert "in other words or places" in page.inner_text(".wh-found")


# ---- what others wrote ----------------------------------------------------------------------------------------------


def test_texts_are_shown_as_they_are(browser: Browser, tmp_path: Path) -> None:
    deal = f"agreement: loan\ntitle: 'Deal {NASTY}'\nparties: {{lender: bank}}\nvalues: {{purpose: 'pear {NASTY}'}}\n"
    out = built(tmp_path, **{"deals/n.yaml": deal.replace("\u2028", "")}).build().out
    script = (out / "_search.js").read_text(encoding="utf-8")
    assert "</script>" not in script and "<" not in script
    page = look(browser, out, "pear")
    assert page.title().startswith("Search")
    assert "purpose" not in page.inner_text(".wh-found") and "<img src=x" in page.inner_text(".wh-found li")
    assert page.locator(".wh-found :is(img, script)").count() == 0
    page.close()
    page = look(browser, out, "<img src=x onerror=alert(1)>")
    assert page.locator("#wh-search img").count() == 0
    page.close()


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "</script>", "<!--"])
def test_files_are_safe_as_scripts(sign: str) -> None:
    from whereas.site.reading.search_index import _as_script

    script = _as_script("x", [f"a{sign}b"])
    assert sign not in script
    assert json.loads(script.removeprefix("window.x = ").removesuffix(";\n")) == [f"a{sign}b"]


# ---- themes, and the page itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["basic", "alabaster"])
def test_other_themes_find_as_well(theme: str, browser: Browser, tmp_path: Path) -> None:
    page = look(browser, built(tmp_path, theme).build().out, "2.2(b)")
    assert finds(page) == [("Loan Agreement", "2.2(b) Repayment"), ("A deal", "2.2(b) Repayment")]
    assert page.locator("h1").count() >= 1 and page.locator("#search-results").count() == 0
    page.close()


def test_addresses_of_folders_work_too(browser: Browser, tmp_path: Path) -> None:
    out = built(tmp_path).build("dirhtml").out
    page = look(browser, out, "2.2(b)", "search/index.html")
    href = page.locator(".wh-found li a").first.get_attribute("href")
    assert href and "agreements/loan/#" in href
    assert (out / "search" / href.partition("#")[0] / "index.html").is_file()
    page.close()


def test_should_our_search_fail_the_one_of_sphinx_answers(browser: Browser, tmp_path: Path) -> None:
    out = built(tmp_path).build().out
    (out / "_search/1.js").unlink()
    page = browser.new_page()
    page.goto((out / "search.html").as_uri() + "?q=weighed")
    page.locator("#search-results li a", has_text="Guide to parcels").wait_for()
    page.close()


def test_many_pages_come_in_steps_and_the_focus_goes_along(browser: Browser, tmp_path: Path) -> None:
    deal = "agreement: loan\ntitle: 'Deal {}'\nparties: {{lender: bank}}\n"
    more = {f"deals/d{number}.yaml": deal.format(number) for number in range(30, 60)}
    out = built(tmp_path, **more).build().out
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto((out / "search.html").as_uri() + "?q=2.2")
    page.locator("#wh-search [role=status]").get_by_text("32 found.").wait_for()
    page.locator(".wh-found[aria-busy=false]").wait_for()
    assert page.locator(".wh-found h2").count() == 20
    assert len([url for url in loaded if "_search" in url]) == 2, "what all deals say is said once"
    page.get_by_role("button", name="Show more").click()
    assert page.evaluate("document.activeElement.textContent") == page.locator(".wh-found h2").nth(20).inner_text()
    assert page.locator(".wh-found h2").count() == 32
    assert page.get_by_role("button", name="Show more").is_hidden()
    page.close()


@pytest.mark.parametrize("query", ["confidential information", "7.2", "liability of the parties", "nothingatall"])
def test_everybody_can_use_it(query: str, browser: Browser, site: Path) -> None:
    page = look(browser, site, query, viewport={"width": 390, "height": 800})
    for more in page.locator(".wh-found details").all():
        more.locator("summary").click()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.get_by_label("Words, or the number of a provision").input_value() == query
    page.close()


def test_without_javascript_it_says_what_to_do(browser: Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "search.html").as_uri())
    assert "search it with your browser" in page.inner_text("article")
    assert page.locator("#wh-search").is_hidden(), "a box that does nothing"
    page.get_by_role("link", name="the home page").click()
    page.wait_for_url("**/index.html")
    page.close()


# ---- files ----------------------------------------------------------------------------------------------------------


#: A value that is part of a longer word: a text that each deal has for itself.
LONGER = {
    "agreements/loan.md": FILES["agreements/loan.md"].replace("{{ purpose }}.", "{{ purpose }} or two {{ purpose }}s.")
}


def index_of(out: Path) -> str:
    """All that is in the index, as text."""
    files = [out / "_search.js", *sorted(out.glob("_search/*.js"))]
    return "".join(path.read_text(encoding="utf-8") for path in files)


def test_the_index_is_the_same_however_it_came_about(tmp_path: Path) -> None:
    deal = "agreement: loan\ntitle: Deal {}\nparties: {{lender: bank}}\nvalues: {{purpose: {}}}\n"
    project = built(
        tmp_path, **LONGER, **{"deals/b.yaml": deal.format("B", "horse"), "deals/c.yaml": deal.format("C", "cow")}
    )
    index = index_of(project.build().out)
    assert index.count("horse") == 2, "as a fact, and in a longer word"
    assert "two horses" in (project.root / "out/html/_search/1.js").read_text(encoding="utf-8")
    (tmp_path / "deals/b.yaml").unlink()
    project.write({"guide.md": "# Guide\n\nShort.\n", "deals/c.yaml": deal.format("C", "sheep")})
    after, clean = project.build(), project.build(out="-clean")
    assert after.files() == clean.files()
    assert "horse" not in index_of(after.out) and "sheep" in index_of(after.out)
    assert sorted(path.name for path in (after.out / "_search").rglob("*")) == ["1.js"], "notes of pages are gone"
    for name in ("a", "c"):
        (tmp_path / f"deals/{name}.yaml").unlink()
    after, clean = project.build(), project.build(out="-clean")
    assert after.files() == clean.files()
    assert not (after.out / "_search").exists()


def test_what_deals_have_in_common_is_written_once(tmp_path: Path) -> None:
    deal = "agreement: loan\ntitle: Deal {0}\nparties: {{lender: bank}}\nvalues: {{purpose: thing {0}}}\n"
    deals = {f"deals/d{each}.yaml": deal.format(each) for each in range(40)}
    out = built(tmp_path, **deals).build().out
    index = (out / "_search.js").read_text(encoding="utf-8")
    assert index.count("The first place.") == index.count("The loan is for") == 1
    assert all(index.count(f'"thing {each}"') == 1 for each in range(40)), "what a deal alone says"
    assert not (out / "_search").exists()


def test_what_a_few_deals_say_stands_in_files_of_its_own(tmp_path: Path) -> None:
    deal = "agreement: loan\ntitle: Deal {0}\nparties: {{lender: bank}}\nvalues: {{purpose: thing{0}}}\n"
    out = built(tmp_path, **LONGER, **{f"deals/d{each}.yaml": deal.format(each) for each in range(40)}).build().out
    index, own = ((out / name).read_text(encoding="utf-8") for name in ("_search.js", "_search/1.js"))
    assert index.count("The first place.") == 1 and "The first place." not in own
    assert own.count("or two thing") == 40 and "or two thing" not in index


def test_all_is_fetched_before_anybody_asks(browser: Browser, tmp_path: Path) -> None:
    out = built(tmp_path, **LONGER).build().out
    page = browser.new_page()
    with page.expect_request("**/_search/1.js"):
        page.goto((out / "search.html").as_uri())
    page.close()


@pytest.fixture(scope="module")
def valued(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Deals that differ in what they fill into one provision, and one that says it in a longer word."""
    template = """
        ---
        agreement:
          roles: {lender: Lender}
          values: {purpose: {type: text}, fee: {type: money}, rate: {type: integer}}
        ---
        # Loan Agreement

        ## Repayment
        1. The {{ lender }} lends for {{ purpose }} at home, and {{ fee }} is paid at EUR {{ rate }}.
        1. A pre{{ rate }} or {{ rate }}.5 or 1,{{ rate }} of fees.
        """
    deal = "agreement: loan\ntitle: Deal {}\nparties: {{lender: {{party: bank, term: {}}}}}\nvalues: {}\n"
    deals = {
        "deals/a.yaml": deal.format("A", "Aurora", "{purpose: the brown cow, fee: 'EUR 70,500', rate: 700}"),
        "deals/b.yaml": deal.format("B", "Borealis", "{purpose: a horse, fee: 'EUR 80,500', rate: 800}"),
        "deals/c.yaml": deal.format("C", "Cedar", "{purpose: a horse, fee: 'EUR 90,500', rate: 900}"),
    }
    files = {name: text for name, text in FILES.items() if name.split("/")[0] not in ("agreements", "deals", "clauses")}
    project = Project(tmp_path_factory.mktemp("valued"))
    project.write(files | {"conf.py": CONF.replace("THEME", "furo"), "agreements/loan.md": template} | deals)
    page = visit(browser, project.build().out, "search")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("query", "deals"),
    [
        *(("cow", "A"), ("horse", "BC"), ("brown", "A"), ("lends cow", "A"), ("horse-at-home", "BC"), ("purpose", "")),
        *(('"lends for the brown cow at home"', "A"), ('"for a horse"', "BC"), ('"for a cow"', "")),
        *(("EUR 70,500", "A"), ("€80,500", "B"), ("90500", "C"), ("EUR 700", "A"), ("1,700", "A"), ("700", "A")),
        *(("pre800", "B"), ("900.5", "C"), ("EUR 80,500 at EUR 800", "B"), ("EUR 500", "")),
        *(("Aurora lends", "A"), ('"Borealis lends for a horse"', "B"), ("Cedar horse", "C")),
    ],
)
def test_what_a_deal_fills_in_is_found_as_if_it_were_written_there(query: str, deals: str, valued: Page) -> None:
    found = {head for head, link in finds(ask(valued, query)) if link.startswith("1.")}
    assert found - {"Loan Agreement"} == {f"Deal {deal}" for deal in deals}
    assert "\ufdd2" not in valued.inner_text(".wh-found")


def test_what_is_filled_in_is_shown_and_marked(valued: Page) -> None:
    item = ask(valued, "lends cow").locator(".wh-found li", has_text="1.1").first
    assert "The Aurora lends for the brown cow at home, and EUR 70,500 is paid" in item.inner_text()
    assert item.locator("mark").all_inner_texts() == ["lends", "cow"]


def test_only_what_has_a_search_page_has_these_files(tmp_path: Path) -> None:
    project = built(tmp_path)
    for builder in ("epub", "singlehtml", "text"):
        assert not list(project.build(builder).out.glob("_search*"))
