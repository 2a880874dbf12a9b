"""Facts in words, and words that follow facts, by locale: three (3) years, parties, Aurora’s (num2words).

English, German, French and Spanish agree with their nouns; another language is as num2words has it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import babel.numbers
import num2words

from whereas.language.cases import of
from whereas.language.figures import (
    babel_locale,
    decimals,
    format_list,
    format_number,
    format_percent,
    gap,
    unit_pattern,
)
from whereas.language.nouns import plural_of
from whereas.language.quantities import Duration, Money, Unit, minor_units
from whereas.language.record import Changes, Numerals
from whereas.language.registry import language_of

if TYPE_CHECKING:
    from whereas.language.wording import Wording


def spell_number(value: int | Decimal | Duration, wording: Wording) -> str:
    """three, two point five, three years; ValueError for what num2words cannot say."""
    if isinstance(value, Duration):
        words = _before_noun(value.count, wording, _is_feminine_unit(value, wording))
        return _unit(value, wording).replace("{0}", words)
    whole, _, fraction = f"{value:f}".partition(".")
    if not fraction.rstrip("0"):
        return _spell(int(whole), wording)
    # digit by digit, for num2words would round the 28th
    words = f"{_spell(abs(int(whole)), wording)} {_said(wording, 'pointword')}"
    words = " ".join((words, *(_spell(int(digit), wording) for digit in fraction.rstrip("0"))))
    return f"{_said(wording, 'negword')} {words}" if value < 0 else words


def _spell(value: int, wording: Wording) -> str:
    """A whole number, with what num2words gets wrong put right."""
    try:
        words = str(num2words.num2words(value, lang=wording.locale))
    except (NotImplementedError, OverflowError):
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}") from None
    return _changed(words, _numerals(wording).corrections)


def _numerals(wording: Wording) -> Numerals:
    return language_of(wording.locale).numerals


def _changed(words: str, changes: Changes) -> str:
    for pattern, instead in changes:
        words = re.sub(pattern, instead, words)
    return words


def _said(wording: Wording, word: str) -> str:
    """The language's own "point" or "minus"; a Spanish decimal comma is said as one."""
    converters = num2words.CONVERTER_CLASSES
    locale = babel_locale(wording.locale)
    said = getattr(converters.get(wording.locale) or converters.get(locale.language), word, "")
    if word == "pointword":
        said = _numerals(wording).point.get(babel.numbers.get_decimal_symbol(locale), said)
    if not isinstance(said, str) or not said.strip():  # some have several, by the number that follows
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}")
    return said.strip()


def _before_noun(count: int, wording: Wording, feminine: bool) -> str:
    """The number as it stands before its noun: ein Jahr, eine Woche; vingt et une heures; treinta y un días."""
    numerals = _numerals(wording)
    return _changed(_spell(count, wording), numerals.before_feminine if feminine else numerals.before_masculine)


def _is_feminine_unit(value: Duration, wording: Wording) -> bool:
    return value.unit in _numerals(wording).feminine_units


def _unit(value: Duration, wording: Wording) -> str:
    return unit_pattern(value.count, value.unit, wording.locale).replace("{0}" + gap(wording.locale), "{0} ")


def spell_percent(value: Decimal, wording: Wording) -> str:
    """ten per cent, zwölf Komma fünf Prozent; ValueError as `spell_number`, or where the word is not known."""
    numerals = _numerals(wording)
    if not numerals.per_cent:
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}")
    whole = numerals.percent_is_noun and value == int(value)  # ein Prozent, but eins Komma fünf Prozent
    number = _before_noun(int(value), wording, False) if whole else spell_number(value, wording)
    return f"{number} {numerals.per_cent}"


def percent_words(value: Decimal, wording: Wording) -> str:
    """ten per cent (10%); ValueError as `spell_percent`."""
    return f"{spell_percent(value, wording)} ({format_percent(value, wording)})"


def count_words(value: int | Decimal | Duration, wording: Wording) -> str:
    """three (3), two point five (2.5), three (3) years; ValueError as `spell_number`."""
    if isinstance(value, Duration):
        words = _before_noun(value.count, wording, _is_feminine_unit(value, wording))
        return _unit(value, wording).replace("{0}", f"{words} ({format_number(value.count, wording)})")
    return f"{spell_number(value, wording)} ({format_number(value, wording)})"


def money_words(value: Money, wording: Wording) -> str:
    """twelve euros and five cents; a part that has no name as a fraction, twelve Swiss francs and 50/100.

    ValueError as `spell_number`.
    """
    locale, amount = babel_locale(wording.locale), value.payable
    whole, fraction = abs(int(amount)), decimals(amount, value.currency)
    parts = []
    if whole or not fraction or not _minor_names(value.currency, fraction, wording):
        name = babel.numbers.get_currency_name(value.currency, count=whole, locale=locale)
        parts.append(_amount(whole, name, _is_feminine(value.currency, wording), wording))
    if fraction and (names := _minor_names(value.currency, fraction, wording)):
        name = names[0] if locale.plural_form(int(fraction)) == "one" else names[1]
        feminine = bool(re.search(_numerals(wording).feminine_cent, names[0]))
        parts.append(_amount(int(fraction), name, feminine, wording))
    elif fraction:
        parts.append(f"{fraction}/1{'0' * len(fraction)}")
    text = format_list(parts, wording)
    return f"{_said(wording, 'negword')} {text}" if amount < 0 else text


def said_in_words(value: object, type: str, wording: Wording) -> str:
    """A figure of a type of value in words: ninety days, five hundred thousand euros; "" for what has none."""
    try:
        match value:
            case bool():
                return ""
            case Money():
                return money_words(value, wording)
            case int() | Decimal() if type == "percent":
                return spell_percent(Decimal(value), wording)
            case int() | Decimal() | Duration():
                return spell_number(value, wording)
    except ValueError:  # no words are known
        pass
    return ""


def _amount(count: int, name: str, feminine: bool, wording: Wording) -> str:
    """The count and the name of what is counted; a round million takes "de": un million d’euros."""
    words = _before_noun(count, wording, feminine)
    if re.search(_numerals(wording).takes_of, words):
        return f"{words} {of(name, wording)}"
    return f"{words} {name}"


def _minor_names(currency: str, fraction: str, wording: Wording) -> tuple[str, str] | None:
    """cent, cents: as num2words knows them, if the fraction can be counted in them."""
    converters = num2words.CONVERTER_CLASSES
    converter: Any = converters.get(wording.locale) or converters.get(babel_locale(wording.locale).language)
    forms = getattr(converter, "CURRENCY_FORMS", {}).get(currency)
    if not forms or len(fraction) != minor_units(currency):
        return None
    return str(forms[1][0]), str(forms[1][1])


def _is_feminine(currency: str, wording: Wording) -> bool:
    """Whether the currency is, as its name shows: Schwedische Krone, livre sterling (but rouble), libra esterlina."""
    locale = babel_locale(wording.locale)
    first = babel.numbers.get_currency_name(currency, count=1, locale=locale).split()[0]
    return bool(re.search(_numerals(wording).feminine_currency, first))


def ordinal(value: int, wording: Wording) -> str:
    """1st, 22nd; 1.; 1er, 2e; 1.º; ValueError where num2words does not know how."""
    numerals = _numerals(wording)
    if numerals.ordinal:
        return (numerals.first if value == 1 and numerals.first else numerals.ordinal).format(value)
    try:
        written = str(num2words.num2words(value, to="ordinal_num", lang=wording.locale))
    except (NotImplementedError, OverflowError, TypeError):
        written = ""
    if not written or written == str(value):
        raise ValueError(f"cannot be written as an ordinal in the locale {wording.locale!r}")
    return written


def spelled_ordinal(value: int, locale: str) -> str:
    """first, third; troisième, tercero; in figures where num2words knows none."""
    try:
        words = str(num2words.num2words(value, to="ordinal", lang=locale))
    except (NotImplementedError, OverflowError, TypeError):
        return str(value)
    return _changed(words, language_of(locale).numerals.ordinals)


def plural(count: int | Decimal, noun: str, wording: Wording, many: str = "") -> str:
    """The noun alone in the form that the count asks for: day, days; ValueError where the plural must be given."""
    locale = babel_locale(wording.locale)
    if not noun.strip():
        raise ValueError("needs a noun, such as plural(days, 'day')")
    many = many or plural_of(noun, wording.locale)
    if not many:
        raise ValueError("needs the plural too: plural('Tag', 'Tage')")
    return noun if locale.plural_form(count) == "one" else many


def unit_of(count: int | Decimal, unit: str, wording: Wording) -> str:
    """What a number counts, in the form that the number asks for: months, Monate, Business Hours.

    A unit that is none of time, and whose plural no rule tells, stays as it is.
    """
    times = {str(each): each for each in get_args(Unit)}
    if unit in times and count == int(count):
        return unit_pattern(int(count), times[unit], wording.locale).replace("{0}", "").strip()
    try:
        return plural(count, unit, wording)
    except ValueError:
        return unit


def counted(count: int | Decimal, noun: str, wording: Wording, many: str = "") -> str:
    """30 days, 1,500 days, 2.5 days; ValueError as `plural`."""
    return f"{format_number(count, wording)}{gap(wording.locale)}{plural(count, noun, wording, many)}"


def verb(count: int, one: str, many: str) -> str:
    """The form that agrees with so many: is, are."""
    return one if count == 1 else many
