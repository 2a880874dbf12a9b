"""Rows of several facts each: a price list, milestones, key people. A declaration names the columns and their types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from whereas.language import Wording
from whereas.language.nearest import did_you_mean
from whereas.values.json_schema import Schema
from whereas.values.value_type import ValueType


def parse_rows(written: Any) -> list[dict[str, Any]]:
    """The rows as they are written, each a mapping of columns to cells; what is in the cells, the declaration knows."""
    if not isinstance(written, list):
        raise ValueError("must be a list of rows, each with a value for every column")
    for number, row in enumerate(written, start=1):
        if not isinstance(row, dict):
            raise ValueError(f"must be a list of rows, and row {number} is no mapping of columns to values")
    return written


class Written(NamedTuple):
    """What a row says in a column: its own words, or those that the column has by default."""

    words: Any
    default: bool


def written_in(row: Mapping[str, Any], column: str, default: Any) -> Written:
    """What a row says in a column; None where nobody says anything."""
    words = row.get(column)
    nothing = words in (None, "")
    return Written(default if nothing else words, nothing and default is not None)


def strange_columns(row: Mapping[str, Any], columns: Iterable[str]) -> list[tuple[str, str]]:
    """What a row says in columns that there are not, and which may be meant by each."""
    known = tuple(columns)
    return [(each, did_you_mean(each, known)) for each in row if each not in known]


def rows_in_words(rows: Any, wording: Wording) -> str:
    """Rows where there is no table: what stands in one with commas, and semicolons between them."""
    return "; ".join(map(str, rows))


def _schema() -> Schema:
    wanted = "must be a list of rows, or the name of a file beside the deal, such as rows/prices.csv"
    file = {"pattern": r"\.[cC][sS][vV]\s*$|^$", "patternErrorMessage": wanted}
    return {"type": ["array", "string"], "items": {"type": "object"}, **file}


ROWS = ValueType("rows", parse_rows, _schema, rows_in_words, asked="a list of rows", counted="rows", tabular=True)
