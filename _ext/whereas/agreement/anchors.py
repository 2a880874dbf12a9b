"""Anchors: what a provision is found by on its page and in its PDF; of labels and places, never of numbers."""

from __future__ import annotations

import re

_BETWEEN_WORDS = re.compile(r"\W+")


def slug(text: str) -> str:
    """Words as an anchor has them: those of "7 – Ship to (EXW)" are "7-ship-to-exw"."""
    return _BETWEEN_WORDS.sub("-", text.lower()).strip("-_")


class Anchors:
    """The anchors of one page: each is given out once."""

    def __init__(self, prefix: str = "") -> None:
        """Take what all of them begin with."""
        self.prefix = prefix
        self.given: set[str] = set()

    def give(self, name: str) -> str:
        """An anchor for a name that no other has."""
        first, again = self.prefix + slug(name), 1
        anchor = first
        while anchor in self.given:
            again += 1
            anchor = f"{first}-{again}"
        self.given.add(anchor)
        return anchor
