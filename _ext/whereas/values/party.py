"""A party that plays no role in the agreement, such as a guarantor: the name of its file in parties/."""

from __future__ import annotations

from typing import Any

from whereas.language import Wording
from whereas.values.json_schema import SCALAR
from whereas.values.spelling import one_text
from whereas.values.value_type import ValueType


def parse_party(written: Any) -> str:
    """The id of a party."""
    return one_text(written, "the name of a file in parties/")


def name_of(party: Any, wording: Wording) -> str:
    """Its legal name, or the id of a party that is not known yet."""
    return str(getattr(party, "name", party))


PARTY = ValueType("party", parse_party, lambda: {"type": SCALAR}, name_of, textual=True)
