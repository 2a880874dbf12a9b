"""Values: what an agreement or a clause declares of a fact it uses, and what the author's words mean in its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Money, minor_units
from whereas.library.parse import PARSERS

Type = Literal[
    "text",
    "markdown",
    "integer",
    "number",
    "percent",
    "money",
    "date",
    "duration",
    "choice",
    "boolean",
    "list",
    "address",
    "party",
]
#: Types whose values have an order, so that `min` and `max` mean the value itself.
_ORDERED = {"integer", "number", "percent", "money", "date", "duration"}
#: Types of which `min` and `max` limit the length: characters of a text, items of a list.
_COUNTED = {"text", "markdown", "list"}


class Declaration(BaseModel):
    """What an agreement or a clause says of a value it uses.

    Raises (through pydantic) ValueError for limits, defaults and examples that are not of the declared type.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Type = Field("text", description="What kind of fact it is.")
    about: str = Field("", description="What it means, for whoever fills it in.")
    choices: tuple[str, ...] = Field((), description="What a choice, or each item of a list, may be.")
    pattern: str = Field("", description="A regular expression that a text, or each item of a list, must match.")
    decimals: Any = Field(
        None, description="How many decimals an amount may have, if more than its currency: a price for each unit."
    )
    min: Any = Field(None, description="The least it may be; of a text or list, how long it must be.")
    max: Any = Field(None, description="The most it may be; of a text or list, how long it may be.")
    default: Any = Field(None, description="The value where a deal says nothing.")
    example: Any = Field(None, description="How one might look.")
    required_if: str = Field(
        "", description="A condition, as in `{% if … %}`, under which a deal must give it: 'regulated', 'fee > 0'."
    )

    @field_validator("choices")
    @classmethod
    def _choices(cls, choices: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if choices and info.data.get("type", "choice") not in ("choice", "text", "list"):
            raise ValueError(f"a {info.data['type']} has no choices; is it a `choice`?")
        return choices

    @field_validator("pattern")
    @classmethod
    def _pattern(cls, pattern: str, info: ValidationInfo) -> str:
        if pattern and info.data.get("type", "text") not in ("text", "list"):
            raise ValueError(f"a {info.data['type']} has no pattern")
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"is no regular expression: {error}") from None
        return pattern

    @field_validator("decimals")
    @classmethod
    def _decimals(cls, written: Any, info: ValidationInfo) -> Any:
        if written is not None and info.data.get("type", "money") != "money":
            raise ValueError(f"a {info.data['type']} has no `decimals`")
        return None if written is None else PARSERS["integer"](written)

    @field_validator("min", "max")
    @classmethod
    def _limit(cls, written: Any, info: ValidationInfo) -> Any:
        kind = info.data.get("type")
        if written is None or kind is None:
            return None
        if kind in _COUNTED:
            return PARSERS["integer"](written)
        if kind not in _ORDERED:
            raise ValueError(f"a {kind} has no `{info.field_name}`")
        return parse_value(written, cls.model_construct(type=kind, decimals=info.data.get("decimals")))

    @field_validator("default", "example")
    @classmethod
    def _of_its_type(cls, written: Any, info: ValidationInfo) -> Any:
        """A default or an example must itself be what is declared; it stays as it was written."""
        if written is not None and {"type", "choices", "pattern", "min", "max", "decimals"} <= info.data.keys():
            parse_value(written, cls.model_construct(**info.data))
        return written


def parse_value(written: Any, declared: Declaration) -> Any:
    """What `written` (text, list or mapping of texts) means in the declared type.

    Gives str, date, Duration, Money, Decimal, int, bool, Address or a tuple of str; of a party its id.
    Raises ValueError saying what was expected: "must be a date like 2027-01-15, not 'soon'".
    """
    value = PARSERS[declared.type](written)
    items = value if declared.type == "list" else (value,)
    if declared.choices or declared.type == "choice":
        for item in items:
            check_choice(item, declared)
    if declared.pattern:
        for item in items:
            if not re.fullmatch(declared.pattern, item):
                raise ValueError(f"must match the pattern {declared.pattern}, which {item!r} does not")
    _check_limits(value, declared)
    return _payable(value, declared) if isinstance(value, Money) else value


def _payable(money: Money, declared: Declaration) -> Money:
    """An amount that can be paid, or a price of so many decimals; raises ValueError for one written with more."""
    places = minor_units(money.currency) if declared.decimals is None else declared.decimals
    written = -int(money.amount.as_tuple().exponent)
    if written <= places:
        return money if declared.decimals is None else replace(money, places=places)
    has = f"no more than {places} decimals" if places else "no decimals"
    message = f"must have {has}, unlike {as_written(money)!r}"
    if written == 3:  # 250.000, where people write thousands so
        message += f"; thousands are written {money.currency} {int(money.amount.scaleb(3)):,}"
    if declared.decimals is None:
        message += f"; a price for each unit may be declared with `decimals: {written}`"
    raise ValueError(message)


def check_choice(item: str, declared: Declaration) -> None:
    """Raise ValueError for what is none of the choices."""
    if item not in declared.choices:
        near = did_you_mean(item, declared.choices, known=False)
        known = ", ".join(map(repr, declared.choices)) or "its `choices`, and has none"
        raise ValueError(f"must be one of {known}, not {item!r}{f'; {near}' if near else ''}")


def _check_limits(value: Any, declared: Declaration) -> None:
    counted = declared.type in _COUNTED
    measure = len(value) if counted else value
    unit = {"list": " items"}.get(declared.type, " characters") if counted else ""
    if declared.min is not None and measure < declared.min:
        raise ValueError(
            f"must be {'at least ' if not counted else 'no shorter than '}{as_written(declared.min)}{unit}"
        )
    if declared.max is not None and measure > declared.max:
        raise ValueError(f"must be {'at most ' if not counted else 'no longer than '}{as_written(declared.max)}{unit}")


def as_written(value: Any) -> str:
    """A value in the form in which authors write one, whatever their language."""
    if isinstance(value, Mapping):
        return ", ".join(map(str, value.values()))
    match value:
        case bool():
            return "yes" if value else "no"
        case _ if hasattr(value, "currency"):
            return f"{value.currency} {value.amount:,}"
        case _ if hasattr(value, "unit"):
            return f"{value.count} {value.unit}{'s' if value.count != 1 else ''}"
    return str(value)
