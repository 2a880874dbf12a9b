"""Goes through an agreement as it is numbered, and has Word count each label in the list that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.agreement.model import (
    ATTACHED,
    Agreement,
    Block,
    Definitions,
    Provision,
    Provisions,
    Section,
)
from whereas.agreement.preamble import has_preamble
from whereas.agreement.runs import Item, Run
from whereas.agreement.samples import UNNUMBERED, Sample, parse_sample
from whereas.agreement.styles import Style
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import walk_runs
from whereas.word.levels import DEEPEST, Family
from whereas.word.numbers import Label, Numbers


def count_labels(agreement: Agreement, style: Style) -> Numbers:
    """Every label of an agreement in Word's lists."""
    return _Counting(agreement, style).numbers


@dataclass(frozen=True)
class _Place:
    """Where provisions stand: in which family, below which label, in how much that is attached."""

    family: Family
    around: Label | None = None
    attached: tuple[str, ...] = ()
    list: Family | None = None  # in which what is attached here is counted


class _Counting:
    def __init__(self, agreement: Agreement, style: Style) -> None:
        self.style = style
        self.numbers = Numbers(style)
        self.main = self.family("main", style.levels)
        front = self.family("text", style.text_levels) if has_preamble(agreement) else self.main
        self.blocks(agreement.blocks, _Place(front))
        top = _Place(self.main)
        for section in agreement.sections:
            self.section(section, top)

    def family(self, name: str, levels: tuple[str, ...]) -> Family:
        return self.numbers.family(name, self.style.samples(levels))

    def anew(self, name: str, levels: tuple[str, ...]) -> Family:
        """A family that begins anew."""
        family = self.family(name, levels)
        self.numbers.begin(family)
        return family

    # ---- sections

    def section(self, section: Section, place: _Place) -> None:
        style = self.style
        match section.kind:
            case "bare":
                inside = place
            case "parties" | "recitals":
                inside = _Place(self.anew(section.kind, getattr(style, section.kind)))
            case "unnumbered":
                inside = replace(place, family=self.anew("text", style.text_levels), around=None)
            case "part" if not place.attached:
                label = self.label(section, self.family("parts", (style.part,)), 0, parse_sample(style.part))
                if style.restart == "part":
                    self.numbers.begin(self.main)
                inside = replace(place, around=label)
            case "clause":
                label = self.provision(section, place.family, section.level - 1, None)
                inside = replace(place, around=label)
            case _:
                inside = self.attached(section, place)
        self.line(section.title, inside)
        self.blocks(section.blocks, inside)
        for each in section.sections:
            self.section(each, inside)

    def attached(self, section: Section, place: _Place) -> _Place:
        """What is attached counts in the list of the outermost it stands in: schedule, appendix, part."""
        style, kind = self.style, section.kind
        within = place.list
        if within is None:
            samples = (getattr(style, kind), style.appendix, style.part)
            within = self.family(kind, samples)
        depth = 2 if kind == "part" else min(len(place.attached), 1)
        label = self.label(section, within, depth, parse_sample(getattr(style, kind)))
        family = self.main if style.restart == "never" else self.anew("paragraphs", style.schedule_levels)
        attached = (*place.attached, kind) if kind in ATTACHED else place.attached
        return _Place(family, label, attached, within)

    def label(self, section: Section, family: Family, depth: int, sample: Sample) -> Label:
        return self.numbers.place(family, section.anchor, depth, sample, section.marker, heads=True)

    # ---- provisions

    def blocks(self, blocks: tuple[Block, ...], place: _Place) -> None:
        for block in blocks:
            match block:
                case Provisions():
                    self.provisions(block, place)
                case Definitions():
                    for entry in block.entries:
                        levels = self.style.definition_levels
                        self.blocks(entry.blocks, _Place(self.anew("definitions", levels)))
                case _:
                    for part in parts(block):
                        if isinstance(part, Blocks):
                            self.blocks(part.blocks, place)
                        else:
                            self.line(part, place)

    def provisions(self, block: Provisions, place: _Place) -> None:
        if block.kind:  # of the preamble
            place = _Place(self.family(block.kind, getattr(self.style, block.kind)))
        for item in block.items:
            inside = place
            if item.marker and (block.quoted or not item.number):
                self.numbers.note(Label(item.anchor, item.marker, None, 0))
            elif item.marker:
                inside = replace(place, around=self.provision(item, place.family, item.level - 1, block.format))
            self.blocks(item.blocks, inside)

    def provision(self, each: Section | Provision, family: Family, depth: int, format: str | None) -> Label:
        """A label of a family, in the form of its list, or of its level."""
        sample = parse_sample(format) if format else UNNUMBERED
        if sample is UNNUMBERED or len(sample.counters) > depth + 1:
            usual = family.levels[depth].sample if depth < len(family.levels) else parse_sample("(a)")
            sample = usual if usual is not UNNUMBERED else parse_sample("(1)")
        if depth >= DEEPEST:
            return self.numbers.note(Label(each.anchor, each.marker, None, DEEPEST))
        return self.numbers.place(family, each.anchor, depth, sample, each.marker, isinstance(each, Section))

    def line(self, runs: tuple[Run, ...], place: _Place) -> None:
        """The run-in items of a line stand below the provision around them."""
        for run in walk_runs(runs):
            if isinstance(run, Item):
                depth = place.around.depth + 1 if place.around else 0
                self.numbers.note(Label(run.anchor, run.marker, None, depth, place.around, is_run_in=True))
