"""What values are made of: lengths of time, money, addresses. Plain data, which knows nothing of how it is worded."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Unit = Literal["hour", "day", "business day", "week", "month", "year"]
_DAYS = {"hour": 1 / 24, "day": 1.0, "business day": 1.4, "week": 7.0, "month": 365.25 / 12, "year": 365.25}


@dataclass(frozen=True)
class Duration:
    """A length of time as the parties count it: `3 years` is not `36 months`, though neither is longer."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        """`3 years`, as authors write it."""
        return f"{self.count} {self.unit}{'s' if self.count != 1 else ''}"

    @property
    def days(self) -> float:
        """About how many days: good for limits, never for a date."""
        return self.count * _DAYS[self.unit]

    def __lt__(self, other: Duration) -> bool:
        return self.days < other.days

    def __gt__(self, other: Duration) -> bool:
        return self.days > other.days


#: The decimals of currencies that do not have two of them (ISO 4217).
_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_MINOR_UNITS = {
    **dict.fromkeys(_NONE.split(" "), 0),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}


def minor_units(currency: str) -> int:
    """How many decimals amounts in a currency have: two in most, none in yen, three in Kuwaiti dinars."""
    return _MINOR_UNITS.get(currency, 2)


@dataclass(frozen=True)
class Money:
    """An amount, exact, in a currency (ISO 4217 code); `places` are the decimals to which it was rounded, if it was."""

    amount: Decimal
    currency: str
    places: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """`EUR 250,000`, as authors write it."""
        return f"{self.currency} {self.amount:,}"

    @property
    def payable(self) -> Decimal:
        """The amount as it is printed: to the decimals asked for, or those of its currency, halves away from zero."""
        places = minor_units(self.currency) if self.places is None else self.places
        return round_half_up(self.amount, places)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._same(other)

    def _same(self, other: Money) -> Decimal:
        """The other amount; raises ValueError where the currencies differ, since no rate is known."""
        if self.currency != other.currency:
            raise ValueError(f"is in {self.currency}, which cannot be compared with {other.currency}")
        return other.amount


def round_half_up(number: int | Decimal, places: int) -> Decimal:
    """To so many decimals at most, halves away from zero (commercial rounding); what has fewer stays as it is."""
    number = Decimal(number)
    if -int(number.as_tuple().exponent) <= places:
        return number
    with localcontext(prec=500):
        return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


class Address(BaseModel):
    """A postal address: its parts, from which each country's form is made, or `lines` as somebody wrote them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    street: tuple[str, ...] = Field(
        (), description="House, street, building: line by line.", examples=["1 Foundry Lane"]
    )
    city: str = Field("", description="The town.", examples=["Bristol"])
    district: str = Field("", description="A part of the town, where addresses there have one.")
    region: str = Field("", description="State, province or county, where addresses there have one.")
    postcode: str = Field("", description="The postal code.", examples=["BS1 4QA"])
    country: str = Field("", description="The country: its ISO 3166 code of two letters.", examples=["GB"])
    lines: tuple[str, ...] = Field(
        (), description="Instead of all these: the address line by line, as it is to be set."
    )
