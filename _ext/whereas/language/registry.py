"""The languages that are known, and which is that of a locale."""

from __future__ import annotations

from functools import cache

import babel

from whereas.language.de import GERMAN, SWISS_GERMAN
from whereas.language.en import AMERICAN, ENGLISH
from whereas.language.en.frame import PHRASES, SHEETS
from whereas.language.en.site import SITE
from whereas.language.es import SPANISH
from whereas.language.fr import FRENCH
from whereas.language.frame import Phrases, Sheets
from whereas.language.nordic import NORDIC
from whereas.language.record import Language
from whereas.language.site_words import SiteWords

#: A new language is a file and its entry here; what differs in a country is an entry of its own.
LANGUAGES = (ENGLISH, AMERICAN, GERMAN, *SWISS_GERMAN, FRENCH, SPANISH, *NORDIC)
_BY_CODE = {each.code: each for each in LANGUAGES}


@cache
def language_of(locale: str) -> Language:
    """What is known of the language of a locale, written de_AT or de-AT; an empty record of another language."""
    written = locale.replace("-", "_")
    for each in (written, written.partition("_")[0]):
        try:
            found = babel.Locale.parse(each)
        except (ValueError, babel.UnknownLocaleError):
            continue
        code = found.language
        return _BY_CODE.get(f"{code}_{found.territory}") or _BY_CODE.get(code) or Language(code=code)
    return Language(code="")


def phrases(locale: str) -> Phrases:
    """The words of the frame in a locale's language; English ones for a language that we have no words of."""
    return language_of(locale).phrases or PHRASES


def sheets(locale: str) -> Sheets:
    """The words around a text in the same way."""
    return language_of(locale).sheets or SHEETS


def site_words(locale: str) -> SiteWords:
    """What pages say about contracts, in the same way."""
    return language_of(locale).site_words or SITE


def sought(kind: str) -> tuple[str, ...]:
    """The words, or patterns, of a kind that are looked for in texts of every language."""
    return tuple(dict.fromkeys(word for each in LANGUAGES for word in getattr(each.sought, kind).split()))


def sought_as_pattern(kind: str) -> str:
    """The same as one pattern, which finds any of them."""
    return f"(?:{'|'.join(sought(kind))})"
