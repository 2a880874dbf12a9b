"""One of the choices that a declaration gives, spelled as they are."""

from __future__ import annotations

from typing import Any

from whereas.values.json_schema import SCALAR
from whereas.values.spelling import one_text
from whereas.values.value_type import ValueType


def parse_choice(written: Any) -> str:
    """The text itself; whether it is one of the choices, the declaration knows."""
    return one_text(written, "one of the choices")


CHOICE = ValueType("choice", parse_choice, lambda: {"type": SCALAR}, choices="must", decides=True)
