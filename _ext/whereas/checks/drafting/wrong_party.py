"""What belongs to a party and was typed into a text: it stays when another party takes that role."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine
from whereas.checks.owned import Mine
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
    ours = _parties_of(case)
    for line in case.lines if case.particulars else ():
        for found in case.particulars.find(line.text, case.agreement.locale):
            is_ours = ours is None or not found.whose.isdisjoint(ours)
            if line.is_typed(found.start, found.end):
                yield _typed(line, found, is_ours, case)
            elif not is_ours:
                yield from _in_value(line, found)


def _parties_of(case: Case) -> frozenset[str] | None:
    """The parties of a deal, in its roles or named by a value, as a guarantor is; None for what is no deal."""
    if not case.deal:
        return None
    in_roles = {each.party for many in case.deal.parties.values() for each in many}
    named = (case.deal.values.get(fact.name) for fact in case.agreement.facts if fact.type == "party")
    return frozenset((*in_roles, *(each for each in named if isinstance(each, str))))


def _typed(line: CheckedLine, found: Mine, is_ours: bool, case: Case) -> Finding:
    words = line.text[found.start : found.end]
    if is_ours:
        message = f"{words!r}, which is of {_said(found)}, is typed here by hand"
    else:
        message = f"{words!r} is of {_said(found)}, which is no party to this deal"
    return TYPED_PARTY.at(
        spot(line, words, case), message, "let it come from the party's file, as {{ role.name }} does"
    )


def _in_value(line: CheckedLine, found: Mine) -> Iterator[Finding]:
    piece, words = line.piece_at(found.start), line.text[found.start : found.end]
    if piece.origin and words in piece.text and piece.origin.places[0].file:
        message = f"{words!r} is of {_said(found)}, which is no party to this deal"
        yield STRANGER.at(piece.origin.places[0], message, "write what is meant here")


def _said(found: Mine) -> str:
    return " and ".join(map(repr, sorted(found.whose)))
