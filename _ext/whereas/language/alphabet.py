"""Where words stand in the alphabet of a language."""

from __future__ import annotations

import unicodedata

from whereas.language.registry import language_of

_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "’": "'"})
_LAST = "\N{CJK UNIFIED IDEOGRAPH-9FFF}"  # after every letter


def _bare(text: str) -> str:
    """Letters without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def sort_key(text: str, locale: str) -> tuple[str, str]:
    """What to sort words by: capitals and accents fold (German ä as a), letters of their own stay (Spanish ñ)."""
    own = language_of(locale).letters

    def key(sign: str) -> str:
        return key(own[sign]) + _LAST if sign in own else _bare(sign.translate(_PLAIN))

    return "".join(map(key, unicodedata.normalize("NFC", text).casefold())), text
