"""The filters for rows: what a column comes to, and what a row is called as a label."""

from __future__ import annotations

from collections.abc import Callable
from operator import add
from typing import Any, TypeGuard

from whereas.agreement.runs import ValueOrigin
from whereas.assembly.arithmetic import calculate, is_number
from whereas.assembly.known import Known
from whereas.assembly.row import Label, Row, blank_text
from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Money

ROW_FILTERS: dict[str, Callable[..., Any]] = {
    "total": lambda rows, column: total(rows, str(column)),
    "label": lambda row: _label(row),
}


def is_rows(fact: Any) -> TypeGuard[Known]:
    """Whether a fact is a value that has rows."""
    return isinstance(fact, Known) and fact._type.tabular


def total(rows: Any, column: str) -> Known:
    """What a column of rows comes to, exact; with a blank cell in it that blank, and of blank rows theirs.

    Raises ValueError for what are no rows, a column that is not there or of no numbers, amounts in several currencies,
    and for the amounts of no rows, which are in no currency.
    """
    if not is_rows(rows):
        raise ValueError('`total` adds up a column of rows: `prices | total("amount")`')
    declared = rows._declared.columns.get(column)
    if declared is None:
        hint = did_you_mean(column, rows._declared.columns)
        raise ValueError(f"the rows of {rows._name!r} have no column {column!r}; {hint}")
    if declared.type not in ("integer", "number", "percent", "money"):
        raise ValueError(f"the column {column!r} of {rows._name!r} is {declared.type}, which has no total")
    if rows._value is None:
        return Known(
            rows._name,
            None,
            (declared.label and f"[{declared.label}]") or blank_text(column),
            declared=declared,
            wording=rows._wording,
        )
    cells: list[Known] = [row._cells[column] for row in rows._value]
    blank = next((cell for cell in cells if cell._value is None), None)
    if blank is not None:
        return blank
    if not cells and declared.type == "money":
        raise ValueError(f"{rows._name!r} has no rows, and so no total")
    values = [cell._value for cell in cells]
    _check_currencies(rows._name, column, values)
    value: Any = values[0] if values else 0
    for each in values[1:]:
        value = calculate(value, each, add)
    places = tuple(dict.fromkeys(place for cell in cells for place in (cell._origin.places if cell._origin else ())))
    if isinstance(value, Money):
        places_of_price = max((each.places for each in values if each.places is not None), default=None)
        value = Money(value.amount, value.currency, places_of_price)
    if declared.type == "integer" and is_number(value):
        value = int(value)
    return Known(f"{rows._name}.{column}", value, "", ValueOrigin(places), declared, rows._wording)


def _check_currencies(name: str, column: str, values: list[Any]) -> None:
    """Raise ValueError where amounts are not all in one currency."""
    for number, value in enumerate(values, start=1):
        if isinstance(value, Money) and value.currency != values[0].currency:
            rows = f"{values[0].currency} in row 1, and {value.currency} in row {number}"
            raise ValueError(f"the column {column!r} of {name!r} has no total: its amounts are in {rows}")


def _label(row: Any) -> Label:
    if not isinstance(row, Row):
        raise ValueError("`label` is for a row, in `{% for line in … %}`: `{#price-{{ line | label }}}`")
    return Label(row._label)
