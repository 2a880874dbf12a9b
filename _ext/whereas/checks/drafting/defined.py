"""Terms that are none to the rest of the agreement: defined by hand, defined nowhere, defined twice over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from whereas.agreement.alike import once_each
from whereas.agreement.capitals import capital_phrases
from whereas.agreement.holding import holds
from whereas.agreement.model import Block, Defined, Definitions, Provision, Provisions
from whereas.agreement.runs import Definition
from whereas.agreement.uses import Term, compile_terms
from whereas.agreement.walk import all_blocks, text_of, walk_lines
from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.spots import spot
from whereas.language.registry import language_of
from whereas.library.finding import Finding, Place, Severity
from whereas.library.rule import Rule

BY_HAND = Rule(
    "defined-by-hand",
    "A term is defined by `{define}` or `definitions:`, so that its uses are found.",
    bad="1. {define}`Fee` means ten euros. The Fee is due. The Fee is low.\n1. “Price” means nine euros.",
    good="1. {define}`Fee` means ten euros. The Fee is due. The Fee is low.\n"
    "1. {define}`Price` means nine euros. The Price is due. The Price is low.",
    severity="warning",
    told="check",
)
UNDEFINED = Rule(
    "capitals-undefined",
    "Words that are written as a term, again and again, are defined.",
    bad="1. It runs a Delivery Service.\n1. So the Delivery Service is cheap.\n1. All know that Delivery Service.",
    good="1. It runs a delivery service.\n1. So the delivery service is cheap.\n1. All know that delivery service.",
    severity="info",
    told="check",
)
ONE_MEANING = Rule(
    "one-meaning",
    "What two terms mean differs.",
    bad="1. {define}`Fee` means the sum of all prices. The Fee is due. The Fee is low.\n"
    "1. {define}`Charge` means the sum of all prices. The Charge is due. The Charge is low.",
    good="1. {define}`Fee` means the sum of all prices. The Fee is due. The Fee is low.\n"
    "1. {define}`Charge` means the sum of all costs. The Charge is due. The Charge is low.",
    severity="warning",
    told="check",
)
_QUOTED = r"[“„«\"]\s?(?P<term>[^\W\d_a-z\u00df-\u00ff][^“”„«»\"]{1,60}?),?\s?[”“»\"]"
_AGAIN = 2
_DEFINES = frozenset({Definition})


def check_by_hand(case: Case) -> Iterator[Finding]:
    """`“Price” means …`, `(the “Price”)`: for information in an agreement that defines all its terms so."""
    severity: Severity | None = None
    for line, term in _by_hand(case):
        severity = severity or ("warning" if _defines(case) else "info")
        message = f"{term!r} is defined by hand, so that its uses are not known"
        yield BY_HAND.at(spot(line, term, case), message, f"write {{define}}`{term}`", severity)


def _by_hand(case: Case) -> Iterator[tuple[CheckedLine, str]]:
    """Each term that is defined so, and the line that does."""
    pattern = _pattern(case.agreement.locale)
    for line in case.lines:
        for found in () if line.heading else matches(pattern, line.text):
            which = "term" if found["term"] else "said"
            if line.is_typed(*found.span(which)):
                yield line, found[which]


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    words = language_of(locale).drafting
    in_brackets = rf"\(\s*(?i:{words.calls}){_QUOTED}[^()]{{0,40}}\)"
    return re.compile(rf"{in_brackets}|{_QUOTED.replace('term', 'said')}(?i:{words.defined})")


def _defines(case: Case) -> bool:
    """Whether an agreement has terms that are defined as terms."""
    if any(isinstance(block, Definitions) and block.entries for block in case.blocks):
        return True
    return any(holds(block, _DEFINES) for block in all_blocks(case.agreement))


def check_undefined(case: Case) -> Iterator[Finding]:
    """Several words in capitals, within sentences, at several places; one alone is a name as a rule."""
    if language_of(case.agreement.locale).capital_nouns:
        return
    terms = (Term(term) for term in {term for _, term in _by_hand(case)})
    known = compile_terms(terms, case.agreement.locale)
    for phrase in capital_phrases(case.agreement):
        if " " not in phrase.words or not phrase.within or phrase.more < _AGAIN or phrase.words.isupper():
            continue
        left = phrase.words
        for found in reversed(list(known.find(left))):
            left = left[: found.start] + left[found.end :]
        if re.search(r"[^\W\d_a-z\u00df-\u00ff]", left):
            message = f"{phrase.words!r} is written as a term here and {phrase.more} more times, and defined nowhere"
            yield UNDEFINED.at(phrase.place, message, "define it, or write it without capitals")


def check_meanings(case: Case) -> Iterator[Finding]:
    """Terms that mean the same in the same words."""
    known = defaultdict[str, list[tuple[str, Place]]](list)
    for block in case.blocks:
        for term, meaning, place in _meanings(block):
            known[meaning].append((term, place))
    for meaning, terms in known.items():
        first, *others = dict(terms).items()
        if len(meaning.split()) > _AGAIN:
            for term, place in others:
                message = f"{term!r} means the same as {first[0]!r}"
                yield ONE_MEANING.at(place, message, "keep one of the two terms")


def _meanings(block: Block) -> Iterator[tuple[str, str, Place]]:
    """Each term that a block defines, what it means, in plain words, and where."""
    match block:
        case Definitions():
            yield from map(_meant, block.entries)
        case Provisions():
            for item in block.items:
                yield from _meant_in(item)


@once_each
def _meant(entry: Defined) -> tuple[str, str, Place]:
    text = " ".join(text_of(line) for inner in entry.blocks for line in walk_lines(inner))
    return entry.term, _plain(text.replace(entry.term, "", 1)), entry.place


@once_each
def _meant_in(item: Provision) -> tuple[tuple[str, str, Place], ...]:
    lines = (line for inner in item.blocks for line in walk_lines(inner))
    begun = ((line, index, run) for line in lines for index, run in enumerate(line[:2]))
    return tuple(
        (run.term, _plain(text_of(line[index + 1 :]).partition(". ")[0]), item.place)
        for line, index, run in begun
        if isinstance(run, Definition)
    )


def _plain(meaning: str) -> str:
    return re.sub(r"\W+", " ", meaning).casefold().strip()
