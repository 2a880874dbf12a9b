"""Sums and percentages in words and in figures that differ: "five thousand euros (EUR 6,000)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from babel.numbers import NumberFormatError, parse_decimal

from whereas.checks.lines import CheckedLine
from whereas.checks.words.figures import MONEY, WORDS_AND_FIGURES
from whereas.checks.words.mark import Mark
from whereas.language.figures import babel_locale
from whereas.language.registry import LANGUAGES
from whereas.language.said_numbers import number_said_before

_OF = "|".join(
    (*(each.drafting.currencies for each in LANGUAGES), *(each.numerals.per_cent for each in LANGUAGES), "percent", "%")
)
_UNIT = rf"(?:(?:US|U\.S\.)\s)?(?:{_OF})"
_FIGURE = rf"(?:(?:{MONEY})\s?)?(?P<figure>\d[\d.,’' ]*?)\s?(?:{MONEY}|{_UNIT})?"
_WORDS_FIRST = re.compile(rf"(?P<unit>\s{_UNIT})\s?\({_FIGURE}\)", re.IGNORECASE)
_FIGURES_FIRST = re.compile(rf"{_FIGURE}\s?\((?P<said>[^\W\d_][^()\d]*?)(?:\s{_UNIT})?\)", re.IGNORECASE)


def check_said_sums(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`twenty percent (25%)`, `EUR 6,000 (five thousand euros)`."""
    if "(" not in line.text:
        return
    for found in _WORDS_FIRST.finditer(line.text):
        if said := number_said_before(line.text[: found.start()], locale):
            yield from _mark(line, locale, found.start() - len(said[0]), found, said)
    for found in _FIGURES_FIRST.finditer(line.text):
        said = number_said_before(found["said"], locale)
        if said and said[0] == found["said"]:
            yield from _mark(line, locale, found.start(), found, said)


def _mark(line: CheckedLine, locale: str, start: int, found: re.Match[str], said: tuple[str, int]) -> Iterator[Mark]:
    try:
        figure = parse_decimal(found["figure"].strip(), locale=babel_locale(locale), strict=True)
    except (NumberFormatError, InvalidOperation):
        return
    is_typed = line.is_typed(start, start + 1) or line.is_typed(*found.span("figure"))
    if figure != Decimal(said[1]) and is_typed:
        message = f"{line.text[start : found.end()]!r} says {said[1]:,} in words, and {figure:,f} in figures"
        yield Mark(WORDS_AND_FIGURES, start, found.end(), message, "make them the same", given=True)
