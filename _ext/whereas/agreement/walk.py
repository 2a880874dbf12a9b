"""Going through an agreement: every run, every provision, and the same thing with some of it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, assert_never

from whereas.agreement.alike import once_each
from whereas.agreement.holding import Kinds, holds
from whereas.agreement.model import Agreement, Block, Definitions, KeyTerms, Paragraph, Provision, Provisions, Section
from whereas.agreement.remade import remade
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
from whereas.agreement.tree import Blocks, changed, children, parts, rebuilt

Change = Callable[[tuple[Run, ...]], tuple[Run, ...]]


def change_runs(block: Block, change: Change) -> Block:
    """The same block with `change` applied to each whole line of runs in it, in reading order."""
    return rebuilt(block, change, lambda blocks: change_blocks(blocks, change))


def change_each_block(agreement: Agreement, kinds: Kinds, change: Callable[[Block], Block]) -> Agreement:
    """The agreement with `change` applied to each block of some kinds, innermost first; blocks in definitions stay."""

    def block(each: Block) -> Block:
        if not holds(each, kinds):
            return each
        if not isinstance(each, Definitions):
            each = rebuilt(each, lambda runs: runs, lambda blocks: changed(blocks, block))
        return change(each) if type(each) in kinds else each

    return _with_blocks(agreement, block)


def change_lines(agreement: Agreement, kinds: Kinds, change: Change) -> Agreement:
    """The agreement with `change` applied to each line of blocks in which runs of some kinds stand, or near them."""

    def block(each: Block) -> Block:
        return rebuilt(each, change, lambda blocks: changed(blocks, block)) if holds(each, kinds) else each

    return _with_blocks(agreement, block)


def _with_blocks(agreement: Agreement, block: Callable[[Block], Block]) -> Agreement:
    def section(each: Section) -> Section:
        return remade(each, blocks=changed(each.blocks, block), sections=changed(each.sections, section))

    return remade(agreement, blocks=changed(agreement.blocks, block), sections=changed(agreement.sections, section))


def change_blocks(many: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """The same for several blocks; the very same tuple where nothing changed."""
    return changed(many, lambda each: change_runs(each, change))


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
    for part in parts(block):
        if isinstance(part, Blocks):
            for each in part.blocks:
                yield from walk_lines(each)
        else:
            yield part


def all_blocks(agreement: Agreement) -> tuple[Block, ...]:
    """The blocks of an agreement and of all its sections, in reading order."""
    inner = (block for section in walk_sections(agreement.sections) for block in section.blocks)
    return (*agreement.blocks, *inner)


def walk_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, in reading order."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)


def walk_provisions(blocks: tuple[Block, ...]) -> Iterator[Provision]:
    """Every provision in blocks, those inside others too, in reading order."""
    for block in blocks:
        if isinstance(block, Provisions):
            for item in block.items:
                yield item
                yield from walk_provisions(item.blocks)
        else:
            for inner in children(block):
                yield from walk_provisions(inner)


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
    return iter(lines_right_in(provision.blocks))


@once_each
def lines_right_in(blocks: tuple[Block, ...]) -> tuple[tuple[Run, ...], ...]:
    """The same of its blocks."""
    return tuple(line for block in blocks for line in _own(block))


def _own(block: Block) -> Iterator[tuple[Run, ...]]:
    match block:
        case Provisions() | KeyTerms():  # a sheet only repeats what stands elsewhere
            return
        case _:
            for part in parts(block):
                if isinstance(part, Blocks):
                    for each in part.blocks:
                        yield from _own(each)
                else:
                    yield part


#: What gives the words of a foreign run, once the page is settled: of a citation of another agreement, those that cite.
Words = Callable[[Foreign], str]


def text_of(runs: tuple[Run, ...], foreign: Words = lambda run: run.text) -> str:
    """The words that a line of runs prints."""
    return "".join([run.text if type(run) in _SAYS else _words(run, foreign) for run in runs])  # type: ignore[union-attr]


#: The runs that print just their text; most are.
_SAYS = frozenset({Text, Value, Passage, Blank, TermUse, Definition, Broken})


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
        case _:
            assert_never(run)


def walk_anchored(agreement: Agreement) -> Iterator[Section | Provision | Item]:
    """All that can bear a number, in reading order: sections, provisions and run-in items."""
    yield from _anchored_blocks(agreement.blocks)
    for section in walk_sections(agreement.sections):
        if section.kind != "bare":
            yield section
        yield from _anchored_blocks(section.blocks)


def _anchored_blocks(blocks: tuple[Block, ...]) -> Iterator[Any]:
    for block in blocks:
        if isinstance(block, Provisions):
            for item in block.items:
                yield from _anchored_item(item)
            continue
        for part in parts(block):
            if isinstance(part, Blocks):
                yield from _anchored_blocks(part.blocks)
            else:
                yield from (run for run in walk_runs(part) if isinstance(run, Item))


@once_each
def _anchored_item(item: Provision) -> tuple[Provision | Item, ...]:
    return (item, *_anchored_blocks(item.blocks))


#: What stands between the number of a table and its caption.
CAPTION_DASH = " – "


def caption_of(runs: tuple[Run, ...]) -> str:
    """The words of a table's caption behind its number."""
    return text_of(runs[1:]).removeprefix(CAPTION_DASH)


def run_in_heading(provision: Provision) -> str:
    """The words of a bold heading that opens a provision ("**Exceptions.** The duty ..."), without its full stop."""
    match provision.blocks:
        case (Paragraph(runs=(Styled(style="strong", runs=(Text(text=text),)), *_)), *_) if text.endswith("."):
            return text[:-1]
    return ""
