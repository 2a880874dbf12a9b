"""What stands in an agreement and is no contract text: notes, pictures, footnotes, links to other pages."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.holding import holds
from whereas.agreement.model import Agreement, Block
from whereas.agreement.runs import Foreign, Run
from whereas.agreement.tree import Blocks, descend, parts
from whereas.agreement.walk import walk_runs, walk_sections

_FOREIGN = frozenset({Foreign})


def foreign_of(agreement: Agreement) -> Iterator[Foreign]:
    """All of it in an agreement, in reading order."""
    yield from walk_foreign(agreement.blocks)
    for section in walk_sections(agreement.sections):
        yield from _in_line(section.title)
        yield from walk_foreign(section.blocks)


def walk_foreign(blocks: tuple[Block, ...]) -> Iterator[Foreign]:
    """All of it in blocks, those that stand within a line and those that stand by themselves."""
    for block in descend(tuple(each for each in blocks if holds(each, _FOREIGN))):
        if isinstance(block, Foreign):
            yield block
        for part in parts(block):
            if not isinstance(part, Blocks):
                yield from _in_line(part)


def _in_line(line: tuple[Run, ...]) -> Iterator[Foreign]:
    return (run for run in walk_runs(line) if isinstance(run, Foreign))
