"""Numbering: a style and a tree give every section, provision and run-in item its number. A pure function.

Levels follow nesting, sections first, then lists; numbers run on through the lists of one parent and begin anew only in
another; parties, recitals, what is attached and parts have labels of their own.
"""

from __future__ import annotations

from dataclasses import replace

from whereas.agreement.alike import remade_alike
from whereas.agreement.anchors import Anchors, slug
from whereas.agreement.counting import Parent, Tables, Tally, join_numbers, next_count
from whereas.agreement.holding import holds, may_hold
from whereas.agreement.inner_parts import count_parts
from whereas.agreement.localise import scope_of_definition
from whereas.agreement.model import (
    ATTACHED,
    Agreement,
    Block,
    Defined,
    Definitions,
    KeyTerms,
    Provision,
    Provisions,
    Section,
    Signatures,
)
from whereas.agreement.preamble import front_kind, has_preamble
from whereas.agreement.remade import remade
from whereas.agreement.rules import ATTRIBUTES, LABEL_UNNUMBERED, MISPLACED, NUMBER, TOO_DEEP
from whereas.agreement.runs import Item, Link, Reference, Run, Styled
from whereas.agreement.samples import UNNUMBERED, Counted, Sample, parse_sample
from whereas.agreement.styles import Style
from whereas.agreement.tree import changed, kept, rebuilt
from whereas.agreement.walk import text_of, walk_anchored
from whereas.library.finding import Finding, Place

_Counted = Section | Provision | Item
#: The runs that bear a number, or may hold one that does.
_NUMBERED = frozenset({Item, Styled, Link, Reference})
#: What bears a number, or is told where it stands.
_COUNTED = frozenset({Item, Reference, Provisions, Definitions})


def number_agreement(agreement: Agreement, style: Style, anchors: str = "") -> tuple[Agreement, list[Finding]]:
    """The agreement with every marker, number, scope, level and anchor set, and what could not be numbered."""
    labels = (each.label for each in walk_anchored(agreement) if each.label)
    numbering = _Numbering(style, Anchors(anchors, labels))
    blocks = numbering.preamble(agreement.blocks, has_preamble(agreement))
    sections = changed(agreement.sections, lambda section: numbering.section(section, numbering.top))
    agreement = remade(agreement, blocks=blocks, sections=sections)
    agreement, findings = count_parts(agreement, style.locale) if numbering.has_parts else (agreement, [])
    return agreement, [*numbering.findings, *findings]


class _Numbering:
    def __init__(self, style: Style, anchors: Anchors) -> None:
        self.style = style
        self.findings: list[Finding] = []
        self.anchors = anchors
        self.has_parts = False  # whether sentences or paragraphs are cited
        self.last = ""  # the anchor of the provision or item numbered last
        self.top = Parent(style.samples(style.levels))
        self.tables = Tables(style)

    # ---- what stands before the first heading

    def preamble(self, blocks: tuple[Block, ...], introduces: bool) -> tuple[Block, ...]:
        """The blocks before the first heading: where they introduce the clauses they have numbers of their own."""
        style = self.style
        front = {
            "parties": Parent(style.samples(style.parties)),
            "recitals": Parent(style.samples(style.recitals)),
            "": Parent(style.samples(style.text_levels)) if introduces else self.top,
        }
        done: list[Block] = []
        for block in blocks:
            if isinstance(block, Provisions):
                kind = front_kind(block, introduces)
                done.append(remade(self.provisions(block, front[kind]), kind=kind))
            else:
                done.append(self.block(block, front[""]))
        return tuple(done)

    # ---- sections

    def section(self, section: Section, parent: Parent) -> Section:
        style = self.style
        if section.kind in ATTACHED and getattr(style, section.kind) == style.levels[0]:
            section = remade(section, kind="clause")  # it is numbered on after the clauses
        match section.kind:
            case "parties" | "recitals":
                inside = Parent(style.samples(getattr(style, section.kind)), scope=parent.scope)
                self.no_number(section)
            case "unnumbered":
                scope = (*parent.scope, text_of(section.title))
                inside = Parent(style.samples(style.text_levels), scope=scope, attached=("unnumbered",))
                self.no_number(section)
            case "bare":
                return remade(section, scope=parent.scope, blocks=self.blocks(section.blocks, parent))
            case "schedule" | "annex" | "appendix" | "part":
                section, inside = self.attached(section, parent)
            case "clause":
                marker, inside = self.count(parent, None, section)
                section = remade(section, marker=marker, number=inside.number)
        anchor = inside.anchor = self.anchor(section, slug(text_of(section.title)) or "section")
        inside.section = parent.section or anchor
        return remade(
            section,
            scope=parent.scope,
            level=max(inside.level, 1),
            anchor=anchor,
            blocks=self.blocks(section.blocks, inside),
            sections=changed(section.sections, lambda each: self.section(each, inside)),
        )

    def attached(self, section: Section, parent: Parent) -> tuple[Section, Parent]:
        """What is attached, or a part: it has a label of its own, and mostly begins numbers anew.

        What is attached to its like is its appendix: a schedule has no schedules.
        """
        style, part = self.style, section.kind == "part"
        if section.kind in parent.attached:
            if "appendix" in parent.attached:
                message, hint = "an appendix cannot have an appendix", "make it a part of the other, with {.part}"
                self.findings.append(MISPLACED.at(section.place, message, hint))
            section = remade(section, kind="appendix")
        label = parse_sample(getattr(style, section.kind))
        bare = label.bare((self.next(parent.labels, label, (), section),), style.alphabet)
        section = remade(section, marker=label.marker(bare), number=label.word + bare)
        scope = (*parent.scope, section.number)
        if part and not parent.attached:  # it divides the main body, through which clauses mostly run on
            if style.restart == "part":
                return section, Parent(parent.levels, scope=scope)
            return section, Parent(parent.levels, scope=parent.scope, tally=parent.tally, labels=parent.labels)
        attached = parent.attached if part else (*parent.attached, section.kind)
        if style.restart == "never":
            return section, Parent(self.top.levels, scope=scope, attached=attached, tally=self.top.tally)
        return section, Parent(style.samples(style.schedule_levels), scope=scope, attached=attached)

    # ---- blocks

    def blocks(self, blocks: tuple[Block, ...], parent: Parent) -> tuple[Block, ...]:
        return changed(blocks, lambda block: self.block(block, parent))

    def block(self, block: Block, parent: Parent) -> Block:
        match block:
            case Provisions():
                return self.provisions(block, parent)
            case Definitions():
                return remade(block, entries=changed(block.entries, self.defined))
            case KeyTerms() | Signatures():
                return block
            case _ if not holds(block, _COUNTED):
                return block
            case _:
                return rebuilt(block, lambda runs: self.runs(runs, parent), lambda blocks: self.blocks(blocks, parent))

    def provisions(self, block: Provisions, parent: Parent) -> Provisions:
        """A list. Without a format of its own it has the label of its level, which may be none."""
        starts = (block.start, *[0] * len(block.items))
        if block.quoted:
            items = [self.unnumbered(item, parent) for item in block.items]
        elif block.format == "":
            items = [self.plain(item, parent) for item in block.items]
        elif block.format is None and parent.levels[parent.level : parent.level + 1] == (UNNUMBERED,):
            items = [self.unnumbered(item, parent) for item in block.items]
        else:
            items = [self.provision(*each, parent, block.format) for each in zip(block.items, starts, strict=False)]
        return remade_alike(block, items=kept(block.items, tuple(items)), kind="")

    def provision(self, item: Provision, start: int, parent: Parent, format: str | None) -> Provision:
        marker, inside = self.count(parent, format, item, start)
        inside.anchor = self.position(item, parent)
        return remade_alike(
            item,
            blocks=self.blocks(item.blocks, inside),
            marker=marker,
            number=inside.number,
            scope=parent.scope,
            level=inside.level,
            anchor=inside.anchor,
        )

    def plain(self, item: Provision, parent: Parent) -> Provision:
        """An item of a list that has no numbers: what stands in it counts on."""
        inside = replace(parent, anchor=self.position(item, parent), positions=0)
        if item.label:
            message = f"the label {item.label!r} stands on an item that has no number, so nothing can cite it"
            hint = "number the list, or put the label on what it stands in"
            self.findings.append(LABEL_UNNUMBERED.at(item.place, message, hint))
        self.no_number(item)
        return remade_alike(item, blocks=self.blocks(item.blocks, inside), scope=parent.scope, anchor=inside.anchor)

    def unnumbered(self, item: Provision, parent: Parent) -> Provision:
        """What is quoted, or one of parties that the style does not number: nothing in it is cited either."""
        inside = parent.below("", 0)
        inside.anchor = self.position(item, parent)
        self.no_number(item)
        blocks = tuple(map(_uncited, self.blocks(item.blocks, inside)))
        return remade_alike(item, label="", blocks=blocks, scope=parent.scope, level=inside.level, anchor=inside.anchor)

    def no_number(self, each: Section | Provision) -> None:
        """A number given to what bears none."""
        if each.given:
            message = f"the number {each.given.text!r} is given to something that has no number here"
            hint = "remove it, or number the list or the heading"
            self.findings.append(NUMBER.at(each.given.place, message, hint))

    def defined(self, entry: Defined) -> Defined:
        """The limbs of a definition are lettered anew in each: "paragraph (a) of the definition of Control"."""
        anchor = self.anchors.of_name(f"term-{slug(entry.term)}")
        levels = self.style.samples(self.style.definition_levels)
        inside = Parent(levels, scope=scope_of_definition(entry.term, self.style), anchor=anchor)
        return remade(entry, anchor=anchor, blocks=self.blocks(entry.blocks, inside))

    def runs(self, runs: tuple[Run, ...], parent: Parent) -> tuple[Run, ...]:
        return changed(runs, lambda run: self.run(run, parent)) if may_hold(runs, _NUMBERED) else runs

    def run(self, run: Run, parent: Parent) -> Run:
        match run:
            case Item(part="table"):
                number, anchor = self.tables.next(parent.scope), self.anchor(run, f"{parent.anchor}-table")
                return remade(run, marker=number, number=number, scope=parent.scope, level=1, anchor=anchor)
            case Item() if run.only_counts:
                self.has_parts = True
                return remade(run, number=parent.number, scope=parent.scope, anchor=self.anchor(run, ""))
            case Item():
                marker, inside = self.count(parent, None, run)
                anchor = self.position(run, parent)
                scope, level = parent.scope, inside.level
                return remade(run, marker=marker, number=inside.number, scope=scope, level=level, anchor=anchor)
            case Styled() | Link():
                return remade(run, runs=self.runs(run.runs, parent))
            case Reference(form="this" | "this-section"):
                anchor = parent.section if run.form == "this-section" else parent.anchor
                return remade(run, labels=(f"#{anchor}",))
            case Reference(form="short" | "above"):
                return remade(run, words=self.runs(run.words, parent), at=parent.anchor, after=self.last)
            case Reference() if run.words:
                return remade(run, words=self.runs(run.words, parent))
            case Reference() if self.style.goes_unsaid:
                return remade(run, at=parent.anchor)
            case _:
                return run

    # ---- numbers

    def count(self, parent: Parent, format: str | None, each: _Counted, start: int = 0) -> tuple[str, Parent]:
        """The next marker below a parent, and the parent that the new provision is to its own provisions."""
        sample = self.sample(parent, format, each.place)
        counted = self.next(parent.tally, sample, parent.counts, each, start)
        bare = sample.bare((*parent.counts, counted), self.style.alphabet)
        held = parent.level + 1 - len(sample.counters)  # how many levels up stands the number this one does not repeat
        number = join_numbers(parent.numbers[held - 1], bare, self.style.joiner) if held else bare
        return sample.marker(bare), parent.below(number, counted)

    def next(self, tally: Tally, sample: Sample, above: tuple[Counted, ...], each: _Counted, start: int = 0) -> Counted:
        """Count one more, or what was given by hand, or where a list is to start."""
        given = None if isinstance(each, Item) else each.given
        counted, (message, hint) = next_count(tally, sample, above, given.text if given else start, self.style)
        if message:
            self.findings.append(NUMBER.at(given.place if given else each.place, message, hint))
        return counted

    def sample(self, parent: Parent, format: str | None, place: Place) -> Sample:
        """The label of a provision, by example: that of its list, else that of its level."""
        own = parse_sample(format) if format is not None else UNNUMBERED
        if own is not UNNUMBERED and len(own.counters) <= parent.level + 1:
            return own
        if own is not UNNUMBERED:
            message, hint = f"{own.text!r} repeats more numbers than stand above it", "nest it deeper, or repeat fewer"
            self.findings.append(ATTRIBUTES.at(place, message, hint))
        if parent.level < len(parent.levels):
            return parent.levels[parent.level] if parent.levels[parent.level] is not UNNUMBERED else parse_sample("(1)")
        message = (
            f"this stands {parent.level + 1} levels deep, and the style {self.style.name!r} has {len(parent.levels)}"
        )
        hint = "nest less, or add a level to the style"
        self.findings.append(TOO_DEEP.at(place, message, hint))
        return parse_sample("(a)")

    # ---- anchors: from labels, the names that the source gives, and positions, never from numbers

    def position(self, each: Provision | Item, parent: Parent) -> str:
        parent.positions += 1
        return self.anchor(each, f"{parent.anchor or 'p'}-{parent.positions}")

    def anchor(self, each: _Counted, name: str) -> str:
        """The anchor of a label, else of the name it has already, else of one that is made for it."""
        self.last = self.anchors.of_label(each.label) if each.label else self.anchors.of_name(each.anchor or name)
        return self.last


def _uncited(block: Block) -> Block:
    if not isinstance(block, Provisions):
        return block
    items = (remade(each, number="", blocks=tuple(map(_uncited, each.blocks))) for each in block.items)
    return remade(block, items=tuple(items))
