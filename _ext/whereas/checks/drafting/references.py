"""References that say nothing or the wrong thing: to where they stand, by another word than that of what they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from whereas.agreement.alike import once, once_each
from whereas.agreement.model import ATTACHED, Agreement, Block, Provision, Provisions, Section
from whereas.agreement.runs import Cited, Reference, Run, Styled, Text
from whereas.agreement.tree import descend
from whereas.agreement.walk import lines_right_in, text_of, walk_lines, walk_runs, walk_sections
from whereas.checks.case import Case
from whereas.language.registry import language_of, sought_as_pattern
from whereas.library.finding import Finding
from whereas.library.rule import Rule

CITES_ITSELF = Rule(
    "cites-itself",
    "No provision refers to itself as if it were another.",
    bad="1. {#low}\n   Under {clause}`low` the fee is low.",
    good="1. {#low}\n   Under {this}`clause` the fee is low.",
    severity="warning",
    told="check",
)
CITED_WORD = Rule(
    "cited-word",
    "The word before a number fits what has that number.",
    bad="1. {#low}\n   The fee is low.\n1. See Schedule {number}`low`.",
    good="1. {#low}\n   The fee is low.\n1. See clause {number}`low`.",
    severity="warning",
    told="check",
)
UNCITED = Rule(
    "schedule-uncited",
    "A schedule is cited where it counts.",
    bad="1. The seller delivers.\n\n{.schedule}\n## The goods\n\n1. Boxes.",
    good="1. The seller delivers {clause}`goods`.\n\n{.schedule #goods}\n## The goods\n\n1. Boxes.",
    severity="warning",
    told="check",
)
_CITED = re.compile(rf"(?<!\w)(?P<word>{sought_as_pattern('cited')})\s*$", re.IGNORECASE)


def check_references(case: Case) -> Iterator[Finding]:
    """What each provision cites."""
    words = language_of(case.agreement.locale).drafting.this
    this = re.compile(rf"\b(?:{words})\s+(?:\w+\s*)?$", re.IGNORECASE)  # "this clause 7.2" is meant so
    kinds = {each.anchor: each for each in case.anchored if each.anchor}
    for each in kinds.values():
        for before, run in _citing(each.blocks) if isinstance(each, Section | Provision) else ():
            cited = [kinds[part.anchor] for part in run.parts if isinstance(part, Cited) and part.anchor in kinds]
            if each in cited and run.form not in ("this", "this-section") and not this.search(before):
                message = f"{text_of((run,))!r} is the provision in which it stands"
                yield CITES_ITSELF.at(run.place, message, "cite what is meant, or write {this}`clause`")
            elif cited and (word := _wrong_word(before, run, cited[0], case.agreement.locale)):
                message = f"{word!r} stands before the number of what is none"
                yield CITED_WORD.at(run.place, message, "let {clause}`label` write the word and the number")


@once_each
def _citing(blocks: tuple[Block, ...]) -> tuple[tuple[str, Reference], ...]:
    """The references that stand in a provision or section itself, each with the words right before it."""
    return tuple(each for line in lines_right_in(blocks) if _labels(line) for each in _references(line))


def _references(line: tuple[Run, ...]) -> Iterator[tuple[str, Reference]]:
    """The references of a line, each with the words right before it."""
    for before, run in pairwise((Text(""), *line)):
        if isinstance(run, Reference):
            yield text_of((before,)), run
        elif isinstance(run, Styled):
            yield from _references(run.runs)


def _wrong_word(before: str, run: Reference, cited: object, locale: str) -> str:
    """The word before a bare number, if it is that of a schedule and the number is of none, or the other way round."""
    word = _cited_word(before)
    if not word or not re.match(r"[\d(]|[A-Z]\b", text_of((run,))) or run.words:
        return ""
    is_attached = isinstance(cited, Section) and cited.kind in ATTACHED
    return "" if bool(_attached(locale).fullmatch(word)) is is_attached else word


@lru_cache(maxsize=1 << 14)
def _cited_word(before: str) -> str:
    found = _CITED.search(before)
    return found["word"] if found else ""


@cache
def _attached(locale: str) -> re.Pattern[str]:
    return re.compile(language_of(locale).drafting.attached, re.IGNORECASE)


def check_schedules(case: Case) -> Iterator[Finding]:
    """Schedules to which nothing outside them refers, by number or by name."""
    schedules = [each for each in walk_sections(case.agreement.sections) if each.kind in ATTACHED]
    lines = tuple(_lines(case.agreement)) if schedules else ()
    cited = [(around, set(labels)) for around, line in lines if (labels := _labels(line))]
    for section in schedules:
        inside = tuple(walk_sections((section,)))
        own = {each.label for each in inside} | {item.label for each in inside for item in _items(each)}
        anchors = {each.anchor for each in inside}
        if any(around not in anchors and own & labels for around, labels in cited):
            continue
        title = text_of(section.title).strip()
        if not any(title and title.lower() in text_of(line).lower() for around, line in lines if around not in anchors):
            message = f"nothing refers to {section.number or 'the schedule'} ({title})"
            yield UNCITED.at(section.place, message, "cite it in the clause for which it is there, or leave it out")


@once
def _labels(line: tuple[Run, ...]) -> tuple[str, ...]:
    """All that a line cites."""
    return tuple(label for run in walk_runs(line) if isinstance(run, Reference) for label in run.labels)


def _items(section: Section) -> Iterator[Provision]:
    for block in descend(section.blocks):
        yield from block.items if isinstance(block, Provisions) else ()


def _lines(agreement: Agreement) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Each line, with the anchor of the section in which it stands."""
    for block in agreement.blocks:
        yield from (("", line) for line in walk_lines(block))
    for section in walk_sections(agreement.sections):
        for block in section.blocks:
            yield from ((section.anchor, line) for line in walk_lines(block))
