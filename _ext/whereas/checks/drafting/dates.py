"""Dates that no calendar has, or not on that day of the week."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.drafting.spots import is_typed, spot
from whereas.checks.lines import lines_to_check
from whereas.language.said_dates import dates_in
from whereas.library.finding import Finding
from whereas.library.rule import Rule

DATE = Rule(
    "no-such-date",
    "A date is one that a calendar has, on the day of the week that is said.",
    bad="The seller delivers on Monday 15 January 2027.",
    good="The seller delivers on Friday 15 January 2027.",
    told="check",
)


def check_dates(case: Case) -> Iterator[Finding]:
    """`31 February 2027`, `Monday 15 January 2027`."""
    for line in lines_to_check(case.agreement, case.foreign):
        for found in dates_in(line.text, case.agreement.locale):
            if not is_typed(line, found.start, found.start + len(found.words)):
                continue
            if found.day is None:
                message = f"there is no {found.words!r} in any calendar"
            elif found.weekday is not None and found.weekday != found.day.weekday():
                message = f"{found.words!r} is another day of the week"
            else:
                continue
            yield DATE.at(spot(line, found.words, case), message, "write the date that is meant")
