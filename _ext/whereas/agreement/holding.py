"""What kinds of things stand in a line or a block: most steps look for a few, and most of an agreement has none."""

from __future__ import annotations

from whereas.agreement.alike import once_each
from whereas.agreement.model import Agreement, Block, Section
from whereas.agreement.runs import Link, Reference, Run, Styled
from whereas.agreement.tree import Blocks, parts

Kinds = frozenset[type]


def may_hold(runs: tuple[Run, ...], kinds: Kinds) -> bool:
    """Whether a line has a run of one of these kinds; most have none, and need no further look."""
    return not kinds.isdisjoint(map(type, runs))


def holds(block: Block, kinds: Kinds) -> bool:
    """Whether a block is of one of these kinds, or something in it is, however deep: a block or a run."""
    return not kinds.isdisjoint(_kinds(block))


def agreement_holds(agreement: Agreement, kinds: Kinds) -> bool:
    """The same of the blocks of an agreement and of its sections."""
    return any(holds(block, kinds) for block in agreement.blocks) or any(
        _section_holds(section, kinds) for section in agreement.sections
    )


def _section_holds(section: Section, kinds: Kinds) -> bool:
    return any(holds(block, kinds) for block in section.blocks) or any(
        _section_holds(each, kinds) for each in section.sections
    )


@once_each
def _kinds(block: Block) -> Kinds:
    found = {type(block)}
    for part in parts(block):
        if isinstance(part, Blocks):
            found = found.union(*map(_kinds, part.blocks))
        else:
            found |= _kinds_of_line(part)
    return frozenset(found)


def _kinds_of_line(runs: tuple[Run, ...]) -> set[type]:
    found = set(map(type, runs))
    for run in runs:
        match run:
            case Styled() | Link():
                found |= _kinds_of_line(run.runs)
            case Reference():
                found |= _kinds_of_line(run.words)
    return found
