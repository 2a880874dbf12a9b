"""Values that have rows: in text, in tables, in sums; every cell checked where it is written, and open while blank."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from projects import Project, assert_as_clean, plain

import whereas
from whereas.agreement.json import dump_copy, load_copy
from whereas.agreement.open_points import open_points
from whereas.agreement.runs import Blank, LineBreak, Run
from whereas.agreement.walk import text_of
from whereas.values.declaration import Declaration, parse_value

PAGE = """
---
agreement:
  style: {style}
  values:
    lines:
      type: rows
      key: what
      about: The budget
      columns: {{what: text, amount: money, due: {{type: date, about: When it is paid}}}}
      default: {default}
---
# Sale

## Budget
1. There are {{{{ lines | count }}}} lines of {{{{ lines | total("amount") }}}}.
1. {{#items}}
   The lines:
   {{% for line in lines %}}
   1. {{#line-{{{{ line | label }}}}}}
      {{{{ line.what }}}}: {{{{ line.amount }}}}, due {{{{ line.due }}}};
   {{% endfor %}}
1. See {{clause}}`line-fairs`.

:::{{rows}} lines
{options}
:::
"""
DEFAULT = '[{what: fairs, amount: "EUR 50,000", due: 2027-02-01}, {what: films, amount: EUR 1, due: 2027-02-01}]'
OPTIONS = ":columns: what, amount\n:heads: Item, Sum\n:total: amount\n:empty: Nothing is spent."


def deal(
    root: Path,
    lines: str,
    *,
    page: str = "",
    style: str = "uk",
    options: str = OPTIONS,
    final: bool = False,
    more: Any = (),
) -> Any:
    """A deal of these lines, `status:` and all, read without a build."""
    text = page or PAGE.format(style=style, default=DEFAULT, options=options)
    status = "final" if final else "draft"
    files = {"agreements/a.md": text, "deals/d.yaml": f"agreement: a\nstatus: {status}\nvalues:\n  lines: {lines}\n"}
    project = Project(root)
    project.write(files | dict(more))
    return whereas.open(root).deal("d")


def found(contract: Any) -> list[str]:
    """What is said of a deal, with its place."""
    return [f"{each.place} {each}" for each in contract.findings]


def said(contract: Any) -> list[str]:
    """The lines of a deal, each after its number."""
    return [f"{each.label} {each.text}".strip() for each in contract.lines]


def run_text(run: Run) -> str:
    """What a run says; a line's end is one."""
    return "\n" if isinstance(run, LineBreak) else text_of((run,))


FAIRS = '\n    - {what: fairs, amount: "EUR 60,000", due: 2027-03-01}'


def test_rows_are_printed_in_text_lists_and_tables(tmp_path: Path) -> None:
    contract = deal(tmp_path, FAIRS + "\n    - {what: films, amount: EUR 0.50, due: 2027-02-01}")
    assert found(contract) == []
    assert said(contract) == [
        "1. Budget",
        "1.1 There are 2 lines of EUR 60,000.50.",
        "1.2 The lines:",
        "(a) fairs: EUR 60,000, due 1 March 2027;",
        "(b) films: EUR 0.50, due 1 February 2027;",
        "1.3 See clause 1.2(a).",
        "Item", "Sum", "fairs", "EUR 60,000", "films", "EUR 0.50", "Total", "EUR 60,000.50",
    ]  # fmt: skip
    table = contract.agreement.sections[0].blocks[-1]
    assert [cell.align for cell in table.rows[0]] == ["", "right"]
    assert [cell.align for cell in table.head[0]] == ["", "right"]


def test_each_language_prints_cells_and_totals_as_its_own(tmp_path: Path) -> None:
    text = said(deal(tmp_path, FAIRS, style="uk\n  locale: de"))
    assert text[-2:] == ["Gesamt", "60.000 EUR"]
    assert "fairs: 60.000 EUR, due 1. März 2027;" in " ".join(text)


def test_a_cell_is_no_markup(tmp_path: Path) -> None:
    nasty = "*A* <b> & {{B}}_Ltd {#x} `{clause}`"
    contract = deal(tmp_path, f"{FAIRS}\n    - {{what: '{nasty}', amount: EUR 1, due: 2027-02-01}}")
    assert found(contract) == []
    assert [line for line in said(contract) if nasty in line] == [f"(b) {nasty}: EUR 1, due 1 February 2027;", nasty]
    # its label is letters, digits and hyphens
    label = contract.agreement.sections[0].blocks[0].items[1].blocks[1].items[1].label
    assert label == "line-a-b-b-_ltd-x-clause"


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (
            "\n    - {what: fairs, amount: soon, due: 2027-02-30}",
            [
                "deals/d.yaml:5 the 'amount' of row 1 of 'lines' must be an amount with its currency",
                "deals/d.yaml:5 the 'due' of row 1 of 'lines' must be a date",
            ],
        ),
        (
            f"{FAIRS}\n    - {{what: b, amout: EUR 1}}",
            ["deals/d.yaml:6 the rows of 'lines' have no column 'amout'; did"],
        ),
        (f"{FAIRS}{FAIRS}", ["deals/d.yaml:6 row 2 of 'lines' has the same 'what' as row 1; each row needs"]),
        (
            "soon",
            ["deals/d.yaml:4 the value 'lines' must be a list of rows, or the name of a CSV file beside the deal"],
        ),
        ("[fairs]", ["deals/d.yaml:4 the value 'lines' must be a list of rows, and row 1 is no mapping of columns"]),
        (
            f"{FAIRS}\n    - {{what: b, amount: USD 1, due: 2027-02-01}}",
            [
                "agreements/a.md:15 this cannot be worked out: the column 'amount' of 'lines' has no total: its "
                "amounts are in EUR in row 1, and USD in row 2",
                "agreements/a.md:24 the column 'amount' of 'lines' has no total",
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_told_where_it_is_written(tmp_path: Path, lines: str, messages: list[str]) -> None:
    told = [each for each in found(deal(tmp_path, lines)) if "line-fairs" not in each]
    assert [each[: len(message)] for each, message in zip(told, messages, strict=True)] == messages


def test_a_cell_is_told_at_its_column(tmp_path: Path) -> None:
    (told,) = deal(tmp_path, "\n    - {what: fairs, amount: soon, due: 2027-02-03}").findings
    assert told.place.column == 29


def test_rows_stay_open_until_every_cell_is_given(tmp_path: Path) -> None:
    lines = "\n    - what: fairs\n      amount:\n      due: 2027-03-01"
    contract = deal(tmp_path, lines, final=True)
    assert found(contract) == [
        "deals/d.yaml:6 the deal is final, and the 'amount' of row 1 of 'lines' is still blank; give it, or set "
        "`status:` back to draft"
    ]
    assert "1.1 There are 1 lines of [Amount]." in said(contract)
    assert [each.name for each in open_points(contract.agreement)] == ["lines.1.amount"]


def test_a_sheet_of_key_terms_has_each_row_in_a_line_and_cites_what_prints_it(tmp_path: Path) -> None:
    page = PAGE.format(style="uk", default=DEFAULT, options=OPTIONS) + "\n:::{key-terms}\n:::\n"
    lines = FAIRS + "\n    - {what: films, amount: , due: 2027-02-01}"
    contract = deal(tmp_path, lines, page=page)
    sheet = contract.agreement.sections[0].blocks[-1]
    (row,) = (row for row in sheet.rows if text_of(row[0]).startswith("Lines"))
    assert "".join(map(run_text, row[1])) == "fairs, EUR 60,000, 1 March 2027\nfilms, [Amount], 1 February 2027"
    assert [run.name for run in row[1] if isinstance(run, Blank)] == ["lines.2.amount"]
    assert text_of(row[2]) == "1, 1.1, 1.2(a) and (b)"
    assert text_of(row[3]) == "deals/d.yaml:4"


@pytest.mark.parametrize("lines", ["", "[]"])
def test_no_rows_are_a_blank_that_can_be_seen(tmp_path: Path, lines: str) -> None:
    page = PAGE.format(style="uk", default="", options=OPTIONS).replace("1. See {clause}`line-fairs`.", "")
    contract = deal(tmp_path, lines, page=page, final=True)
    assert [each.split(" ", 1)[1] for each in found(contract)] == [
        "the deal is final, and 'lines' (The budget) is still blank; give it under `values:`, or set `status:` "
        "back to draft"
    ]
    assert "(a) [What]: [Amount], due [Due];" in said(contract)
    assert [each.name for each in open_points(contract.agreement)] == ["lines"]


def test_there_may_be_no_rows_where_the_declaration_says_so(tmp_path: Path) -> None:
    page = """
        ---
        agreement: {style: uk, values: {lines: {type: rows, columns: {what: text}, min: 0}}}
        ---
        # A

        ## B
        1. {% for line in lines %}{{ line.what }}{% else %}None.{% endfor %}

        :::{rows} lines
        :empty: Nothing is "spent".
        :::
        """
    contract = deal(tmp_path, "[]", page=page, final=True)
    assert found(contract) == []
    assert said(contract) == ["1. B", "1.1 None.", "Nothing is “spent”."]


def test_departures_are_told_cell_by_cell(tmp_path: Path) -> None:
    contract = deal(tmp_path, FAIRS + "\n    - {what: ads, amount: EUR 7, due: 2027-02-01}")
    told = [(each.kind, each.subject, each.standard, each.given) for each in contract.agreement.deviations]
    assert told == [
        ("cell", "lines.1.amount", "EUR 50,000", "EUR 60,000"),
        ("cell", "lines.1.due", "1 February 2027", "1 March 2027"),
        ("row-added", "lines.2", "", "ads, EUR 7, 1 February 2027"),
        ("row-left-out", "lines.2", "films, EUR 1, 1 February 2027", ""),
    ]


def test_a_copy_keeps_the_rows(tmp_path: Path) -> None:
    copy = deal(tmp_path, FAIRS).copy
    again = load_copy(dump_copy(copy))
    assert again == copy
    (fact,) = again.agreement.facts
    assert [[cell.text for cell in row] for row in fact.rows] == [["fairs", "EUR 60,000", "1 March 2027"]]
    assert fact.text == "fairs, EUR 60,000, 1 March 2027"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (":columns: what, amout", "the rows of 'lines' have no column 'amout' to show here; did you mean 'amount'?"),
        (":heads: Item", "there are 1 heads for 3 columns; give one for each of: what, amount, due"),
        (":total: due", "the column 'due' of 'lines' is date, which has no total"),
        (":columns: what\n:total: amount", "the rows of 'lines' have no column 'amount' to show here"),
        (":columns: what\n:words: amount", "the rows of 'lines' have no column 'amount' to show here"),
        (":words: what", "the column 'what' of 'lines' is text, which has no figures to spell"),
    ],
)
def test_a_table_that_cannot_be_had_is_told(tmp_path: Path, options: str, message: str) -> None:
    (told,) = found(deal(tmp_path, FAIRS, options=options))
    assert told.startswith(f"agreements/a.md:24 {message}")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{{ lines }}", "the rows of 'lines' are printed one by one"),
        ("{{ lines | list }}", "the rows of 'lines' are printed one by one"),
        (
            "{% for line in lines %}{{ line }}{% endfor %}",
            "a row of 'lines' is printed cell by cell, as in `{{ line.what",
        ),
        ("{% for line in lines %}{{ line.amout }}{% endfor %}", "the rows of 'lines' have no column 'amout'; did you"),
        ('{{ lines | total("amout") }}', "the rows of 'lines' have no column 'amout'; did you mean 'amount'?"),
    ],
)
def test_rows_in_a_line_are_told(tmp_path: Path, written: str, message: str) -> None:
    page = PAGE.format(style="uk", default="", options=OPTIONS).replace("1. See {clause}`line-fairs`.", f"1. {written}")
    (told,) = found(deal(tmp_path, FAIRS, page=page))
    assert message in told


CSV = 'what;amount;due\nfairs;"EUR 1,000";2027-01-01\n\n"films;\nnew";EUR 2,000;{}\n'


def test_rows_of_a_file(tmp_path: Path) -> None:
    contract = deal(
        tmp_path, "rows/x.csv", more={"deals/rows/x.csv": CSV.format("2027-02-01").replace("\nnew", " new")}
    )
    assert found(contract) == []
    assert "(b) films; new: EUR 2,000, due 1 February 2027;" in said(contract)


@pytest.mark.parametrize(
    ("named", "text", "message"),
    [
        (
            "rows/x.csv",
            CSV.format("soon").replace("\nnew", ""),
            "deals/rows/x.csv:4 the 'due' of row 2 of 'lines' must be",
        ),
        ("rows/x.csv", "what,amout\nfairs,1\nfilms,2", "deals/rows/x.csv:1 the rows of 'lines' have no column 'amout'"),
        (
            "rows/x.csv",
            "what,amount\nfairs,EUR 60,000\n",
            "deals/rows/x.csv:2 this row has 3 cells, and the first row 2",
        ),
        ("rows/x.csv", 'what,amount\n"fairs,1\n', "deals/rows/x.csv:2 this is not CSV"),
        ("rows/x.csv", "what,what\n", "deals/rows/x.csv:1 the first row must say what stands in each column"),
        (
            "rows/y.csv",
            "",
            "deals/d.yaml:4 the value 'lines' names 'rows/y.csv', and there is no file deals/rows/y.csv",
        ),
        ("../../x.csv", "", "deals/d.yaml:4 the value 'lines' names '../../x.csv', a file outside the project"),
        ("../conf.py", "", "deals/d.yaml:4 the value 'lines' must be a list of rows, or the name of a CSV file"),
    ],
)
def test_a_file_is_checked_in_its_own_lines(tmp_path: Path, named: str, text: str, message: str) -> None:
    told = found(deal(tmp_path / "project", named, more={"deals/rows/x.csv": text}))
    assert next(each for each in told if "line-fairs" not in each)[: len(message)] == message


def test_a_clause_has_rows_under_a_name_of_its_own(tmp_path: Path) -> None:
    clause = """
        title: Prices
        status: approved
        values: {prices: {type: rows, columns: {what: text, amount: money, due: date}}}
        text: |
          1. The prices:

          :::{rows} prices
          :columns: what
          :::
        """
    page = PAGE.format(style="uk", default=DEFAULT, options=OPTIONS) + "\n:::{clause} c\n:with: prices=lines\n:::\n"
    contract = deal(tmp_path, FAIRS, page=page, more={"clauses/c.yaml": clause})
    assert found(contract) == []
    assert said(contract)[-4:] == ["2. Prices", "2.1 The prices:", "What", "fairs"]


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ({"type": "rows"}, "must say which columns"),
        ({"type": "text", "columns": {"a": "text"}}, "a text has no `columns`"),
        ({"type": "rows", "columns": {"a": "rows"}}, "must say which columns"),
        ({"type": "rows", "columns": {"A b": "text"}}, "has a column 'A b'"),
        ({"type": "rows", "columns": {"a": "text"}, "key": "b"}, "must be one of the columns, not 'b'"),
        ({"type": "rows", "columns": {"a": "money"}, "default": [{"a": "x"}]}, "is wrong in row 1, column 'a'"),
        ({"type": "rows", "columns": {"a": "money"}, "default": [{"b": "x"}]}, "has no column 'b', which row 1"),
        ({"type": "rows", "columns": {"a": "text"}, "max": "1", "default": [{"a": "x"}, {}]}, "no longer than 1 rows"),
    ],
)
def test_a_declaration_of_rows_is_checked(declared: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Declaration.model_validate(declared)


def test_what_a_column_says_holds_of_its_cells() -> None:
    columns = {"a": {"type": "choice", "choices": ["x", "y"]}, "b": {"type": "percent", "default": "5"}}
    declared = Declaration.model_validate({"type": "rows", "columns": columns})
    assert parse_value([{"a": "x"}], declared) == ({"a": "x", "b": 5},)
    with pytest.raises(ValueError, match="must be one of 'x', 'y'"):
        parse_value([{"a": "z"}], declared)


def test_the_site_shows_them_and_follows_their_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = PAGE.format(style="uk", default=DEFAULT, options=OPTIONS)
    project.write({"agreements/a.md": text, "deals/d.yaml": "agreement: a\nvalues: {lines: rows/x.csv}"})
    project.write({"deals/rows/x.csv": CSV.format("2027-02-01").replace("\nnew", "")})
    built = project.build()
    assert "rows" not in built.messages
    page = built.page("deals/d")
    assert page.count('<td class="text-right">') == 3
    assert "Lines row 1: amount EUR 1,000 instead of EUR 50,000." in " ".join(built.words("deals/d").split())
    project.write({"deals/rows/x.csv": "what,amount,due\nfairs,EUR 7,2027-01-01\n"})
    assert "There are 1 lines of EUR 7." in " ".join(assert_as_clean(project).words("deals/d").split())
    outline = json.loads((project.build("outline").out / "deals/d.json").read_text(encoding="utf-8"))
    assert outline["values"]["lines"]["rows"] == [{"what": "fairs", "amount": "EUR 7", "due": "1 January 2027"}]


def test_the_beginning_of_a_label_is_none_that_may_be_meant(tmp_path: Path) -> None:
    page = PAGE.format(style="uk", default=DEFAULT, options=OPTIONS).replace("`line-fairs`", "`line-`")
    project = Project(tmp_path)
    project.write({"agreements/a.md": page})
    (told,) = (line for line in project.build("text").messages.splitlines() if "'line-'" in line)
    assert "is no label there" not in told
    assert "did you mean 'line-f" in told


@pytest.mark.parametrize(
    ("written", "is_used"),
    [
        (":::{rows} lines\n:::", True),
        ("1. Of these:\n\n   ~~~{ROWS} lines\n   :total: amount\n   ~~~", True),
        ("{% if lines %}x{% endif %}", True),
        ("````\n```{rows} lines\n```\n````", False),
        ("% :::{rows} lines\n", False),
    ],
)
def test_a_table_uses_its_rows_where_it_is_one(tmp_path: Path, written: str, is_used: bool) -> None:
    head = "agreement: {values: {lines: {type: rows, columns: {what: text, amount: money}}}}"
    page = f"---\n{head}\n---\n# A\n\n{written}\n"
    told = [
        each
        for each in found(deal(tmp_path, FAIRS.replace(", due: 2027-03-01", ""), page=page))
        if "nothing in it" in each
    ]
    assert bool(told) is not is_used


def test_a_table_in_plain_text_has_room_for_its_words(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/sale.md": PAGE.format(style="uk", default=DEFAULT, options=OPTIONS)})
    assert "| fairs | EUR 50,000 |" in project.build("text").text("agreements/sale")


SPELLED = """
---
agreement:
  locale: {locale}
  values:
    lines: {{type: rows, columns: {{fee: money, share: percent, time: duration, number: integer}}}}
---
# Sale

## Budget
:::{{rows}} lines
:words: fee, share, time, number
:total: fee
:::
"""


@pytest.mark.parametrize(
    ("locale", "total", "cells"),
    [
        (
            "en_GB",
            "Total",
            [
                "EUR 1,250.50 (one thousand two hundred and fifty euros and fifty cents)",
                "ten per cent (10%)",
                "one (1) year",
                "twenty-one (21)",
            ],
        ),
        (
            "de",
            "Gesamt",
            [
                "1.250,50 EUR (eintausendzweihundertfünfzig Euro und fünfzig Cent)",
                "zehn Prozent (10 %)",
                "ein (1) Jahr",
                "einundzwanzig (21)",
            ],
        ),
        (
            "fr",
            "Total",
            [
                "1 250,50 EUR (mille deux cent cinquante euros et cinquante centimes)",
                "dix pour cent (10 %)",
                "un (1) an",
                "vingt et un (21)",
            ],
        ),
        (
            "es",
            "Total",
            [
                "1.250,50 EUR (mil doscientos cincuenta euros y cincuenta céntimos)",
                "diez por ciento (10 %)",
                "un (1) año",
                "veintiuno (21)",
            ],
        ),
    ],
)
def test_figures_of_a_table_in_words_too(tmp_path: Path, locale: str, total: str, cells: list[str]) -> None:
    """In each language, in the rows and in their total; what is blank stays so."""
    lines = "[{fee: EUR 1250.50, share: 10, time: 1 year, number: 21}]"
    contract = deal(tmp_path, lines, page=SPELLED.format(locale=locale))
    assert [plain(each) for each in said(contract)[-6:]] == [*cells, cells[0], total]
    assert found(contract) == []
    blank = deal(tmp_path, "[{share: 10}]", page=SPELLED.format(locale=locale).replace(":total: fee\n", ""))
    assert [plain(each) for each in said(blank)[-4:]] == ["[Fee]", cells[1], "[Time]", "[Number]"]
