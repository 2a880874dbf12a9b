"""The filters that work something out: dates from dates, shares, rounded numbers."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from whereas import language
from whereas.agreement.runs import ValueOrigin
from whereas.assembly.known import Known
from whereas.language import Wording, format_value
from whereas.language.quantities import Duration, Money, minor_units, round_half_up
from whereas.values.duration import parse_duration


def sum_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """The filters that work something out, by name."""
    return {
        "plus": lambda start, length: _moved(start, length, wording),
        "minus": lambda start, length: _moved(start, length, wording, backwards=True),
        "business_day": lambda day: _business_day(day, wording),
        "round": _rounded,
        "divided": _divided,
    }


def _moved(start: Any, length: Any, wording: Wording, backwards: bool = False) -> Any:
    """A date so much later or earlier; with a blank in it, that blank."""
    for fact in (start, length):
        if isinstance(fact, Known) and fact._value is None:
            return fact
    day = start._value if isinstance(start, Known) else start
    span = length._value if isinstance(length, Known) else parse_duration(length)
    if not isinstance(day, datetime.date) or not isinstance(span, Duration):
        raise ValueError("`plus` and `minus` go from a date by a duration: `start | plus(term)`")
    if span.unit == "business day" and wording.any_calendar:
        sign = "\N{MINUS SIGN}" if backwards else "+"
        return _unknown(f"{format_value(day, wording)} {sign} {format_value(span, wording)}", start, wording)
    moved = language.add_duration(day, span, wording, backwards)
    if not isinstance(start, Known):
        return moved
    made = start._made(moved)
    if isinstance(length, Known) and length._origin:
        places = start._origin.places if start._origin else ()
        made._origin = ValueOrigin((*places, *length._origin.places))
    return made


def _unknown(words: str, fact: Any, wording: Wording) -> Known:
    """A date that only a calendar could tell, where it is not known which one: a blank."""
    return Known(fact._name if isinstance(fact, Known) else "", None, f"[{words}]", wording=wording)


def _business_day(day: Any, wording: Wording) -> Any:
    value = day._value if isinstance(day, Known) else day
    if value is None:
        return day
    if wording.any_calendar:
        return _unknown(format_value(value, wording), day, wording)
    moved = language.next_business_day(value, wording)
    return day._made(moved) if isinstance(day, Known) else moved


def _divided(number: Any, by: Any, places: int | None = None) -> Any:
    """A share of a sum, rounded to so many decimals; if none are given, to two, or those of the currency."""
    for fact in (number, by):
        if isinstance(fact, Known) and fact._value is None:
            return fact
    divisor = Decimal(by._value if isinstance(by, Known) else by)
    value = number._value if isinstance(number, Known) else number
    if divisor == 0:
        raise ValueError("nothing can be divided by 0")
    if isinstance(value, Money):
        share: Any = Money(value.amount / divisor, value.currency)
        places = minor_units(value.currency) if places is None else places
    elif isinstance(value, int | Decimal):
        share = Decimal(value) / divisor
    else:
        raise ValueError("only numbers and money can be divided")
    return _rounded(number._made(share) if isinstance(number, Known) else share, 2 if places is None else places)


def _rounded(number: Any, places: int = 0) -> Any:
    """To so many decimals, halves away from zero, as people do."""
    if isinstance(number, Known) and number._value is None:
        return number
    value = number._value if isinstance(number, Known) else number
    places = int(places)
    if isinstance(value, Money):
        made: Any = Money(round_half_up(value.amount, places), value.currency, places)
    elif isinstance(value, int | Decimal):
        made = round_half_up(value, places)
    else:
        raise ValueError("only numbers and money can be rounded")
    return number._made(made) if isinstance(number, Known) else made
