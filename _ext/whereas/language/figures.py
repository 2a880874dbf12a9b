"""Facts in figures, by locale: dates, money, lengths of time, lists (babel)."""

from __future__ import annotations

import datetime
import decimal
import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

import babel
import babel.dates
import babel.lists
import babel.numbers
import babel.units

from whereas.language.addresses import format_address
from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Address, Duration, Money, Unit, minor_units
from whereas.language.registry import language_of
from whereas.language.wording import Wording

#: A comma that parts words: not one in a figure, nor before the form of a company.
_COMMA = re.compile(r",(?!\d|\s+(?:Inc|LLC|LLP|LP|L\.P|Ltd|Limited|PLC|plc|Corp|Co|S\.A|N\.A|GmbH|AG|SA|SL)\b)")
# babel rounds in the context it finds
_EXACT = decimal.Context(prec=500)
_COMMON_LOCALES = ("en_GB", "en_US", "de", "de_AT", "de_CH", "fr", "fr_CH", "es", "it", "nl", "pt")


@functools.cache
def babel_locale(locale: str) -> babel.Locale:
    """Babel's data for a locale that `parse_locale` has passed."""
    return babel.Locale.parse(locale)


def parse_locale(text: str) -> str:
    """A locale as somebody writes it (en-GB, en_GB, de), in babel's spelling; ValueError if there is none such."""
    written = text.strip().replace("-", "_")
    try:
        return str(babel.Locale.parse(written))
    except (ValueError, babel.UnknownLocaleError):
        hint = did_you_mean(written, _COMMON_LOCALES)
        raise ValueError(f"must be a locale like en_GB, not {text!r}; {hint}") from None


def format_value(value: Any, wording: Wording) -> str:
    """A fact as a contract prints it: 15 January 2027, EUR 250,000, 3 years, A, B and C; else its text as it is.

    ValueError where the locale has no word for it.
    """
    match value:
        case bool():
            return _own(language_of(wording.locale).figures.yes_no, "yes and no", wording)[0 if value else 1]
        case datetime.date():
            return format_date(value, wording)
        case Duration():
            return format_duration(value, wording)
        case Money():
            return format_money(value, wording)
        case int() | Decimal():
            return format_number(value, wording)
        case Address():
            return ", ".join(format_address(value, wording))
        case tuple():
            return format_list([str(item) for item in value], wording)
        case _:
            return str(value)


def _own(words: tuple[str, str] | None, what: str, wording: Wording) -> tuple[str, str]:
    """A pair that CLDR has not; ValueError if the language has none, for English words would not do instead."""
    if words:
        return words
    raise ValueError(f"cannot be worded: no words for {what} are known in the locale {wording.locale!r}")


def format_number(value: int | Decimal, wording: Wording) -> str:
    """1,500 or 12.5, with every decimal."""
    with decimal.localcontext(_EXACT):
        return babel.numbers.format_decimal(value, locale=wording.locale, decimal_quantization=False)


def format_date(value: datetime.date, wording: Wording) -> str:
    """15 January 2027; ValueError where the wording's date pattern cannot be used."""
    locale = babel_locale(wording.locale)
    pattern = wording.date or str(locale.date_formats["long"].pattern)
    first = language_of(wording.locale).figures.first_of_month
    if first and value.day == 1:  # 1er janvier, but 2 janvier
        pattern = re.sub(r"(?<![d'])d(?= M{3,4}\b)", f"d'{first}'", pattern)
    try:
        if "%" in pattern:  # as other programs write it
            raise ValueError
        return babel.dates.format_date(value, pattern, locale=locale)
    except (ValueError, AttributeError, KeyError):
        raise ValueError(f"must be a date pattern like 'd MMMM y', not {wording.date!r}") from None


@functools.cache
def unit_pattern(count: int, unit: Unit, locale: str) -> str:
    """The unit beside `{0}` in the number that the count asks for: `{0} years`; ValueError if the locale has none."""
    plural = babel_locale(locale).plural_form(count)
    if unit == "business day":
        one, many = _own(language_of(locale).figures.business_day, "business days", Wording(locale))
        pattern = "{0} " + (one if plural == "one" else many)
    else:
        number = babel.numbers.format_decimal(count, locale=locale)
        for length in ("long", "short"):  # for some words babel's long form is missing where the short one is the same
            pattern = babel.units.format_unit(count, f"duration-{unit}", length, locale=locale)
            if "duration-" not in pattern:
                break
        else:
            raise ValueError(f"cannot be worded: no word for {unit!r} is known in the locale {locale!r}")
        pattern = pattern.replace(number, "{0}", 1)
    # babel has the no-break space in French for some units only
    return pattern.replace("{0} ", "{0}" + gap(locale))


def gap(locale: str) -> str:
    """The space between a figure and its noun."""
    return language_of(locale).figures.gap


def format_unit(unit: Unit, wording: Wording) -> str:
    """One unit of time by its name alone: day, Business Day, Monat; ValueError as `unit_pattern`."""
    return unit_pattern(1, unit, wording.locale).replace("{0}", "").strip()


def hyphenated(value: Duration, wording: Wording) -> str:
    """2-day, 10-Business-Day, before an English noun; ValueError in another language."""
    if not language_of(wording.locale).figures.compounds:
        raise ValueError("`hyphenated` makes an English word, as in “a 2-day period”: write the words themselves")
    return f"{format_number(value.count, wording)}-{format_unit(value.unit, wording).replace(' ', '-')}"


def format_duration(value: Duration, wording: Wording) -> str:
    """3 years, 10 Business Days: counted as the parties count, never converted; ValueError as `unit_pattern`."""
    pattern = unit_pattern(value.count, value.unit, wording.locale)
    return pattern.replace("{0}", format_number(value.count, wording))


def decimals(amount: Decimal, currency: str) -> str:
    """The digits after the point, exact: none, or at least as many as the currency has."""
    written = f"{amount:f}".partition(".")[2].rstrip("0")
    return written and written.ljust(minor_units(currency), "0")


def format_money(value: Money, wording: Wording) -> str:
    """EUR 250,000 or €1,250.50: decimals only where there are some, and no more than are payable."""
    locale, amount = babel_locale(wording.locale), value.payable
    places = len(decimals(amount, value.currency))
    pattern = str(locale.currency_formats["standard"].pattern).split(";")[0]
    pattern = re.sub(r"0\.0+", "0" + ("." + "0" * places if places else ""), pattern)
    symbol = babel.numbers.get_currency_symbol(value.currency, locale=locale)
    if wording.money == "code":
        pattern, symbol = pattern.replace("¤", "¤¤"), value.currency
    if symbol[-1:].isalpha():  # letters cannot stand against figures: EUR 5, but €5
        pattern = re.sub(r"¤(?=#)", f"¤{language_of(wording.locale).figures.currency_gap}", pattern)
    with decimal.localcontext(_EXACT):
        return babel.numbers.format_currency(
            amount, value.currency, pattern, locale=locale, currency_digits=False, decimal_quantization=False
        )


def format_percent(value: Decimal, wording: Wording) -> str:
    """40% of the figure 40, with every decimal."""
    pattern = str(babel_locale(wording.locale).percent_formats[None].pattern)
    return re.sub(r"[#,0.]+", lambda _: format_number(value, wording), pattern, count=1)


def format_list(items: Sequence[str], wording: Wording, word: Literal["and", "or"] = "and") -> str:
    """A, B and C, or A, B or C; with commas in the items A, x; B, y; and C. The items themselves are not touched."""
    if len(items) > 1 and any(_COMMA.search(item) for item in items):
        return _with_semicolons(items, wording, word)
    # en-GB contracts have no comma before the "and"; babel's en_GB agrees
    style: Literal["standard", "or"] = "or" if word == "or" else "standard"
    text = babel.lists.format_list(items, style=style, locale=wording.locale)
    for joint, before, instead in language_of(wording.locale).figures.joints if len(items) > 1 else ():
        end = f" {joint} {items[-1]}"
        if text.endswith(end) and re.match(before, items[-1], re.IGNORECASE):
            return f"{text.removesuffix(end)} {instead} {items[-1]}"
    return text


def _with_semicolons(items: Sequence[str], wording: Wording, word: Literal["and", "or"]) -> str:
    """A list whose items have commas of their own, which would else run into one another."""
    *before, last = items
    joint = format_list(("", last), wording, word).removesuffix(last)
    return f"{'; '.join(before)};{joint}{last}"
