"""A number, exact to the last digit written: `1,250.5`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from whereas.values.spelling import NUMBER as FIGURES
from whereas.values.spelling import one_text, parse_figures, text_schema
from whereas.values.value_type import ValueType


def parse_number(written: Any) -> Decimal:
    """Digits, with a point if need be."""
    text = one_text(written, "a number")
    if not re.fullmatch(rf"[+-]?{FIGURES}", text):
        raise ValueError(f"must be a number like 1,250.5, not {text!r}")
    return parse_figures(text)


NUMBER = ValueType(
    "number",
    parse_number,
    lambda: text_schema(rf"[+-]?{FIGURES}", "must be a number like 1,250.5", "number"),
    sample="2.5",
    ordered=True,
    literal=True,
)
