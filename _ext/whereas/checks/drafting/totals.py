"""Sums and shares that do not add up: in a table, in rows of a deal, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import accumulate

from babel.numbers import NumberFormatError, parse_decimal

from whereas.agreement.fact import Fact
from whereas.agreement.model import Cell, Table
from whereas.agreement.tree import descend
from whereas.agreement.walk import text_of, walk_lines, walk_sections
from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.spots import spot
from whereas.language.figures import babel_locale
from whereas.language.registry import LANGUAGES, language_of, sought_as_pattern
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

TOTAL = Rule(
    "total",
    "A total is the sum of what it adds up.",
    bad="| Line | Sum |\n|---|--:|\n| Boxes | 20 |\n| Bags | 10 |\n| Total | 40 |",
    good="| Line | Sum |\n|---|--:|\n| Boxes | 20 |\n| Bags | 10 |\n| Total | 30 |",
    told="check",
)
SHARES = Rule(
    "shares",
    "Shares of a whole come to 100%.",
    bad="The shares are 60% and 50%.",
    good="The shares are 60% and 40%.",
    severity="warning",
    told="check",
)
_WHOLE, _ROWS = Decimal(100), 3
_IN_WORDS = "|".join(each.numerals.per_cent for each in LANGUAGES if each.numerals.per_cent)
_PERCENT = rf"(\d{{1,3}}(?:[.,]\d+)?)\s?(?:%|{_IN_WORDS})"
_AND = rf"(?:[,/]|\b{sought_as_pattern('between_items')}\b)"
_SEVERAL = re.compile(rf"{_PERCENT}(?:[^.;%]{{0,40}}?{_AND}[^.;%]{{0,40}}?{_PERCENT})+", re.IGNORECASE)


def check_tables(case: Case) -> Iterator[Finding]:
    """Columns below which a row says "Total", and rows whose last head does."""
    locale = case.agreement.locale
    for section in walk_sections(case.agreement.sections):
        for block in descend(section.blocks):
            if isinstance(block, Table):
                for message in _wrong(block, locale):
                    yield TOTAL.at(_place(block) or section.place, message, "work it out again")


def _wrong(table: Table, locale: str) -> Iterator[str]:
    rows = [[_words(cell) for cell in row] for row in table.rows]
    heads = [_words(cell) for cell in table.head[-1]] if table.head else []
    parts = [row for row in rows[:-1] if row and _is_total(row[0], locale)]  # with parts of its own, who knows of what
    if len(rows) >= _ROWS and rows[-1] and not parts and _is_total(rows[-1][0], locale):
        for column in range(1, len(rows[-1])):
            above = [_number(row[column], locale) for row in rows[:-1] if column < len(row)]
            total = _number(rows[-1][column], locale)
            if total is not None and None not in above and sum(each for each in above if each is not None) != total:
                name = heads[column] if column < len(heads) else str(column + 1)
                said = sum(each for each in above if each is not None)
                yield f"the column {name!r} of this table comes to {said:f}, and its total says {total:f}"
    if len(heads) >= _ROWS and _is_total(heads[-1], locale):
        for row in rows:
            numbers = [_number(each, locale) for each in row]
            summed = [each for each in numbers[1:-1] if each is not None]
            total = numbers[-1]
            if total is not None and len(summed) > 1 and sum(summed) != total:
                yield f"the row {row[0]!r} of this table comes to {sum(summed):f}, and its total says {total:f}"


def _place(table: Table) -> Place | None:
    cells = (cell for row in (*table.head, *table.rows) for cell in row)
    return next((block.place for cell in cells for block in cell.blocks if getattr(block, "place", None)), None)  # type: ignore[union-attr]


def _words(cell: Cell) -> str:
    return " ".join(text_of(line) for block in cell.blocks for line in walk_lines(block)).strip()


def _is_total(words: str, locale: str) -> bool:
    return bool(_totals(locale).fullmatch(words.strip(" :")))


@cache
def _totals(locale: str) -> re.Pattern[str]:
    return re.compile(language_of(locale).drafting.totals, re.IGNORECASE)


def _number(words: str, locale: str) -> Decimal | None:
    """The number that a cell is, with a currency or a percent sign; None for any other words."""
    found = re.fullmatch(r"\D{0,5}?\s?([-\u2212–]?\d[\d.,’' \u00a0\u202f]*)\s?\D{0,4}", words.strip())
    if not found:
        return None
    figure = found[1].strip().replace("\u2212", "-").replace("–", "-")
    try:
        return parse_decimal(figure, locale=babel_locale(locale))
    except (NumberFormatError, InvalidOperation):
        return None


def check_shares(case: Case) -> Iterator[Finding]:
    """Percentages in one breath, after "shares" and the like; and rows of a deal that are such."""
    words = re.compile(rf"\b(?:{language_of(case.agreement.locale).drafting.shares})\b", re.IGNORECASE)
    for line in case.lines:
        yield from _in_line(line, words, case)
    for fact in case.agreement.facts:
        yield from _in_rows(fact, case.agreement.locale)


def _in_line(line: CheckedLine, words: re.Pattern[str], case: Case) -> Iterator[Finding]:
    for found in matches(_SEVERAL, line.text):
        before = line.text[: found.start()].rpartition(". ")[2]
        numbers = [Decimal(each.replace(",", ".")) for each in re.findall(_PERCENT, found[0], re.IGNORECASE)]
        if words.search(before) and _WHOLE not in accumulate(numbers):
            message = f"the shares in {found[0]!r} come to {sum(numbers):f}%"
            yield SHARES.at(spot(line, found[0], case), message, "let them come to 100%")


def _in_rows(fact: Fact, locale: str) -> Iterator[Finding]:
    """A column of percentages of rows that share something among them."""
    names = {cell.name for row in fact.rows for cell in row if cell.type == "percent" and "share" in cell.name.lower()}
    for name in sorted(names):
        cells = [cell for row in fact.rows for cell in row if cell.name == name]
        numbers = [_number(cell.text or "", locale) for cell in cells]
        said = [each for each in numbers if each is not None]
        if len(said) == len(numbers) > 1 and sum(said) != _WHOLE and cells[-1].origin:
            message = f"the column {name!r} of {fact.name!r} comes to {sum(said):f}%"
            yield SHARES.at(cells[-1].origin.places[0], message, "let it come to 100%")
