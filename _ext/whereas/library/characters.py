"""The characters that no record may have: those no reader could see, or know what they say, or in which order."""

from __future__ import annotations

import re
import unicodedata

#: By category of Unicode.
_REFUSED = {
    "Cc": "the control character",
    "Cs": "half a character, the surrogate",
    "Co": "the private character",
    "Cn": "the character without a meaning",
    "Cf": "the invisible character",
}
#: Of the invisible ones (Cf) scripts need these: soft hyphen, joiners, marks of direction, signs before Arabic figures.
_NEEDED = re.compile(
    "[\t\n\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2060\ufeff\U000110bd\U000110cd]"
)


def bad_character(text: str) -> tuple[int, str] | None:
    """The position of the first character that no record may have and what to say of it; None if there is none."""
    if text.isascii() and text.isprintable():
        return None
    bad = [char for char in set(text) if unicodedata.category(char) in _REFUSED and not _NEEDED.match(char)]
    if not bad:
        return None
    at = min(map(text.index, bad))
    sort = _REFUSED[unicodedata.category(text[at])]
    if text[at] in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return at, f"there is U+{ord(text[at]):04X} in this, which shows text in another order"
    return at, f"there is {sort} U+{ord(text[at]):04X} in this"
