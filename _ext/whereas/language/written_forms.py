"""What people write in their language, as patterns for editors: the forms that `reading` makes neutral."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from babel.numbers import get_decimal_symbol

from whereas.language.figures import babel_locale
from whereas.language.reading import has_dotted_dates, months_of, units_of

_SPACE = "[ \xa0\u202f]"
_MARKED = r"[0-9]{1,3}(?:['’\xa0\u202f][0-9]{3})+"
_POINTED = r"[0-9]{1,3}(?:\.[0-9]{3})+"
_WITH_COMMA = rf"(?:[0-9]+|[0-9]{{1,3}}(?:(?:\.|{_SPACE})[0-9]{{3}})+),[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}}"


@cache
def written_forms(type: str, locale: str) -> str:
    """A pattern of how people write a value of a type where a locale is; empty where they write it as everybody."""
    match type:
        case "date":
            return "|".join(_dates(locale))
        case "duration":
            return rf"{_figure('integer', locale)}\s*(?:{_any_case(units_of(locale))})"
        case "money":
            figure = _figure(type, locale)
            return rf"[A-Z]{{3}}\s*{figure}|{figure}\s*[A-Z]{{3}}"
        case "number" | "integer":
            return f"[+-]?{_figure(type, locale)}"
        case "percent":
            return rf"[+-]?{_figure(type, locale)}\s*%?"
    return ""


def _dates(locale: str) -> Iterable[str]:
    day, year, month = "(?:0?[1-9]|[12][0-9]|3[01])", "[0-9]{4}", f"(?:{_any_case(months_of(locale))})"
    yield rf"{day}(?:\.|er|º|°)?\s+(?:de\s+)?{month}\s+(?:del?\s+)?{year}"
    yield rf"{month}\s+{day},?\s+{year}"
    if has_dotted_dates(locale):
        yield rf"{day}\.\s?(?:0?[1-9]|1[0-2])\.\s?{year}"


def _figure(type: str, locale: str) -> str:
    comma = get_decimal_symbol(babel_locale(locale)) == ","
    whole = f"[0-9]+|{_MARKED}" + (f"|{_POINTED}" if comma else "")
    if type == "integer":
        return f"(?:{whole})"
    return rf"(?:(?:[0-9]+|{_MARKED})(?:\.[0-9]+)?" + (f"|{_WITH_COMMA})" if comma else ")")


def _any_case(words: Mapping[str, object]) -> str:
    """Words in whatever case, since editors' patterns cannot be told to look at none."""
    return "|".join("".join(_letter(each) for each in word) for word in words)


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    return f"[{letter.upper()}{letter}]" if letter.upper() != letter and len(letter.upper()) == 1 else letter
