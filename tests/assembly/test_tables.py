"""Tables have numbers: where they have a caption or a label, counted as schedules count, and cited like provisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Begun, Built, Project, assert_as_clean

import whereas
from whereas.agreement.json import dump_copy, load_copy

PAGE = """
---
agreement:
  style: {style}
  values: {{lines: {{type: rows, columns: {{what: text, amount: money}}{default}}}}}
---
# Sale

## Price
1. The prices are in {{clause}}`prices, small`. {{clause-title}}`prices` is of today.
1. See {{clause}}`rates, work.hours`.
1. A table without a number:

   | Colour | Size |
   |--------|------|
   | red    | 1    |

   :::{{table}} Prices of goods
   :name: prices

   | Item | Price |
   |------|-------|
   | bolt | 1     |
   :::

{{#small}}
| Item | Price |
|------|-------|
| nail | 2     |

:::{{clause}} work
:::

{{.schedule #rates-schedule}}
## Rates
1. See {{clause}}`rates` and {{clause}}`prices`.

:::{{rows}} lines
:name: rates
:caption: What is *paid*
:::
"""
CLAUSE = """
title: Work
status: approved
text: |
  1. Work is done in the hours of {clause}`.hours`.

     ```{list-table} Hours of work
     :name: hours
     :header-rows: 1

     * - Day
       - Hours
     * - Monday
       - 8
     ```
"""
INDEX = """
# Home

```{toctree}
agreements/sale
clauses/work
```
"""
ROWS = ", default: [{what: fairs, amount: EUR 1}]"


def files(style: str = "uk", default: str = ROWS, **changes: str) -> dict[str, str]:
    """A project with tables; `changes` are made in the page."""
    page = PAGE.format(style=style, default=default)
    for old, new in changes.items():
        page = page.replace(old, new)
    return {"index.md": INDEX, "agreements/sale.md": page, "clauses/work.yaml": CLAUSE}


def built(root: Path, written: dict[str, str], builder: str = "html") -> Built:
    """The project, built without a message."""
    project = Project(root)
    project.write(written)
    done = project.build(builder)
    assert done.messages == ""
    return done


CITES = [
    "Table 1 and Table 2",
    "Table 1 (Prices of goods)",
    "Table 3 and Table 1 of Schedule 1",
    "Table 3",
    "Table 1",
    "Table 1 of this agreement",
]


def said(outline: Built) -> list[str]:
    """What citations of tables say, each once, in order."""
    return list(dict.fromkeys(text for text in outline.cites("agreements/sale") if "Table" in text))


def test_tables_with_a_caption_or_a_label_are_numbered_and_cited(tmp_path: Path) -> None:
    """They count through the main part and anew in a schedule; one that has neither stays as it is."""
    project = Project(tmp_path)
    project.write(files())
    outline = project.build("outline")
    assert outline.messages == ""
    assert said(outline) == CITES
    tables = [each for each in outline.numbers("agreements/sale") if each.startswith("Table")]
    assert tables == ["Table 1", "Table 2", "Table 3", "Table 1 of Schedule 1"]
    html, text = project.build(), project.build("text")
    captions = ["Table 1 – Prices of goods", "Table 2", "Table 3 – Hours of work", "Table 1 – What is *paid*"]
    lines = " ".join(line.text for line in whereas.open(tmp_path).agreement("sale").lines)
    for words in (html.words("agreements/sale"), text.text("agreements/sale"), lines):
        for each in (*captions, *CITES):
            assert each in words
    page = html.page("agreements/sale")
    assert page.count("<caption>") == 4
    assert '<a class="wh-item" id="prices" href="#prices">Table 1</a>' in page
    assert 'href="#prices">Table\N{NO-BREAK SPACE}1</a>' in page
    assert 'id="work-hours"' in page


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("us", "Table 3 and Table 1 of Exhibit A"),
        ("{like: uk, table: Table A}", "Table C and Table A of Schedule 1"),
        ("{like: uk, restart: never}", "Table 3 and Table 4 of Schedule 1"),
        ("de", "Tabelle 3 und Tabelle 1 der Anlage 1"),
        ("{like: uk, locale: fr_FR}", "Tableau 3 et Tableau 1 de l’Annexe 1"),
        ("{like: uk, locale: es_ES}", "Tabla 3 y Tabla 1 del Anexo 1"),
    ],
)
def test_the_style_says_how_tables_are_called(style: str, expected: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(files(style))
    outline = project.build("outline")
    assert outline.messages == ""
    assert expected in outline.cites("agreements/sale")


def test_a_style_whose_tables_end_with_a_stop_is_refused(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(files("{like: uk, table: 'Table 1:'}"))
    assert (
        "'Table 1:' ends with ':': leave it out, for a dash follows a table's number"
        in project.build("outline").messages
    )


@pytest.mark.parametrize(("least", "expected"), [("", "[What] [Amount]"), (", min: 0", "Nothing is paid.")])
def test_a_table_without_rows_stands_there_to_be_cited(least: str, expected: str, tmp_path: Path) -> None:
    """Whether its rows are blank or there are none; what says so is in its first cell."""
    written = files(default=least, **{":name: rates": ":name: rates\n:empty: Nothing is paid."})
    index = INDEX.replace("clauses/work", "clauses/work\ndeals/a")
    deal = "agreement: sale\ntitle: A sale\nvalues: {lines: []}"
    words = built(tmp_path, {**written, "index.md": index, "deals/a.yaml": deal}).words("deals/a")
    assert f"Table 1 – What is *paid* What Amount {expected}" in words


def test_a_citation_of_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The label that is meant is named, whichever way it is given; the number in a quotation is none of ours."""
    project = Project(tmp_path)
    project.write(files(**{"{clause}`prices, small`": "{clause}`pricse, smal`", "{clause}`rates`": "{clause}`rate`"}))
    messages = project.build("outline").messages
    for label in ("prices", "small", "rates"):
        assert f"did you mean '{label}'" in messages


def test_a_label_is_given_once_by_tables_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        files(**{":name: rates\n": ":name: prices\n", "`rates, work": "`work", "`rates` and": "`prices` and"})
    )
    assert "the label 'prices' is given twice, first at agreements/sale.md:" in project.build("outline").messages


def test_what_is_quoted_has_no_number(tmp_path: Path) -> None:
    quoted = "> ```{table} Old prices\n>\n> | Item |\n> |------|\n> | bolt |\n> ```\n\n{#small}"
    words = built(tmp_path, files(**{"{#small}": quoted})).words("agreements/sale")
    assert "Table" not in words.partition("Old prices")[0].rpartition("Prices of goods")[2]
    assert "Table 2 Item Price nail" in words


def test_a_table_put_in_before_renumbers_the_others_everywhere(tmp_path: Path) -> None:
    begun = Begun(tmp_path, files())
    project = begun.again()
    page = project.root / "agreements/sale.md"
    page.write_text(
        page.read_text()
        .replace("1. A table without", "1. {#new}\n   A table without")
        .replace("   | Colour", "   :::{table} Colours\n\n   | Colour")
        .replace("| red    | 1    |", "| red    | 1    |\n   :::")
    )
    words = assert_as_clean(project).words("agreements/sale")
    assert "The prices are in Table 2 and Table 3" in words
    assert "Table 4 and Table 1 of Schedule 1" in words


def test_copies_have_the_same_tables(tmp_path: Path) -> None:
    built(tmp_path, files(), "outline")
    copy = whereas.open(tmp_path).agreement("sale").copy
    assert load_copy(dump_copy(copy)) == copy
