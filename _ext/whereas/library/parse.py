"""What the author's words mean in each type of value: one function a type, each raising ValueError that says what."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from babel.numbers import list_currencies
from pydantic import ValidationError

from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Address, Duration, Money, Unit

#: Digits, in groups of three if in groups, so that nobody's 1,5 becomes 15.
_WHOLE = r"(?:[0-9]{1,3}(?:[, _][0-9]{3})+|[0-9]+)"
_NUMBER = rf"{_WHOLE}(?:\.[0-9]+)?"
#: More digits than this are a mistake, or meant to keep a machine busy.
MOST_DIGITS = 30
#: White space, and what directs how others are written and joined, prints nothing by itself.
_UNSEEN = re.compile(
    "[\\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0100-\U000e01ef]*"
)
_UNITS: dict[str, Unit] = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}


def _one(written: Any, kind: str) -> str:
    if not isinstance(written, str):
        raise ValueError(f"must be {kind}, not a list or mapping")
    return written.strip()


def parse_text(written: Any) -> str:
    """One line of words, kept as they are."""
    text = _meaningful(_one(written, "a text"))
    if written and _UNSEEN.fullmatch(text):
        raise ValueError("must have something in it that can be seen")
    if re.search("[\t\n\r\x0b\x0c\x85\u2028\u2029]", text):
        raise ValueError("must be a text of one line; for more, declare it as `markdown`, `list` or `address`")
    return text


def _meaningful(text: str) -> str:
    """The text; raises ValueError where no reader could know what it says, or in which order."""
    for character in text:
        if unicodedata.category(character) in ("Co", "Cn"):
            raise ValueError(f"must not have U+{ord(character):04X} in it, a character without a meaning of its own")
        if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            raise ValueError(f"must not have U+{ord(character):04X} in it, which shows text in another order")
    return text


def parse_markdown(written: Any) -> str:
    """Words of several paragraphs, which are parsed where they are used."""
    text = _meaningful(_one(written, "Markdown text"))
    if written and _UNSEEN.fullmatch(text):
        raise ValueError("must have something in it that can be seen")
    return text


def parse_date(written: Any) -> datetime.date:
    """`2027-01-15` (ISO 8601)."""
    text = _one(written, "a date")
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"must be a date like 2027-01-15, not {text!r}") from None


def parse_duration(written: Any) -> Duration:
    """`3 years`, `30 days`, `10 business days`, or ISO 8601: `P18M`, `P1Y6M` (as months), `PT48H`."""
    text = _one(written, "a duration")
    if found := re.fullmatch(rf"({_WHOLE})\s+(hour|day|business day|week|month|year)s?", text, re.IGNORECASE):
        return Duration(int(_digits(found[1])), found[2].lower())  # type: ignore[arg-type]
    found = re.fullmatch(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?", text)
    parts = dict(zip("YMWDH", found.groups(), strict=True)) if found else {}
    given = "".join(unit for unit, count in parts.items() if count is not None)
    counts = {unit: int(count or 0) for unit, count in parts.items()}
    if len(given) == 1:
        return Duration(counts[given], _UNITS[given])
    if given == "YM":
        return Duration(counts["Y"] * 12 + counts["M"], "month")
    if given == "WD":
        return Duration(counts["W"] * 7 + counts["D"], "day")
    if given:
        raise ValueError(f"must be counted in one unit, which {text!r} is not")
    raise ValueError(f"must be a duration like '3 years', '30 days' or P18M, not {text!r}")


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def parse_money(written: Any) -> Money:
    """`EUR 250,000`, `250,000.50 EUR`, or `{amount: 250000, currency: EUR}`; the currency an ISO 4217 code."""
    if isinstance(written, dict):
        if set(written) != {"amount", "currency"} or not all(isinstance(part, str) for part in written.values()):
            raise ValueError("must have `amount` and `currency`, and nothing else")
        written = f"{written['currency'].strip()} {written['amount'].strip()}"
    text = _one(written, "an amount of money")
    found = re.fullmatch(rf"([A-Z]{{3}})\s*({_NUMBER})|({_NUMBER})\s*([A-Z]{{3}})", text)
    if not found:
        raise ValueError(f"must be an amount with its currency like 'EUR 250,000', not {text!r}")
    currency = found[1] or found[4]
    if currency not in _currencies():
        hint = did_you_mean(currency, _currencies(), known=False)
        raise ValueError(f"must be in a currency of ISO 4217, which {currency!r} is not{f'; {hint}' if hint else ''}")
    return Money(_digits(found[2] or found[3]), currency)


def parse_number(written: Any) -> Decimal:
    """`1,250.5`: exact, to the last digit written."""
    text = _one(written, "a number")
    if not re.fullmatch(rf"[+-]?{_NUMBER}", text):
        raise ValueError(f"must be a number like 1,250.5, not {text!r}")
    return _digits(text)


def parse_percent(written: Any) -> Decimal:
    """`12.5` or `12.5%`."""
    text = _one(written, "a percentage").removesuffix("%").rstrip()
    if not re.fullmatch(rf"[+-]?{_NUMBER}", text):
        raise ValueError(f"must be a percentage like 12.5%, not {text!r}")
    return _digits(text)


def parse_integer(written: Any) -> int:
    """`1,250`: digits, and nothing after a point."""
    text = _one(written, "a whole number")
    if not re.fullmatch(rf"[+-]?{_WHOLE}", text):
        raise ValueError(f"must be a whole number, not {text!r}")
    return int(_digits(text))


def _digits(text: str) -> Decimal:
    digits = re.sub(r"[, _]", "", text)
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"must not have more than {MOST_DIGITS} digits")
    return Decimal(digits)


def parse_choice(written: Any) -> str:
    """One of the choices, spelled as they are."""
    return _one(written, "one of the choices")


def parse_boolean(written: Any) -> bool:
    """`yes` or `no`; `true`, `false`, `on` and `off` say the same."""
    text = _one(written, "yes or no")
    if text.lower() in ("true", "yes", "on"):
        return True
    if text.lower() in ("false", "no", "off"):
        return False
    raise ValueError(f"must be yes or no, not {text!r}")


def parse_list(written: Any) -> tuple[str, ...]:
    """A list of texts; a text alone is a list of one."""
    items = [written][: written != ""] if isinstance(written, str) else written
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError("must be a list of texts")
    if "" in items:
        raise ValueError("must have something in each of its texts")
    return tuple(parse_text(item) for item in items)


def parse_address(written: Any) -> Address:
    """Lines, or the parts of an address: street, city, postcode, country …"""
    match written:
        case str():
            return Address(lines=tuple(parse_text(line) for line in written.splitlines() if line.strip()))
        case list():
            return Address(lines=parse_list(written))
        case dict():
            street = written.get("street")
            try:
                address = Address.model_validate(
                    {**written, "street": [street] if isinstance(street, str) else street or ()}
                )
            except ValidationError as error:
                wrong = str(error.errors()[0]["loc"][0])
                hint = did_you_mean(wrong, Address.model_fields)
                raise ValueError(f"has something wrong in its {wrong!r}; {hint}") from None
            for part in (*address.street, *address.lines, address.city, address.district, address.region,
                         address.postcode, address.country):  # fmt: skip
                parse_text(part)
            return address
    raise ValueError("must be an address: a list of lines, or street, city, postcode and country")


def parse_party(written: Any) -> str:
    """The id of a party: the name of its file in parties/."""
    return _one(written, "the name of a file in parties/")


PARSERS: dict[str, Callable[[Any], Any]] = {
    "text": parse_text,
    "markdown": parse_markdown,
    "integer": parse_integer,
    "number": parse_number,
    "percent": parse_percent,
    "money": parse_money,
    "date": parse_date,
    "duration": parse_duration,
    "choice": parse_choice,
    "boolean": parse_boolean,
    "list": parse_list,
    "address": parse_address,
    "party": parse_party,
}
