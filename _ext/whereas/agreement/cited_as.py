"""Cited as: the words by which a reader cites a provision of a page, "clause 7.2(b)", in as few as a page can hold.

A page says once for each section how its provisions are cited, "clause %", and a reader's script puts the number there.
It works the number out from what is printed: "7.2" is a number, "(b)" is added to that of the provision around it. The
same is worked out here; where it would be wrong, the provision has its whole citation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from whereas.agreement.citing import cite
from whereas.agreement.model import Block, Provisions
from whereas.agreement.styles import Style
from whereas.agreement.targets import Targets
from whereas.agreement.tree import children

#: Stands for the number.
SLOT = "%"


class CitedAs(NamedTuple):
    """How the provisions of a section are cited: the pattern, and by anchor the citations of those that it misses."""

    pattern: str
    own: dict[str, str]


def whole(anchor: str, targets: Targets, style: Style) -> str:
    """The citation of one provision from outside of the agreement, in plain spaces; empty for what has no number."""
    target = targets.get(f"#{anchor}")
    parts = cite([target], style, "clause") if target else ()
    return " ".join("".join(part.text for part in parts).split())


def cited_as(blocks: tuple[Block, ...], number: str, targets: Targets, style: Style) -> CitedAs:
    """How the provisions in the blocks of a section, which has this number, are cited."""
    guessed = dict(_guessed(blocks, number))
    said = {anchor: whole(anchor, targets, style) for anchor in guessed}
    fits = (words.replace(guessed[anchor], SLOT, 1) for anchor, words in said.items() if guessed[anchor] in words)
    pattern = max(Counter(fits).items(), key=lambda pair: pair[1], default=("", 0))[0]
    own = {each: words for each, words in said.items() if pattern.replace(SLOT, guessed[each], 1) != words}
    return CitedAs(pattern, own)


def _guessed(blocks: tuple[Block, ...], around: str) -> Iterator[tuple[str, str]]:
    """Anchor and number of every numbered provision, the number as the reader's script works it out."""
    for block in blocks:
        if isinstance(block, Provisions):
            for item in block.items:
                number = f"{around if item.marker[:1] == '(' else ''}{item.marker.removesuffix('.')}"
                if item.marker:
                    yield item.anchor, number
                yield from _guessed(item.blocks, number if item.marker else around)
            continue
        for inner in children(block):
            yield from _guessed(inner, around)
