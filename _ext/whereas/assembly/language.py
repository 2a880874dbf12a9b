"""How facts are worded: dates, money, lengths of time, lists (babel, num2words), by locale."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import babel.dates
import babel.lists
import babel.numbers
import num2words

from whereas.library.values import Duration, Money

#: How a style's locale writes a date in a contract.
_DATES = {"en_GB": "d MMMM y", "en_US": "MMMM d, y"}


def format_value(value: Any, locale: str) -> str:
    """The words of a typed value as a contract prints them: 15 January 2027, EUR 250,000, 3 years, 40%, A, B and C."""
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime.date():
            return babel.dates.format_date(value, _DATES.get(locale, "long"), locale=locale)
        case Duration():
            return format_duration(value, locale)
        case Money():
            return format_money(value, locale)
        case int() | Decimal():
            return babel.numbers.format_decimal(value, locale=locale, decimal_quantization=False)
        case tuple():
            return format_list([str(item) for item in value], locale)
        case _:
            return str(value)


def format_duration(value: Duration, locale: str) -> str:
    """3 years, 30 days, 1 month: counted as the parties count, never converted."""
    plural = babel.Locale.parse(locale).plural_form(value.count)
    patterns = babel.Locale.parse(locale)._data["unit_patterns"][f"duration-{value.unit}"]["long"]
    pattern: str = patterns.get(plural) or patterns["other"]
    return pattern.replace("{0}", babel.numbers.format_decimal(value.count, locale=locale))


def format_money(value: Money, locale: str) -> str:
    """EUR 250,000: the ISO code, decimals only where there are some; never rounded."""
    amount = value.amount
    places = 0
    if amount != amount.to_integral_value():
        written = -int(amount.normalize().as_tuple().exponent)
        places = max(written, babel.numbers.get_currency_precision(value.currency))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return f"{value.currency} {babel.numbers.format_decimal(amount, pattern, locale=locale)}"


def format_list(items: list[str], locale: str) -> str:
    """A, B and C."""
    # en-GB contracts have no comma before the "and"; babel's en_GB agrees
    return babel.lists.format_list(items, locale=locale)


def number_words(value: Any, locale: str) -> str:
    """three, two point five; of a length of time its count and unit, "three years"."""
    if isinstance(value, Duration):
        count = babel.numbers.format_decimal(value.count, locale=locale)
        return format_duration(value, locale).replace(count, number_words(value.count, locale), 1)
    return str(num2words.num2words(value, lang=locale))


def ordinal(value: Any, locale: str) -> str:
    """1st, 2nd, 3rd."""
    return str(num2words.num2words(int(value), to="ordinal_num", lang=locale))
