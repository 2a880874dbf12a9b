"""An agreement as others may see it: without what is ours alone, in the data itself, so that no output can tell it."""

from __future__ import annotations

from typing import assert_never

from whereas.agreement.holding import may_hold
from whereas.agreement.model import ON_THE_COVER, Agreement, Block, KeyTerms, Section
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
from whereas.agreement.tree import changed, rebuilt
from whereas.agreement.walk import change_blocks, walk_lines, walk_runs, walk_sections
from whereas.library.finding import NOWHERE

#: The runs that tell, or may hold one that does.
_TELLING = frozenset({Value, Broken, Styled, Link, Reference})


def for_outside(agreement: Agreement) -> Agreement:
    """The agreement without reasons, owners, how far reviews have come, and where things are written.

    A value that no text prints, and a departure in it, are ours alone: it only decides what the text says.
    """
    printed = printed_values(agreement)
    facts = tuple(fact for fact in agreement.facts if fact.name in printed or fact.type == "markdown")
    known = printed | {fact.name for fact in facts}
    return remade(
        agreement,
        status=status_for_outside(agreement.status),
        blocks=blocks_for_outside(agreement.blocks),
        sections=changed(agreement.sections, _section),
        facts=tuple(remade(fact, origin=None) for fact in facts),
        deviations=tuple(
            remade(each, because="", place=NOWHERE)
            for each in agreement.deviations
            if each.value is None or each.value in known
        ),
        undecided=tuple(name for name in agreement.undecided if name in known),
    )


def status_for_outside(status: str) -> str:
    """Whether it may be signed; the word for how far the review of a template has come is ours alone."""
    return status if status in ("draft", "final") else "template"


def printed_values(agreement: Agreement) -> set[str]:
    """The names of the values that a reader sees, on the cover, in a sheet of key terms or in the text."""
    whole = Section((), blocks=agreement.blocks, sections=agreement.sections)
    sections = list(walk_sections((whole,)))
    lines = [section.title for section in sections]
    lines += [line for section in sections for block in section.blocks for line in walk_lines(block)]
    runs = (run for line in lines for run in walk_runs(line))
    return {ON_THE_COVER, *(run.name.split(".")[0] for run in runs if isinstance(run, Value | Blank))}


def blocks_for_outside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same for blocks alone."""
    return changed(change_blocks(blocks, line_for_outside), _block)


def headings_for_all(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections whose headings anybody may read: these go into contents, bookmarks and lists of other pages."""
    return tuple(
        remade(section, title=_heading(section.title), sections=headings_for_all(section.sections))
        for section in sections
    )


def _heading(title: tuple[Run, ...]) -> tuple[Run, ...]:
    return line_for_outside(title) if any(isinstance(run, Broken) for run in walk_runs(title)) else title


def _section(section: Section) -> Section:
    origin = section.origin and remade(section.origin, status="", owner="")
    blocks, sections = blocks_for_outside(section.blocks), changed(section.sections, _section)
    return remade(section, title=line_for_outside(section.title), blocks=blocks, sections=sections, origin=origin)


def _block(block: Block) -> Block:
    """A block whose lines are done already: what is left are sheets of key terms and blocks that are broken."""
    match block:
        case KeyTerms():
            return remade(block, rows=tuple((*row[:3], ()) for row in block.rows))
        case Broken():
            return _broken(block)
    return rebuilt(block, lambda runs: runs, lambda blocks: changed(blocks, _block))


def line_for_outside(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The same for a line alone."""
    return changed(runs, _run) if may_hold(runs, _TELLING) else runs


def _run(run: Run) -> Run:
    match run:
        case Value():
            return remade(run, origin=None) if run.origin else run
        case Broken():
            return _broken(run)
        case Styled() | Link():
            return remade(run, runs=line_for_outside(run.runs))
        case Reference() if run.words:
            return remade(run, words=line_for_outside(run.words))
        case (
            Reference()
            | Text()
            | LineBreak()
            | Passage()
            | Blank()
            | TermUse()
            | Definition()
            | Item()
            | Foreign()
            | Slot()
        ):
            return run
        case _:
            assert_never(run)


def _broken(broken: Broken) -> Broken:
    """Still there, so that nobody takes the text for whole; of no `why`, its text is a message to those who write."""
    return Broken(broken.text if broken.why else "[cannot be shown]")
