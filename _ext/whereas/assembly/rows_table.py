"""Rows as a table: chosen columns under their heads, numbers to the right, totals in a row of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Block, Cell, Paragraph, Table
from whereas.agreement.runs import Blank, Item, Passage, Run, Styled, Text
from whereas.assembly.known import Known
from whereas.assembly.lift_boxes import caption
from whereas.assembly.lift_lines import words_with_slots
from whereas.assembly.passages import lift_passage
from whereas.assembly.row_filters import total
from whereas.language import count_words, money_words, percent_words
from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Money
from whereas.language.registry import phrases
from whereas.language.titles import title_of
from whereas.library.finding import FindingsError, Place
from whereas.library.rule import Rule, example_page
from whereas.values.declaration import Declaration

if TYPE_CHECKING:
    from whereas.assembly.context import Context

_VALUES = "values: {lines: {type: rows, columns: {what: text, amount: money}, default: [{what: fairs, amount: EUR 1}]}}"
ROWS_TABLE = Rule(
    "rows",
    "`{rows}` is given rows, columns that they have, a head for each, and totals of numbers.",
    bad=example_page("```{rows} lines\n:total: what\n```", _VALUES),
    good=example_page("```{rows} lines\n:total: amount\n```", _VALUES),
)
_NUMBERS = ("integer", "number", "percent", "money")
#: What figures can be spelled.
_SPELLED = (*_NUMBERS, "duration")


@dataclass(frozen=True)
class Layout:
    """How the author wants the table: which columns, their heads, those with a total, and what stands for no rows."""

    columns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # the columns whose figures are in words too
    empty: str = ""
    caption: str = ""
    label: str = ""

    @property
    def is_numbered(self) -> bool:
        """Whether the table has a number: if it has a caption or a label."""
        return bool(self.caption or self.label)


def rows_table(rows: Known, layout: Layout, page: nodes.document, context: Context, place: Place) -> Block:
    """The table, or what stands for no rows; raises FindingsError for what the rows do not have."""
    declared = rows._declared.columns
    columns = layout.columns or tuple(declared)
    for name in layout.words:
        if name in declared and declared[name].type not in _SPELLED:
            message = f"the column {name!r} of {rows._name!r} is {declared[name].type}, which has no figures to spell"
            raise FindingsError(ROWS_TABLE.at(place, message))
    for name in (*columns, *layout.totals, *layout.words):
        if name not in (declared if name in columns and name not in layout.totals else columns):
            known = declared if name not in declared else columns
            message = f"the rows of {rows._name!r} have no column {name!r} to show here"
            raise FindingsError(ROWS_TABLE.at(place, message, did_you_mean(name, known)))
    if layout.heads and len(layout.heads) != len(columns):
        message = f"there are {len(layout.heads)} heads for {len(columns)} columns"
        raise FindingsError(ROWS_TABLE.at(place, message, f"give one for each of: {', '.join(columns)}"))
    found = list(rows)
    if not found and not layout.is_numbered:
        return Paragraph(_instead(rows, layout), place)
    spelled = layout.words
    sides = {name: "right" if declared[name].type in _NUMBERS and name not in spelled else "" for name in columns}
    titles = layout.heads or [title_of(each, declared[each].label) for each in columns]
    heads = dict(zip(columns, titles, strict=True))
    head = tuple(Cell((Paragraph(tuple(words_with_slots(heads[name])), place),), sides[name]) for name in columns)
    facts = [
        {name: _spelled(row._cells[name]) if name in spelled else row._cells[name] for name in columns} for row in found
    ]
    body = [tuple(_cell(row[name], sides[name], page, context, place) for name in columns) for row in facts]
    if not found:  # what is cited stands there
        body = [(Cell((Paragraph(_instead(rows, layout), place),)), *[Cell(())] * (len(columns) - 1))]
    elif layout.totals:
        body.append(_total_row(rows, columns, layout, sides, context, place))
    equal = round(100 / len(columns))  # as MyST's tables have it: plain text takes it for letters
    number = (Item(layout.label, part="table", place=place),) if layout.is_numbered else ()
    above = caption(number, tuple(words_with_slots(layout.caption)))
    return Table((equal,) * len(columns), (head,), tuple(body), above)


def _instead(rows: Known, layout: Layout) -> tuple[Run, ...]:
    """What stands for no rows: the author's words, or a blank."""
    return tuple(words_with_slots(layout.empty)) or (Blank(rows._name, rows._blank, _about(rows)),)


def _about(rows: Known) -> str:
    declared: Declaration = rows._declared
    return declared.about


def _spelled(fact: Known) -> Known:
    """A fact in figures and words: EUR 250,000 (two hundred and fifty thousand euros); a blank as it is."""
    value, wording = fact._value, fact._wording
    if value is None:
        return fact
    if isinstance(value, Money):
        return fact._reworded(f"{fact} ({money_words(value, wording)})")
    words = percent_words if fact._declared.type == "percent" else count_words
    return fact._reworded(words(value, wording))


def _cell(fact: Known, side: str, page: nodes.document, context: Context, place: Place) -> Cell:
    run = fact._run()
    blocks = lift_passage(run, page, context) if isinstance(run, Passage) else (Paragraph((run,), place),)
    return Cell(blocks, side)


def _total_row(
    rows: Known,
    columns: tuple[str, ...],
    layout: Layout,
    sides: dict[str, str],
    context: Context,
    place: Place,
) -> tuple[Cell, ...]:
    """The last row: its word in the first column that has no total, and the totals."""
    word = next((name for name in columns if name not in layout.totals), "")
    cells = []
    for name in columns:
        said: tuple[Text | Styled, ...] = ()
        if name in layout.totals:
            try:
                sum = total(rows, name)
                said = (Styled("strong", ((_spelled(sum) if name in layout.words else sum)._run(),)),)
            except ValueError as error:
                raise FindingsError(ROWS_TABLE.at(place, str(error))) from None
        elif name == word:
            said = (Styled("strong", (Text(phrases(context.style.locale).total),)),)
        cells.append(Cell((Paragraph(said, place),) if said else (), sides[name]))
    return tuple(cells)
