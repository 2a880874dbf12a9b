"""Targets: every label of a numbered agreement, and what it leads to. Pure functions."""

from __future__ import annotations

from typing import Literal, NamedTuple

from whereas.agreement.model import Agreement, Block, Bullets, Paragraph, Provision, Provisions, Quote, Section
from whereas.agreement.runs import Item, Link, Run, Styled
from whereas.agreement.styles import Style
from whereas.agreement.walk import run_in_heading, text_of

Sort = Literal["clause", "paragraph", "recital", "party", "schedule"]


#: Scope, parent, sort and label format that neighbours share which can be joined to a run.
Row = tuple[tuple[str, ...], str, Sort, str | None]


class Target(NamedTuple):
    """What a label leads to: everything a citation of it may need, and nothing else."""

    label: str
    anchor: str
    number: str
    scope: tuple[str, ...]
    sort: Sort
    title: str = ""
    word: str = ""  # the label's own word, where the style's sample has one: Section, Article
    order: int = 0
    parent: str = ""
    tail: str = ""  # what the number adds to its parent's: the "(b)" of 7.2(b)
    row: Row = ((), "", "clause", None)
    last: int = -1  # its place in its row, from 1; what has no number stands in none


Targets = dict[str, Target]


def collect_targets(agreement: Agreement, style: Style) -> Targets:
    """Every label of a numbered agreement, and every anchor behind a `#`, and what each leads to."""
    collector = _Collector(style)
    collector.blocks(agreement.blocks, "", "clause")
    for section in agreement.sections:
        collector.section(section, "")
    return collector.targets


class _Collector:
    """One walk in reading order; siblings are counted so that runs of them can be joined."""

    def __init__(self, style: Style) -> None:
        self.words = [""]  # by level, the word of the nearest sample, at it or above, that carries one of its own
        for sample in style.samples(style.levels):
            self.words.append(sample.word.strip() or self.words[-1])
        self.targets: Targets = {}
        self.rows: dict[Row, int] = {}

    def section(self, section: Section, parent: str) -> None:
        sort: Sort = "paragraph" if section.scope else "clause"
        if section.kind in ("schedule", "part"):
            sort = "schedule"
        self.note(section, parent, sort, text_of(section.title))
        inner: Sort = sort
        match section.kind:
            case "parties":
                inner = "party"
            case "recitals":
                inner = "recital"
            case "unnumbered" | "schedule":
                inner = "paragraph"
            case "part":
                inner = "paragraph" if section.scope else "clause"
        self.blocks(section.blocks, section.number, inner)
        for each in section.sections:
            self.section(each, section.number)

    def blocks(self, blocks: tuple[Block, ...], parent: str, sort: Sort) -> None:
        for block in blocks:
            match block:
                case Provisions():
                    for item in block.items:
                        self.note(item, parent, sort, run_in_heading(item), block.format)
                        self.blocks(item.blocks, item.number or parent, sort)
                case Bullets():
                    for each in block.items:
                        self.blocks(each, parent, sort)
                case Quote():
                    self.blocks(block.blocks, parent, sort)
                case Paragraph():
                    self.items(block.runs, parent, sort)

    def items(self, runs: tuple[Run, ...], parent: str, sort: Sort) -> None:
        for run in runs:
            match run:
                case Item():
                    self.note(run, parent, sort, "")
                case Styled() | Link():
                    self.items(run.runs, parent, sort)

    def note(
        self,
        found: Section | Provision | Item,
        parent: str,
        sort: Sort,
        title: str,
        format: str | None = None,
    ) -> None:
        row, last = (found.scope, parent, sort, format), -1
        if found.number:
            last = self.rows[row] = self.rows.get(row, 0) + 1
        word = ""
        if sort == "clause" and not isinstance(found, Item):
            word = self.words[min(found.level, len(self.words) - 1)]
        target = Target(
            found.label,
            found.anchor,
            found.number,
            found.scope,
            sort,
            title,
            word,
            len(self.targets),
            parent,
            found.number.removeprefix(parent),
            row,
            last,
        )
        self.targets[f"#{found.anchor}"] = target
        if found.label:
            self.targets.setdefault(found.label, target)
