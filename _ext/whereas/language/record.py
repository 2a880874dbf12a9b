"""What is known of a language: one record, whose parts are optional."""

from __future__ import annotations

from dataclasses import dataclass

from whereas.language.frame import Phrases, Sheets
from whereas.language.style_words import StyleWords

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language, or what is otherwise in it in one country: `code` is de, or de_CH.

    Where a part is missing, the words are English ones; where English ones would be wrong, nothing is said or it is
    told that the language has none.
    """

    code: str
    phrases: Phrases | None = None
    sheets: Sheets | None = None
    style_words: StyleWords | None = None
