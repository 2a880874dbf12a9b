"""A party that plays no role in the agreement, such as a guarantor: the name of its file in parties/, or more of it."""

from __future__ import annotations

from typing import Any

from whereas.language import Wording
from whereas.values.json_schema import SCALAR
from whereas.values.spelling import one_text
from whereas.values.value_type import ValueType


def parse_party(written: Any) -> str:
    """The id of a party; a mapping, which says more of it, names it as its `party`."""
    if isinstance(written, dict):
        written = written.get("party")
        if not isinstance(written, str):
            raise ValueError("must say which party it is: `party:` and the name of a file in parties/")
    return one_text(written, "the name of a file in parties/, or a mapping with `party:` and more of it")


def name_of(party: Any, wording: Wording) -> str:
    """Its legal name, or the id of a party that is not known yet."""
    return str(getattr(party, "name", party))


PARTY = ValueType("party", parse_party, lambda: {"type": SCALAR}, name_of, textual=True)
