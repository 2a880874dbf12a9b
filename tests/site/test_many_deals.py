"""Many deals: the list of values and the contents beside a page stay short, and lead to all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import barriers, visit
from playwright.sync_api import Browser
from projects import Built, Project

from whereas.site.long_lists import shorten

DEALS = 70
FILES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals\nvalues\n```\n",
    "deals.md": "# Deals\n\n```{toctree}\n:glob:\ndeals/*\n```\n",
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
    assert [each["id"] for each in barriers(page)] == []
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
