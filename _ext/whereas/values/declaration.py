"""What an agreement or a clause declares of a value it uses, and what the author's words mean in its type."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from whereas.language.nearest import did_you_mean
from whereas.language.reading import to_neutral
from whereas.language.registry import LANGUAGES
from whereas.values.integer import parse_integer
from whereas.values.pattern import check_pattern, matches
from whereas.values.rows import strange_columns, written_in
from whereas.values.types import TYPES, Type
from whereas.values.value_type import ValueType


class Declaration(BaseModel):
    """What an agreement or a clause says of a value it uses.

    Raises (through pydantic) ValueError for limits, defaults and examples that are not of the declared type.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Type = Field("text", description="What kind of fact it is.")
    about: str = Field("", description="What it means, for whoever fills it in.")
    label: str = Field(
        "",
        description="What people call it, in the language of the agreement, where its name would not do.",
        examples=["Longest force majeure"],
    )
    unit: str = Field(
        "",
        description="What a bare number counts, for where it stands alone: a unit of time, or another noun.",
        examples=["month", "Business Day"],
    )
    show: Literal["", "front", "particulars", "never"] = Field(
        "",
        description="On the front sheet of key terms, among the particulars, or never; else only if a text prints it.",
    )
    columns: dict[str, Declaration] = Field(
        default_factory=dict,
        validate_default=True,
        json_schema_extra={"type": "object"},
        description="What stands in each column of rows: its type, or a mapping that says more of it.",
        examples=[{"what": "text", "amount": "money"}],
    )
    key: str = Field(
        "", description="The column that tells rows from one another, by which they are labelled and compared."
    )
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

    @field_validator("columns", mode="before")
    @classmethod
    def _types(cls, columns: Any) -> Any:
        """A type alone is the short form of a column."""
        if not isinstance(columns, dict):
            return columns
        return {name: {"type": each} if isinstance(each, str) else each for name, each in columns.items()}

    @field_validator("columns")
    @classmethod
    def _columns(cls, columns: dict[str, Declaration], info: ValidationInfo) -> dict[str, Declaration]:
        type = _type_of(info)
        if type and type.tabular and not columns:
            raise ValueError("must say which columns the rows have, such as `{what: text, amount: money}`")
        if type and columns and not type.tabular:
            raise ValueError(f"a {type.name} has no `columns`; are they `rows`?")
        for name, column in columns.items():
            if not re.fullmatch("[a-z][a-z0-9_]*", name):
                raise ValueError(f"has a column {name!r}: its name must be small letters, digits and '_'")
            if TYPES[column.type].tabular:
                raise ValueError(f"has a column {name!r} of rows: rows stand in no other rows")
            if column.show:
                raise ValueError(f"has a column {name!r} with `show`: rows are shown whole")
            if column.required_if:
                raise ValueError(f"has a column {name!r} with `required_if`: every cell must be given")
        return columns

    @field_validator("key")
    @classmethod
    def _key(cls, key: str, info: ValidationInfo) -> str:
        columns = info.data.get("columns")
        if not key or columns is None:
            return key
        if key not in columns:
            raise ValueError(f"must be one of the columns, not {key!r}; {did_you_mean(key, columns)}")
        if columns[key].type in ("markdown", "list", "address"):
            raise ValueError(f"must be a column of single words or numbers, and {key!r} is {columns[key].type}")
        return key

    @field_validator("unit")
    @classmethod
    def _unit(cls, unit: str, info: ValidationInfo) -> str:
        if unit and info.data.get("type") not in ("integer", "number", None):
            raise ValueError(f"is for bare numbers, and a {info.data['type']} brings its own")
        return unit

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
        check_pattern(pattern)
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

        def limit(locale: str) -> Any:
            neutral = to_neutral(written, type.name, locale) if isinstance(written, str) else written
            own = cls.model_construct(
                type=info.data["type"], decimals=info.data.get("decimals"), min=type.parse(neutral)
            )
            return parse_value(neutral, own)

        return _in_any_language(limit)

    @field_validator("default", "example")
    @classmethod
    def _of_its_type(cls, written: Any, info: ValidationInfo) -> Any:
        """A default or an example must itself be what is declared; it stays as it was written."""
        if (
            written is not None
            and {"type", "columns", "key", "choices", "pattern", "min", "max", "decimals"} <= info.data.keys()
        ):
            own = cls.model_construct(**info.data)
            _in_any_language(lambda locale: parse_value(written, own, locale))
        return written


def _type_of(info: ValidationInfo) -> ValueType | None:
    """The type that is being declared; None if what stands there is no type."""
    return TYPES.get(info.data.get("type", ""))


def _in_any_language(read: Callable[[str], Any]) -> Any:
    """What is read neutrally, or else in a language of ours: that of a contract is not known where it is declared."""
    try:
        return read("")
    except ValueError:
        for each in LANGUAGES:
            with contextlib.suppress(ValueError):
                return read(each.code)
        raise


def parse_value(written: Any, declared: Declaration, locale: str = "") -> Any:
    """What `written` (text, list or mapping of texts) means in the declared type, in the neutral form or a language's.

    Gives str, date, Duration, Money, Decimal, int, bool, Address or a tuple of str; of a party its id, and of rows a
    tuple of mappings, in which what is blank is None.
    Raises ValueError saying what was expected: "must be a date like 2027-01-15, not 'soon'".
    """
    type = TYPES[declared.type]
    value = type.parse(to_neutral(written, declared.type, locale) if isinstance(written, str) else written)
    items = value if type.many else (value,)
    if declared.choices or type.choices == "must":
        for item in items:
            check_choice(item, declared)
    if declared.pattern:
        for item in items:
            if not matches(declared.pattern, item):
                raise ValueError(f"must match the pattern {declared.pattern}, which {item[:200]!r} does not")
    check_limits(value, declared)
    if type.tabular:
        return tuple(_parse_row(row, number, declared, locale) for number, row in enumerate(value, start=1))
    return type.to_decimals(value, declared.decimals) if type.to_decimals else value


def _parse_row(row: Mapping[str, Any], number: int, declared: Declaration, locale: str) -> dict[str, Any]:
    for name, hint in strange_columns(row, declared.columns):
        raise ValueError(f"has no column {name!r}, which row {number} gives; {hint}")
    found = {}
    for name, column in declared.columns.items():
        written = written_in(row, name, column.default).words
        try:
            found[name] = None if written is None else parse_value(written, column, locale)
        except ValueError as error:
            raise ValueError(f"is wrong in row {number}, column {name!r}: it {error}") from None
    return found


def check_choice(item: str, declared: Declaration) -> None:
    """Raise ValueError for what is none of the choices."""
    if item not in declared.choices:
        near = did_you_mean(item, declared.choices, known=False)
        known = ", ".join(map(repr, declared.choices)) or "its `choices`, and has none"
        raise ValueError(f"must be one of {known}, not {item!r}{f'; {near}' if near else ''}")


def check_limits(value: Any, declared: Declaration) -> None:
    """Raise ValueError for what is less or more, shorter or longer, than is declared."""
    type = TYPES[declared.type]
    measure = len(value) if type.counted else value
    if declared.type == "percent" and declared.min is None and value < 0:
        raise ValueError("must not be less than 0%, unless `min` allows it")
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
