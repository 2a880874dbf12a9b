"""What a language lacks that a printed agreement needs, and that is English instead."""

from __future__ import annotations

from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.record import Language


def english_parts(language: Language) -> list[str]:
    """What is English in an agreement of this language, each in words that go on a sentence."""
    parts = (
        (language.phrases, ("parties", "signatures", "definitions")),
        (language.style_words, ("labels", "citations")),
        (language.sheets, ("covers", "headers")),
    )
    worded = [word for part, words in parts if part is None for word in words]
    found = [f"{', '.join(worded[:-1])} and {worded[-1]} are worded in English"] if worded else []
    sought = language.placeholders != PlaceholderWords()
    return found if sought else [*found, "placeholders are looked for in English"]
