"""A percentage, by its figure: `12.5` or `12.5%`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from whereas.language import Wording, format_percent, format_value
from whereas.values.spelling import NUMBER, one_text, parse_figures, text_schema
from whereas.values.value_type import ValueType


def parse_percent(written: Any) -> Decimal:
    """The figure: 12.5 of `12.5%`."""
    text = one_text(written, "a percentage").removesuffix("%").rstrip()
    if not re.fullmatch(rf"[+-]?{NUMBER}", text):
        raise ValueError(f"must be a percentage like 12.5%, not {text!r}")
    return parse_figures(text)


def percent_in_figures(value: Any, wording: Wording) -> str:
    """12.5%; an amount that was made of a percentage is worded as an amount."""
    return format_percent(Decimal(value), wording) if isinstance(value, int | Decimal) else format_value(value, wording)


PERCENT = ValueType(
    "percent",
    parse_percent,
    lambda: text_schema(rf"[+-]?{NUMBER}\s*%?", "must be a percentage like 12.5%", "number"),
    percent_in_figures,
    sample="12.5",
    ordered=True,
    literal=True,
)
