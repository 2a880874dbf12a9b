"""Texts of every script, words without end, tables in cells, lists of nine levels: all of it says the same in Word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from nasty import NASTY, one_line
from opened import Opened, W, value
from projects import Built, Project
from test_word import assert_says_all
from torture import SCRIPTS

from whereas.word.verify import verify

TEXTS = {
    **SCRIPTS,
    "hebrew": "\u05d7\u05d1\u05e8\u05ea \u05db\u05d5\u05db\u05d1 (ABC 12)",
    "arabic": "\u0634\u0631\u0643\u0629 \u0646\u062c\u0645 (12)",
    "mixed": "the \u05d4\u05e1\u05db\u05dd of 12.5%",
    "combining": "e\u0301\u0323 a\u0332 \u1ebf",
    "endless": "x" * 600,
    "nasty": one_line(" ".join(each for each in NASTY if each.isprintable() and "\u200f" not in each)),
}
TABLE = """\
1. A table in a cell of one:

   :::{list-table}
   :header-rows: 1
   * - Head
     - Another
   * - one

       | a | b |
       |---|---|
       | c | d |
     - 1. {#celled}
          first
       1. second:
          1. deep
   :::
"""
LEVELS = '["1.", "1.1", "1.1.1", "(a)", "(i)", "(A)", "(I)", "(1)", "1)"]'
NESTED = "".join(
    f"{'   ' * depth}1. {{#l{depth}}}\n{'   ' * (depth + 1)}At level {depth + 2}{'.' if depth == 7 else ':'}\n"
    for depth in range(8)
)
PAGE = f"""\
---
agreement:
  values:
{"".join(f"    {name}: {{}}{chr(10)}" for name in TEXTS)}---
# All scripts

## Writing
{"".join(f"1. In {name}: {{{{ {name} }}}}, and so it stays.{chr(10)}" for name in TEXTS)}
## Tables
{TABLE}
"""
NINE = f"""\
---
agreement:
  style: {{levels: {LEVELS}}}
---
# Nine levels

## One
{NESTED}
## Two
1. See {{clause}}`l7` and {{clause}}`l0`.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("odd"))
    deal = json.dumps({"agreement": "odd", "values": TEXTS})
    project.write({"agreements/odd.md": PAGE, "agreements/nine.md": NINE, "deals/d.json": deal})
    return project


@pytest.fixture(scope="module")
def made(project: Project) -> Built:
    built = project.build("docx")
    assert "ERROR" not in built.messages
    return built


@pytest.fixture(scope="module")
def outlines(project: Project, made: Built) -> Built:
    return project.build("outline")


@pytest.mark.parametrize("docname", ("deals/d", "agreements/nine"))
def test_all_is_said_and_verifies(docname: str, made: Built, outlines: Built) -> None:
    path = made.out / f"{docname}.docx"
    outline: dict[str, Any] = outlines.outline(docname)
    assert_says_all(Opened(path), outline)
    assert verify(path, made.out).same


def test_nine_levels_are_counted_and_cited(made: Built) -> None:
    opened = Opened(made.out / "agreements/nine.docx")
    labels = [line.label for line in opened.lines if line.text.startswith("At level")]
    assert labels == ["1.1", "1.1.1", "(a)", "(i)", "(A)", "(I)", "(1)", "1)"]
    assert opened.lines[-1].text.replace("\xa0", " ") == "See clause 1.1.1(a)(i)(A)(I)(1) 1) and clause 1.1."


def test_a_tenth_level_is_an_error_with_its_line(tmp_path: Path) -> None:
    project = Project(tmp_path)
    deeper = "   " * 8 + "1. Too deep.\n"
    project.write({"agreements/ten.md": NINE.replace("\n## Two", f"{deeper}\n## Two")})
    built = project.build("docx")
    assert built.status == 1
    assert "agreements/ten.md:24: ERROR: this stands 10 levels deep, and the style 'own' has 9" in built.messages
    assert (built.out / "agreements/ten.docx").exists()


def test_letters_that_are_read_from_the_right_are_marked_and_no_others(made: Built) -> None:
    opened = Opened(made.out / "deals/d.docx")
    marked = {
        "".join(each.text or "" for each in run.iter(f"{W}t"))
        for run in opened.document.iter(f"{W}r")
        if value(run, "rPr/rtl")
    }
    assert any("\u05d7" in text for text in marked) and any("\u0634" in text for text in marked)
    assert not any("12.5" in text or "ABC" in text for text in marked)


def test_a_table_in_a_cell_is_one_and_its_cell_ends_with_a_paragraph(made: Built) -> None:
    opened = Opened(made.out / "deals/d.docx")
    cells = list(opened.document.iter(f"{W}tc"))
    assert any(cell.find(f"{W}tbl") is not None for cell in cells)
    assert all(cell[-1].tag == f"{W}p" for cell in cells)


def test_a_line_that_is_broken_by_hand_is_not_stretched(made: Built) -> None:
    assert b"<w:doNotExpandShiftReturn/>" in Opened(made.out / "deals/d.docx").parts["word/settings.xml"]
