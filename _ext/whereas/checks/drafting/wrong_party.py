"""What belongs to a party and was typed into a text: it stays when another party takes that role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.spots import spot
from whereas.library.finding import Finding
from whereas.library.rule import Rule, example_page

TYPED_PARTY = Rule(
    "typed-party",
    "No name, number or address of a party is typed into a text: it comes from the party's file.",
    bad="The seller is Acme Ltd.",
    good="The seller is {{ seller.name }}.",
    severity="warning",
    told="check",
)
_PAGE = example_page("1. The goods are {{ goods }}.", "roles: {buyer: Buyer}", "values: {goods: {type: text}}")
STRANGER = Rule(
    "stranger",
    "A deal's values name no party of another deal.",
    bad={**_PAGE, "deals/a.yaml": "agreement: a\nparties: {buyer: orbit}\nvalues: {goods: boxes of Acme Ltd}"},
    good={**_PAGE, "deals/a.yaml": "agreement: a\nparties: {buyer: orbit}\nvalues: {goods: boxes of Orbit Ltd}"},
    severity="warning",
    told="check",
)


def check_typed_parties(case: Case) -> Iterator[Finding]:
    """A name, number or street of any party of the project, in words that are no value; and a stranger in a value."""
    if not case.particulars:
        return
    words = sorted(case.particulars, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    for line in case.lines:
        for found in matches(pattern, line.text):
            if line.is_typed(*found.span()):
                yield _typed(line, found[0], case)
            elif not _is_of_deal(found[0], case):
                yield from _in_value(line, found, case)


def _typed(line: CheckedLine, words: str, case: Case) -> Finding:
    whose = _whose(words, case)
    if _is_of_deal(words, case):
        message = f"{words!r}, which is of {whose}, is typed here by hand"
    else:
        message = f"{words!r} is of {whose}, which is no party to this deal"
    return TYPED_PARTY.at(
        spot(line, words, case), message, "let it come from the party's file, as {{ role.name }} does"
    )


def _in_value(line: CheckedLine, found: re.Match[str], case: Case) -> Iterator[Finding]:
    piece = line.piece_at(found.start())
    if piece.origin and found[0] in piece.text and piece.origin.places[0].file:
        message = f"{found[0]!r} is of {_whose(found[0], case)}, which is no party to this deal"
        yield STRANGER.at(piece.origin.places[0], message, "write what is meant here")


def _whose(words: str, case: Case) -> str:
    return " and ".join(map(repr, sorted(case.particulars[words])))


def _is_of_deal(words: str, case: Case) -> bool:
    """Whether words belong to a party of the deal; of what is no deal, all may be."""
    if not case.deal:
        return True
    return not case.particulars[words].isdisjoint(each.party for many in case.deal.parties.values() for each in many)
