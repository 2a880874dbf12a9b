"""Going through an agreement: every run, every provision, and the same thing with some of it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import Any, TypeVar

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    KeyTerms,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Section,
    Signature,
    Signatures,
    Signer,
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
    Value,
)

Change = Callable[[tuple[Run, ...]], tuple[Run, ...]]
T = TypeVar("T")
Holder = TypeVar("Holder", Provision, Cell, Defined)


def changed(many: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Each of them changed; the very same tuple where none was, so that nothing around it need be made anew."""
    new = tuple(map(change, many))
    return many if all(map(is_, many, new)) else new


def may_hold(runs: tuple[Run, ...], kinds: frozenset[type]) -> bool:
    """Whether a line has a run of one of these kinds; most have none, and need no further look."""
    return not kinds.isdisjoint(map(type, runs))


def change_runs(block: Block, change: Change) -> Block:
    """The same block with `change` applied to each whole line of runs in it, in reading order."""
    match block:
        case Paragraph():
            runs = change(block.runs)
            return block if runs is block.runs else Paragraph(runs, block.place)
        case Provisions():
            items = _change_holders(block.items, change)
            return block if items is block.items else replace(block, items=items)
        case Bullets():
            return Bullets(tuple(change_blocks(item, change) for item in block.items))
        case Table():
            head = tuple(_change_holders(row, change) for row in block.head)
            return replace(block, head=head, rows=tuple(_change_holders(row, change) for row in block.rows))
        case Definitions():
            entries = _change_holders(block.entries, change)
            return block if entries is block.entries else replace(block, entries=entries)
        case Quote():
            return Quote(change_blocks(block.blocks, change))
        case Signatures():
            return Signatures(tuple(_change_signature(each, change) for each in block.blocks))
        case KeyTerms():
            rows = tuple((*map(change, row[:3]), *row[3:]) for row in block.rows)
            return KeyTerms(block.names, block.heads, rows)
        case TermIndex() | Foreign() | Broken():
            return block


def change_each_block(agreement: Agreement, change: Callable[[Block], Block]) -> Agreement:
    """The agreement with `change` applied to each block, innermost first; blocks in tables and definitions stay."""

    def block(each: Block) -> Block:
        match each:
            case Provisions():
                items = changed(each.items, lambda item: held(item))
                each = each if items is each.items else replace(each, items=items)
            case Bullets():
                bullets = changed(each.items, lambda item: changed(item, block))
                each = each if bullets is each.items else Bullets(bullets)
            case Quote():
                quoted = changed(each.blocks, block)
                each = each if quoted is each.blocks else Quote(quoted)
        return change(each)

    def held(item: Provision) -> Provision:
        blocks = changed(item.blocks, block)
        return item if blocks is item.blocks else replace(item, blocks=blocks)

    def section(each: Section) -> Section:
        blocks, sections = changed(each.blocks, block), changed(each.sections, section)
        same = blocks is each.blocks and sections is each.sections
        return each if same else replace(each, blocks=blocks, sections=sections)

    blocks, sections = changed(agreement.blocks, block), changed(agreement.sections, section)
    return replace(agreement, blocks=blocks, sections=sections)


def change_blocks(many: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """The same for several blocks; the very same tuple where nothing changed."""
    new = [change_runs(each, change) for each in many]
    return many if all(map(is_, many, new)) else tuple(new)


def _change_holders(many: tuple[Holder, ...], change: Change) -> tuple[Holder, ...]:
    new = []
    for each in many:
        inner = change_blocks(each.blocks, change)
        new.append(each if inner is each.blocks else replace(each, blocks=inner))
    return many if all(map(is_, many, new)) else tuple(new)


def _change_signature(block: Signature, change: Change) -> Signature:
    def signer(each: Signer) -> Signer:
        return Signer(tuple(replace(line, runs=change(line.runs)) for line in each.lines))

    lead, party, tail = change(block.lead), change(block.party), change(block.tail)
    return replace(block, lead=lead, party=party, tail=tail, signers=tuple(map(signer, block.signers)))


def walk_runs(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Every run of a line, those inside others too, in reading order."""
    for run in runs:
        yield run
        match run:
            case Styled() | Link():
                yield from walk_runs(run.runs)
            case Reference():
                yield from walk_runs(run.words)


def walk_lines(block: Block) -> Iterator[tuple[Run, ...]]:
    """Every line of runs of a block, those of provisions inside it too, in reading order."""
    lines: list[tuple[Run, ...]] = []

    def note(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        lines.append(runs)
        return runs

    change_runs(block, note)
    return iter(lines)


def walk_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, in reading order."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)


def walk_provisions(blocks: tuple[Block, ...]) -> Iterator[Provision]:
    """Every provision in blocks, those inside others too, in reading order."""
    for block in blocks:
        match block:
            case Provisions():
                for item in block.items:
                    yield item
                    yield from walk_provisions(item.blocks)
            case Bullets():
                for each in block.items:
                    yield from walk_provisions(each)
            case Quote():
                yield from walk_provisions(block.blocks)


def scope_within(section: Section) -> tuple[str, ...]:
    """The scope of what stands in a section: the agreement, what is attached to it, or a part of either."""
    match section.kind:
        case "unnumbered":
            return (*section.scope, text_of(section.title))
        case "schedule" | "annex" | "appendix" | "part" if section.number:
            return (*section.scope, section.number)
    return section.scope


def own_lines(provision: Provision | Section) -> Iterator[tuple[Run, ...]]:
    """The lines that stand in a provision or section itself, not in a provision or section inside it."""
    for block in provision.blocks:
        yield from _own(block)


def _own(block: Block) -> Iterator[tuple[Run, ...]]:
    match block:
        case Provisions() | KeyTerms():  # a sheet only repeats what stands elsewhere
            return
        case Bullets():
            for item in block.items:
                for each in item:
                    yield from _own(each)
        case Quote():
            for each in block.blocks:
                yield from _own(each)
        case _:
            yield from walk_lines(block)


#: What gives the words of a foreign run, once the page is settled: of a citation of another agreement, those that cite.
Words = Callable[[Foreign], str]


def text_of(runs: tuple[Run, ...], foreign: Words = lambda run: run.text) -> str:
    """The words that a line of runs prints."""
    return "".join(_words(run, foreign) for run in runs)


def _words(run: Run, foreign: Words) -> str:
    match run:
        case Foreign():
            return foreign(run)
        case Text() | Value() | Passage() | Blank() | TermUse() | Definition() | Broken():
            return run.text
        case Styled() | Link():
            return text_of(run.runs, foreign)
        case Item():
            return run.marker
        case LineBreak():
            return "\n"
        case Slot():
            return ""
        case Reference():
            return text_of(run.words, foreign) or "".join(part.text for part in run.parts)


def walk_anchored(agreement: Agreement) -> Iterator[Section | Provision | Item]:
    """All that can bear a number, in reading order: sections, provisions and run-in items."""
    yield from _anchored_blocks(agreement.blocks)
    for section in walk_sections(agreement.sections):
        if section.kind != "bare":
            yield section
        yield from _anchored_blocks(section.blocks)


def _anchored_blocks(blocks: tuple[Block, ...]) -> Iterator[Any]:
    for block in blocks:
        match block:
            case Provisions():
                for item in block.items:
                    yield item
                    yield from _anchored_blocks(item.blocks)
            case Bullets():
                for each in block.items:
                    yield from _anchored_blocks(each)
            case Quote():
                yield from _anchored_blocks(block.blocks)
            case _:
                for runs in walk_lines(block):
                    yield from (run for run in walk_runs(runs) if isinstance(run, Item))


def run_in_heading(provision: Provision) -> str:
    """The words of a bold heading that opens a provision ("**Exceptions.** The duty ..."), without its full stop."""
    match provision.blocks:
        case (Paragraph(runs=(Styled(style="strong", runs=(Text(text=text),)), *_)), *_) if text.endswith("."):
            return text[:-1]
    return ""
