"""Values: the types a fact may have, and what the author's words mean in each."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from whereas.library.finding import did_you_mean

Type = Literal["text", "date", "duration", "money", "percent", "integer", "number", "choice", "boolean", "list"]
#: Digits, in groups of three if in groups, so that nobody's 1,5 becomes 15.
_WHOLE = r"(?:[0-9]{1,3}(?:[, _][0-9]{3})+|[0-9]+)"
_NUMBER = rf"{_WHOLE}(?:\.[0-9]+)?"


@dataclass(frozen=True)
class Duration:
    """A length of time as the parties count it: `3 years` is not `36 months`."""

    count: int
    unit: Literal["day", "week", "month", "year", "hour"]


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str


class Declaration(BaseModel):
    """What an agreement or a clause says of a value it uses."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Type = Field("text", description="What kind of fact it is.")
    about: str = Field("", description="What it means, for whoever fills it in.")
    default: Any = Field(None, description="The value where a deal says nothing.")
    choices: tuple[str, ...] = Field((), description="What a choice may be.")
    example: Any = Field(None, description="How one might look.")


def parse_value(written: Any, declared: Declaration) -> Any:
    """What `written` (text, or a list of texts) means in the declared type.

    Gives str, date, Duration, Money, Decimal, int, bool or a tuple of str; raises ValueError saying what was expected.
    """
    if declared.type == "list":
        return _list(written)
    if not isinstance(written, str):
        raise ValueError(f"must be a {declared.type}, not a list or mapping")
    return _PARSERS[declared.type](written.strip() if declared.type != "text" else written, declared)


def _list(written: Any) -> tuple[str, ...]:
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list) and all(isinstance(item, str) for item in written):
        return tuple(written)
    raise ValueError("must be a list of texts")


def _text(written: str, _: Declaration) -> str:
    return written


def _date(written: str, _: Declaration) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"must be a date like 2027-01-15, not {written!r}") from None


def _duration(written: str, _: Declaration) -> Duration:
    if found := re.fullmatch(r"(\d+)\s+(day|week|month|year|hour)s?", written):
        return Duration(int(found[1]), found[2])  # type: ignore[arg-type]
    if found := re.fullmatch(r"P(\d+)([DWMY])", written):
        units: dict[str, Any] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
        return Duration(int(found[1]), units[found[2]])
    raise ValueError(f"must be a duration like '3 years', '30 days' or P18M, not {written!r}")


def _money(written: str, _: Declaration) -> Money:
    if found := re.fullmatch(rf"([A-Z]{{3}})\s*({_NUMBER})|({_NUMBER})\s*([A-Z]{{3}})", written):
        return Money(_digits(found[2] or found[3]), found[1] or found[4])
    raise ValueError(f"must be an amount with its currency like 'EUR 250,000', not {written!r}")


def _decimal(written: str, _: Declaration) -> Decimal:
    if not re.fullmatch(rf"[+-]?{_NUMBER}", written):
        raise ValueError(f"must be a number like 1,250.5, not {written!r}")
    return _digits(written)


def _percent(written: str, declared: Declaration) -> Decimal:
    return _decimal(written.removesuffix("%").rstrip(), declared)


def _integer(written: str, _: Declaration) -> int:
    if not re.fullmatch(rf"[+-]?{_WHOLE}", written):
        raise ValueError(f"must be a whole number, not {written!r}")
    return int(_digits(written))


def _digits(written: str) -> Decimal:
    return Decimal(re.sub(r"[, _]", "", written))


def _choice(written: str, declared: Declaration) -> str:
    if written not in declared.choices:
        hint = did_you_mean(written, declared.choices) or "it has no `choices`"
        raise ValueError(f"{written!r} is not one of the choices; {hint}")
    return written


def _boolean(written: str, _: Declaration) -> bool:
    if written.lower() in ("true", "yes", "on"):
        return True
    if written.lower() in ("false", "no", "off"):
        return False
    raise ValueError(f"must be yes or no, not {written!r}")


_PARSERS: dict[str, Any] = {
    "text": _text,
    "date": _date,
    "duration": _duration,
    "money": _money,
    "percent": _percent,
    "integer": _integer,
    "number": _decimal,
    "choice": _choice,
    "boolean": _boolean,
}
