"""What says nothing: a number without words, and words such as "as follows:" after which nothing follows.

While a blank is yet to decide what the text says there, nobody can know what will follow.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import assert_never

from whereas.agreement.model import (
    RESERVED,
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
    Section,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.rules import EMPTY
from whereas.agreement.runs import Broken, Foreign
from whereas.agreement.tree import children
from whereas.agreement.walk import text_of, walk_runs, walk_sections
from whereas.checks.case import Case
from whereas.language.registry import sought_as_pattern
from whereas.library.finding import Finding, Place

#: The kinds of section in which a lead-in leads to what stands in the section; others open the whole agreement.
_CLOSED = ("clause", "bare", "schedule", "annex", "appendix")
_LEADS = re.compile(r"(?::[-–—]?|—)$")
#: A line of few words is rather a form to fill in ("Name of the supplier:"), unless it says that something follows.
_FEW = 5
_FOLLOWS = re.compile(rf"\b{sought_as_pattern('follows')}", re.IGNORECASE)
#: The words that lead from recitals to the agreement itself.
_AGREED = re.compile(rf"\b{sought_as_pattern('agreed')}\b", re.IGNORECASE)


def check_emptiness(case: Case) -> Iterator[Finding]:
    """The numbers without words, and the lead-ins that lead to nothing, where no blank decides what follows."""
    sections = tuple(walk_sections(case.agreement.sections))
    found = [finding for section in sections for finding in _section(section)]
    printed = {place for section in sections for place in _places(section)} if found and case.undecided else set()
    yield from (finding for finding in found if not _may_change(finding.place, printed, case.undecided))


def _may_change(place: Place, printed: Collection[Place], undecided: Collection[Place]) -> bool:
    """Whether a blank decides what is said at a place, or from there to what is printed next in the same file."""
    later = [each.line for each in printed if each.file == place.file and each.line > place.line]
    lines = {each.line for each in undecided if each.file == place.file and each.line >= place.line}
    return bool(lines) and (not later or min(lines) < min(later))


def _places(section: Section) -> Iterator[Place]:
    """Where that begins in its file what is printed of a section."""
    yield section.place

    def inside(blocks: tuple[Block, ...]) -> Iterator[Place]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield block.place
                case Provisions():
                    yield from (item.place for item in block.items)
                case Definitions():
                    yield from (entry.place for entry in block.entries)
            for inner in children(block):
                yield from inside(inner)

    yield from inside(section.blocks)


def _section(section: Section) -> Iterator[Finding]:
    followed = bool(section.sections) or section.kind not in _CLOSED
    yield from _blocks(section.blocks, followed)
    origin = section.origin
    if origin and origin.variant != RESERVED and not section.sections and not _say(section.blocks):
        message = f"the clause {origin.id!r} says nothing here"
        yield EMPTY.at(section.place, message, "leave the clause out, or write its text")


def _blocks(blocks: tuple[Block, ...], followed: bool) -> Iterator[Finding]:
    """What is wrong in blocks; `followed` says that something comes after them, to which the last may lead."""
    said = [block for block in blocks if _says(block)]
    for index, block in enumerate(said):
        more = followed or index < len(said) - 1
        match block:
            case Paragraph() if not more and _leads(text_of(block.runs)):
                message = "these words lead to something, and nothing follows them"
                hint = "write what follows, or leave these words out together with it"
                yield EMPTY.at(block.place, message, hint)
            case Provisions():
                for position, item in enumerate(block.items):
                    yield from _provision(item, more and position == len(block.items) - 1)
            case Bullets():
                for position, bullet in enumerate(block.items):
                    yield from _blocks(bullet, more and position == len(block.items) - 1)
            case Quote() | Note():
                yield from _blocks(block.blocks, more)
            case Definitions():
                for entry in block.entries:
                    yield from _blocks(entry.blocks, False)
            case (
                Paragraph() | Table() | Descriptions() | Signatures() | KeyTerms() | TermIndex() | Foreign() | Broken()
            ):
                pass
            case _:
                assert_never(block)


def _provision(item: Provision, followed: bool) -> Iterator[Finding]:
    if not _say(item.blocks):
        message = f"{item.number or 'this item'} has a number but no words"
        hint = "write its text, or leave the whole item out: put its number inside the condition or the loop"
        yield EMPTY.at(item.place, message, hint)
    yield from _blocks(item.blocks, followed)


def _leads(text: str) -> bool:
    text = text.strip()
    if not _LEADS.search(text) or _AGREED.search(text.rpartition(". ")[2]):
        return False
    return len(text.split()) > _FEW or bool(_FOLLOWS.search(text))


def _say(blocks: tuple[Block, ...]) -> bool:
    return any(map(_says, blocks))


def _says(block: Block) -> bool:
    """Whether anything is printed of a block."""
    match block:
        case Paragraph():
            return bool(text_of(block.runs).strip()) or any(isinstance(run, Foreign) for run in walk_runs(block.runs))
        case Provisions() | Bullets():
            return bool(block.items)
        case Definitions():
            return bool(block.entries)
        case Quote() | Note():
            return _say(block.blocks)
        case Table() | Descriptions() | Signatures() | KeyTerms() | TermIndex() | Foreign() | Broken():
            return True
        case _:
            assert_never(block)
