"""What texts may ask of a party: `{{ company.name }}`, `{{ guarantor.address }}`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from whereas.language import Wording, format_value
from whereas.library.finding import Place
from whereas.library.parties import Party
from whereas.values.date import parse_date

#: What can be asked.
PARTY_FACTS = (
    "name",
    "short",
    "trading_name",
    "kind",
    "entity",
    "jurisdiction",
    "born",
    "registration",
    "register",
    "court",
    "address",
    "tax_id",
    "email",
    "attention",
    "notice_address",
    "signatory",
)
_PATHS: dict[str, tuple[str | int, ...]] = {
    "registration": ("registration", "number"),
    "register": ("registration", "label"),
    "court": ("registration", "court"),
    "email": ("notices", "email"),
    "attention": ("notices", "attention"),
    "notice_address": ("notices", "address"),
    "signatory": ("signatories", 0, "name"),
}


class PartyFact(NamedTuple):
    """The words of one fact about a party, empty if it is not known, and where they were written."""

    words: str
    place: Place


def party_fact(party: Party, fact: str, wording: Wording) -> PartyFact:
    """One of PARTY_FACTS, or one of the party's own further facts."""
    place = party.place(*_PATHS.get(fact, (fact,)))
    match fact:
        case "kind":
            words = "person" if party.is_person else "company"
        case "name" | "trading_name" | "entity" | "jurisdiction" | "tax_id":
            words = str(getattr(party, fact))
        case "born":
            words = format_value(parse_date(party.born), wording) if party.born else ""
        case "short":
            words = party.short or party.name
        case "registration":
            words = party.registration.number if party.registration else ""
        case "register":
            words = party.registration.label if party.registration else ""
        case "court":
            words = party.registration.court if party.registration else ""
        case "address":
            words = format_value(party.address, wording) if party.address else ""
        case "notice_address":
            address = party.notices.address or party.address
            words = format_value(address, wording) if address else ""
        case "email" | "attention":
            words = str(getattr(party.notices, fact))
        case "signatory":
            words = party.signatories[0].name if party.signatories else ""
        case _:
            words, place = party.facts.get(fact, ""), party.place("facts", fact)
    return PartyFact(words, place)


class Further:
    """The further facts of a party, as the template language sees them: whatever its file says under `facts:`."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[str], Any]) -> None:
        """Take what gives the fact of a name."""
        self._ask = ask

    def __getattr__(self, fact: str) -> Any:
        if fact.startswith("_"):
            raise AttributeError(fact)
        return self._ask(fact)
