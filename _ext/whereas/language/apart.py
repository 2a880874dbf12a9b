"""Nouns of several words: which of them bear the number."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def taken_apart(noun: str, small: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words of a noun that stand before a small word such as "of", and the others."""
    words = noun.split()
    later = (at for at, word in enumerate(words) if at and re.split(r"['’]", word)[0].lower() in small)
    end = next(later, len(words))
    return words[:end], words[end:]
