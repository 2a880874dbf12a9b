"""Several texts; a text alone is a list of one."""

from __future__ import annotations

from typing import Any

from whereas.values.json_schema import SCALAR
from whereas.values.spelling import line_schema, or_empty, parse_line
from whereas.values.value_type import ValueType


def parse_list(written: Any) -> tuple[str, ...]:
    """The texts, none of them empty."""
    items = [written][: written != ""] if isinstance(written, str) else written
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError("must be a list of texts")
    if "" in items:
        raise ValueError("must have something in each of its texts")
    return tuple(parse_line(item) for item in items)


LIST = ValueType(
    "list",
    parse_list,
    lambda: {**or_empty(line_schema()), "type": ["array", *SCALAR], "items": line_schema()},
    counted="items",
    choices="may",
    pattern=True,
    many=True,
    textual=True,
)
