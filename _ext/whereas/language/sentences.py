"""A line of text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from whereas.language.endings import ends_within_sentence

_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*[^\W\d_a-z\u00df-\u00ff])")


@lru_cache(maxsize=1 << 14)
def sentences_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begun = 0
    for found in _END.finditer(text):
        if not ends_within_sentence(text[begun : found.start() + 1]):
            yield begun, found.end()
            begun = found.end()
    if begun < len(text):
        yield begun, len(text)
