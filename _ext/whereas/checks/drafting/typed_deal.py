"""The reference of a deal, typed into its text: it stays when the text is taken for another deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.lines import matches
from whereas.checks.spots import spot
from whereas.library.finding import Finding
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
#: A reference that is shorter, or has no figure, may well be another word.
_LONG = 5


def check_typed_deal(case: Case) -> Iterator[Finding]:
    """The deal's own reference, in words that are no value."""
    reference = case.agreement.reference.strip()
    if len(reference) < _LONG or not re.search(r"\d", reference):
        return
    pattern = re.compile(rf"(?<![\w/-]){re.escape(reference)}(?![\w/-])", re.IGNORECASE)
    for line in case.lines:
        for found in matches(pattern, line.text):
            if line.is_typed(*found.span()):
                message = f"{found[0]!r}, the reference of this deal, is typed here by hand"
                hint = "do without it, or declare a value that the deal gives: it stands on the cover anyhow"
                yield TYPED_DEAL.at(spot(line, found[0], case), message, hint)
