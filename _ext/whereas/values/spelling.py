"""How authors write one text, a number, a line of words: what several types of value have in common."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

from whereas.values.json_schema import SCALAR, Schema, one_or_more

#: Digits, in groups of three if in groups, so that nobody's 1,5 becomes 15.
WHOLE = r"(?:[0-9]{1,3}(?:[, _][0-9]{3})+|[0-9]+)"
NUMBER = rf"{WHOLE}(?:\.[0-9]+)?"
#: More digits than this are a mistake, or meant to keep a machine busy.
MOST_DIGITS = 30
#: A text of more characters is no fact of a contract, and would keep whoever reads it as Markdown or TeX busy.
LONGEST_TEXT = 20_000
#: White space, and what directs how others are written and joined, prints nothing by itself.
_UNSEEN = re.compile(
    "[\\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0100-\U000e01ef]*"
)
_LINE = r"\S[^\t\n\r\u000b\u000c\u0085\u2028\u2029]*"
_EMPTY = "|^$"


def one_text(written: Any, kind: str) -> str:
    """The text without white space around it; raises ValueError for a list or mapping, where `kind` is wanted."""
    if not isinstance(written, str):
        raise ValueError(f"must be {kind}, not a list or mapping")
    return written.strip()


def parse_line(written: Any) -> str:
    """One line of words, kept as they are."""
    text = parse_words(written, "a text")
    if re.search("[\t\n\r\x0b\x0c\x85\u2028\u2029]", text):
        raise ValueError("must be a text of one line; for more, declare it as `markdown`, `list` or `address`")
    return text


def parse_words(written: Any, kind: str) -> str:
    """The text; raises ValueError where no reader could see it, or know what it says, or in which order."""
    text = one_text(written, kind)
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"must not be longer than {LONGEST_TEXT:,} characters; this has {len(text):,}")
    for character in text:
        if unicodedata.category(character) in ("Co", "Cn"):
            raise ValueError(f"must not have U+{ord(character):04X} in it, a character without a meaning of its own")
        if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            raise ValueError(f"must not have U+{ord(character):04X} in it, which shows text in another order")
    if written and _UNSEEN.fullmatch(text):
        raise ValueError("must have something in it that can be seen")
    return text


def parse_figures(text: str) -> Decimal:
    """Digits that `NUMBER` has matched, exact."""
    digits = re.sub(r"[, _]", "", text)
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"must not have more than {MOST_DIGITS} digits")
    return Decimal(digits)


# ---- for editors ----------------------------------------------------------------------------------------------------


def text_schema(pattern: str, wanted: str, *types: str) -> Schema:
    """A text of that form; `wanted` is what an editor says of any other."""
    schema: Schema = {"type": one_or_more([*types, "string"]), "pattern": rf"^\s*({pattern})\s*$"}
    return {**schema, "patternErrorMessage": wanted}


def line_schema() -> Schema:
    """A text of one line."""
    return {**text_schema(_LINE, "must be a text of one line"), "type": SCALAR}


def or_empty(schema: Schema) -> Schema:
    """The same, or an empty text."""
    return {**schema, "pattern": f"{schema['pattern'].removesuffix(_EMPTY)}{_EMPTY}"}
