"""The lines of an agreement in which terms may be used, each with what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from whereas.agreement.alike import once
from whereas.agreement.holding import Kinds, holds
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Definitions,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Unlinked,
    Value,
)
from whereas.agreement.tree import children
from whereas.agreement.walk import run_in_heading, text_of, walk_sections
from whereas.library.finding import NOWHERE, Place

#: Styles whose words are not the contract's own.
OPAQUE = ("literal", "citation", "no-term")


# ---- where terms are used -------------------------------------------------------------------------------------------


class UsedIn(NamedTuple):
    """A provision in which a term is used; `term` where it is the definition of that term, listed in the provision."""

    number: str
    scope: tuple[str, ...]
    anchor: str
    term: str = ""


class LineInPlace(NamedTuple):
    """A line with what it stands in: its place, its provision, the term it defines; whether a heading opens it."""

    runs: tuple[Run, ...]
    place: Place
    inside: UsedIn
    own: str
    heading: bool


def walk_placed(agreement: Agreement, kinds: Kinds | None = None) -> Iterator[LineInPlace]:
    """Every line in which terms may be used, in reading order; of blocks alone that hold something of some kinds."""
    yield from walk_blocks(_holding(agreement.blocks, kinds), UsedIn("", (), ""), NOWHERE)
    for section in walk_sections(agreement.sections):
        if blocks := _holding(section.blocks, kinds):
            yield from walk_blocks(blocks, UsedIn(section.number, section.scope, section.anchor), section.place)


def _holding(blocks: tuple[Block, ...], kinds: Kinds | None) -> tuple[Block, ...]:
    return blocks if kinds is None else tuple(each for each in blocks if holds(each, kinds))


def walk_blocks(
    blocks: tuple[Block, ...], inside: UsedIn, place: Place, own: str = "", heading: bool = False
) -> Iterator[LineInPlace]:
    """The same for some blocks; `place` is that of what they stand in."""
    for block in blocks:
        match block:
            case Paragraph():
                yield LineInPlace(block.runs, block.place if block.place.file else place, inside, own, heading)
            case Provisions():
                for item in block.items:
                    if item.number and not own:
                        yield from _numbered(item, place)
                    else:  # numbers inside a definition say nothing without the definition
                        there = item.place if item.place.file else place
                        yield from walk_blocks(item.blocks, inside, there, own, bool(run_in_heading(item)))
            case Definitions():
                for entry in block.entries:
                    here = UsedIn(inside.number, inside.scope, entry.anchor or inside.anchor, entry.term)
                    there = entry.place if entry.place.file else place
                    yield from walk_blocks(entry.blocks, here, there, entry.term)
            case Bullets() | Table() | Quote() | Note() | Descriptions() | Signatures() | KeyTerms() | TermIndex():
                for inner in children(block):  # their own lines are headings
                    yield from walk_blocks(inner, inside, place, own)
            case Foreign() | Broken():
                pass
            case _:
                assert_never(block)
        heading = False


@once
def _numbered(item: Provision, place: Place) -> tuple[LineInPlace, ...]:
    """The lines of a provision, which stands in something at a place."""
    inside = UsedIn(item.number, item.scope, item.anchor)
    place = item.place if item.place.file else place
    return tuple(walk_blocks(item.blocks, inside, place, "", bool(run_in_heading(item))))


def walk_leaves(runs: tuple[Run, ...], heading: bool) -> Iterator[tuple[Run, int]]:
    """The runs of a line that may use terms, also those in which none is linked: facts, and words that lead away.

    Each comes with where it begins in the words of the line.
    """
    at = 0
    for index, run in enumerate(runs):
        if index or not heading:
            yield from _leaves(run, at)
        at += len(text_of((run,)))


def _leaves(run: Run, at: int) -> Iterator[tuple[Run, int]]:
    inner: tuple[Run, ...] = ()
    match run:
        case Unlinked():
            return
        case Text() | Value() | TermUse():
            yield run, at
        case Styled():
            inner = () if run.style in OPAQUE else run.runs
        case Link():
            inner = run.runs
        case Reference():
            inner = run.words
        case LineBreak() | Passage() | Blank() | Definition() | Item() | Foreign() | Slot() | Broken():
            pass
        case _:
            assert_never(run)
    for each in inner:
        yield from _leaves(each, at)
        at += len(text_of((each,)))
