"""What stands twice in an agreement: a heading, a provision; and what is nested too deep to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.alike import once_each
from whereas.agreement.model import Block, Section
from whereas.agreement.runs import Item
from whereas.agreement.walk import lines_right_in, text_of
from whereas.checks.case import Case
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, example_page

HEADING_TWICE = Rule(
    "heading-twice",
    "No two clauses have the same heading.",
    bad="1. The seller delivers.\n\n## General\n\n1. The buyer pays.",
    good="1. The seller delivers.\n\n## Price\n\n1. The buyer pays.",
    severity="warning",
    told="check",
)
SAID_TWICE = Rule(
    "said-twice",
    "Nothing is agreed twice in the same words.",
    bad="1. The seller delivers the goods to the place that the buyer names.\n1. The buyer pays.\n"
    "1. The seller delivers the goods to the place that the buyer names.",
    good="1. The seller delivers the goods to the place that the buyer names.\n1. The buyer pays.",
    severity="warning",
    told="check",
)
_STYLE = 'style: {levels: ["1.", "1.1", "1.1.1", "1.1.1.1", "(a)", "(i)"]}'
_DEEP = "1. A:\n   1. B.\n   1. C:\n      1. D.\n      1. E:\n         1. F.\n         1. G"
NESTED = Rule(
    "nested-deep",
    "Provisions stand no more than five deep.",
    bad=example_page(f"## A\n\n{_DEEP}:\n            1. H.\n            1. I.", _STYLE),
    good=example_page(f"## A\n\n{_DEEP}.", _STYLE),
    severity="warning",
    told="check",
)
_FEW, _DEEPEST = 9, 5


def check_headings(case: Case) -> Iterator[Finding]:
    """The headings of what stands beside each other."""
    yield from _headings(case.agreement.sections)


def _headings(sections: tuple[Section, ...]) -> Iterator[Finding]:
    known = dict[str, Place]()
    for section in sections:
        title = _plain(text_of(section.title))
        if title and section.number and title in known:
            message = f"the heading {text_of(section.title)!r} stands here again, and first at {known[title]}"
            yield HEADING_TWICE.at(section.place, message, "tell them apart, or make them one")
        known.setdefault(title, section.place)
        yield from _headings(section.sections)


def check_said_twice(case: Case) -> Iterator[Finding]:
    """Provisions of the same words, that are enough for a sentence; a schedule may repeat what another says."""
    known = dict[tuple[tuple[str, ...], str], Place]()
    for each in case.anchored:
        if isinstance(each, Item):
            continue
        for text in _said(each.blocks):
            first = known.setdefault((each.scope, text), each.place)
            if first != each.place:
                message = f"this says again what stands at {first}"
                yield SAID_TWICE.at(each.place, message, "leave one of them out, or refer to it")


def check_depth(case: Case) -> Iterator[Finding]:
    """What is nested over five deep, once for each place."""
    above = 0
    for each in case.anchored:
        if each.level > _DEEPEST >= above:
            message = f"{each.number or 'this'} stands {each.level} deep, which nobody can follow"
            yield NESTED.at(each.place, message, "make a clause of its own of it, or a schedule")
        above = each.level


@once_each
def _said(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """What is said in a provision or section itself, as far as it is enough for a sentence, in plain words."""
    texts = (_plain(text_of(line)) for line in lines_right_in(blocks))
    return tuple(text for text in texts if text.count(" ") >= _FEW - 1)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
