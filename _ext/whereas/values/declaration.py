"""What an agreement or a clause declares of a value it uses, and what the author's words mean in its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from whereas.language.nearest import did_you_mean
from whereas.values.integer import parse_integer
from whereas.values.types import TYPES, Type
from whereas.values.value_type import ValueType


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
        type = _type_of(info)
        if choices and type and type.choices == "none":
            raise ValueError(f"a {type.name} has no choices; is it a `choice`?")
        return choices

    @field_validator("pattern")
    @classmethod
    def _pattern(cls, pattern: str, info: ValidationInfo) -> str:
        type = _type_of(info)
        if pattern and type and not type.pattern:
            raise ValueError(f"a {type.name} has no pattern")
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"is no regular expression: {error}") from None
        return pattern

    @field_validator("decimals")
    @classmethod
    def _decimals(cls, written: Any, info: ValidationInfo) -> Any:
        type = _type_of(info)
        if written is not None and type and not type.to_decimals:
            raise ValueError(f"a {type.name} has no `decimals`")
        return None if written is None else parse_integer(written)

    @field_validator("min", "max")
    @classmethod
    def _limit(cls, written: Any, info: ValidationInfo) -> Any:
        type = _type_of(info)
        if written is None or type is None:
            return None
        if type.counted:
            return parse_integer(written)
        if not type.ordered:
            raise ValueError(f"a {type.name} has no `{info.field_name}`")
        return parse_value(written, cls.model_construct(type=info.data["type"], decimals=info.data.get("decimals")))

    @field_validator("default", "example")
    @classmethod
    def _of_its_type(cls, written: Any, info: ValidationInfo) -> Any:
        """A default or an example must itself be what is declared; it stays as it was written."""
        if written is not None and {"type", "choices", "pattern", "min", "max", "decimals"} <= info.data.keys():
            parse_value(written, cls.model_construct(**info.data))
        return written


def _type_of(info: ValidationInfo) -> ValueType | None:
    """The type that is being declared; None if what stands there is no type."""
    return TYPES.get(info.data.get("type", ""))


def parse_value(written: Any, declared: Declaration) -> Any:
    """What `written` (text, list or mapping of texts) means in the declared type.

    Gives str, date, Duration, Money, Decimal, int, bool, Address or a tuple of str; of a party its id.
    Raises ValueError saying what was expected: "must be a date like 2027-01-15, not 'soon'".
    """
    type = TYPES[declared.type]
    value = type.parse(written)
    items = value if type.many else (value,)
    if declared.choices or type.choices == "must":
        for item in items:
            check_choice(item, declared)
    if declared.pattern:
        for item in items:
            if not re.fullmatch(declared.pattern, item):
                raise ValueError(f"must match the pattern {declared.pattern}, which {item!r} does not")
    _check_limits(value, declared, type)
    return type.to_decimals(value, declared.decimals) if type.to_decimals else value


def check_choice(item: str, declared: Declaration) -> None:
    """Raise ValueError for what is none of the choices."""
    if item not in declared.choices:
        near = did_you_mean(item, declared.choices, known=False)
        known = ", ".join(map(repr, declared.choices)) or "its `choices`, and has none"
        raise ValueError(f"must be one of {known}, not {item!r}{f'; {near}' if near else ''}")


def _check_limits(value: Any, declared: Declaration, type: ValueType) -> None:
    measure = len(value) if type.counted else value
    unit = f" {type.counted}" if type.counted else ""
    if declared.min is not None and measure < declared.min:
        least = "no shorter than" if type.counted else "at least"
        raise ValueError(f"must be {least} {as_written(declared.min)}{unit}")
    if declared.max is not None and measure > declared.max:
        most = "no longer than" if type.counted else "at most"
        raise ValueError(f"must be {most} {as_written(declared.max)}{unit}")


def as_written(value: Any) -> str:
    """A value in the form in which authors write one, whatever their language."""
    match value:
        case Mapping():
            return ", ".join(map(str, value.values()))
        case bool():
            return "yes" if value else "no"
    return str(value)
