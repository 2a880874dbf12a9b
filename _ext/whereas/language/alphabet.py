"""Where words stand in the alphabet of a language."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "’": "'"})
_LAST = "\N{CJK UNIFIED IDEOGRAPH-9FFF}"  # after every letter
#: Letters of their own, and what they come after.
_LETTERS = {
    "es": {"ñ": "n"},
    "sv": {"å": "z", "ä": "z" + _LAST, "ö": "z" + _LAST * 2},
    "fi": {"å": "z", "ä": "z" + _LAST, "ö": "z" + _LAST * 2},
    "da": {"æ": "z", "ø": "z" + _LAST, "å": "z" + _LAST * 2},
    "nb": {"æ": "z", "ø": "z" + _LAST, "å": "z" + _LAST * 2},
}


def _bare(text: str) -> str:
    """Letters without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def sort_key(text: str, locale: str) -> tuple[str, str]:
    """What to sort words by: capitals and accents fold (German ä as a), letters of their own stay (Spanish ñ)."""
    own = _LETTERS.get(locale[:2], {})
    signs = unicodedata.normalize("NFC", text).casefold()
    folded = "".join(own[sign] + _LAST if sign in own else _bare(sign.translate(_PLAIN)) for sign in signs)
    return folded, text
