"""The dashboard: what is open in each deal, the table of deals, and that it follows what changes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from browsing import visit
from playwright.sync_api import Browser
from projects import Begun, Built, Project

FILES = {
    "clauses/cap.yaml": "title: Cap\nstatus: draft\nvalues: {limit: {type: money}}\ntext: |\n  1. Up to {{ limit }}.\n",
    "clauses/law.yaml": "title: Law\nstatus: approved\ntext: |\n  1. Law.\nvariants: {other: {text: 1. Other law.}}\n",
    "parties/acme.yaml": "name: Acme <Ltd>\n",
    "agreements/sale.md": """
        ---
        agreement:
          version: "3.1"
          roles: {seller: Seller}
          values: {effective_date: {type: date}, fast: {type: boolean}}
        ---
        # Sale

        ## Before
        1. From {{ effective_date }}, {{ seller }} sells{% if fast %} fast{% endif %}.

        :::{clause} cap
        :::

        :::{clause} law
        :::
        """,
    "agreements/gift.md": "---\nagreement:\n---\n# Gift\n\n## Only\n1. It gives.\n",
    "deals/open.yaml": """
        agreement: sale
        title: An open sale
        reference: S-2
        version: "0.4"
        parties: {seller: acme}
        clauses: {law: {variant: other, because: They asked}}
        """,
    "deals/done.yaml": "agreement: gift\ntitle: A gift\nstatus: final\n",
    "deals/early.yaml": """
        agreement: sale
        title: early sale
        reference: S-10
        parties: {seller: acme}
        values: {effective_date: 2026-01-31, limit: "EUR 5", fast: yes}
        """,
    "list.md": "# Deals\n\n:::{records} deals\n:::\n",
    "index.md": """
        # Home

        :::{dashboard}
        :::

        :::{records} agreements
        :::

        ```{toctree}
        :glob:
        *
        */*
        ```
        """,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("board"))
    project.write(FILES)
    found = project.build()
    assert found.messages == ""
    return found


def cards(page: str) -> list[str]:
    """The cards of a page as text."""
    found = re.findall(r'<li class="sd-card.*?</li>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", card).split()).replace(" ,", ",").replace(" :", ":") for card in found]


def rows(page: str) -> list[str]:
    """The rows of a page's tables as text."""
    found = re.findall(r"<tr\b.*?</tr>", page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


def test_cards_tell_what_is_open_most_first(built: Built) -> None:
    assert cards(built.page("index"))[:2] == [
        "An open sale Acme &lt;Ltd&gt; 3 steps to signature Fill in 3 blanks "
        "3 blanks: Effective date, Limit, Fast 1 clause not approved: Cap (draft) "
        "Draft Sale S-2 Version 0.4 1 departure",
        "early sale Acme &lt;Ltd&gt; 2 steps to signature Have 1 clause approved "
        "1 clause not approved: Cap (draft) Draft Sale S-10",
    ]
    assert "3 deals: 2 in draft, 1 final. 5 points are open." in built.words("index")
    assert "A gift" not in " ".join(cards(built.page("index")))
    assert 'href="deals/open.html#cap-1">Limit</a>' in built.page("index")


def test_cards_of_agreements(built: Built) -> None:
    assert cards(built.page("index"))[2:] == [
        "Gift Template 0 clauses 0 values 1 deal",
        "Sale 1 clause not approved: Cap (draft) Template Version 3.1 2 clauses 3 values 2 deals",
    ]


def test_the_table_of_deals(built: Built) -> None:
    assert rows(built.page("list")) == [
        "Deal Agreement Parties Status Open Reference Effective",
        "A gift Gift Final 0",
        "An open sale Sale Acme &lt;Ltd&gt; Draft 4 S-2 Version 0.4",
        "early sale Sale Acme &lt;Ltd&gt; Draft 1 S-10 31 January 2026",
    ]
    assert '<time datetime="2026-01-31">31 January 2026</time>' in built.page("list")


def test_plain_text_has_a_list_where_a_table_would_break_words(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    row = "An open sale; Agreement: Sale; Parties: Acme <Ltd>; Status: Draft; Open: 4; Reference: S-2 Version 0.4"
    assert row in project.build("text").text("list")


def test_findings_are_ours_alone_and_so_are_departures(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            **FILES,
            "deals/open.yaml": FILES["deals/open.yaml"].replace("parties:", "values: {limit: soon}\n        parties:"),
        }
    )
    message = "the value &#x27;limit&#x27; must be"
    ours, theirs = project.build(), project.build(out="-external", whereas_audience="external")
    assert "1 finding: the value 'limit' must be" in ours.words("index")
    for page in (theirs.page("index"), theirs.page("list")):
        assert message not in page and "finding" not in page and "departure" not in page and "They asked" not in page


def test_a_deal_that_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({**FILES, "deals/broken.yaml": "agreement: sal\n"})
    built = project.build()
    assert any(row.startswith("Deal broken") for row in rows(built.page("list")))
    assert built.status == 1


def test_how_many_more_are_open_is_a_link_to_them(tmp_path: Path) -> None:
    project = Project(tmp_path)
    names = [f"v{at}" for at in range(11)]
    head = "---\nagreement: {values: {" + ", ".join(f"{each}: {{}}" for each in names) + "}}\n---\n# Sale\n\n"
    project.write(
        {
            "index.md": "# Home\n\n:::{dashboard}\n:::\n",
            "agreements/sale.md": f"{head}## A\n1. {' '.join(f'{{{{ {each} }}}}' for each in names)}\n",
            "deals/d.yaml": "agreement: sale\ntitle: D\n",
        }
    )
    home = project.build().page("index")
    assert re.search(r'<a class="reference internal" href="deals/d.html">and 3 more</a>', home)


def test_no_more_cards_than_asked_for(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {**FILES, "index.md": FILES["index.md"].replace(":::{dashboard}\n", ":::{dashboard}\n        :most: 1\n")}
    )
    words = project.build().words("index")
    assert "1 more deal not final, with less open." in words and "early sale Acme" not in words


EDITS = {
    "a blank is filled": (
        "deals/open.yaml",
        "parties:",
        "values: {effective_date: 2027-01-01, limit: EUR 1}\nparties:",
    ),
    "a clause is approved": ("clauses/cap.yaml", "status: draft", "status: approved"),
    "a title changes": ("deals/open.yaml", "An open sale", "A sale"),
    "a default comes": ("clauses/cap.yaml", "{type: money}", "{type: money, default: EUR 3}"),
    "a meaning comes": ("clauses/cap.yaml", "{type: money}", "{type: money, about: The most}"),
    "a variant goes": ("deals/open.yaml", "clauses: {law: {variant: other, because: They asked}}", "clauses: {}"),
    "a party's name changes": ("parties/acme.yaml", "Acme", "Zenith"),
    "an agreement's title changes": ("agreements/sale.md", "# Sale", "# Sale of goods"),
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    lists = "".join(f"\n:::{{records}} {kind}\n:::\n" for kind in ("values", "terms", "clauses", "parties"))
    return Begun(tmp_path_factory.mktemp("begun"), {**FILES, "values.md": f"# Values\n{lists}"})


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("builder", ["html", "text"])
def test_lists_follow_what_changes(name: str, builder: str, begun: Begun) -> None:
    project = begun.again(builder)
    file, old, new = EDITS[name]
    path = project.root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    os.utime(path, (path.stat().st_mtime + 10,) * 2)
    after, clean = project.build(builder), project.build(builder, out="-clean")
    made = after.files()
    for file, content in clean.files().items():
        assert made[file] == content, file


def test_parallel_equals_serial(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({**FILES, "values.md": "# Values\n\n:::{records} values\n:::\n\n:::{records} clauses\n:::\n"})
    for index in range(12):
        project.write({f"deals/n{index}.yaml": FILES["deals/early.yaml"].replace("early sale", f"Sale {index}")})
    assert project.build(out="-1").files() == project.build(out="-2", parallel=2).files()


# ---- in a browser


def test_the_table_sorts_with_days_as_days_and_empty_cells_last(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "list")
    heads = page.locator("table.wh-sortable th")
    titles = page.locator("table.wh-sortable tbody td:first-child")
    assert titles.all_inner_texts() == ["A gift", "An open sale", "early sale"]
    for head, order in (
        ("Open", ["A gift", "early sale", "An open sale"]),
        ("Open", ["An open sale", "early sale", "A gift"]),
        ("Reference", ["An open sale", "early sale", "A gift"]),  # S-2 before S-10
        ("Effective", ["early sale", "An open sale", "A gift"]),
        ("Deal", ["A gift", "An open sale", "early sale"]),
    ):
        button = page.get_by_role("button", name=head)
        button.focus()
        page.keyboard.press("Enter")
        assert titles.all_inner_texts() == order, head
    assert [each.get_attribute("aria-sort") for each in heads.all()] == ["ascending", *[None] * 6]
    page.get_by_role("button", name="Deal").click()
    assert heads.first.get_attribute("aria-sort") == "descending"
    page.close()


def test_the_table_is_plain_without_scripts(browser: Browser, built: Built) -> None:
    page = visit(browser, built.out, "list", java_script_enabled=False)
    assert page.locator("table.wh-sortable button").count() == 0
    assert page.locator("table.wh-sortable tbody tr:visible").count() == 3
    page.close()
