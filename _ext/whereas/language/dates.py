"""Counting from a date: days, weeks, months, years (dateutil), and the business days of a country (holidays)."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from whereas.language.addresses import country_hint
from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Duration
from whereas.language.wording import Wording

if TYPE_CHECKING:
    from holidays import HolidayBase

_BEYOND = "leads to a date that the calendar does not have (before the year 1 or after 9999)"


def parse_calendar(text: str) -> str:
    """A country or a part of it whose holidays are known, as GB, GB-ENG, DE-BY; ValueError if they are not."""
    country, _, part = text.strip().partition("-")
    country, wrong = country.upper(), f"must be a country or subdivision like GB or GB-ENG, not {text!r}"
    kind = _calendar_class(country)
    if kind is None:
        hint = country_hint(text.strip()) or country_hint(country)
        raise ValueError(f"{wrong}; {hint}" if hint else wrong)
    if not part:
        if "-" in text:
            raise ValueError(f"{wrong}; did you mean {country!r}?")
        return country
    parts = {known.casefold(): known for known in kind.subdivisions}
    if part.casefold() in parts:
        return f"{country}-{parts[part.casefold()]}"
    aliases = {alias.casefold(): code for alias, code in kind.subdivisions_aliases.items()}
    if code := aliases.get(part.casefold()):
        raise ValueError(f"{wrong}; did you mean '{country}-{code}'?")
    hint = did_you_mean(f"{country}-{part.upper()}", [f"{country}-{known}" for known in kind.subdivisions])
    raise ValueError(f"{wrong}; {hint}" if hint else f"{wrong}; no subdivisions of {country} are known here")


def _calendar_class(country: str) -> Any:
    """The class of a country's holidays, by ISO code alone: holidays itself would pass UK and GBR."""
    import holidays  # only agreements with business days pay for it
    import holidays.registry

    known = {codes[1] for codes in holidays.registry.COUNTRIES.values()}
    return getattr(holidays, country) if country in known else None


@functools.cache
def _calendar(name: str) -> HolidayBase:
    """The holidays of a calendar, which finds those of a year when first asked for it and keeps them."""
    import holidays

    country, _, part = parse_calendar(name).partition("-")
    return holidays.country_holidays(country, subdiv=part or None)


def is_business_day(day: datetime.date, wording: Wording) -> bool:
    """Whether it is neither a weekend's day nor a holiday there; ValueError without a calendar."""
    if not wording.calendar:
        raise ValueError("needs the agreement's `calendar:`, such as GB-ENG, to count business days")
    calendar = _calendar(wording.calendar)
    calendar.get(day)  # the year's working Saturdays are known only once its holidays are
    return bool(calendar.is_working_day(day))


def next_business_day(day: datetime.date, wording: Wording) -> datetime.date:
    """The day itself if it is a business day, else the next one; ValueError without a calendar."""
    try:
        while not is_business_day(day, wording):
            day += datetime.timedelta(days=1)
    except OverflowError:
        raise ValueError(_BEYOND) from None
    return day


def add_duration(start: datetime.date, length: Duration, wording: Wording, backwards: bool = False) -> datetime.date:
    """The day so long after (or before) another, which is not counted: a month from 31 January is 28 February.

    ValueError for hours, for business days without a calendar, and beyond the calendar's end.
    """
    count = -length.count if backwards else length.count
    if length.unit == "hour":
        raise ValueError("counts hours, which cannot be added to a date")
    if length.unit == "business day":
        is_business_day(start, wording)  # says what is wrong with the calendar, whatever the count
    try:
        match length.unit:
            case "business day":
                return _add_business_days(start, count, wording)
            case "day":
                step = relativedelta(days=count)
            case "week":
                step = relativedelta(weeks=count)
            case "month":
                step = relativedelta(months=count)
            case "year":
                step = relativedelta(years=count)
        day: datetime.date = start + step
        return day
    except (OverflowError, ValueError):
        raise ValueError(_BEYOND) from None


def _add_business_days(start: datetime.date, count: int, wording: Wording) -> datetime.date:
    day, step = start, datetime.timedelta(days=1 if count > 0 else -1)
    _ = start + step * abs(count)  # an absurd count ends here, not after thousands of years of holidays
    for _ in range(abs(count)):
        day += step
        while not is_business_day(day, wording):
            day += step
    return day
