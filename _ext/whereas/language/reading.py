"""Facts as people write them in their language, put into the one form that every type of value reads.

`31. Januar 2027` is 2027-01-31, `10 Werktage` 10 business days, `EUR 1.250,50` EUR 1250.50. What two people would read
otherwise is refused, with both readings. What is written in the neutral form, or in none that is known, stays as it is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import get_args

from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol

from whereas.language.figures import babel_locale, format_number, unit_pattern
from whereas.language.quantities import Unit
from whereas.language.wording import Wording

_FIGURES = re.compile(r"[0-9](?:[0-9.,'’ \xa0\u202f]*[0-9])?")
_SPACES = re.compile(r"['’ \xa0\u202f]")
_DAY = re.compile(
    r"(?P<day>[0-9]{1,2})(?:\.|er|º|°)?\s+(?:de\s+)?(?P<month>[^\W\d_]+\.?)\s+(?:del?\s+)?(?P<year>[0-9]{4})"
)
_AMERICAN_DAY = re.compile(r"(?P<month>[^\W\d_]+)\s+(?P<day>[0-9]{1,2}),?\s+(?P<year>[0-9]{4})")
_DOTTED_DAY = re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{4})")
_LENGTH = re.compile(rf"(?P<count>{_FIGURES.pattern})\s*(?P<unit>[^\W\d_][\w\s]*)")
#: The types that are figures.
_NUMBERS = ("money", "number", "percent", "integer")


def to_neutral(text: str, type: str, locale: str) -> str:
    """The text in the form that values of a type are read in; ValueError for a figure that has two readings."""
    if not locale:
        return text
    if type == "date":
        return _date(text.strip(), locale) or text
    if type == "duration":
        return _duration(text.strip(), locale) or text
    if type in _NUMBERS:
        return _FIGURES.sub(lambda found: _figure(found[0], type, locale), text, count=1)
    return text


def _date(text: str, locale: str) -> str:
    found = _DAY.fullmatch(text) or _AMERICAN_DAY.fullmatch(text)
    if found:
        month = months_of(locale).get(found["month"].casefold(), 0)
    elif found := _DOTTED_DAY.fullmatch(text):
        month = int(found["month"]) if has_dotted_dates(locale) else 0
    return f"{found['year']}-{month:02d}-{int(found['day']):02d}" if found and month else ""


@cache
def months_of(locale: str) -> dict[str, int]:
    """The names of months, in lower case, and which they are."""
    return {name.casefold(): month for month, name in get_month_names("wide", locale=babel_locale(locale)).items()}


@cache
def has_dotted_dates(locale: str) -> bool:
    """Whether people write 31.01.2027 there."""
    return "dd.MM" in str(babel_locale(locale).date_formats["short"].pattern)


def _duration(text: str, locale: str) -> str:
    found = _LENGTH.fullmatch(text)
    unit = units_of(locale).get(" ".join(found["unit"].casefold().split())) if found else None
    return f"{_figure(found['count'], 'integer', locale)} {unit}s" if found and unit else ""


@cache
def units_of(locale: str) -> dict[str, Unit]:
    """What the units are called, for one and for several, in lower case."""
    words: dict[str, Unit] = {}
    for unit in get_args(Unit):
        for count in (1, 2, 5):
            try:
                pattern = unit_pattern(count, unit, locale)
            except ValueError:
                continue
            words[" ".join(pattern.replace("{0}", "").casefold().split())] = unit
    return words


def _figure(figure: str, type: str, locale: str) -> str:
    """One figure: 1.250,50 is 1250.50 where a comma stands before the decimals."""
    plain = _SPACES.sub(" ", figure)
    if "'" in figure or "’" in figure:
        plain = plain.replace(" ", "")
    if get_decimal_symbol(babel_locale(locale)) != ",":
        return plain
    points, commas = plain.count("."), plain.count(",")
    if commas == 1 and plain.rindex(",") > plain.rfind("."):
        whole, decimals = plain.split(",")
        if points or " " in plain or len(decimals) != 3 or whole == "0":
            return _ungrouped(whole, figure) + f".{decimals}"
        if type in ("number", "percent"):
            raise _ambiguous(figure, f"{whole}{decimals}", f"{whole}.{decimals}", locale)
    if points == 1 and not commas and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", plain):
        if type in ("money", "number", "percent"):
            raise _ambiguous(figure, plain.replace(".", ""), plain, locale)
        return plain.replace(".", "")
    if points > 1 and not commas:
        return _ungrouped(plain, figure)
    return plain


def _ungrouped(whole: str, figure: str) -> str:
    """The digits before the decimals; they stay as they are where they are not in groups of three."""
    return re.sub(r"[. ]", "", whole) if re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+", whole) else figure


def _ambiguous(figure: str, one: str, other: str, locale: str) -> ValueError:
    other = other.rstrip("0").rstrip(".") if other.endswith("0") else f"{other}0"  # in a form that has one reading
    comma = format_number(Decimal(other), Wording(locale))
    return ValueError(
        f"has the figure {figure!r}, which may be {format_number(int(one), Wording(locale))} or {comma}: "
        f"write {one!r} for the one, or {other!r} for the other"
    )
