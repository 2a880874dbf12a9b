"""The lists of an agreement, each with the words that lead to it and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from whereas.agreement.alike import once
from whereas.agreement.model import Agreement, Block, Paragraph, Provision, Provisions
from whereas.agreement.tree import children
from whereas.agreement.walk import text_of, walk_sections
from whereas.language.registry import language_of

_BARE = re.compile(r"[\w)’”»%]$")
_STOP = re.compile(r"[.!?][”’»“\")\]]*$")


@dataclass(frozen=True)
class Entry:
    """An item: the words with which it ends, if these are its own, without the "and" that joins it to the next."""

    item: Provision
    words: str
    join: str
    sign: str

    @property
    def is_plain(self) -> bool:
        """Whether it is one paragraph."""
        return len(self.item.blocks) == 1 and isinstance(self.item.blocks[0], Paragraph)

    @cached_property
    def has_stop(self) -> bool:
        """Whether its words end with a full stop, or what stands for one."""
        return bool(_STOP.search(self.words))

    @cached_property
    def is_bare(self) -> bool:
        """Whether its words end with no sign."""
        return bool(_BARE.search(self.words))


@dataclass(frozen=True)
class Listed:
    """A list: its entries, the paragraph that leads to it, and the paragraph that comes right after it, if any."""

    block: Provisions
    locale: str
    lead: str
    after: Paragraph | None
    nested: bool
    last: bool

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Its items."""
        return tuple(_entry(item, self.locale) for item in self.block.items)


def lists_in(agreement: Agreement) -> Iterator[Listed]:
    """Every list of provisions that are the agreement's own, in reading order."""
    own = (section.blocks for section in walk_sections(agreement.sections) if section.kind != "parties")
    for blocks in (agreement.blocks, *own):
        yield from _lists(blocks, agreement.locale, nested=False)


def _lists(blocks: tuple[Block, ...], locale: str, nested: bool) -> Iterator[Listed]:
    for index, block in enumerate(blocks):
        if isinstance(block, Provisions) and not block.quoted and not block.kind:
            before = blocks[index - 1] if index else None
            lead = text_of(before.runs).strip() if isinstance(before, Paragraph) else ""
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            own = after if isinstance(after, Paragraph) else None
            yield Listed(block, locale, lead, own, nested, last=after is None)
        for inner in children(block):
            yield from _lists(inner, locale, nested=isinstance(block, Provisions))


@once
def _entry(item: Provision, locale: str) -> Entry:
    last = item.blocks[-1] if item.blocks else None
    words = text_of(last.runs).strip() if isinstance(last, Paragraph) else ""
    joins = "|".join(language_of(locale).sought.between_items.split())
    found = re.search(rf"([;,]?)\s*\b({joins})$", words) if joins else None
    if found:
        return Entry(item, words[: found.start()], found[2], found[1])
    sign = words[-1:] if words[-1:] in (";", ",", ".") else ""
    return Entry(item, words, "", sign)
