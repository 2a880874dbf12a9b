"""Anchors: what a provision is found by on its page and in its PDF; of labels and places, never of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BETWEEN_WORDS = re.compile(r"\W+")


def slug(text: str) -> str:
    """Words as an anchor has them: those of "7 – Ship to (EXW)" are "7-ship-to-exw"."""
    return _BETWEEN_WORDS.sub("-", text.lower()).strip("-_")


class Anchors:
    """The anchors of one page: each is given out once, and those of labels to nothing else."""

    def __init__(self, prefix: str = "", labels: Iterable[str] = ()) -> None:
        """Take what all of them begin with, and the labels there are."""
        self.prefix = prefix
        self.labels = frozenset(prefix + slug(label) for label in labels)
        self.given: set[str] = set()

    def of_label(self, label: str) -> str:
        """The anchor of a label."""
        return self._free(label, frozenset())

    def of_name(self, name: str) -> str:
        """An anchor for the name of what has no label."""
        return self._free(name, self.labels)

    def _free(self, name: str, labels: frozenset[str]) -> str:
        anchor = first = self.prefix + slug(name)
        again = 1
        while anchor in self.given or anchor in labels:
            again += 1
            anchor = f"{first}_{again}"
        self.given.add(anchor)
        return anchor
