"""The titles of notes, as Sphinx words them in each language: they stand in its catalogues of messages."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

import sphinx.locale


def box_title(kind: str, locale: str = "") -> str:
    """The title of a kind of note in a language, else in English; empty for what is none."""
    english = _ENGLISH.get(kind, "")
    return _catalogue(locale).gettext(english) if english else ""


_ENGLISH = {
    "attention": "Attention",
    "caution": "Caution",
    "danger": "Danger",
    "error": "Error",
    "hint": "Hint",
    "important": "Important",
    "note": "Note",
    "seealso": "See also",
    "tip": "Tip",
    "warning": "Warning",
}


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    folder = Path(sphinx.locale.__file__).parent
    languages = [locale, locale.partition("_")[0]] if locale else ["en"]
    return gettext.translation("sphinx", folder, languages, fallback=True)
