"""A whole number: `1,250`."""

from __future__ import annotations

import re
from typing import Any

from whereas.values.spelling import WHOLE, one_text, parse_figures, text_schema
from whereas.values.value_type import ValueType


def parse_integer(written: Any) -> int:
    """Digits, and nothing after a point."""
    text = one_text(written, "a whole number")
    if not re.fullmatch(rf"[+-]?{WHOLE}", text):
        raise ValueError(f"must be a whole number, not {text!r}")
    return int(parse_figures(text))


INTEGER = ValueType(
    "integer",
    parse_integer,
    lambda: text_schema(rf"[+-]?{WHOLE}", "must be a whole number", "integer"),
    sample="10",
    ordered=True,
    literal=True,
)
