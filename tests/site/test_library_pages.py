"""The pages of the library: a clause with variants, ladder, values, uses, history; parties; values and terms."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import barriers, drawn, visit
from playwright.sync_api import Browser, Page
from projects import Built, Project

from whereas.site.catalogue.history import Change, History, parse_history, read_history

CAP = """
title: Cap
summary: A limit.
status: approved
version: "2.1"
owner: The owners
tags: [risky, core]
values:
  limit: {type: money, about: The most, default: "EUR 500"}
  days: {type: integer, about: Days to tell}
definitions:
  Loss: what one loses
text: |
  1. {#most}
     Each party is liable for Loss up to {{ limit }}.
  1. {#when}
     It must be told in {{ days }} days, see {clause}`.most`.
variants:
  none-at-all:
    summary: No limit.
    text: |
      1. {#when}
         It must be told in {{ days }} weeks.
guidance: Think twice.
fallbacks:
  - {position: Twice as much, values: {limit: "EUR 1000"}, approval: The board}
  - {position: No limit, variant: none-at-all, approval: none}
  - {position: Walk away, changes: Everything}
"""
FILES = {
    "clauses/cap.yaml": CAP,
    "clauses/law.yaml": "title: Law\\nstatus: draft\\ntext: |\\n  1. Law.\\n".replace("\\n", "\n"),
    "parties/acme.yaml": "name: Acme Ltd\n",
    "agreements/sale.md": """
        ---
        agreement:
          roles: {seller: Seller}
          values: {effective_date: {type: date, about: The first day}}
        ---
        # Sale

        ## Before
        1. From {{ effective_date }}, {{ seller }} sells.

        :::{definitions}
        :::

        :::{clause} cap
        :::

        :::{clause} law
        :::
        """,
    "deals/one.yaml": """
        agreement: sale
        title: One sale
        reference: S-1
        parties: {seller: acme}
        values: {effective_date: 2027-03-01, limit: "EUR 900", days: 5}
        """,
    "deals/two.yaml": "agreement: sale\ntitle: Two sales\nparties: {seller: acme}\nclauses: {cap: none-at-all}\n",
    "values.md": "# Values\n\n:::{records} values\n:::\n",
    "terms.md": "# Terms\n\n:::{records} terms\n:::\n",
    "index.md": """
        # Home

        :::{records} clauses
        :::

        ```{toctree}
        :glob:
        *
        */*
        ```
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("library"))
    made.write(FILES)
    return made


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    found = project.build()
    assert found.messages == ""
    return found


def rows(page: str) -> list[str]:
    """The table rows of a page as text."""
    found = re.findall(r"<tr\b.*?</tr>", page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


# ---- a clause


def test_a_variant_shows_its_differences_and_how_it_reads(built: Built) -> None:
    page = built.page("clauses/cap")
    assert '<p class="wh-row wh-removed wh-depth-1"><span class="wh-number">1.1</span> <del>Each party' in page
    assert '<span class="wh-number"><del>1.2</del> 1.1</span> It must be told in <span class="wh-blank">[Days]' in page
    assert "</span> <del>days, see clause\N{NO-BREAK SPACE}1.1</del> <ins>weeks</ins>." in page
    assert "It must be told in [Days] weeks." in built.words("clauses/cap")


def test_the_ladder_says_what_changes_and_who_approves(built: Built) -> None:
    words = built.words("clauses/cap")
    assert "Twice as much Approval: The board Limit: EUR 500 → EUR 1,000" in words
    assert "No limit No approval needed Variant: None at all" in words
    assert "Walk away Changes: Everything" in words
    assert '<a class="reference internal" href="#none-at-all-cap">' in built.page("clauses/cap")


def test_what_a_fallback_names_must_be_there(tmp_path: Path) -> None:
    project = Project(tmp_path)
    wrong = CAP.replace('limit: "EUR 1000"', "limt: 1").replace("variant: none-at-all", "variant: nothing")
    project.write({**FILES, "clauses/cap.yaml": wrong})
    for audience in ("internal", "external"):
        messages = project.build(whereas_audience=audience, out=audience).messages
        assert (
            "clauses/cap.yaml:25:40: ERROR: the clause 'cap' declares no value 'limt'; did you mean 'limit'?"
            in messages
        )
        assert "clauses/cap.yaml:26:35: ERROR: the clause 'cap' has no variant 'nothing'" in messages


def test_values_say_where_they_stand(built: Built) -> None:
    found = rows(built.page("clauses/cap"))
    assert "Limit limit money The most EUR 500 1.1" in found
    assert "Days days integer Days to tell 1.2 , 1.1 (none-at-all)" in found


def test_where_it_is_used(built: Built) -> None:
    found = rows(built.page("clauses/cap"))
    assert found[-3:] == [
        "Sale 2 Standard EUR 500 [Days] Template",
        "One sale Sale 2 Standard EUR 900 5 Draft",
        "Two sales Sale 2 None at all 1 departure – [Days] Draft",
    ]
    assert 'href="../deals/one.html#cap">2</a>' in built.page("clauses/cap")
    assert "In use: 1 template, 2 deals" in built.words("clauses/cap")


def test_every_link_within_a_clause_leads_somewhere(built: Built) -> None:
    page = built.page("clauses/cap")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not set(re.findall(r'href="#([^"]+)"', page)) - set(ids)


BESIDE = """
---
agreement: {calendar: GB-ENG}
---
# A

:::{clause} rights
:::
"""
HEADED = """
title: Rights
values:
  start: {type: date, default: 2027-01-15}
  days: {type: duration, default: 10 business days}
text: |
  In short.

  ### Marks
  1. {#own} Each party keeps its own until {{ start | plus(days) }} or {{ start | business_day }}.

  ### Patents
  1. See {clause}`.own`.
variants:
  short:
    text: |
      ### Marks
      1. {#own} Each party keeps its marks until {{ start | minus("3 business days") }}.
"""


def test_headings_in_a_clause_are_on_its_own_page(tmp_path: Path) -> None:
    """And no line of MyST's on where headings begin."""
    project = Project(tmp_path)
    project.write({"clauses/rights.yaml": HEADED, "agreements/a.md": BESIDE})
    built = project.build()
    assert "rights.yaml" not in built.messages
    words = built.words("clauses/rights")
    assert "1.1 Marks (a) Each party keeps its own" in words
    assert "1.2 Patents (a) See clause 1.1(a)." in words
    assert "Marks (a) Each party keeps its own marks until" in words  # the differences, as they are marked
    assert "1.2 Patents (a) See" in words


def test_a_date_that_wants_the_calendar_of_an_agreement_is_a_blank_on_the_page_of_its_clause(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"clauses/rights.yaml": HEADED, "agreements/a.md": BESIDE})
    built = project.build()
    words = built.words("clauses/rights")
    assert "until [15 January 2027 + 10 Business Days] or [15 January 2027]." in words
    assert "until [15 January 2027 \N{MINUS SIGN} 3 Business Days]." in words
    assert "until 29 January 2027 or 15 January 2027." in built.words("agreements/a")


@pytest.mark.parametrize("name", ["text", "values", "definitions", "guidance", "fallbacks", "history", "where-used"])
def test_a_clause_may_be_called_as_a_part_of_its_page(name: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({f"clauses/{name}.yaml": CAP, "index.md": f"# Home\n\n```{{toctree}}\nclauses/{name}\n```\n"})
    built = project.build()
    assert built.messages == ""
    test_ids = re.findall(r'\bid="([^"]+)"', built.page(f"clauses/{name}"))
    assert len(test_ids) == len(set(test_ids))


def test_other_outputs_have_each_text_as_it_reads(project: Project) -> None:
    words = project.build("text").text("clauses/cap")
    assert "1.1 It must be told in [Days] weeks." in words
    assert "weeks" in words and "days, see clause 1.1 weeks" not in words


def test_others_see_nothing_that_is_ours(project: Project) -> None:
    """Guidance, fallbacks, owners, tags, the past."""
    built = project.build(out="-external", whereas_audience="external")
    for docname in ("clauses/cap", "index", "values", "terms", "parties/acme", "deals/one"):
        page = built.page(docname)
        for words in ("Think twice", "Twice as much", "The board", "The owners", "risky", "Walk away"):
            assert words not in page, (docname, words)
    assert "Each party is liable for Loss" in built.words("clauses/cap")


# ---- parties, values, terms


def test_a_party_has_its_deals_with_its_role(built: Built) -> None:
    found = rows(built.page("parties/acme"))
    assert found[1:] == ["One sale Sale Seller Draft S-1 1 March 2027", "Two sales Sale Seller Draft"]


def test_every_value_and_where_it_lands(built: Built) -> None:
    words = built.words("values")
    assert (
        "Limit limit Money The most Default EUR 500 Declared in Cap EUR 900 in One sale 2.1 EUR 500 in Sale 2.1"
        in words
    ), "what differs from the default first"
    assert "Effective date effective_date Date The first day Declared in Sale 1 March 2027 in One sale 1.1" in words
    assert "[Effective date] in Sale 1.1, Two sales 1.1" in words
    assert 'href="deals/one.html#cap-most">2.1</a>' in built.page("values")


def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    project = Project(tmp_path)
    kinds = ("values", "terms", "deals", "agreements")
    lists = "".join(f"\n:::{{records}} {kind}\n:::\n" for kind in kinds)
    project.write({"index.md": f"# Home\n{lists}\n:::{{dashboard}}\n:::\n"})
    built = project.build()
    assert built.messages == ""
    said = ("No values yet.", "No defined terms yet.", "No deals yet.", "No agreements yet.")
    assert all(words in built.words("index") for words in said)


def test_a_list_of_what_there_is_not_is_an_error(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"index.md": "# Home\n\n:::{records} clause\n:::\n"})
    assert re.search(
        r"index.md:3: ERROR: \{records\} lists one of agreements, checks, clauses, deals", project.build().messages
    )


def test_terms(built: Built) -> None:
    assert "Loss “Loss” means what one loses. Cap Sale , 1 deal" in rows(built.page("terms"))


def test_a_term_tells_its_meaning_and_where_it_has_another(tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = ("A {{define}}`Fee` of {1} is due. The Fee is low.", "Its {{define}}`Base` is due. The Base is low.")
    page = f"# {{0}}\n\n## A\n1. {text[0]}\n1. {text[1]}\n"
    deal = "agreement: lease\nvalues: {area: Kent}\n"
    project.write(
        {
            "agreements/lease.md": "---\nagreement: {values: {area: {}}}\n---\n" + page.format("Lease", "{{ area }}"),
            "agreements/sale.md": "---\nagreement: {}\n---\n" + page.format("Sale", "ten"),
            "deals/d.yaml": deal,
            "terms.md": "# Terms\n\n:::{records} terms\n:::\n",
            "deals.md": "---\norphan: true\n---\n# Deals\n\n:::{records} deals\n:::\n",
        }
    )
    page = project.build().page("terms")
    _, base, fee = rows(page)
    assert base == "Base Its “Base” is due. The Base is low. Lease , Sale , 1 deal"
    lease, sale = (
        "A “Fee” of [Area] is due. The Fee is low. in Lease",
        "A “Fee” of ten is due. The Fee is low. in Sale",
    )
    assert fee == f"Fee {lease} {sale} Lease , Sale , 1 deal"
    assert re.search(r'<a class="reference internal" href="deals.html">(?:<[^>]*>)*1 deal<', page), "and leads to them"


# ---- the past


def git(root: Path, *command: str, day: str = "2026-01-01") -> None:
    who = {f"GIT_{role}_{what}": "x@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {f"GIT_{role}_DATE": f"{day}T12:00:00+00:00" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", *command], cwd=root, check=True, capture_output=True, env={**os.environ, **who, **dates})


@pytest.fixture
def kept(tmp_path: Path) -> Project:
    """A project in git, of two commits."""
    project = Project(tmp_path)
    project.write({**FILES, "clauses/cap.yaml": CAP.replace("2.1", "2.0")})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "The first <words>")
    project.write({"clauses/cap.yaml": CAP})
    git(tmp_path, "commit", "-qam", "A higher limit", day="2026-02-03")
    return project


def test_when_a_clause_changed_and_its_versions_came(kept: Project) -> None:
    words = kept.build().words("clauses/cap")
    assert "Changed 3 February 2026" in words
    assert (
        "Last changed 3 February 2026 A higher limit Version 2.1 3 February 2026 A higher limit "
        "Version 2.0 1 January 2026 The first <words>" in words
    )
    external = kept.build(out="-external", whereas_audience="external").page("clauses/cap")
    assert "2026" not in external and "higher" not in external


def test_a_version_that_is_not_in_git_yet(kept: Project) -> None:
    kept.write({"clauses/cap.yaml": CAP.replace("2.1", "2.2")})
    assert "Version 2.2 not in git yet Last changed 3 February 2026" in kept.build().words("clauses/cap")


def test_a_page_follows_its_history(kept: Project) -> None:
    first = kept.build().files()
    assert kept.build().files() == first
    git(kept.root, "commit", "-q", "--amend", "-m", "Other words", day="2026-02-04")
    after = kept.build()
    assert "Other words" in after.words("clauses/cap")
    assert after.files() == kept.build(out="-clean").files()


def test_without_git_there_is_no_history(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Changed" not in built.words("clauses/cap") and "History" not in built.words("clauses/cap")
    (tmp_path / ".git").mkdir()  # else it is not asked at all
    monkeypatch.setenv("PATH", "")
    assert read_history(tmp_path) == {}


def test_history_follows_a_file_that_was_renamed(kept: Project) -> None:
    git(kept.root, "mv", "clauses/cap.yaml", "clauses/limit.yaml")
    git(kept.root, "commit", "-qm", "Renamed", day="2026-03-01")
    past = read_history(kept.root)["limit"]
    assert past.last == Change("2026-03-01", "Renamed")
    assert [change.version for change in past.versions] == ["2.1", "2.0"]


def test_where_a_shallow_clone_ends_nothing_is_known(kept: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "-q", "--depth", "1", f"file://{kept.root}", "here")
    assert read_history(clone / "here") == {}


@pytest.mark.parametrize("log", ["", "\x1e2026-01-01\x1f\x1fEmpty\x1f\n", "no log at all \x1e\x1f\x1f"])
def test_any_log_can_be_read(log: str) -> None:
    assert parse_history(log) == {}


def test_a_version_that_came_twice_came_first_then() -> None:
    def entry(day: str, version: str) -> str:
        patch = (
            "diff --git a/clauses/a.yaml b/clauses/a.yaml\n--- a/clauses/a.yaml\n+++ b/clauses/a.yaml\n@@ -1 +1 @@\n"
        )
        return f"\x1e{day}\x1f\x1fS\x1f\n\n{patch}+version: {version}  # so\n"

    log = entry("2026-03-01", '"1.0"') + entry("2026-02-01", "2.0") + entry("2026-01-01", "'1.0'")
    last = Change("2026-03-01", "S", "1.0")
    assert parse_history(log) == {
        "a": History(last, (Change("2026-02-01", "S", "2.0"), Change("2026-01-01", "S", "1.0")))
    }


# ---- in a browser


def test_tabs_by_keyboard(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/liability")
    tabs = page.get_by_role("tablist").first.get_by_role("tab")
    assert tabs.all_inner_texts() == ["Standard", "Capped", "Fees"]
    capped = page.locator("#capped-liability")
    assert capped.is_hidden()
    tabs.nth(0).focus()
    steps = (("ArrowRight", 1), ("End", 2), ("ArrowRight", 0), ("ArrowLeft", 2), ("Home", 0), ("ArrowRight", 1))
    for key, chosen in steps:
        page.keyboard.press(key)
        assert tabs.nth(chosen).get_attribute("aria-selected") == "true"
        assert tabs.nth(chosen).evaluate("tab => tab === document.activeElement")
    assert capped.is_visible() and page.locator("#standard-text-liability").is_hidden()
    assert capped.locator("del").first.is_visible()
    page.get_by_role("tab", name="As it reads").click()
    assert not capped.locator("del").first.is_visible()
    page.close()


def test_a_link_into_a_hidden_variant_opens_it(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/liability")
    target = page.locator("#capped-liability-cap")
    assert target.is_hidden()
    page.evaluate("location.hash = 'capped-liability-cap'")
    target.wait_for(state="visible")
    page.get_by_role("tab", name="Standard").click()
    page.locator("a[href='#capped-liability-cap']:visible").first.click()  # the same address again
    target.wait_for(state="visible")
    page.goto("about:blank")
    page.goto((site / "clauses/liability.html").as_uri() + "#capped-liability-cap")
    target.wait_for(state="visible")
    page.close()


def test_the_contents_name_no_text_that_is_hidden(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/liability", viewport={"width": 1440, "height": 800})
    links = [str(each.get_attribute("href")) for each in page.locator(".toc-tree a").all()]
    assert "#text" in links and len(links) > 3
    assert page.locator(".wh-tab[hidden]").count() > 1
    assert [each for each in links[1:] if page.locator(each).is_hidden()] == []
    page.close()


@pytest.mark.parametrize("docname", ["clauses/index", "checks", "deals/index", "parties/aurora", "terms"])
def test_fields_and_cells_stand_in_a_phone_s_window(docname: str, browser: Browser, site: Path) -> None:
    page = visit(browser, site, docname, viewport={"width": 320, "height": 800})
    cut = "all => all.filter(each => each.checkVisibility() && each.getBoundingClientRect().right > 320).length"
    assert page.locator("article :is(select, td, input)").evaluate_all(cut) == 0
    select, count = page.locator("select").last, page.locator(".wh-filter > p")
    if select.count():
        at, below = select.bounding_box(), count.bounding_box()
        assert at and below and at["y"] + at["height"] <= below["y"], "the count lies over no field"
    page.close()


def test_without_scripts_all_variants_and_entries_are_there(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/liability", java_script_enabled=False)
    assert page.locator("#standard-text-liability").is_visible() and page.locator("#capped-liability-cap").is_visible()
    assert page.get_by_role("heading", name="Capped").is_visible()
    page.goto((site / "clauses/index.html").as_uri())
    assert page.locator(".wh-cards > li").count() == page.locator(".wh-cards > li:visible").count() == 63
    page.close()


#: How much of what is seen moves while a page comes, as browsers count it.
SHIFTS = """
window.shifts = 0;
const add = (list) => list.getEntries().forEach((each) => (shifts += each.value));
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [1350, 390])
@pytest.mark.parametrize("docname", ["clauses/index", "values", "terms", "deals/index", "deals/aurora-borealis"])
def test_nothing_moves_while_a_page_comes(docname: str, width: int, browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": width, "height": 940})
    page.add_init_script(SHIFTS)
    page.goto((site / f"{docname}.html").as_uri())
    page.wait_for_load_state("networkidle")
    drawn(page)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifts") < 0.02
    page.close()


def test_without_scripts_there_is_no_filter(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/index", java_script_enabled=False)
    assert page.locator(".wh-filter").count() == 1 and not page.locator(".wh-filter").is_visible()
    page.close()


def test_clauses_are_filtered_by_words_and_facets(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "clauses/index")
    shown, count = page.locator(".wh-cards > li:visible"), page.locator(".wh-filter [role=status]")
    assert count.inner_text() == "63 of 63"
    page.get_by_label("Words").fill("secret learns")
    assert shown.locator(".sd-card-title").all_inner_texts() == ["Confidentiality"]
    page.get_by_label("Words").fill("")
    page.get_by_label("Tag").select_option("ip")
    by_tag = shown.locator(".sd-card-title").all_inner_texts()
    assert "Brand use" in by_tag and "Confidentiality" not in by_tag
    page.get_by_label("Owner").select_option("Marketing")
    assert shown.locator(".sd-card-title").all_inner_texts() == ["Brand use"]
    assert count.inner_text() == "1 of 63"
    page.get_by_label("Status").select_option("Approved")
    assert shown.count() == 1
    page.close()


#: What test_reader looks at with all that they can show.
LARGE = ["agreements/cooperation", "deals/aurora-borealis"]
PAGES = [
    *("index", "agreements/index", "deals/index", "clauses/index", "parties/index", "search", "values", "terms"),
    *("clauses/liability", "clauses/governance/committee", "parties/aurora"),
]


def states(page: Page) -> Iterator[Page]:
    """A page as it opens, and if it has tabs, with the last of them."""
    yield page
    for tab in page.locator("[role=tablist] > :last-child:visible").all()[:1]:
        tab.click()
        yield page


@pytest.mark.parametrize("docname", PAGES)
def test_axe_finds_nothing_at_all(docname: str, browser: Browser, site: Path) -> None:
    page = visit(browser, site, docname)
    for state in states(page):
        assert barriers(state) == []
    page.close()


@pytest.mark.parametrize("docname", [*LARGE, *PAGES])
def test_nothing_scrolls_sideways_on_a_phone(docname: str, browser: Browser, site: Path) -> None:
    page = visit(browser, site, docname, viewport={"width": 390, "height": 800})
    for state in states(page):
        for width in (390, 320):
            state.set_viewport_size({"width": width, "height": 800})
            assert state.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
