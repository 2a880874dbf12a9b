"""Facts in words, and words that follow facts, by locale: three (3) years, parties, Aurora’s (num2words).

English, German, French and Spanish agree with their nouns; another language is as num2words has it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

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
from whereas.language.quantities import Duration, Money, minor_units

if TYPE_CHECKING:
    from whereas.language.wording import Wording

#: The units that are feminine in German, French and Spanish alike: Stunde, heure, hora; Woche, semaine, semana.
_FEMININE_UNITS = {"hour", "week"}
_PER_CENT = {"en": "per cent", "de": "Prozent", "fr": "pour cent", "es": "por ciento"}


def spell_number(value: int | Decimal | Duration, wording: Wording) -> str:
    """three, two point five, three years; ValueError for what num2words cannot say."""
    if isinstance(value, Duration):
        words = _before_noun(value.count, wording, value.unit in _FEMININE_UNITS)
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
    locale = babel_locale(wording.locale)
    try:
        words = str(num2words.num2words(value, lang=wording.locale))
    except (NotImplementedError, OverflowError):
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}") from None
    match locale.language:
        case "en":
            words = words.replace(",", "")
            return words.replace(" and ", " ") if locale.territory == "US" else words
        case "es":  # veintiún mil, treinta y un millones
            words = re.sub(r"veintiuno(?= (?:m|b|tr)il)", "veintiún", words)
            return re.sub(r"\buno(?= (?:m|b|tr)il)", "un", words)
        case "fr":  # the Belgian and Swiss words: deux cent mille, un milliard, quatre-vingts, quatre-vingt-un
            words = re.sub(r"cents(?= (?!\w+illi))", "cent", words)
            words = re.sub(r"\bun (\w+illi(?:on|ard))s\b", r"un \1", words)
            words = words.replace("quatre-vingt et un", "quatre-vingt-un")
            return re.sub(r"quatre-vingt(?=$| \w+illi)", "quatre-vingts", words)
    return words


def _said(wording: Wording, word: str) -> str:
    """The language's own "point" or "minus"; a Spanish decimal comma is said as one."""
    converters = num2words.CONVERTER_CLASSES
    locale = babel_locale(wording.locale)
    said = getattr(converters.get(wording.locale) or converters.get(locale.language), word, "").strip()
    if said == "punto" and babel.numbers.get_decimal_symbol(locale) == ",":
        return "coma"
    if not said:
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}")
    return str(said)


def _before_noun(count: int, wording: Wording, feminine: bool) -> str:
    """The number as it stands before its noun: ein Jahr, eine Woche; vingt et une heures; treinta y un días."""
    words = _spell(count, wording)
    match babel_locale(wording.locale).language:
        case "de" if words.endswith("eins"):
            return words[:-1] + ("e" if feminine and count == 1 else "")
        case "fr" if feminine:
            return re.sub(r"\bun$", "une", words)
        case "es" if feminine:
            words = re.sub(r"(?<=ient)os\b(?!.*mill)", "as", words)  # doscientas, but doscientos millones
            return re.sub(r"uno$", "una", words)
        case "es":
            return re.sub(r"\buno$", "un", re.sub(r"veintiuno$", "veintiún", words))
    return words


def _unit(value: Duration, wording: Wording) -> str:
    return unit_pattern(value.count, value.unit, wording.locale).replace("{0}" + gap(wording.locale), "{0} ")


def spell_percent(value: Decimal, wording: Wording) -> str:
    """ten per cent, zwölf Komma fünf Prozent; ValueError as `spell_number`, or where the word is not known."""
    locale = babel_locale(wording.locale)
    if not (word := _PER_CENT.get(locale.language)):
        raise ValueError(f"cannot be written in words in the locale {wording.locale!r}")
    if locale.territory == "US":
        word = "percent"
    whole = locale.language == "de" and value == int(value)  # ein Prozent, but eins Komma fünf Prozent
    return f"{_before_noun(int(value), wording, False) if whole else spell_number(value, wording)} {word}"


def percent_words(value: Decimal, wording: Wording) -> str:
    """ten per cent (10%); ValueError as `spell_percent`."""
    return f"{spell_percent(value, wording)} ({format_percent(value, wording)})"


def count_words(value: int | Decimal | Duration, wording: Wording) -> str:
    """three (3), two point five (2.5), three (3) years; ValueError as `spell_number`."""
    if isinstance(value, Duration):
        words = _before_noun(value.count, wording, value.unit in _FEMININE_UNITS)
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
        feminine = locale.language == "de" and names[0].endswith("e")
        parts.append(_amount(int(fraction), name, feminine, wording))
    elif fraction:
        parts.append(f"{fraction}/1{'0' * len(fraction)}")
    text = format_list(parts, wording)
    return f"{_said(wording, 'negword')} {text}" if amount < 0 else text


def _amount(count: int, name: str, feminine: bool, wording: Wording) -> str:
    """The count and the name of what is counted; a round million takes "de": un million d’euros."""
    words = _before_noun(count, wording, feminine)
    language = babel_locale(wording.locale).language
    if language in ("fr", "es") and re.search(r"ill(?:ions?|iards?|ón|ones)$", words):
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
    match locale.language:
        case "es":
            return first.endswith("a")
        case "de" | "fr":
            return first.endswith("e") and first != "rouble"
    return False


def ordinal(value: int, wording: Wording) -> str:
    """1st, 22nd; 1.; 1er, 2e; 1.º; ValueError where num2words does not know how."""
    match babel_locale(wording.locale).language:
        case "de":
            return f"{value}."
        case "fr":
            return f"{value}er" if value == 1 else f"{value}e"
        case "es":
            return f"{value}.º"
    try:
        written = str(num2words.num2words(value, to="ordinal_num", lang=wording.locale))
    except (NotImplementedError, OverflowError, TypeError):
        written = ""
    if not written or written == str(value):
        raise ValueError(f"cannot be written as an ordinal in the locale {wording.locale!r}")
    return written


def plural(count: int | Decimal, noun: str, wording: Wording, many: str = "") -> str:
    """The noun alone in the form that the count asks for: day, days; ValueError where the plural must be given."""
    locale = babel_locale(wording.locale)
    if not noun.strip():
        raise ValueError("needs a noun, such as plural(days, 'day')")
    many = many or plural_of(noun, wording.locale)
    if not many:
        raise ValueError("needs the plural too: plural('Tag', 'Tage')")
    return noun if locale.plural_form(count) == "one" else many


def counted(count: int | Decimal, noun: str, wording: Wording, many: str = "") -> str:
    """30 days, 1,500 days, 2.5 days; ValueError as `plural`."""
    return f"{format_number(count, wording)}{gap(wording.locale)}{plural(count, noun, wording, many)}"


def verb(count: int, one: str, many: str) -> str:
    """The form that agrees with so many: is, are."""
    return one if count == 1 else many
