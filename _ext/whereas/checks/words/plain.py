"""Words that say in a long or old way what plain ones say: for information, one rule for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.any_of import any_of
from whereas.language.registry import language_of
from whereas.language.sentences import sentences_in
from whereas.library.rule import Rule

WORDY = Rule(
    "wordy",
    "Plain words stand where they say the same as old or long ones.",
    bad="The seller delivers prior to the payment.",
    good="The seller delivers before the payment.",
    severity="info",
    told="check",
)
AND_OR = Rule(
    "and-or",
    "“And” or “or” is written, not both.",
    bad="The seller delivers goods and/or parts.",
    good="The seller delivers goods or parts, or both.",
    severity="info",
    told="check",
)
TWICE_NOT = Rule(
    "twice-not",
    "What is so is said without denying that it is not.",
    bad="The seller may not unreasonably refuse.",
    good="The seller may refuse only for a good reason.",
    severity="info",
    told="check",
)
OR_AFTER_NOT = Rule(
    "or-after-not",
    "There is no “or” after “not”, where it may forbid either, or only both.",
    bad="The seller must not lend or sell it.",
    good="The seller must neither lend nor sell it.",
    severity="info",
    told="check",
)
GENDERED = Rule(
    "gendered",
    "A person is of no sex, unless it matters.",
    bad="An agent brings his papers.",
    good="An agent brings the papers.",
    severity="info",
    told="check",
)
LONG = Rule(
    "long-sentence",
    "A sentence has no more than sixty words.",
    bad="The seller delivers" + " goods, parts, plans and tools that it has made or bought and" * 5 + " boxes.",
    good="The seller delivers goods, parts, plans and tools that it has made or bought.",
    severity="info",
    told="check",
)
_LONGEST = 60
_HINTS = {
    AND_OR.id: "say which is meant: “or … or both” if it is either",
    TWICE_NOT.id: "say it without denying it twice",
    OR_AFTER_NOT.id: "say “neither … nor”, or make a list",
    GENDERED.id: "name the person by its role again, or write “it” or “they”",
}


def check_wordy(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`prior to`, with the plainer words."""
    pattern, plainer = _wordy(locale)
    for found in pattern.finditer(line.text) if pattern else ():
        words = plainer[str(found.lastgroup)]
        yield Mark(
            WORDY, *found.span(), f"{found[0]!r} has plainer words", f"write {words}" if words else "leave it out"
        )


def check_style(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`and/or`, `not unless`, `he`."""
    for rule, pattern in _patterns(locale):
        for found in pattern.finditer(line.text):
            yield Mark(
                rule, *found.span(), f"{found[0]!r}: {rule.meaning[0].lower()}{rule.meaning[1:-1]}", _HINTS[rule.id]
            )


def check_length(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """Sentences that nobody can keep in mind; a list that runs on in semicolons is several."""
    for start, end in () if line.heading else sentences_in(line.text, locale):
        count = max(len(part.split()) for part in line.text[start:end].split(";"))
        if count > _LONGEST:
            first = line.text.find(" ", start) if " " in line.text[start:end] else end
            message = f"this sentence has {count} words"
            yield Mark(LONG, start, first, message, "make two of it, or a list", given=True)


@cache
def _wordy(locale: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """One pattern for all phrases of a language, and the plainer words by the group that finds the phrase."""
    known = language_of(locale).plain.wordy
    if not known:
        return None, {}
    plainer = {f"w{index}": words for index, words in enumerate(known.values())}
    return re.compile(rf"\b(?:{any_of(known, names=True)})(?!\w)", re.IGNORECASE), plainer


@cache
def _patterns(locale: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    words = language_of(locale).plain
    kinds = {AND_OR: words.either, TWICE_NOT: words.twice_not, OR_AFTER_NOT: words.not_or, GENDERED: words.gendered}
    return tuple((rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in kinds.items())
