"""What somebody meant who wrote a word that is not known."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(word: str, words: Iterable[str], known: bool = True) -> str:
    """`did you mean 'x'?` for the nearest word, else (if `known`) the words that are known, else nothing.

    Nearest is one that only lacks what stands before its dot: "law.courts" for "courts".
    """
    choices = sorted(set(words))
    if whole := [each for each in choices if word and each.endswith(f".{word}")]:
        return f"did you mean {whole[0]!r}?"
    if near := difflib.get_close_matches(word, choices, n=1, cutoff=0.6):
        return f"did you mean {near[0]!r}?"
    if not choices or not known:
        return ""
    shown = ", ".join(choices[:8]) + (", ..." if len(choices) > 8 else "")
    return f"known here: {shown}"
