"""What every check is given: an agreement, and what is around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from whereas.agreement.model import Agreement, Block, Provision, Section
from whereas.agreement.runs import Item
from whereas.agreement.tree import descend
from whereas.agreement.walk import all_blocks, walk_anchored
from whereas.checks.lines import CheckedLine, Foreigners, lines_to_check
from whereas.checks.listed import Listed, lists_in
from whereas.checks.owned import Owned
from whereas.checks.texts import Texts
from whereas.language.wording import Wording
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Place
from whereas.library.parties import Party


@dataclass(frozen=True)
class Case:
    """An agreement, and the deal that it is of.

    `undecided` is where a blank is yet to decide what the text says; `foreign` are the words, and places, of what is no
    contract text and stands in it (a note, a footnote) by index; `page` is the file that has its title; `root` is the
    folder that places are seen from; `particulars` are words that belong to parties of the project, `references` those
    of its deals.
    `clauses` and `parties` are those of the project, `wording` is that of the agreement's facts, with its calendar.
    """

    agreement: Agreement
    deal: Deal | None = None
    undecided: Collection[Place] = ()
    foreign: Foreigners = field(default_factory=dict)
    page: str = ""
    root: Path = Path()
    particulars: Owned = field(default_factory=lambda: Owned({}))
    references: Owned = field(default_factory=lambda: Owned({}))
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)

    @property
    def final(self) -> Deal | None:
        """The deal, if it calls itself final."""
        return self.deal if self.deal and self.deal.status == "final" else None

    @cached_property
    def lines(self) -> tuple[CheckedLine, ...]:
        """Every line that is printed."""
        return tuple(lines_to_check(self.agreement, self.foreign))

    @cached_property
    def texts(self) -> Texts:
        """The files in which its words were written."""
        return Texts(self.root)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, and those inside it, in reading order."""
        return tuple(descend(all_blocks(self.agreement)))

    @cached_property
    def anchored(self) -> tuple[Section | Provision | Item, ...]:
        """All that can bear a number, in reading order."""
        return tuple(walk_anchored(self.agreement))

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """Every list of the agreement's own provisions."""
        return tuple(lists_in(self.agreement))
