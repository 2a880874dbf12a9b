"""What belongs to a party and was typed into a text: it stays when another party takes that role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.drafting.spots import is_typed, spot
from whereas.checks.lines import lines_to_check
from whereas.library.finding import Finding
from whereas.library.rule import Rule

TYPED_PARTY = Rule(
    "typed-party",
    "No name, number or address of a party is typed into a text: it comes from the party's file.",
    bad="The seller is Acme Ltd.",
    good="The seller is {{ seller.name }}.",
    severity="warning",
    told="check",
)


def check_typed_parties(case: Case) -> Iterator[Finding]:
    """A name, number or street of any party of the project, in words that are no value."""
    if not case.particulars:
        return
    words = sorted(case.particulars, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    for line in lines_to_check(case.agreement, case.foreign):
        for found in pattern.finditer(line.text):
            if not is_typed(line, *found.span()):
                continue
            party = case.particulars[found[0]]
            if case.deal and party not in {each.party for many in case.deal.parties.values() for each in many}:
                message = f"{found[0]!r} is of {party!r}, which is no party to this deal"
            else:
                message = f"{found[0]!r}, which is of {party!r}, is typed here by hand"
            hint = "let it come from the party's file, as {{ role.name }} does"
            yield TYPED_PARTY.at(spot(line, found[0], case), message, hint)
