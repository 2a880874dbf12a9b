"""Dates and times that no calendar or clock has, and periods that end before they begin."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.registry import language_of
from whereas.language.said_dates import SaidDate, dates_in, months_in
from whereas.library.rule import Rule

DATE = Rule(
    "no-such-date",
    "A date is one that a calendar has, on the day of the week that is said.",
    bad="The seller delivers on Monday 15 January 2027.",
    good="The seller delivers on Friday 15 January 2027.",
    told="check",
)
TIME = Rule(
    "no-such-time",
    "A time of day is one that a clock shows.",
    bad="The seller delivers before 25:00 each day.",
    good="The seller delivers before 15:00 each day.",
    told="check",
)
ENDS_BEFORE = Rule(
    "ends-before",
    "What lasts from one day to another ends after it begins.",
    bad="The seller delivers from 1 May 2027 to 30 April 2027.",
    good="The seller delivers from 1 May 2027 to 30 April 2028.",
    told="check",
)
AMBIGUOUS = Rule(
    "date-ambiguous",
    "A date in figures can be read in one way only.",
    bad="The seller delivers on 03/04/2027.",
    good="The seller delivers on 3 April 2027.",
    severity="warning",
    told="check",
)
_FIGURES = re.compile(r"(?<![\w/.,-])(\d{1,2})(?:/(\d{1,2})/(?:\d{4}|\d{2})|([.-])(\d{1,2})\3\d{4})(?![\w/-]|[.,]\d)")
_MONTHS = 12
#: A year, a month, and a day that not all months have.
_ISO = re.compile(r"(?<![\w-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:29|3[01])(?![\w-])")
_TIME = re.compile(r"(?<![\w:.,-])(\d{1,2}):(\d{2})(?![\w:]|[.,]\d)(\s?[ap]\.?m\b)?", re.IGNORECASE)
#: What a ratio and a paragraph of a holy book have before them, and a clock has not.
_HOURS, _MINUTES, _HALF_A_DAY = 24, 59, 12


def check_dates(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`31 February 2027`, `Monday 15 January 2027`, and what ends before it begins."""
    dates = list(dates_in(line.text, locale))
    for found in dates:
        if found.day is None:
            message = f"there is no {found.words!r} in any calendar"
        elif found.weekday is not None and found.weekday != found.day.weekday():
            message = f"{found.words!r} is another day of the week"
        else:
            continue
        yield Mark(DATE, found.start, found.start + len(found.words), message, "write the date that is meant")
    for found_iso in _ISO.finditer(line.text):
        try:
            date.fromisoformat(found_iso[0])
        except ValueError:
            message = f"there is no {found_iso[0]!r} in any calendar"
            yield Mark(DATE, *found_iso.span(), message, "write the date that is meant")
    until = re.compile(rf"\s*,?\s*(?:{language_of(locale).drafting.until})\s*")
    for one, other in pairwise(_spans(line.text, dates, locale)):
        if other.last < one.first and until.fullmatch(line.text, one.end, other.start):
            message = f"{line.text[one.start : other.end]!r} ends before it begins"
            yield Mark(ENDS_BEFORE, one.start, other.end, message, "write the dates that are meant", given=True)


class _Span(NamedTuple):
    """A date or a month in a text: where its words begin and end, its first and its last day."""

    start: int
    end: int
    first: date
    last: date


def _spans(text: str, dates: list[SaidDate], locale: str) -> list[_Span]:
    """The dates, and the months that are no parts of them, as they stand in the text."""
    ends = [(each.start, each.start + len(each.words), each.day) for each in dates]
    spans = [_Span(start, end, day, day) for start, end, day in ends if day]
    for month in months_in(text, locale):
        if not any(start <= month.start < end for start, end, _ in ends):
            last = month.first.replace(day=monthrange(month.first.year, month.first.month)[1])
            spans.append(_Span(month.start, month.start + len(month.words), month.first, last))
    return sorted(spans)


def check_times(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`25:00`, `13:75`, `14:00 pm`; 60:40 is no time, but a proportion."""
    for found in _TIME.finditer(line.text):
        hours, minutes = int(found[1]), int(found[2])
        if hours > _HOURS + 5 or (hours < _HOURS and minutes <= _MINUTES and not (found[3] and hours > _HALF_A_DAY)):
            continue
        if hours == _HOURS and not minutes:
            continue
        yield Mark(TIME, *found.span(), f"no clock shows {found[0]!r}", "write the time that is meant")


def check_ambiguous(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`03/04/2027`: the third of April in one country, the fourth of March in another."""
    if not language_of(locale).drafting.month_first:
        return
    for found in _FIGURES.finditer(line.text):
        one, other = int(found[1]), int(found[2] or found[4])
        if 0 < one <= _MONTHS and 0 < other <= _MONTHS and one != other:
            message = f"{found[0]!r} is one day in London and another in New York"
            yield Mark(AMBIGUOUS, *found.span(), message, "write the month as a word")
