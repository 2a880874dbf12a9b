"""References: labels become the words that cite them. Pure functions over a numbered agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Cited,
    Item,
    Link,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Reference,
    Run,
    Section,
    Styled,
    Text,
)
from whereas.agreement.styles import Style
from whereas.agreement.walk import change_runs, changed, run_in_heading, text_of

NBSP = "\N{NO-BREAK SPACE}"
Sort = Literal["clause", "paragraph", "recital", "party", "schedule"]


@dataclass(frozen=True)
class Target:
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
    last: int = 0  # its place among its siblings, from 1


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
        self.levels = style.samples(style.levels)
        self.targets: Targets = {}
        self.order = 0
        self.siblings: dict[tuple[tuple[str, ...], str], int] = {}

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
                        self.note(item, parent, sort, run_in_heading(item))
                        self.blocks(item.blocks, item.number, sort)
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

    def note(self, found: Section | Provision | Item, parent: str, sort: Sort, title: str) -> None:
        self.order += 1
        last = self.siblings[found.scope, parent] = self.siblings.get((found.scope, parent), 0) + bool(found.number)
        word = ""
        if sort == "clause" and not isinstance(found, Item):
            # the nearest level, this one or above, whose sample carries a word of its own
            held = self.levels[: found.level]
            word = next((sample.word.strip() for sample in reversed(held) if sample.word), "")
        tail = found.number.removeprefix(parent) if parent else found.number
        target = Target(
            found.label, found.anchor, found.number, found.scope, sort, title, word, self.order, parent, tail, last
        )
        self.targets[f"#{found.anchor}"] = target
        if found.label:
            self.targets.setdefault(found.label, target)


# ---- what a reference prints ----------------------------------------------------------------------------------------


def cite(targets: Iterable[Target], style: Style, form: str, scope: tuple[str, ...] = ()) -> tuple[Text | Cited, ...]:
    """The words that cite one or more targets from a place within `scope`: "clauses 7, 9.2 and 12"."""
    unique = {target.order: target for target in targets}
    ordered = [unique[order] for order in sorted(unique)]
    groups: list[list[Target]] = []
    for target in ordered:
        if groups and (_word(groups[-1][0], style), groups[-1][0].scope) == (_word(target, style), target.scope):
            groups[-1].append(target)
        else:
            groups.append([target])
    parts = [_cite_group(group, style, form, scope) for group in groups]
    return _merge(_listed(parts, style))


def _cite_group(group: list[Target], style: Style, form: str, scope: tuple[str, ...]) -> tuple[Text | Cited, ...]:
    """Targets of one sort and scope: one word, then the numbers."""
    first = group[0]
    head, tail = ("", "") if form == "number" else _around(first, len(group) > 1, style)
    runs: list[list[Target]] = []
    for target in group if form != "clause-title" else ():
        if runs and target.parent == runs[-1][-1].parent and target.last == runs[-1][-1].last + 1:
            runs[-1].append(target)
        else:
            runs.append([target])
    if form == "clause-title":
        pieces: list[tuple[Text | Cited, ...]] = [(_cited(each, each.number), *_title(each)) for each in group]
        words = _listed(pieces, style)
    else:
        words = _numbers(runs, style)
    beyond = _beyond(first.scope, scope)
    outside = "".join(f" {style.of} {step.replace(' ', NBSP)}" for step in reversed(beyond))
    if len(group) == 1 and form != "clause-title":  # one link over word and number reads and taps best
        inner = "".join(part.text for part in words)
        return (_cited(first, head + inner + tail), *([Text(outside)] if outside else []))
    return _merge((Text(head), *words, Text(tail + outside)))


def _beyond(there: tuple[str, ...], here: tuple[str, ...]) -> tuple[str, ...]:
    """What must be said of a target's scope, seen from another: nothing from within it, Part B from Part A."""
    if there == here:
        return ()
    shared = next((index for index, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(there), len(here)) if shared is None else shared
    # from Part A, "paragraph 1" would be read as one of Part A: what stands outside the part says so
    return there[shared:] or there[-1:]


def _numbers(runs: list[list[Target]], style: Style) -> tuple[Text | Cited, ...]:
    """Runs of three or more joined ("7 to 9"), and a head that several share said once ("4.1(a) and (b)")."""
    pieces: list[tuple[Text | Cited, ...]] = []
    said: tuple[str, str] | None = None
    for run in runs:
        shown = [run] if len(run) >= 3 else [[target] for target in run]
        for part in shown:
            first, last = part[0], part[-1]
            text = first.tail if said == (first.parent, "(") else first.number or first.title
            said = (first.parent, first.tail[:1])
            if first is last:
                pieces.append((_cited(first, text),))
            else:
                end = last.tail if last.tail[:1] == "(" and last.parent else last.number
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


def _title(target: Target) -> tuple[Text, ...]:
    return (Text(f" ({target.title})"),) if target.title else ()


def _cited(target: Target, text: str) -> Cited:
    return Cited(target.label, text, target.anchor, target.number)


def _word(target: Target, style: Style) -> str:
    return _around(target, False, style)[0]


def _around(target: Target, many: bool, style: Style) -> tuple[str, str]:
    """What stands before and after the numbers."""
    if target.sort == "schedule" or not target.number:
        return "", ""
    if target.sort == "clause" and style.reference:
        head, tail = style.reference[many].split("{number}", 1)
        return head.replace(" ", NBSP), tail
    if target.sort == "clause" and target.word and target.word not in style.clause:
        word = target.word + ("s" if many and target.word.isalpha() else "")
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
        return tuple(change_runs(block, lambda runs: _resolve_line(runs, targets, style, scope)) for block in many)

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


def _resolve_line(runs: tuple[Run, ...], targets: Targets, style: Style, scope: tuple[str, ...]) -> tuple[Run, ...]:
    def resolve(run: Run) -> Run:
        match run:
            case Styled() | Link():
                return replace(run, runs=tuple(map(resolve, run.runs)))
            case Reference() if run.labels and all(label in targets for label in run.labels):
                found = [targets[label] for label in run.labels]
                if run.form in ("this", "this-section"):
                    # from within its own scope a provision is cited by its number alone
                    return replace(run, parts=(Text(f"{style.this} "), *cite(found, style, "clause", scope)))
                if run.words:
                    return replace(run, parts=(_cited(found[0], text_of(run.words)),))
                return replace(run, parts=cite(found, style, run.form, scope))
            case _:
                return run

    return changed(runs, resolve)
