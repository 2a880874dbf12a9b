"""What somebody meant who wrote a word that is not known."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(word: str, words: Iterable[str], known: bool = True) -> str:
    """`did you mean 'x'?` for the nearest word, else (if `known`) the words that are known, else nothing."""
    choices = sorted(set(words))
    if near := difflib.get_close_matches(word, choices, n=1, cutoff=0.6):
        return f"did you mean {near[0]!r}?"
    if not choices or not known:
        return ""
    shown = ", ".join(choices[:8]) + (", ..." if len(choices) > 8 else "")
    return f"known here: {shown}"
