"""The tree of blocks: what stands in a block, and the same block with something else in it.

Whoever goes through an agreement without regard to what a block is does it with these; so a new kind of block is known
here, and where blocks are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import NamedTuple, TypeVar, assert_never

from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Described,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signature,
    Signatures,
    Signer,
    Table,
    TermIndex,
)
from whereas.agreement.runs import Broken, Foreign, Run

Line = tuple[Run, ...]
Change = Callable[[Line], Line]
Inner = Callable[[tuple[Block, ...]], tuple[Block, ...]]
T = TypeVar("T")
Holder = TypeVar("Holder", Provision, Cell, Defined)


def changed(many: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Each of them changed; the very same tuple where none was, so that nothing around it need be made anew."""
    new = tuple(map(change, many))
    return many if all(map(is_, many, new)) else new


def children(block: Block) -> tuple[tuple[Block, ...], ...]:
    """The blocks right inside a block, for each item, cell or entry that holds some, in reading order."""
    match block:
        case Provisions():
            return tuple(item.blocks for item in block.items)
        case Bullets():
            return block.items
        case Descriptions():
            return tuple(each.blocks for each in block.items)
        case Table():
            return tuple(cell.blocks for row in (*block.head, *block.rows) for cell in row)
        case Definitions():
            return tuple(entry.blocks for entry in block.entries)
        case Quote() | Note():
            return (block.blocks,)
        case Paragraph() | Signatures() | KeyTerms() | TermIndex() | Foreign() | Broken():
            return ()
        case _:
            assert_never(block)


class Blocks(NamedTuple):
    """The blocks of one item, cell or entry."""

    blocks: tuple[Block, ...]


def parts(block: Block) -> list[Line | Blocks]:
    """The lines of a block itself, and the blocks right inside it, in reading order."""
    found: list[Line | Blocks] = []

    def line(runs: Line) -> Line:
        found.append(runs)
        return runs

    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found.append(Blocks(blocks))
        return blocks

    rebuilt(block, line, inner)
    return found


def descend(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, and those inside it, in reading order."""
    for block in blocks:
        yield block
        for inner in children(block):
            yield from descend(inner)


def rebuilt(block: Block, line: Change, inner: Inner) -> Block:
    """The same block with `line` applied to its own lines and `inner` to the blocks right inside it, in reading order.

    It is the very same where neither changed anything.
    """
    match block:
        case Paragraph():
            runs = line(block.runs)
            return block if runs is block.runs else Paragraph(runs, block.place)
        case Provisions():
            items = _holders(block.items, inner)
            return block if items is block.items else replace(block, items=items)
        case Bullets():
            points = changed(block.items, inner)
            return block if points is block.items else Bullets(points)
        case Descriptions():
            described = changed(block.items, lambda each: _described(each, line, inner))
            return block if described is block.items else Descriptions(described)
        case Table():
            caption = line(block.caption) if block.caption else ()
            head = changed(block.head, lambda row: _holders(row, inner))
            rows = changed(block.rows, lambda row: _holders(row, inner))
            same = caption == block.caption and head is block.head and rows is block.rows
            return block if same else replace(block, caption=caption, head=head, rows=rows)
        case Definitions():
            entries = _holders(block.entries, inner)
            return block if entries is block.entries else replace(block, entries=entries)
        case Quote():
            quoted = inner(block.blocks)
            return block if quoted is block.blocks else Quote(quoted)
        case Note():
            title, blocks = line(block.title) if block.title else (), inner(block.blocks)
            same = title == block.title and blocks is block.blocks
            return block if same else replace(block, title=title, blocks=blocks)
        case Signatures():
            return Signatures(tuple(_signature(each, line) for each in block.blocks))
        case KeyTerms():
            return replace(block, rows=tuple((*map(line, row[:3]), *row[3:]) for row in block.rows))
        case TermIndex() | Foreign() | Broken():
            return block
        case _:
            assert_never(block)


def _holders(many: tuple[Holder, ...], inner: Inner) -> tuple[Holder, ...]:
    def held(each: Holder) -> Holder:
        blocks = inner(each.blocks)
        return each if blocks is each.blocks else replace(each, blocks=blocks)

    return changed(many, held)


def _described(each: Described, line: Change, inner: Inner) -> Described:
    term, blocks = line(each.term), inner(each.blocks)
    return each if term is each.term and blocks is each.blocks else replace(each, term=term, blocks=blocks)


def _signature(block: Signature, line: Change) -> Signature:
    def signer(each: Signer) -> Signer:
        return replace(each, lines=tuple(replace(entry, runs=line(entry.runs)) for entry in each.lines))

    lead, party, tail = line(block.lead), line(block.party), line(block.tail)
    return replace(block, lead=lead, party=party, tail=tail, signers=tuple(map(signer, block.signers)))
