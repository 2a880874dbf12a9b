"""Dates as texts have them, in the words of their language: Monday, 15 January 2027; Montag, den 15. Januar 2027."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from whereas.language.figures import babel_locale

_YEAR = re.compile(r"[12]\d{3}")


class SaidDate(NamedTuple):
    """A date in a text: where it begins, its words, its day (None: there is none such), its weekday from Monday."""

    start: int
    words: str
    day: datetime.date | None
    weekday: int | None


def dates_in(text: str, locale: str) -> Iterator[SaidDate]:
    """The dates of a text that are written with the name of their month, in the language of a locale."""
    patterns, months, days = _names(str(babel_locale(locale)))
    for pattern in patterns if _YEAR.search(text) else ():
        for found in pattern.finditer(text):
            try:
                day = datetime.date(int(found["year"]), months[found["month"].lower()], int(found["day"]))
            except ValueError:
                day = None
            said = found["weekday"]
            yield SaidDate(found.start(), found[0], day, days[said.lower()] if said else None)


class SaidMonth(NamedTuple):
    """A month of a year in a text: where it begins, its words, its first day."""

    start: int
    words: str
    first: datetime.date


def months_in(text: str, locale: str) -> Iterator[SaidMonth]:
    """The months of a text with their years, also those that are parts of dates."""
    known = str(babel_locale(locale))
    for found in _months(known).finditer(text) if _YEAR.search(text) else ():
        day = datetime.date(int(found["year"]), _names(known)[1][found["month"].lower()], 1)
        yield SaidMonth(found.start(), found[0], day)


@cache
def _months(locale: str) -> re.Pattern[str]:
    month = "|".join(map(re.escape, sorted(_names(locale)[1], key=len, reverse=True)))
    return re.compile(rf"\b(?P<month>{month})\.?,?\s+(?:of\s+|de\s+)?(?P<year>[12]\d{{3}})\b", re.IGNORECASE)


@cache
def _names(locale: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, int], dict[str, int]]:
    short = {name.lower().rstrip("."): number for number, name in get_month_names("abbreviated", locale=locale).items()}
    months = {**short, **{name.lower(): number for number, name in get_month_names("wide", locale=locale).items()}}
    days = {name.lower(): number for number, name in get_day_names("wide", locale=locale).items()}
    month = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    weekday = rf"(?:\b(?P<weekday>{'|'.join(map(re.escape, days))}),?\s+(?:the\s+|den\s+|le\s+)?)?"
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>[12]\d{3})\b"
    first = rf"{weekday}\b{day}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<month>{month})\.?,?\s+(?:de\s+)?{year}"
    other = rf"{weekday}\b(?P<month>{month})\.?\s+{day}(?:st|nd|rd|th)?,?\s+{year}"
    return (re.compile(first, re.IGNORECASE), re.compile(other, re.IGNORECASE)), months, days
