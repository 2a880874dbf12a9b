"""An amount, exact, in a currency: `EUR 250,000`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from babel.numbers import list_currencies

from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Money, minor_units
from whereas.values.json_schema import Schema
from whereas.values.spelling import NUMBER, one_text, parse_figures, text_schema
from whereas.values.value_type import ValueType

_CURRENCY = "[A-Z]{3}"
#: Thousands are parted as people part them, not as programs do.
_AMOUNT = NUMBER.replace("_", "")
#: What ISO 4217 has for no currency, and for tests.
_NONE = frozenset({"XXX", "XTS"})


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - _NONE


def parse_money(written: Any) -> Money:
    """`EUR 250,000`, `250,000.50 EUR`, or `{amount: 250000, currency: EUR}`; the currency an ISO 4217 code."""
    if isinstance(written, dict):
        if set(written) != {"amount", "currency"} or not all(isinstance(part, str) for part in written.values()):
            raise ValueError("must have `amount` and `currency`, and nothing else")
        written = f"{written['currency'].strip()} {written['amount'].strip()}"
    text = one_text(written, "an amount of money")
    found = re.fullmatch(rf"({_CURRENCY})\s*({_AMOUNT})|({_AMOUNT})\s*({_CURRENCY})", text)
    if not found:
        raise ValueError(f"must be an amount with its currency like 'EUR 250,000', not {text!r}")
    currency = found[1] or found[4]
    if currency not in _currencies():
        hint = did_you_mean(currency, _currencies(), known=False)
        raise ValueError(f"must be in a currency of ISO 4217, which {currency!r} is not{f'; {hint}' if hint else ''}")
    return Money(parse_figures(found[2] or found[3]), currency)


def to_payable(money: Money, decimals: int | None) -> Money:
    """An amount that can be paid, or a price of so many decimals; raises ValueError for one written with more."""
    places = minor_units(money.currency) if decimals is None else decimals
    written = -int(money.amount.as_tuple().exponent)
    if written <= places:
        return money if decimals is None else replace(money, places=places)
    has = f"no more than {places} decimals" if places else "no decimals"
    message = f"must have {has}, unlike {str(money)!r}"
    if written == 3:  # 250.000, where people write thousands so
        message += f"; thousands are written {money.currency} {int(money.amount.scaleb(3)):,}"
    if decimals is None:
        message += f"; a price for each unit may be declared with `decimals: {written}`"
    raise ValueError(message)


def _schema() -> Schema:
    amount = {**text_schema(_AMOUNT, "must be an amount like 250,000", "number"), "minimum": 0}
    currency = text_schema(_CURRENCY, "must be a currency like EUR")
    parts = {
        "amount": {"description": "How much.", **amount},
        "currency": {"description": "In which currency: its ISO 4217 code.", **currency},
    }
    wanted = "must be an amount with its currency like 'EUR 250,000'"
    return {
        **text_schema(rf"{_CURRENCY}\s*{_AMOUNT}|{_AMOUNT}\s*{_CURRENCY}", wanted),
        "type": ["string", "object"],
        "properties": parts,
        "required": ["amount", "currency"],
        "additionalProperties": False,
    }


MONEY = ValueType(
    "money",
    parse_money,
    _schema,
    sample="EUR 250,000",
    parts=("amount", "currency"),
    ordered=True,
    to_decimals=to_payable,
)
