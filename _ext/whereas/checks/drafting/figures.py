"""Numbers that are said twice, in words and in figures, and differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.drafting.spots import is_typed, spot
from whereas.checks.lines import lines_to_check
from whereas.language.said_numbers import number_said_before
from whereas.library.finding import Finding
from whereas.library.rule import Rule

WORDS_AND_FIGURES = Rule(
    "words-and-figures",
    "A number that is said in words and in figures is the same in both.",
    bad="The seller delivers within thirty (60) days.",
    good="The seller delivers within sixty (60) days.",
    told="check",
)
_FIGURES = re.compile(r"\s*\((\d{1,4})\)")


def check_words_and_figures(case: Case) -> Iterator[Finding]:
    """`thirty (60)`."""
    for line in lines_to_check(case.agreement, case.foreign):
        for found in _FIGURES.finditer(line.text):
            said = number_said_before(line.text[: found.start()], case.agreement.locale)
            if not said or said[1] == int(found[1]):
                continue
            words = line.text[found.start() - len(said[0]) : found.end()]
            if is_typed(line, found.start() - 1, found.start()) or is_typed(line, found.end() - 2, found.end()):
                message = f"{words!r} says {said[1]} in words, and {found[1]} in figures"
                yield WORDS_AND_FIGURES.at(spot(line, words, case), message, "make them the same")
