"""Sums and days as people type them, in whatever form: 80 000 euros, €80k, 15/01/2027."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel.numbers import get_currency_name, get_currency_symbol

from whereas.language.figures import babel_locale
from whereas.language.quantities import Money
from whereas.language.said_dates import dates_in

#: What is written behind a figure, and how many it makes of it.
_SCALES = {
    **dict.fromkeys(("k", "thousand", "tausend", "mille", "mil"), Decimal(1_000)),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions", "millionen", "millones", "millón"), Decimal(1_000_000)),
}
_GAPS = " \u00a0\u202f\u2009"
_FIGURE = rf"(?P<figure>\d{{1,3}}(?:[.,’'{_GAPS}]\d{{3}})+(?:[.,]\d\d?)?|\d+(?:[.,]\d\d?)?)(?!\d)"
_DAYS = re.compile(
    r"(?<![\w/.-])(?:(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<one>\d{1,2})(?P<sign>[./-])(?P<other>\d{1,2})(?P=sign)(?P<after>[12]\d{3}))(?![\w/-]|[.,]\d)"
)


_CODE, _SIGNS = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])"), {"€": "EUR", "£": "GBP", "$": "USD"}


class Said(NamedTuple):
    """Where a text says a fact, from and to."""

    start: int
    end: int


def money_of(text: str) -> Money | None:
    """The sum that a text is, as a fact is printed; None where it is none."""
    code, figure = _CODE.search(text), re.search(_FIGURE, text)
    currency = code[0] if code else next((code for sign, code in _SIGNS.items() if sign in text), "")
    return Money(_amount(figure["figure"], ""), currency) if figure and currency else None


def sums_like(money: Money, text: str, locale: str) -> Iterator[Said]:
    """Where a text says a sum of money, in any form that has its currency."""
    if re.search(r"\d", text):
        for found in _sums(money.currency, locale).finditer(text):
            if (found["before"] or found["behind"]) and _amount(found["figure"], found["scale"] or "") == money.amount:
                yield Said(*found.span())


def days_like(day: datetime.date, text: str, locale: str) -> Iterator[Said]:
    """Where a text says a day, with its month in words or figures; what may be one of two days counts for both."""
    if str(day.year) not in text:
        return
    for said in dates_in(text, locale):
        if said.day == day:
            yield Said(said.start, said.start + len(said.words))
    for found in _DAYS.finditer(text):
        year, one, other = (int(found[name] or 0) for name in ("after", "one", "other"))
        orders = ((found["year"], found["month"], found["day"]), (year, other, one), (year, one, other))
        if day in (made for each in orders for made in _made(*each)):
            yield Said(*found.span())


def _made(year: object, month: object, day: object) -> Iterator[datetime.date]:
    with suppress(ValueError):
        yield datetime.date(*(int(str(each or 0)) for each in (year, month, day)))


def _amount(figure: str, scale: str) -> Decimal:
    """What a figure says, whatever parts its thousands: two signs or fewer at its end are decimals."""
    decimals = re.search(r"[.,](\d\d?)$", figure)
    whole = re.sub(r"\D", "", figure[: decimals.start()] if decimals else figure)
    return Decimal(f"{whole}.{decimals[1] if decimals else 0}") * _SCALES.get(scale.lower(), Decimal(1))


@cache
def _sums(currency: str, locale: str) -> re.Pattern[str]:
    known = babel_locale(locale)
    signs = {currency, get_currency_symbol(currency, known), get_currency_symbol(currency, "en")}
    names = {get_currency_name(currency, count, known) for count in (None, 1, 2)}
    names |= {name.split()[-1] for name in names}  # of the US dollar, "dollar"
    any_of = "|".join(sorted(map(re.escape, signs), key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    scale = "|".join(sorted(_SCALES, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<before>{any_of})[{_GAPS}]?)?{_FIGURE}(?:[{_GAPS}]?(?P<scale>{scale})\b\.?)?"
        rf"(?:[{_GAPS}]?(?P<behind>{any_of}|(?i:{words}))(?!\w))?"
    )
