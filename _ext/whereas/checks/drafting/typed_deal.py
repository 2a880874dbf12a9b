"""The reference of a deal, typed into a text: it stays when the text is taken for another deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.owned import Mine, folded
from whereas.checks.spots import spot
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, example_page

_DEAL = {"deals/a.yaml": "agreement: a\nreference: COOP-2027-014\n"}
TYPED_DEAL = Rule(
    "typed-deal",
    "The reference of a deal is given in the deal's file, and typed into no text.",
    bad={**example_page("1. The seller names COOP-2027-014 in each invoice."), **_DEAL},
    good={**example_page("1. The seller names this agreement in each invoice."), **_DEAL},
    severity="warning",
    told="check",
)


def check_typed_deal(case: Case) -> Iterator[Finding]:
    """The reference of a deal of the project, this one's or another's, in words that are no value."""
    for line in case.lines if case.references else ():
        for found in case.references.find(line.text, case.agreement.locale):
            words = line.text[found.start : found.end]
            if line.is_typed(found.start, found.end) and not _is_part(line.text, found):
                yield _typed(words, found, spot(line, words, case), case)


def _is_part(text: str, found: Mine) -> bool:
    """Whether what stands there is part of a longer reference: COOP-2027-014-B."""
    return bool(re.search(r"[\w/-]\Z", text[: found.start]) or re.match(r"[/-]?\w", text[found.end :]))


def _typed(words: str, found: Mine, place: Place, case: Case) -> Finding:
    if folded(words) == folded(case.agreement.reference):
        message = f"{words!r}, the reference of this deal, is typed here by hand"
        hint = "do without it, or declare a value that the deal gives: it stands on the cover anyhow"
    else:
        message = f"{words!r}, the reference of {' and '.join(map(repr, sorted(found.whose)))}, is typed here by hand"
        hint = "cite that agreement by its name, as {clause}`name:label` does, or let a value of the deal give it"
    return TYPED_DEAL.at(place, message, hint)
