"""Many deals: the lists and the contents beside a page stay short, and lead to all; search looks at each word once."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import barriers, visit
from playwright.sync_api import Browser, Page, expect
from projects import Built, Project

from whereas.site.long_lists import shorten

DEALS = 70
FILES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals\nvalues\n```\n",
    "deals.md": "# Deals\n\n:::{records} deals\n:::\n\n```{toctree}\n:glob:\ndeals/*\n```\n",
    "values.md": "# Values\n\n:::{records} values\n:::\n",
    "agreements/sale.md": """
        ---
        agreement:
          values:
            days: {type: integer, default: 5, about: How long it takes}
            limit: {type: money, label: The most}
        ---
        # Sale

        ## Terms
        1. Within {{ days }} days, up to {{ limit }}.
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("many"))
    deal = "agreement: sale\ntitle: Deal {0:02}\nvalues: {{limit: EUR {0}00, days: {1}}}\n"
    project.write(FILES | {f"deals/d{at:02}.yaml": deal.format(at, 6 if at == 41 else 5) for at in range(DEALS)})
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    built = project.build(html_theme="furo")
    assert built.messages == ""
    return built


def test_a_value_names_what_differs_first_and_leads_to_all(built: Built) -> None:
    words = built.words("values")
    assert "6 in Deal 41 1.1 5 in Sale 1.1 and 69 more deals" in words, "the default comes last"
    assert "EUR 0 in Deal 00 1.1" in words and "and 69 more deals" in words
    assert len(re.findall(r'href="_values/days.html"', built.page("values"))) == 1
    whole = built.words("_values/days")
    assert "Days" in whole and "How long it takes" in whole and "6 in Deal 41 1.1" in whole
    assert all(f"Deal {at:02}" in whole for at in range(DEALS))
    limits = built.words("_values/limit")
    assert "EUR 900 in Deal 09" in limits and all(f"Deal {at:02}" in limits for at in range(DEALS))


def test_the_list_of_values_does_not_grow_with_the_deals(built: Built, project: Project) -> None:
    few = project.build(html_theme="furo", out="-few", exclude_patterns=["out*", "deals/d[1-6]*"])
    more = len(built.page("values")) - len(few.page("values"))
    assert more < 1_000


def test_the_contents_beside_a_page_show_the_deal_that_one_reads(built: Built) -> None:
    def beside(docname: str) -> set[str]:
        tree = built.page(docname).partition('class="sidebar-tree"')[2].partition("</aside>")[0]
        return set(re.findall(r"Deal \d\d", tree))

    assert beside("deals/d41") == {"Deal 41"}
    assert beside("values") == set()
    assert '<ul class="current">' in built.page("deals/d41")


def test_values_of_a_deal_that_goes_go_from_its_pages(project: Project, built: Built) -> None:
    (project.root / "deals/d69.yaml").unlink()
    after, clean = project.build(html_theme="furo"), project.build(html_theme="furo", out="-clean")
    assert after.files() == clean.files()
    assert "Deal 69" not in after.page("_values/limit")


def test_everybody_can_use_the_page_of_a_value(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "_values/days", viewport={"width": 390, "height": 800})
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Deal 41").first.click()
    page.wait_for_url("**/deals/d41.html*")
    page.close()


def test_short_lists_stay_as_they_are() -> None:
    markup = "<ul><li>A<ul>{}</ul></li></ul>"
    assert shorten(short := markup.format("<li>x</li>" * 50)) == short
    long = "<li>x</li>" * 61
    assert shorten(markup.format(long)) == "<ul><li>A</li></ul>"
    assert (
        shorten(markup.format(f'{long}<li class="current">y</li>'))
        == '<ul><li>A<ul><li class="current">y</li></ul></li></ul>'
    )


def test_no_list_of_values_no_pages(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/sale.md": FILES["agreements/sale.md"]})
    project.write({f"deals/d{at}.yaml": "agreement: sale\n" for at in range(10)})
    assert not (project.build().out / "_values").exists()


# ---- 500 deals in a browser: what is built of 70, written out as it would be of 500

HUNDREDS = 500
#: What all of them say besides; each has one of two words.
COMMON = 200


def said(path: Path) -> tuple[str, Any]:
    """The data of a script, after the name that it has."""
    name, _, text = path.read_text(encoding="utf-8").partition(" = ")
    return name, json.loads(text.removesuffix(";\n"))


def multiplied(out: Path) -> dict[str, int]:
    """Write 500 deals into the index and the list; how many passages and pages there are."""
    name, index = said(out / "_search.js")
    rows = re.findall(r"<tr(?:(?!</tr>).)*Deal 07.*?</tr>", (page := out / "deals.html").read_text(), re.DOTALL)
    _, _, _, *rest, runs, facts = next(each for each in index["pages"] if each[0] == "deals/d07")
    start, numbers = len(index["passages"]), [f"{at:03}" for at in range(HUNDREDS)]
    index["pages"] = [each for each in index["pages"] if each[4] < 2]
    index["passages"] += [
        [f"s-{at}", f"7.{at}", "Service\t", f"The {('carrier', 'warehouse')[at % 2]} does {at}."]
        for at in range(COMMON)
    ]
    for at in numbers:
        own = {fact: words.replace("700", f"9,{at},000") for fact, words in facts.items()}
        index["pages"].append([f"deals/d{at}", f"deals/d{at}.html", f"Deal {at}", *rest, [*runs, start, COMMON], own])
    (out / "_search.js").write_text(f"{name} = {json.dumps(index)};\n")
    (row,) = rows
    head, body, foot = re.split(r"<tbody>|</tbody>", page.read_text())
    body = "".join(row.replace("Deal 07", f"Deal {at}").replace("d07.html", f"d{at}.html") for at in numbers)
    page.write_text(f"{head}<tbody>{body}</tbody>{foot}")
    return {"passages": len(index["passages"]), "pages": len(index["pages"])}


@pytest.fixture(scope="module")
def hundreds(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hundreds") / "html"
    shutil.copytree(built.out, out)
    (out / "sizes.json").write_text(json.dumps(multiplied(out)))
    return out


@pytest.fixture(scope="module")
def searching(browser: Browser, hundreds: Path) -> Iterator[Page]:
    page = visit(browser, hundreds, "search")
    ask(page, "Sale")  # all is loaded then
    yield page
    page.close()


def ask(page: Page, query: str) -> tuple[str, list[str]]:
    """What is said of a query, and the headings of what is found."""
    page.locator("#wh-query").fill(query)
    page.keyboard.press("Enter")
    page.locator(".wh-found[aria-busy=false]").wait_for(state="attached")
    return page.inner_text("#wh-search [role=status]"), page.locator(".wh-found h2").all_inner_texts()


#: By what is typed: how many are found, and the first of them.
ANSWERS = {
    "days": ("502 found.", "Sale"),
    "1.1": ("501 found.", "Sale"),
    "7.50": ("500 found.", "Deal 000"),
    "Deal 437": ("1 found.", "Deal 437"),
    "EUR 9,437,000": ("2 found.", "Deal 437"),
    '"the warehouse does"': ("50000 found.", "Deal 000"),
    "carrier warehouse": ("500 found.", "Deal 000"),
    "warehuose": ("Nothing has “warehuose”. This is what has “warehouse”. 50000 found.", "Deal 000"),
    "xylophone": ("Nothing found.", None),
}


@pytest.mark.parametrize("query", ANSWERS)
def test_hundreds_of_deals_are_looked_through_once(query: str, searching: Page, hundreds: Path) -> None:
    """What stands in all of them is compared once, not once for each: counted in what is asked of the words."""
    searching.evaluate("""() => {
        window.looks = 0;
        for (const [kind, name] of [[RegExp, "exec"], [Array, "every"]]) {
            const own = (kind.prototype[name].own ??= kind.prototype[name]);
            const counted = function (...some) { looks++; return own.apply(this, some); };
            kind.prototype[name] = Object.assign(counted, { own });
        }
    }""")
    status, heads = ask(searching, query)
    assert (status, next(iter(heads), None)) == ANSWERS[query]
    assert len(heads) <= 20
    sizes = json.loads((hundreds / "sizes.json").read_text())
    assert searching.evaluate("looks") < 20 * (sizes["passages"] + sizes["pages"]) < COMMON * HUNDREDS


@pytest.mark.parametrize("query", ["EUR 9,437,000", "Deal 437"])
def test_what_a_deal_fills_in_is_found_without_waiting_for_more(query: str, browser: Browser, hundreds: Path) -> None:
    page = browser.new_page()
    page.route("**/_search/*.js", lambda route: None)  # never comes
    page.goto((hundreds / "search.html").as_uri(), wait_until="domcontentloaded")
    page.locator("#wh-query").fill(query)
    expect(page.locator(".wh-found h2").first).to_have_text("Deal 437")
    assert page.locator(".wh-found[aria-busy=true]").count()
    page.close()


def test_a_list_of_hundreds_is_filtered_and_leads_to_each(browser: Browser, hundreds: Path) -> None:
    page = visit(browser, hundreds, "deals", viewport={"width": 390, "height": 800})
    status = page.locator(".wh-filter [role=status]")
    page.get_by_label("Words").fill("deal 437")
    expect(status).to_have_text("1 of 500")
    assert page.locator("tbody a:visible").all_inner_texts() == ["Deal 437"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".sidebar-tree a").count() < 60, "the contents name no list of hundreds"
    assert barriers(page, ".wh-filter") == []
    page.close()
