"""Articles: "a" or "an"; and which words, bringing an article of their own, stand wrongly after another."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

#: English beginnings whose sound their letter does not tell: read letter by letter; a mute h; as "you" and "won" begin.
_SPELT = re.compile(r"[AEFHILMNORSX](?:[A-Z.]|\b)")
_MUTE_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
_LIKE_YOU = re.compile(r"uni(?![dmn])|uk\b|us\b|us[eu]|uti|eu|one\b", re.IGNORECASE)
_FIGURE = re.compile(r"[€$£¥]?(\d[\d,]*)")
#: Beginnings about which people differ: initials, foreign letters, and letters that sound in two ways.
_DISPUTED = re.compile(r"[A-Z][A-Z0-9.&]|[A-Z]\b|[hHuU]|[eE]u|[oO]n(?:e|ce)\b|[^A-Za-z]")
_INDEFINITE = re.compile(r"(?:^|(?<=[\s(“‘\"]))([Aa]n?)\s$")


def indefinite(words: str) -> str:
    """`a` or `an`, by the sound that English words begin with: a European company, an LLC, an S.r.l., an 8-hour day."""
    if figure := _FIGURE.match(words):
        digits = figure[1].replace(",", "")
        first = digits[: (len(digits) - 1) % 3 + 1]  # what is spoken first: eleven, of 11 and of 11,000
        return "an" if first.startswith("8") or first in ("11", "18") else "a"
    if _SPELT.match(words) or _MUTE_H.match(words):
        return "an"
    return "an" if words[:1].lower() in "aeiou" and not _LIKE_YOU.match(words) else "a"


def is_wrong_indefinite(before: str, words: str) -> bool:
    """Whether an "a" at the end of `before` should be "an" before these English words, or "an" be "a", beyond doubt."""
    found = _INDEFINITE.search(before)
    if not found or not words or not _is_word(found[1], before[: found.start()]):
        return False
    doubtful = _DISPUTED.match(words) and not (_FIGURE.match(words) or _MUTE_H.match(words))
    return not doubtful and found[1].lower() != indefinite(words)


# ---- two articles ----------------------------------------------------------------------------------------------------

#: What mends it: leave the word out, or let a filter write it; `one` gives the term without an article.
Fix = Literal["drop", "a", "each", "one", "of", "to"]


class Clash(NamedTuple):
    """A word that stands wrongly before an article: as it is written, and what mends it."""

    word: str
    fix: Fix


class _Wrong(NamedTuple):
    """Words that cannot stand before an article, or before certain ones."""

    words: str
    fix: Fix
    articles: str = ""


class _Rules(NamedTuple):
    """A language: what words with an article begin with, what cannot stand before them, and after what it can."""

    own: str
    wrong: tuple[_Wrong, ...]
    allowed: str = r"(?!)"


_ADJECTIVES = r"(?:relevant|respective|other|defaulting|aforesaid)"
_PREPOSITION = r"(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|ohne|über|um|unter|von|vor|zu|zwischen)"
_RELATIVE = rf"(?:{_PREPOSITION}\s+)?(?:der|die|das|dem|den|dessen|deren|welche[mnrs]?)"
_LANGUAGES = {
    "en": _Rules(
        r"(?:the|an?|each of|both|all)\s",
        (
            _Wrong(r"the|its|their|his|her|our|your", "drop"),
            _Wrong(rf"(?:the|an?|any|each|every|no)\s+{_ADJECTIVES}|another|any|no", "one"),
            _Wrong(r"each|every", "each"),
            _Wrong(r"an?", "a"),
        ),
    ),
    "de": _Rules(
        r"(?:der|die|das|dem|den|des|jede[rs]? der|beide|alle)\s",
        (
            _Wrong(r"der|die|dem|den|des|ein|kein|zum|zur|im|vom|beim|am|ans|ins", "drop"),
            _Wrong(r"das", "drop", r"das\s"),  # "wenn das der Käufer wünscht"
            _Wrong(r"eine|keine", "drop", r"die\s|das\s"),  # "eine der Parteien"
        ),
        # "die Rechte, die die Käuferin hat", and then "und an denen die Käuferin"
        rf",\s*{_RELATIVE}\s+|,\s*{_RELATIVE}\s[^.;:]*\b(?:und|oder|sowie)\s+{_RELATIVE}\s+",
    ),
    "fr": _Rules(
        r"(?:les?|la|chacune? des|les deux|tou(?:s|tes) les)\s|l[’']",
        (
            _Wrong(r"les?|la|une?|du|des|aux?|cet|cette|son|sa|chaque|aucune?|(?:l|d|qu)[’']", "drop"),
            _Wrong(r"de", "of", r"les?\s"),
            _Wrong(r"à", "to", r"les?\s"),
        ),
    ),
    "es": _Rules(
        r"(?:el|la|los|las|cada un[ao] de|amb[ao]s|tod[ao]s l[ao]s)\s",
        (
            _Wrong(r"el|la|los|las|una?|unos|unas|del|al|cada|ningún|ninguna|su", "drop"),
            _Wrong(r"de", "of", r"el\s"),
            _Wrong(r"a", "to", r"el\s"),
        ),
    ),
}


def clash(before: str, words: str, locale: str) -> Clash | None:
    """The word at the end of `before` that cannot stand before words with an article of their own; None if all is well.

    In a language without rules here it is an article that stands twice.
    """
    rules = _LANGUAGES.get(locale[:2]) or _same_twice(words)
    if not re.match(rules.own, words) or re.search(rf"(?:{rules.allowed})$", before):
        return None
    for wrong in rules.wrong:
        found = re.search(rf"(?<![\w’'&-])({wrong.words})(?:\s+|(?<=[’']))$", before, re.IGNORECASE)
        if found and re.match(wrong.articles, words) and _is_word(found[1], before[: found.start()]):
            return Clash(found[1], wrong.fix)
    return None


def _same_twice(words: str) -> _Rules:
    first = re.escape(words.split(maxsplit=1)[0]) if " " in words else r"(?!)"
    return _Rules(rf"{first}\s", (_Wrong(first, "drop"),))


def _is_word(word: str, before: str) -> bool:
    """Whether a word is one of the sentence: with a capital only where one begins, else it is a name (Schedule A)."""
    before = before.rstrip(' \t*_“"„«‘')
    return not word[:1].isupper() or not before or before[-1] in ".!?:;)#>|\n"
