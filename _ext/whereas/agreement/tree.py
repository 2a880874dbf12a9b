"""The tree of blocks: what stands in a block, and the same block with something else in it.

Whoever goes through an agreement without regard to what a block is does it with these; so a new kind of block is known
here, and where blocks are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import NamedTuple, TypeVar, assert_never

from whereas.agreement.alike import line_alike, remade_alike
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
    return kept(many, tuple(map(change, many)))


def kept(many: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """What was made of things: the very same tuple where all of them are the same."""
    return many if len(many) == len(new) and all(map(is_, many, new)) else new


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
    if type(block) is Paragraph:  # most blocks are one of these two
        return [block.runs]
    if type(block) is Provisions:
        return [Blocks(item.blocks) for item in block.items]
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
            return block if runs is block.runs else remade_alike(block, runs=line_alike(runs))
        case Provisions():
            return remade_alike(block, items=_holders(block.items, inner))
        case Bullets():
            return remade_alike(block, items=changed(block.items, inner))
        case Descriptions():
            return remade_alike(block, items=changed(block.items, lambda each: _described(each, line, inner)))
        case Table():
            caption = line(block.caption) if block.caption else block.caption
            head = changed(block.head, lambda row: _holders(row, inner))
            rows = changed(block.rows, lambda row: _holders(row, inner))
            return remade_alike(block, caption=caption, head=head, rows=rows)
        case Definitions():
            return remade_alike(block, entries=_holders(block.entries, inner))
        case Quote():
            return remade_alike(block, blocks=inner(block.blocks))
        case Note():
            title = line(block.title) if block.title else block.title
            return remade_alike(block, title=title, blocks=inner(block.blocks))
        case Signatures():
            return remade_alike(block, blocks=changed(block.blocks, lambda each: _signature(each, line)))
        case KeyTerms():
            return remade_alike(block, rows=changed(block.rows, lambda row: kept(row, (*map(line, row[:3]), *row[3:]))))
        case TermIndex() | Foreign() | Broken():
            return block
        case _:
            assert_never(block)


def _holders(many: tuple[Holder, ...], inner: Inner) -> tuple[Holder, ...]:
    return changed(many, lambda each: remade_alike(each, blocks=inner(each.blocks)))


def _described(each: Described, line: Change, inner: Inner) -> Described:
    return remade_alike(each, term=line(each.term), blocks=inner(each.blocks))


def _signature(block: Signature, line: Change) -> Signature:
    def signer(each: Signer) -> Signer:
        return remade_alike(each, lines=changed(each.lines, lambda entry: remade_alike(entry, runs=line(entry.runs))))

    lead, party, tail = line(block.lead), line(block.party), line(block.tail)
    return remade_alike(block, lead=lead, party=party, tail=tail, signers=changed(block.signers, signer))
