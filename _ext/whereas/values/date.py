"""A day: `2027-01-15` (ISO 8601)."""

from __future__ import annotations

import datetime
import re
from typing import Any

from whereas.values.spelling import one_text, text_schema
from whereas.values.value_type import ValueType

_DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


def parse_date(written: Any) -> datetime.date:
    """Year, month and day, in this order and no other."""
    text = one_text(written, "a date")
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"must be a date like 2027-01-15, not {text!r}") from None


DATE = ValueType(
    "date",
    parse_date,
    lambda: text_schema(_DATE, "must be a date like 2027-01-15"),
    sample="2027-01-15",
    parts=("year", "month", "day"),
    ordered=True,
)
