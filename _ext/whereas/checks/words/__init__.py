"""What a careful reader marks in one line, whatever stands around it.

A check is a function `check_…` in any file here; it is given a line and the locale, and yields marks. A line that many
agreements have in common is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.alike import once
from whereas.checks.case import Case
from whereas.checks.checks_in import checks_in
from whereas.checks.lines import CheckedLine
from whereas.checks.spots import spot
from whereas.checks.words.mark import Mark
from whereas.library.finding import Finding


def check_words(case: Case) -> Iterator[Finding]:
    """What all checks of a line find in the lines of an agreement."""
    for line in case.lines:
        for mark in _marks(line, case.agreement.locale):
            place = spot(line, line.text[mark.start : mark.end], case)
            yield mark.rule.at(place, mark.message, mark.hint, about=mark.about)


@once
def _marks(line: CheckedLine, locale: str) -> tuple[Mark, ...]:
    """What is found in a line, in words that were written there."""
    found = (mark for check in checks_in(__name__) for mark in check(line, locale))
    return tuple(each for each in found if each.given or line.is_typed(each.start, each.end))
