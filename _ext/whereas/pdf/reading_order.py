"""Whether the words of a page stand where a reader meets them in the order in which the file has them."""

from __future__ import annotations

from collections.abc import Sequence

from whereas.pdf.positions import Box

#: So far, in points, may a word reach into another: slanted letters do.
_SLACK = 1.5
#: Pieces of one line stand on lines that are as near as this, in parts of their height.
_LEVEL = 0.6


def is_out_of_order(words: Sequence[Box], leftwards: bool = False) -> bool:
    """Whether some words stand above earlier ones, or left of them on their line; `words` are in the file's order.

    Side by side, as the cells of a table do, those that follow may begin higher up again. In scripts that run
    `leftwards`, the pieces of a line may stand in any order.
    """
    columns: list[Box] = []  # what was met so far, as far down as each stretch of the page's width is filled
    for at, word in enumerate(words):
        if not leftwards and _strays(word, words[:at]):
            return True
        for before in columns:
            if _level(word, before):
                if not leftwards and word.right < before.left + _SLACK:
                    return True
            elif _share(word, before) and word.bottom > before.bottom:
                return True
        columns = [before for before in columns if not _fills(word, before)] + [word]
    return False


def _strays(word: Box, earlier: Sequence[Box]) -> bool:
    """Whether a word begins higher up again, and on the line of what is no cell beside it: a number moved far down."""
    if not earlier or word.bottom <= earlier[-1].bottom or _level(word, earlier[-1]):
        return False
    beside = next((at for at in range(len(earlier), 0, -1) if word.left < earlier[at - 1].right - _SLACK), 0)
    return any(_level(word, other) for other in earlier[:beside])


def _level(one: Box, other: Box) -> bool:
    """Whether two pieces stand on one line."""
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return high > _LEVEL * min(one.top - one.bottom, other.top - other.bottom)


def _share(one: Box, other: Box) -> bool:
    """Whether one stands above the other, in part at least."""
    return min(one.right, other.right) - max(one.left, other.left) > _SLACK


def _fills(word: Box, before: Box) -> bool:
    """Whether a word takes all of the width that one above it does: that one need not be asked any more."""
    return word.bottom < before.bottom and word.left <= before.left and before.right <= word.right
