"""Targets: every label of a numbered agreement, and what it leads to. Pure functions."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from whereas.agreement.inner_parts import part_words
from whereas.agreement.model import (
    ATTACHED,
    RESERVED,
    Agreement,
    Block,
    Defined,
    Definitions,
    Provision,
    Provisions,
    Section,
)
from whereas.agreement.preamble import has_preamble
from whereas.agreement.runs import Item, Link, Part, Run, Styled
from whereas.agreement.samples import Sample, parse_sample
from whereas.agreement.steps import Step, step_of
from whereas.agreement.styles import Style
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import caption_of, run_in_heading, text_of
from whereas.language.in_words import spelled_ordinal

#: How a target is called; a letter stands alone in a short citation, "paragraph (a)". What is called as a schedule is
#: has its word in its number, as tables too have it.
Sort = Literal["clause", "paragraph", "recital", "party", "schedule", "letter"]


#: Scope, parent, sort and label format that neighbours share which can be joined to a run.
Row = tuple[tuple[str, ...], str, Sort, str | None]


class Outer(NamedTuple):
    """A schedule, part or unnumbered section that others stand in: its label, if it has one, and its anchor."""

    label: str
    anchor: str


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
    around: tuple[Outer, ...] = ()  # what it stands in, for each step of its scope
    steps: tuple[Step, ...] = ()  # how each level is cited, where the style says that by level
    part: Part = "item"
    host: Target | None = None  # the provision of which it is a sentence or paragraph


Targets = dict[str, Target]


def collect_targets(agreement: Agreement, style: Style) -> Targets:
    """Every label of a numbered agreement, and every anchor behind a `#`, and what each leads to."""
    collector = _Collector(style)
    text = _Inside("paragraph", collector.words(style.text_levels))
    collector.blocks(agreement.blocks, "", text if has_preamble(agreement) else collector.main)
    for section in agreement.sections:
        collector.section(section, "", collector.main)
    return collector.targets


class _Inside(NamedTuple):
    """What provisions stand in: how they are called, by level the word of the nearest sample, and what is around."""

    sort: Sort
    words: tuple[str, ...]
    around: tuple[Outer, ...] = ()
    main: bool = True  # the main body, and no schedule or the like
    levels: tuple[Sample, ...] = ()
    cited: tuple[tuple[str, str], ...] = ()  # how each of these is cited; nothing where the style does not say it


class _Collector:
    """One walk in reading order; siblings are counted so that runs of them can be joined."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.main = _Inside("clause", self.words(style.levels), levels=style.samples(style.levels), cited=style.cited)
        self.targets: Targets = {}
        self.numbered: dict[tuple[Sort, tuple[str, ...], str], Target] = {}
        self.steps: dict[tuple[Sort, tuple[str, ...], str], tuple[Step, ...]] = {}  # by number
        self.rows: dict[Row, int] = {}

    def words(self, levels: tuple[str, ...]) -> tuple[str, ...]:
        """By level, from 1, the word of the sample there, or of the nearest above that has one: Section, Article."""
        words = [""]
        for sample in self.style.samples(levels):
            words.append(sample.word.strip() or words[-1])
        return tuple(words)

    def section(self, section: Section, parent: str, inside: _Inside) -> None:
        if section.kind == "bare":
            self.blocks(section.blocks, parent, inside)
            return
        if section.origin and section.origin.variant == RESERVED:
            section = replace(section, label="")
        labelled = section.kind == "part" or section.kind in ATTACHED
        self.note(section, parent, inside._replace(sort="schedule") if labelled else inside, text_of(section.title))
        inside = self.inside(section, inside)
        self.blocks(section.blocks, section.number, inside)
        for each in section.sections:
            self.section(each, section.number, inside)

    def inside(self, section: Section, around: _Inside) -> _Inside:
        """What the provisions of a section stand in."""
        style, outer = self.style, (*around.around, Outer(section.label, section.anchor))
        match section.kind:
            case "parties" | "recitals":
                return self.front(section.kind)._replace(around=around.around)
            case "unnumbered":
                return _Inside("paragraph", self.words(style.text_levels), outer, main=False)
            case "part" if around.main:
                return around._replace(around=outer) if style.restart == "part" else around
            case "schedule" | "annex" | "appendix" | "part" if style.restart == "never":
                return self.main._replace(around=outer, main=False)
            case "schedule" | "annex" | "appendix" | "part":
                levels = style.schedule_levels
                samples, cited = style.samples(levels), style.schedule_cited
                return _Inside("paragraph", self.words(levels), outer, main=False, levels=samples, cited=cited)
        return around

    def front(self, kind: Literal["parties", "recitals"]) -> _Inside:
        """What parties and recitals stand in, below a heading or under the title."""
        words = self.words(getattr(self.style, kind))
        return _Inside("party" if kind == "parties" else "recital", words, main=False)

    def blocks(self, blocks: tuple[Block, ...], parent: str, inside: _Inside) -> None:
        for block in blocks:
            match block:
                case Provisions():
                    inner = self.front(block.kind) if block.kind else inside
                    for item in block.items:
                        self.note(item, parent, inner, run_in_heading(item), block.format)
                        self.blocks(item.blocks, item.number or parent, inner)
                case Definitions():
                    for entry in block.entries:
                        self.blocks(entry.blocks, "", self.defined(entry))
                case _:
                    for part in parts(block):
                        if isinstance(part, Blocks):
                            self.blocks(part.blocks, parent, inside)
                        elif part and isinstance(part[0], Item) and part[0].part == "table":
                            self.note(part[0], "", inside._replace(sort="schedule"), caption_of(part), "table")
                        else:
                            self.items(part, parent, inside)

    def defined(self, entry: Defined) -> _Inside:
        """What the limbs of a definition stand in."""
        words = self.words(self.style.definition_levels)
        return _Inside("letter", words, (Outer("", entry.anchor),), main=False)

    def items(self, runs: tuple[Run, ...], parent: str, inside: _Inside) -> None:
        for run in runs:
            match run:
                case Item() if run.only_counts:
                    self.part(run, parent, inside)
                case Item():
                    self.note(run, parent, inside, "")
                case Styled() | Link():
                    self.items(run.runs, parent, inside)

    def note(
        self,
        found: Section | Provision | Item,
        parent: str,
        inside: _Inside,
        title: str,
        format: str | None = None,
    ) -> None:
        row, last = (found.scope, parent, inside.sort, format), -1
        if found.number:
            last = self.rows[row] = self.rows.get(row, 0) + 1
        target = Target(
            found.label,
            found.anchor,
            found.number,
            found.scope,
            inside.sort,
            title,
            inside.words[min(found.level, len(inside.words) - 1)] if inside.sort != "schedule" else "",
            len(self.targets),
            parent,
            found.number.removeprefix(parent),
            row,
            last,
            inside.around,
            self.steps_to(found, parent, inside, format),
            found.part if isinstance(found, Item) else "item",
        )
        self.numbered.setdefault((inside.sort, found.scope, found.number), target)
        self.enter(target)

    def part(self, item: Item, parent: str, inside: _Inside) -> None:
        """A sentence or paragraph: it is called as it counts, and cited with its provision."""
        host = self.numbered.get((inside.sort, item.scope, parent)) if item.number else None
        called = str(item.nth)
        if part_words(item.part, self.style.locale).spelled:
            called = spelled_ordinal(item.nth, self.style.locale)
        row: Row = (item.scope, parent, inside.sort, item.part)
        self.enter(
            Target(
                item.label, item.anchor, called if host else "", item.scope, inside.sort, order=len(self.targets),
                row=row, last=item.nth, around=inside.around, part=item.part, host=host,
            )
        )  # fmt: skip

    def enter(self, target: Target) -> None:
        self.targets[f"#{target.anchor}"] = target
        if target.label:
            self.targets.setdefault(target.label, target)

    def steps_to(
        self, found: Section | Provision | Item, parent: str, inside: _Inside, format: str | None
    ) -> tuple[Step, ...]:
        """How a provision is cited level by level; a number that repeats those above it stands for them too."""
        if not inside.cited or not found.number or inside.sort == "schedule":
            return ()
        depth = found.level - 1
        usual = inside.levels[depth] if depth < len(inside.levels) else parse_sample("(a)")
        sample = parse_sample(format) if format else usual
        is_usual = (sample.counters, sample.close) == (usual.counters, usual.close)
        patterns = inside.cited[depth] if is_usual and depth < len(inside.cited) else None
        around = self.steps.get((inside.sort, found.scope, parent), ())
        kept = around[: max(len(around) + 1 - len(sample.counters), 0)]
        steps = (*kept, step_of(sample, found.marker, patterns, self.style.joiner))
        return self.steps.setdefault((inside.sort, found.scope, found.number), steps)
