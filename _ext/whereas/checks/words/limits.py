"""Time limits that run from nothing, and duties that nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.in_words import spell_number
from whereas.language.registry import language_of
from whereas.language.said_numbers import number_said_before
from whereas.language.sentences import has_stop, sentences_in
from whereas.language.wording import Wording
from whereas.library.rule import Rule

LIMIT = Rule(
    "limit-from-nothing",
    "A time limit says from what it runs.",
    bad="The seller must reply within 10 days.",
    good="The seller must reply within 10 days after the order.",
    severity="warning",
    told="check",
)
DUTY = Rule(
    "duty-of-nobody",
    "A duty says whose it is.",
    bad="The goods must be delivered in boxes.",
    good="The goods must be delivered by the seller.",
    severity="info",
    told="check",
)


def check_limits(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`within 10 days.`; only in a whole sentence, since an item of a list may have what it needs before the list."""
    limit, runs_from, runs_on, begins_on, _, _ = _patterns(locale)
    for start, end in () if line.heading else sentences_in(line.text, locale):
        said = line.text[start:end]
        if (found := limit.search(said)) and said[0].isupper() and has_stop(said):
            around = f"{said[: found.start()]} {said[found.end() :]}"
            is_number = re.search(r"\d", found["number"]) or _is_said(found["number"], locale)
            starts = runs_from.search(around) or begins_on.match(said) or runs_on.match(said, found.end())
            if is_number and not starts:
                message = f"{found[0]!r} does not say from when it runs"
                yield Mark(LIMIT, start + found.start(), start + found.end(), message, "say after what", given=True)


def check_duties(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`must be delivered` with no "by"."""
    *_, duty, doer = _patterns(locale)
    for start, end in () if line.heading else sentences_in(line.text, locale):
        said = line.text[start:end]
        if (found := duty.search(said)) and not doer.search(said):
            message = f"{found[0]!r} does not say who has to do it"
            yield Mark(DUTY, start + found.start(), start + found.end(), message, "say who")


def _is_said(words: str, locale: str) -> bool:
    """Whether words are a number."""
    return bool(number_said_before(words, locale)) or words.lower() == spell_number(1, Wording(locale=locale))


@cache
def _patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    language = language_of(locale)
    words, units = language.drafting, language.placeholders.units
    number = r"(?P<number>[\w-]+(?:\s[\w-]+){0,2}?(?:\s\(\w+\))?)"
    limit = rf"\b(?:{words.within})\s(?:(?:a|an|the|the\snext)\s)?(?:period\sof\s)?{number}\s(?:{units})\b"
    starts = (rf"\s*(?:{each})\b" for each in (words.runs_on, words.begins_on))
    patterns = (limit, rf"\b(?:{words.runs_from})\b", *starts, words.duty, words.doer)
    return tuple(re.compile(each, re.IGNORECASE) for each in patterns)
