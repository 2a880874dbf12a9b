"""Rows of several facts each: a price list, milestones, key people. A declaration names the columns and their types."""

from __future__ import annotations

from typing import Any

from whereas.language import Wording
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


def rows_in_words(rows: Any, wording: Wording) -> str:
    """Rows where there is no table: what stands in one with commas, and semicolons between them."""
    return "; ".join(map(str, rows))


def _schema() -> Schema:
    wanted = "must be a list of rows, or the name of a file beside the deal, such as rows/prices.csv"
    file = {"pattern": r"\.[cC][sS][vV]\s*$|^$", "patternErrorMessage": wanted}
    return {"type": ["array", "string"], "items": {"type": "object"}, **file}


ROWS = ValueType("rows", parse_rows, _schema, rows_in_words, asked="a list of rows", counted="rows", tabular=True)
