"""Yes or no."""

from __future__ import annotations

from typing import Any

from whereas.values.json_schema import BOOLEAN
from whereas.values.spelling import one_text
from whereas.values.value_type import ValueType


def parse_boolean(written: Any) -> bool:
    """`yes` or `no`; `true`, `false`, `on` and `off` say the same."""
    text = one_text(written, "yes or no")
    if text.lower() in ("true", "yes", "on"):
        return True
    if text.lower() in ("false", "no", "off"):
        return False
    raise ValueError(f"must be yes or no, not {text!r}")


BOOLEAN_TYPE = ValueType(
    "boolean",
    parse_boolean,
    lambda: {**BOOLEAN, "patternErrorMessage": "must be yes or no"},
    sample="yes",
    asked="yes or no",
    literal=True,
    decides=True,
)
