"""Brackets and quotation marks that open and never close, or close what nothing opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.drafting.spots import is_typed, spot
from whereas.checks.lines import CheckedLine, lines_to_check
from whereas.library.finding import Finding
from whereas.library.rule import Rule

UNPAIRED = Rule(
    "unpaired",
    "Every bracket has its other half.",
    bad="The seller delivers the goods (new ones.",
    good="The seller delivers the goods (new ones).",
    severity="warning",
    told="check",
)
_PAIRS = {")": "(", "]": "["}
_MARK = re.compile(r"(?:^|[\s(])(?:([a-zA-Z])\1?|[ivxlIVXL]{1,5}|\d{1,3})$")
_ENDED = re.compile(r"[.!?][”’»“\")]*$")


def check_pairs(case: Case) -> Iterator[Finding]:
    """In each sentence that ends where its line does; one that goes on in a list may close it there."""
    pending = False
    for line in lines_to_check(case.agreement, case.foreign):
        opened, closed = _unpaired(line.text)
        if opened and not _ENDED.search(line.text.rstrip()):
            pending, opened = True, None
        if closed is not None and pending:
            pending, closed = False, None
        for at in (opened, closed):
            if at is not None and is_typed(line, at, at + 1):
                yield _finding(line, at, case)


def _unpaired(text: str) -> tuple[int | None, int | None]:
    """Where the first bracket stands that is not closed, and the first that is not opened."""
    stack, closed = list[tuple[str, int]](), None
    for at, sign in enumerate(text):
        if sign in "([":
            stack.append((sign, at))
        elif sign in ")]":
            if stack and stack[-1][0] == _PAIRS[sign]:
                stack.pop()
            elif closed is None and not (sign == ")" and _MARK.search(text[:at])):  # "a)" needs no other half
                closed = at
    return (stack[0][1] if stack else None), closed


def _finding(line: CheckedLine, at: int, case: Case) -> Finding:
    words = line.text[max(at - 20, 0) : at + 20].strip()
    place = spot(line, line.text[at : at + 12], case)
    what = "is opened and not closed" if line.text[at] in "([" else "closes what nothing opened"
    return UNPAIRED.at(place, f"a bracket {what}: {words!r}", "write its other half, or remove it")
