"""A name with what belongs to it, and after "of" and "to": Aurora’s; du Vendeur; al Vendedor.

Each language has what it has: a possessive in English, and of names in German; words that run together in French and
Spanish.
"""

from __future__ import annotations

import re
import unicodedata

from whereas.language.figures import babel_locale
from whereas.language.wording import Wording

_VOWELS = "aeiou"


def possessive(name: str, wording: Wording, plural: bool = False, role: bool = False) -> str:
    """Aurora’s, Borealis’s, the Sellers’; in German Auroras, of names that are no roles.

    ValueError, with what to write instead, in a language that has no such form.
    """
    language = babel_locale(wording.locale).language
    match language:
        case "en":
            return f"{name}’" if plural and name.endswith("s") else f"{name}’s"
        case "de" if not role:
            return f"{name}’" if re.search(r"(?:[sßxz]|ce)$", name, re.IGNORECASE) else f"{name}s"
        case "de":
            instead = "write the words out in their case, as in 'des Kunden'; they are found as a use of the term"
            raise ValueError(f"a role has no possessive in German: {instead}")
        case "fr" | "es":
            spoken = {"fr": "French", "es": "Spanish"}[language]
            raise ValueError(f"{spoken} has no possessive: write `| of`, which gives {of(name, wording)!r}")
    raise ValueError(f"cannot be put into the possessive in the locale {wording.locale!r}")


def of(name: str, wording: Wording) -> str:
    """of Aurora; d’Aurora, du Vendeur; de Aurora, del Vendedor; ValueError in any other language."""
    match babel_locale(wording.locale).language:
        case "en":
            return f"of {name}"
        case "fr":
            return _french("de", name)
        case "es":
            return f"del {name[3:]}" if name.startswith("el ") else f"de {name}"
    raise ValueError(f"there is no word for `of` in the locale {wording.locale!r}: write the words out in their case")


def to(name: str, wording: Wording) -> str:
    """to Aurora; à Aurora, au Vendeur; a Aurora, al Vendedor; ValueError as `of`."""
    match babel_locale(wording.locale).language:
        case "en":
            return f"to {name}"
        case "fr":
            return _french("à", name)
        case "es":
            return f"al {name[3:]}" if name.startswith("el ") else f"a {name}"
    raise ValueError(f"there is no word for `to` in the locale {wording.locale!r}: write the words out in their case")


def _french(preposition: str, name: str) -> str:
    """French "de" or "à" before a name: du, des, au, aux; d’ before a vowel (every h counts as mute)."""
    joined = {"de": ("du", "des"), "à": ("au", "aux")}[preposition]
    for article, word in zip(("le ", "les "), joined, strict=True):
        if name.startswith(article):
            return f"{word} {name.removeprefix(article)}"
    if preposition == "à":
        return f"à {name}"
    return f"d’{name}" if begins_with_vowel(name) else f"de {name}"


def begins_with_vowel(name: str) -> bool:
    """Whether French elides before a name."""
    plain = unicodedata.normalize("NFKD", name[:2].replace("œ", "oe").replace("Œ", "Oe")).casefold()
    return plain[:1] in {*_VOWELS, "h"} if plain[:1] != "y" else plain[1:2].isalpha() and plain[1:2] not in _VOWELS
