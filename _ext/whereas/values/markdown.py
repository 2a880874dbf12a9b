"""Words of several paragraphs, which are parsed where they are used."""

from __future__ import annotations

from typing import Any

from whereas.values.json_schema import SCALAR
from whereas.values.spelling import or_empty, parse_words
from whereas.values.value_type import ValueType


def parse_markdown(written: Any) -> str:
    """The text itself."""
    return parse_words(written, "Markdown text")


MARKDOWN = ValueType(
    "markdown",
    parse_markdown,
    lambda: or_empty({"type": SCALAR, "pattern": r"\S", "patternErrorMessage": "must have words in it"}),
    counted="characters",
    textual=True,
    passage=True,
)
