"""Clauses that are so long that no reader keeps them in view: on paper they take more than two pages."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.alike import once_each
from whereas.agreement.model import Block, Definitions, Section
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import text_of
from whereas.checks.case import Case
from whereas.library.finding import Finding
from whereas.library.rule import Rule

#: About what two pages of A4 hold of numbered text in our letters.
MOST_WORDS = 1_000
LONG_CLAUSE = Rule(
    "long-clause",
    f"A clause has no more than {MOST_WORDS:,} words, which take two pages.",
    unshown="a clause of more than two pages is longer than all of this",
    severity="info",
    told="check",
)


def check_clause_length(case: Case) -> Iterator[Finding]:
    """Clauses of more words, apart from lists of definitions, in which one only looks things up."""
    for section in case.agreement.sections:
        count = _in_section(section) if section.kind == "clause" else 0
        if count > MOST_WORDS:
            message = f"this clause has {count:,} words, and takes more than two pages"
            yield LONG_CLAUSE.at(section.place, message, "make two clauses of it, or put the detail into a schedule")


def _in_section(section: Section) -> int:
    """How many words stand in a section, and in those in it."""
    return sum(map(_in_block, section.blocks)) + sum(map(_in_section, section.sections))


@once_each
def _in_block(block: Block) -> int:
    """How many words stand in a block, and in those in it."""
    if isinstance(block, Definitions):
        return 0
    return sum(
        sum(map(_in_block, part.blocks)) if isinstance(part, Blocks) else len(text_of(part).split())
        for part in parts(block)
    )
