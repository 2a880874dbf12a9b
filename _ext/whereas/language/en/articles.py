"""English articles: "a" or "an", and which words cannot stand before another article."""

from __future__ import annotations

import re

from whereas.language.record import Articles, Indefinite, WrongArticle

#: Beginnings whose sound their letter does not tell: read letter by letter; a mute h; as "you" and "won" begin.
_SPELT = re.compile(r"[AEFHILMNORSX](?:[A-Z.]|\b)")
_MUTE_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
_LIKE_YOU = re.compile(r"uni(?![dmn])|uk\b|us\b|us[eu]|uti|eu|one\b", re.IGNORECASE)
_FIGURE = re.compile(r"[€$£¥]?(\d[\d,]*)")
#: Beginnings about which people differ: initials, foreign letters, and letters that sound in two ways.
_DISPUTED = re.compile(r"[A-Z][A-Z0-9.&]|[A-Z]\b|[hHuU]|[eE]u|[oO]n(?:e|ce)\b|[^A-Za-z]")


def a_or_an(words: str) -> str:
    """The article, by the sound that words begin with: a European company, an LLC, an S.r.l., an 8-hour day."""
    if figure := _FIGURE.match(words):
        digits = figure[1].replace(",", "")
        first = digits[: (len(digits) - 1) % 3 + 1]  # what is spoken first: eleven, of 11 and of 11,000
        return "an" if first.startswith("8") or first in ("11", "18") else "a"
    if _SPELT.match(words) or _MUTE_H.match(words):
        return "an"
    return "an" if words[:1].lower() in "aeiou" and not _LIKE_YOU.match(words) else "a"


def _is_disputed(words: str) -> bool:
    return bool(_DISPUTED.match(words) and not (_FIGURE.match(words) or _MUTE_H.match(words)))


INDEFINITE = Indefinite(r"[Aa]n?", a_or_an, _is_disputed)

_ADJECTIVES = r"(?:relevant|respective|other|defaulting|aforesaid)"
ARTICLES = Articles(
    r"(?:the|an?|each of|both|all)\s",
    (
        WrongArticle(r"the|its|their|his|her|our|your", "drop"),
        WrongArticle(rf"(?:the|an?|any|each|every|no)\s+{_ADJECTIVES}|another|any|no", "one"),
        WrongArticle(r"each|every", "each"),
        WrongArticle(r"an?", "a"),
    ),
)
