"""Brackets and quotation marks that open and never close, or close what nothing opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from whereas.checks.case import Case
from whereas.checks.lines import UNREAD, CheckedLine, matches
from whereas.checks.spots import spot
from whereas.checks.words.quotes import foreign_quotes
from whereas.language.registry import language_of
from whereas.library.finding import Finding
from whereas.library.rule import Rule

UNPAIRED = Rule(
    "unpaired",
    "Every bracket and every quotation mark has its other half.",
    bad="The seller delivers the goods (new ones.",
    good="The seller delivers the goods (new ones).",
    severity="warning",
    told="check",
)
_BRACKETS = {")": "(", "]": "["}
_MARK = re.compile(r"(?:^|[\s(])(?:([a-zA-Z])\1?|[ivxlIVXL]{1,5}|\d{1,3})$")
_ENDED = re.compile(r"[.!?][”’»“\")]*$")


def check_pairs(case: Case) -> Iterator[Finding]:
    """In each sentence that ends where its line does; one that goes on in a list may close it there."""
    for pairs, what in ((_BRACKETS, "bracket"), (_quotes(case.agreement.locale), "quotation mark")):
        signs = re.compile(f"[{re.escape(''.join((*pairs, *pairs.values())))}]") if pairs else None
        pending = False
        for line in case.lines:
            if not signs or not (pending or matches(signs, line.text)):
                continue
            opened, closed = _unpaired(_without_foreign(line.text, case.agreement.locale), pairs)
            if opened is not None and not _ENDED.search(line.text.rstrip()):
                pending, opened = True, None
            if closed is not None and pending:
                pending, closed = False, None
            for at in (opened, closed):
                if at is not None and line.is_typed(at, at + 1):
                    yield _finding(line, at, what, at == opened, case)


def _without_foreign(text: str, locale: str) -> str:
    """A text without the marks of other languages, which are told as such."""
    for start, end, _ in foreign_quotes(text, locale):
        text = f"{text[:start]}{UNREAD * (end - start)}{text[end:]}"
    return text


@cache
def _quotes(locale: str) -> Mapping[str, str]:
    """The closing mark of a language, and the one that opens; a language whose marks are alike has none."""
    words = language_of(locale).style_words
    first, last = (each.strip() for each in words.quotes) if words else ("", "")
    return {last: first} if first and first != last else {}


def _unpaired(text: str, pairs: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Where the first bracket stands that is not closed, and the first that is not opened."""
    stack, closed = list[tuple[str, int]](), None
    for at, sign in enumerate(text):
        if sign in pairs.values():
            stack.append((sign, at))
        elif sign in pairs:
            if stack and stack[-1][0] == pairs[sign]:
                stack.pop()
            elif closed is None and not (sign == ")" and _MARK.search(text[:at])):  # "a)" needs no other half
                closed = at
    return (stack[0][1] if stack else None), closed


def _finding(line: CheckedLine, at: int, what: str, opens: bool, case: Case) -> Finding:
    words = line.text[max(at - 20, 0) : at + 20].strip()
    place = spot(line, line.text[at : at + 12], case)
    said = "is opened and not closed" if opens else "closes what nothing opened"
    return UNPAIRED.at(place, f"a {what} {said}: {words!r}", "write its other half, or remove it")
