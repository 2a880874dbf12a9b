"""Numbers of provisions that somebody typed: right today, wrong when a clause is put in before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.walk import walk_anchored
from whereas.checks.case import Case
from whereas.checks.lines import matches
from whereas.checks.spots import spot
from whereas.language.registry import sought_as_pattern
from whereas.library.finding import Finding
from whereas.library.rule import Rule

TYPED_REFERENCE = Rule(
    "typed-reference",
    "No number of a provision is typed: a label is cited, and its number follows.",
    bad="1. The fee is low.\n1. The price in clause 1.1 is high.",
    good="1. {#low}\n   The fee is low.\n1. The price in {clause}`low` is high.",
    severity="warning",
    told="check",
)
_CITATION = re.compile(
    rf"(?<!\w){sought_as_pattern('cited')}\s*(?P<number>\d{{1,3}}[A-Z]?(?:\.\d{{1,3}})*(?:\(\w{{1,4}}\))*)(?![\w.-]*\w)",
    re.IGNORECASE,
)
#: What it is a section of, where that is said: a law, another contract.
_OF = re.compile(
    rf"\W*(?:(?:{sought_as_pattern('between_numbers')}|,)\s*[\d.()a-z]+\W*)*(?:{sought_as_pattern('cited_of')}\b|[A-Z]{{2}})"
)
_LAW = re.compile(rf"(?<!\w){sought_as_pattern('laws')}(?!\w)")


def check_typed_references(case: Case) -> Iterator[Finding]:
    """A number after "clause" and the like, in a sentence that speaks of no law."""
    known: set[str] | None = None
    for line in case.lines:
        for found in matches(_CITATION, line.text):
            start, end = found.span()
            if line.heading or not line.is_typed(start, end) or _is_of_another(line.text, start, end):
                continue
            if known is None:
                known = {each.number.rpartition(" ")[2] for each in walk_anchored(case.agreement)}
            place, words = spot(line, found[0], case), found[0]
            if found["number"] in known:
                message = f"the number in {words!r} is typed, and will be wrong when a provision is put in before"
            else:
                message = f"{words!r} is typed, and there is no provision of that number"
            yield TYPED_REFERENCE.at(place, message, "give the provision a label, and cite that: {clause}`label`")


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Whether it is said to be of something else, or a law is named in the same sentence."""
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", end)
    return bool(_OF.match(text, end) or _LAW.search(text[first : last if last >= 0 else None]))
