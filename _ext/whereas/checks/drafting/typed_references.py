"""Numbers of provisions that somebody typed: right today, wrong when a clause is put in before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.spots import spot
from whereas.language.registry import language_of, sought_as_pattern
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
_HINT = "give the provision a label, and cite that: {clause}`label`"
_CITATION = re.compile(
    rf"(?<!\w){sought_as_pattern('cited')}\s*(?P<number>\d{{1,3}}[A-Z]?(?:\.\d{{1,3}})*(?:\(\w{{1,4}}\))*)(?![\w.-]*\w)",
    re.IGNORECASE,
)
#: What it is a section of, where that is said: a law, another contract.
_OF = re.compile(
    rf"\W*(?:(?:{sought_as_pattern('between_numbers')}|,)\s*[\d.()a-z]+\W*)*(?:{sought_as_pattern('cited_of')}\b|[A-Z]{{2}})"
)
#: A letter, or a Roman number, by which something attached is called: B, III, A-1.
_LABEL = r"(?-i:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}|[A-Z](?:-?\d{1,2})?)(?![\w.-]*\w|[’'])"
_LAW = re.compile(rf"(?<!\w){sought_as_pattern('laws')}(?!\w)")


def check_typed_references(case: Case) -> Iterator[Finding]:
    """A number after "clause" and the like, in a sentence that speaks of no law."""
    known: set[str] | None = None
    for line in case.lines:
        for found in matches(_CITATION, line.text):
            start, end = found.span()
            if (
                line.heading
                or not line.is_typed(start, end)
                or _is_of_another(line.text, start, end, case.agreement.locale)
            ):
                continue
            if known is None:
                known = {each.number.rpartition(" ")[2] for each in case.anchored}
            place, words = spot(line, found[0], case), found[0]
            if found["number"] in known:
                message = f"the number in {words!r} is typed, and will be wrong when a provision is put in before"
            else:
                message = f"{words!r} is typed, and there is no provision of that number"
            yield TYPED_REFERENCE.at(place, message, _HINT)


def check_typed_labels(case: Case) -> Iterator[Finding]:
    """A letter or a Roman number after "Exhibit" and the like: of what is attached, or of a part of it."""
    known: set[str] | None = None
    for line in case.lines:
        for found in matches(_labels(case.agreement.locale), line.text):
            start, end = found.span(found.lastgroup or 0)
            if line.heading or _is_title(line, start) or not line.is_typed(start, end):
                continue
            if _is_of_another(line.text, start, found.end(), case.agreement.locale):
                continue
            if known is None:
                known = {each.number.casefold() for each in case.anchored}
            words = line.text[start:end]
            if words.casefold() in known or found["part"]:
                message = f"the label in {words!r} is typed, and will be wrong when another is put in before"
            else:
                message = f"{words!r} is typed, and nothing of that name is attached"
            yield TYPED_REFERENCE.at(spot(line, words, case), message, _HINT)


@cache
def _labels(locale: str) -> re.Pattern[str]:
    language = language_of(locale)
    attached = language.drafting.attached
    part = language.style_words.labels.part if language.style_words else "(?!)"
    of = rf"{sought_as_pattern('cited_of')}(?:\s+\w+)?"
    whole, parts = rf"(?:{attached})\s+{_LABEL}", rf"(?-i:{part})\s+{_LABEL}"
    return re.compile(rf"(?<![\w-])(?:(?P<whole>{whole})|(?P<part>{parts})\s+{of}\s+(?:{attached})\b)", re.IGNORECASE)


def _is_title(line: CheckedLine, start: int) -> bool:
    """Whether a line begins with what it cites, and is no sentence: "Exhibit B – Prices"."""
    return not line.text[:start].strip() and not line.text.rstrip().endswith((".", ";", ":", ","))


def _is_of_another(text: str, start: int, end: int, locale: str) -> bool:
    """Whether it is said to be of something else than this, or a law is named in the same sentence."""
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", end)
    of_another = _OF.match(text, end) and not _of_this(locale).match(text, end)
    return bool(of_another or _LAW.search(text[first : last if last >= 0 else None]))


@cache
def _of_this(locale: str) -> re.Pattern[str]:
    """What follows a number of this agreement itself: "to this Agreement"."""
    this = language_of(locale).drafting.this
    return re.compile(rf"\s+(?:{sought_as_pattern('cited_of')}\s+(?:\w+\s+)?)?(?:{this})\b")
