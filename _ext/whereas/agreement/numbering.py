"""Numbering: a style and a tree give every section, provision and run-in item its number. A pure function.

Levels follow nesting, sections first, then lists; numbers run on through the lists of one parent and begin anew only in
another; parties, recitals, schedules and parts have labels of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Defined,
    Definitions,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Section,
    Table,
)
from whereas.agreement.runs import Item, Link, Reference, Run, Styled
from whereas.agreement.styles import Sample, Style, parse_sample
from whereas.agreement.walk import change_runs, changed, may_hold, text_of
from whereas.library.finding import Finding, Place

Counts = dict[str, int]
#: The runs that bear a number, or may hold one that does.
_NUMBERED = frozenset({Item, Styled, Link, Reference})
_BETWEEN_WORDS = re.compile(r"\W+")


@dataclass(slots=True)
class _Parent:
    """What provisions are being numbered in: its own number and counts, the levels below, and how far each has come."""

    levels: tuple[Sample, ...]
    counts: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()  # the cited number of this parent and of all it stands in, outermost first
    scope: tuple[str, ...] = ()
    anchor: str = ""
    section: str = ""  # the anchor of the outermost section
    used: Counts = field(default_factory=dict)  # by sample, how many are numbered already; by "", how many there are
    level: int = 0

    def next(self, sample: Sample) -> int:
        """Count one more in the manner of a sample."""
        return _counted(self.used, sample.text)

    @property
    def number(self) -> str:
        return self.numbers[-1] if self.numbers else ""


def number_agreement(agreement: Agreement, style: Style, anchors: str = "") -> tuple[Agreement, list[Finding]]:
    """The agreement with every marker, number, scope, level and anchor set, and what could not be numbered."""
    numbering = _Numbering(style, anchors)
    top = _Parent(style.samples(style.levels))
    blocks = numbering.blocks(agreement.blocks, top)
    sections = tuple(numbering.section(section, top) for section in agreement.sections)
    return replace(agreement, blocks=blocks, sections=sections), numbering.findings


class _Numbering:
    def __init__(self, style: Style, prefix: str) -> None:
        self.style = style
        self.prefix = prefix
        self.findings: list[Finding] = []
        self.anchors: set[str] = set()

    # ---- sections

    def section(self, section: Section, parent: _Parent) -> Section:
        style = self.style
        match section.kind:
            case "parties" | "recitals" | "unnumbered":
                levels = style.recitals if section.kind == "recitals" else style.parties
                scope = (*parent.scope, _plain(section)) if section.kind == "unnumbered" else parent.scope
                inside = _Parent(style.samples(levels), scope=scope)
                marker = number = ""
            case "schedule" | "part":
                label = parse_sample(style.schedule if section.kind == "schedule" else style.part)
                marker = number = label.marker(label.bare((parent.next(label),), style.alphabet))
                inside = _Parent(style.samples(style.schedule_levels), scope=(*parent.scope, number))
                if section.kind == "part" and not parent.scope:  # clauses run on through the parts of the main body
                    inside = _Parent(parent.levels, used=parent.used)
            case _:
                marker, inside = self.count(parent, None, section.place)
                number = inside.number
        anchor = inside.anchor = self.anchor(section.label or _slug(_plain(section)) or "section")
        inside.section = parent.section or anchor
        return replace(
            section,
            marker=marker,
            number=number,
            scope=parent.scope,
            level=max(inside.level, 1),
            anchor=anchor,
            blocks=self.blocks(section.blocks, inside),
            sections=tuple(self.section(each, inside) for each in section.sections),
        )

    # ---- blocks

    def blocks(self, blocks: tuple[Block, ...], parent: _Parent) -> tuple[Block, ...]:
        return tuple(self.block(block, parent) for block in blocks)

    def block(self, block: Block, parent: _Parent) -> Block:
        match block:
            case Provisions():
                items = [self.provision(item, parent, block.format) for item in block.items]
                return Provisions(tuple(items), block.format)
            case Paragraph():
                runs = self.runs(block.runs, parent)
                return block if runs is block.runs else Paragraph(runs, block.place)
            case Table():
                return change_runs(block, lambda runs: self.runs(runs, parent))
            case Bullets():
                return Bullets(tuple(self.blocks(item, parent) for item in block.items))
            case Quote():
                return Quote(self.blocks(block.blocks, parent))
            case Definitions():
                return replace(block, entries=tuple(self.defined(entry) for entry in block.entries))
            case _:
                return block

    def provision(self, item: Provision, parent: _Parent, format: str | None) -> Provision:
        if format == "":  # a plain list has no numbers, and what stands in it counts on
            inside = replace(parent, anchor=self.position(item.label, parent))
            if item.label:
                message = f"the label {item.label!r} stands on an item that has no number, so nothing can cite it"
                hint = "number the list, or put the label on what it stands in"
                self.findings.append(Finding(item.place, "label-unnumbered", message, hint))
            return replace(item, blocks=self.blocks(item.blocks, inside), scope=parent.scope, anchor=inside.anchor)
        marker, inside = self.count(parent, format, item.place)
        inside.anchor = self.position(item.label, parent)
        blocks = self.blocks(item.blocks, inside)
        return Provision(
            blocks, item.label, item.place, marker, inside.number, parent.scope, inside.level, inside.anchor
        )

    def defined(self, entry: Defined) -> Defined:
        """The limbs of a definition are lettered anew in each, and not cited from elsewhere."""
        anchor = self.anchor(f"term-{_slug(entry.term)}")
        inside = _Parent(self.style.samples(self.style.definition_levels), anchor=anchor)
        blocks = tuple(_uncited(block) for block in self.blocks(entry.blocks, inside))
        return replace(entry, anchor=anchor, blocks=blocks)

    def runs(self, runs: tuple[Run, ...], parent: _Parent) -> tuple[Run, ...]:
        return changed(runs, lambda run: self.run(run, parent)) if may_hold(runs, _NUMBERED) else runs

    def run(self, run: Run, parent: _Parent) -> Run:
        match run:
            case Item():
                marker, inside = self.count(parent, None, run.place)
                anchor = self.position(run.label, parent)
                scope, level = parent.scope, inside.level
                return replace(run, marker=marker, number=inside.number, scope=scope, level=level, anchor=anchor)
            case Styled() | Link():
                return replace(run, runs=self.runs(run.runs, parent))
            case Reference(form="this" | "this-section"):
                anchor = parent.section if run.form == "this-section" else parent.anchor
                return replace(run, labels=(f"#{anchor}",))
            case Reference() if run.words:
                return replace(run, words=self.runs(run.words, parent))
            case _:
                return run

    # ---- the one place where a number is made

    def count(self, parent: _Parent, format: str | None, place: Place) -> tuple[str, _Parent]:
        """The next marker below a parent, and the parent that the new provision is to its own provisions."""
        sample = self.sample(parent, format, place)
        counts = (*parent.counts, parent.next(sample))
        bare = sample.bare(counts, self.style.alphabet)
        held = parent.level + 1 - len(sample.counters)  # how many levels up stands the number this one does not repeat
        number = _join(parent.numbers[held - 1], bare, self.style.joiner) if held else bare
        inside = _Parent(
            parent.levels, counts, (*parent.numbers, number), parent.scope, "", parent.section, {}, parent.level + 1
        )
        return sample.marker(bare), inside

    def sample(self, parent: _Parent, format: str | None, place: Place) -> Sample:
        if format is not None:
            return parse_sample(format)
        if parent.level < len(parent.levels):
            return parent.levels[parent.level]
        message = (
            f"this stands {parent.level + 1} levels deep, and the style {self.style.name!r} has {len(parent.levels)}"
        )
        hint = "nest less, or add a level to the style"
        self.findings.append(Finding(place, "too-deep", message, hint))
        return parse_sample("(a)")

    # ---- anchors: from labels and positions, never from numbers

    def position(self, label: str, parent: _Parent) -> str:
        position = _counted(parent.used, "")
        return self.anchor(label or f"{parent.anchor or 'p'}-{position}")

    def anchor(self, name: str) -> str:
        first, again = self.prefix + _slug(name), 1
        anchor = first
        while anchor in self.anchors:
            again += 1
            anchor = f"{first}-{again}"
        self.anchors.add(anchor)
        return anchor


def _counted(counts: Counts, key: str) -> int:
    counts[key] = found = counts.get(key, 0) + 1
    return found


def _join(outer: str, inner: str, joiner: str) -> str:
    """7.2 and (b) are 7.2(b); 7 and a) are 7 a); A and 1 are A.1."""
    if not outer or not inner[:1].isalnum():
        return outer + joiner + inner
    return f"{outer} {inner}" if inner.endswith(")") else f"{outer}.{inner}"


def _uncited(block: Block) -> Block:
    if not isinstance(block, Provisions):
        return block
    items = (replace(each, number="", blocks=tuple(map(_uncited, each.blocks))) for each in block.items)
    return replace(block, items=tuple(items))


def _plain(section: Section) -> str:
    return text_of(section.title)


def _slug(text: str) -> str:
    return _BETWEEN_WORDS.sub("-", text.lower()).strip("-_")
