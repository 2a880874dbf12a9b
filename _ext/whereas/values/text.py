"""One line of words, kept as they are."""

from __future__ import annotations

from whereas.values.spelling import line_schema, or_empty, parse_line
from whereas.values.value_type import ValueType

TEXT = ValueType(
    "text",
    parse_line,
    lambda: or_empty(line_schema()),
    counted="characters",
    choices="may",
    pattern=True,
    textual=True,
)
