"""References: labels become the words that cite them. Pure functions over a numbered agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Literal, NamedTuple

from whereas.agreement.model import Agreement, Block, Bullets, Paragraph, Provision, Provisions, Quote, Section
from whereas.agreement.runs import Cited, Item, Link, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.walk import change_blocks, changed, may_hold, run_in_heading, text_of

NBSP = "\N{NO-BREAK SPACE}"
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


# ---- what a reference prints ----------------------------------------------------------------------------------------


def cite(targets: Iterable[Target], style: Style, form: str, scope: tuple[str, ...] = ()) -> tuple[Text | Cited, ...]:
    """The words that cite one or more targets from a place within `scope`: "clauses 7, 9.2 and 12"."""
    unique = {target.order: target for target in targets}
    ordered = (unique[order] for order in sorted(unique))
    groups = groupby(ordered, lambda target: (_around(target, False, style)[0], target.scope))
    return _merge(_listed([_cite_group(list(group), style, form, scope) for _, group in groups], style))


def _cite_group(group: list[Target], style: Style, form: str, scope: tuple[str, ...]) -> tuple[Text | Cited, ...]:
    """Targets of one sort and scope: one word, then the numbers."""
    first = group[0]
    head, tail = ("", "") if form == "number" else _around(first, len(group) > 1, style)
    beyond = _beyond(first.scope, scope)
    outside = "".join(f" {style.within(step.replace(' ', NBSP))}" for step in reversed(beyond))
    if form == "clause-title":
        words = _listed([(_cited(each, _name(each)), *_title(each)) for each in group], style)
    elif len(group) == 1:  # one link over word and number reads and taps best
        return (_cited(first, head + _name(first) + tail), Text(outside))
    else:
        words = _numbers(group, style)
    return (Text(head), *words, Text(tail + outside))


def _beyond(there: tuple[str, ...], here: tuple[str, ...]) -> tuple[str, ...]:
    """What must be said of a target's scope, seen from another: nothing from within it, Part B from Part A."""
    if there == here:
        return ()
    shared = next((index for index, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(there), len(here)) if shared is None else shared
    # from Part A, "paragraph 1" would be read as one of Part A: what stands outside the part says so
    return there[shared:] or there[-1:]


def _numbers(group: list[Target], style: Style) -> tuple[Text | Cited, ...]:
    """Runs of three or more joined ("7 to 9"), and a head that several share said once ("4.1(a) and (b)")."""
    runs: list[list[Target]] = []
    for target in group:
        if runs and target.row == runs[-1][-1].row and target.last == runs[-1][-1].last + 1:
            runs[-1].append(target)
        else:
            runs.append([target])
    pieces: list[tuple[Text | Cited, ...]] = []
    said = ("", "")
    for run in runs:
        for part in [run] if len(run) >= 3 else [[target] for target in run]:
            first, last = part[0], part[-1]
            text = first.tail if said == (first.parent, "(") and first.tail[:1] == "(" else _name(first)
            said = (first.parent, first.tail[:1])
            if first is last:
                pieces.append((_cited(first, text),))
            else:
                end = last.tail if last.tail[:1] == "(" and last.parent else _name(last)
                pieces.append((_cited(first, text), Text(f" {style.range} "), _cited(last, end)))
    return _listed(pieces, style)


def _listed(pieces: list[tuple[Text | Cited, ...]], style: Style) -> tuple[Text | Cited, ...]:
    """A, B and C."""
    words: list[Text | Cited] = []
    for index, piece in enumerate(pieces):
        if index:
            words.append(Text(f" {style.conjunction} " if index == len(pieces) - 1 else ", "))
        words += piece
    return tuple(words)


def _name(target: Target) -> str:
    """How a target is cited: by its number, or by its title where it has none."""
    return target.number.replace(" ", NBSP) if target.sort == "schedule" else target.number or target.title


def _title(target: Target) -> tuple[Text, ...]:
    return (Text(f" ({target.title})"),) if target.title and target.number else ()


def _cited(target: Target, text: str) -> Cited:
    return Cited(target.label, text, target.anchor, target.number)


def _around(target: Target, many: bool, style: Style) -> tuple[str, str]:
    """What stands before and after the numbers."""
    if target.sort == "schedule" or not target.number:
        return "", ""
    if target.sort == "clause" and style.reference:
        head, tail = style.reference[many].split("{number}", 1)
        return head.replace(" ", NBSP), tail
    if target.sort == "clause" and target.word and target.word not in style.clause:
        word = style.word_of(target.word)[many]
    else:
        word = getattr(style, target.sort)[many]
    return f"{word}{NBSP}", ""


def _merge(parts: Iterable[Text | Cited]) -> tuple[Text | Cited, ...]:
    """The same words with neighbouring plain texts joined and empty ones left out."""
    merged: list[Text | Cited] = []
    for part in parts:
        if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + part.text)
        elif part.text:
            merged.append(part)
    return tuple(merged)


# ---- every reference of an agreement --------------------------------------------------------------------------------


def resolve_references(agreement: Agreement, targets: Targets, style: Style) -> Agreement:
    """The agreement with every reference to its own labels worded; others are left as they are for the caller."""

    def blocks(many: tuple[Block, ...], scope: tuple[str, ...]) -> tuple[Block, ...]:
        return change_blocks(many, lambda runs: _resolve_line(runs, targets, style, scope))

    def section(each: Section) -> Section:
        scope = (*each.scope, each.number) if each.kind in ("schedule", "part") and each.number else each.scope
        if each.kind == "unnumbered":
            scope = (*each.scope, text_of(each.title))
        return replace(
            each,
            title=_resolve_line(each.title, targets, style, scope),
            blocks=blocks(each.blocks, scope),
            sections=tuple(map(section, each.sections)),
        )

    sections = tuple(map(section, agreement.sections))
    return replace(agreement, blocks=blocks(agreement.blocks, ()), sections=sections)


#: The runs that cite, or may hold one that does.
_CITING = frozenset({Reference, Styled, Link})


def _resolve_line(runs: tuple[Run, ...], targets: Targets, style: Style, scope: tuple[str, ...]) -> tuple[Run, ...]:
    if not may_hold(runs, _CITING):
        return runs

    def resolve(run: Run) -> Run:
        match run:
            case Styled() | Link():
                return replace(run, runs=tuple(map(resolve, run.runs)))
            case Reference() if run.labels and all(label in targets for label in run.labels):
                found = [targets[label] for label in run.labels]
                if run.form in ("this", "this-section"):
                    # from within its own scope a provision is cited by its number alone
                    parts = cite(found, style, "clause", scope)
                    return replace(run, parts=(Text(f"{style.pointing(parts[0].text)} "), *parts))
                if run.words:
                    return replace(run, parts=(_cited(found[0], text_of(run.words)),))
                return replace(run, parts=cite(found, style, run.form, scope))
            case _:
                return run

    return changed(runs, resolve)
