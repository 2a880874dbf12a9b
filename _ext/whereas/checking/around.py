"""What is around an agreement when it is checked: the records of its project, and the words that are a party's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from whereas.agreement.model import Agreement
from whereas.checks.case import Case
from whereas.library.clauses import Clause
from whereas.library.finding import NOWHERE, FindingsError
from whereas.library.library import Kind, Library
from whereas.library.parties import Party
from whereas.library.records import Record

#: A number that is shorter may well be another.
_LONG = 6
#: Forms of companies that are one and the same.
_ALIKE = (("Ltd", "Limited"), ("Inc", "Incorporated"), ("Corp", "Corporation"), ("plc", "PLC"))
#: The form of a company at the end of its name.
_FORM = re.compile(
    r",? (?:Ltd|Limited|LLP|LLC|PLC|plc|Inc|Incorporated|Corp|Corporation|Co|GmbH|AG|KG|SE|UG|OHG|SASU|SNC"
    r"|S\.?A\.?R\.?L|S\.?A\.?S|S\.?A|S\.?L|B\.?V|N\.?V)\.?$"
)
R = TypeVar("R", bound=Record)


class Records(Mapping[str, R]):
    """The records of a kind that can be read, each read when it is asked for."""

    def __init__(self, library: Library, kind: Kind) -> None:
        """Take the library, and the kind."""
        self._library, self._kind = library, kind

    def __getitem__(self, id: str) -> R:
        """One of them; raises KeyError where there is none, or none that can be read."""
        try:
            return self._library.find(self._kind, id, NOWHERE)  # type: ignore[return-value]
        except FindingsError:
            raise KeyError(id) from None

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._library.ids(self._kind) if id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def around(library: Library, particulars: Mapping[str, frozenset[str]]) -> Case:
    """What is alike for all agreements of a library; `particulars` are words that belong to parties, with their ids."""
    clauses, parties = Records[Clause](library, "clauses"), Records[Party](library, "parties")
    return Case(Agreement("", "", ""), root=library.root, particulars=particulars, clauses=clauses, parties=parties)


def particulars_of(party: Party) -> tuple[str, ...]:
    """The words that belong to a party alone: its names, also in capitals; who signs; its numbers, its street."""
    number = party.registration.number if party.registration else ""
    lines = (*party.address.lines, *party.address.street) if party.address else ()
    facts = (each for each in party.facts.values() if any(sign.isdigit() for sign in each))
    numbers = (each for each in (number, party.tax_id, party.notices.email, *facts, *lines[:1]) if len(each) >= _LONG)
    short = _FORM.sub("", party.name)
    names = [party.name, party.trading_name, party.short if _is_name(party.short) else ""]
    for forms in _ALIKE:
        if form := next((each for each in forms if party.name.rstrip(".").endswith(f" {each}")), ""):
            names += [f"{party.name.rstrip('.').removesuffix(form)}{each}" for each in forms]
    names += [each for each in (short, *(each.name for each in party.signatories)) if " " in each.strip()]
    capitals = [each.upper() for each in names if " " in each]
    return tuple(dict.fromkeys(each.strip() for each in (*names, *capitals, *numbers) if each.strip()))


def _is_name(short: str) -> bool:
    """Whether what a party is called for short can be no other word: Borealis, not Bank or the Company."""
    return len(short) >= _LONG and short[0].isupper() and " " not in short


def particulars_in(parties: Mapping[str, Party]) -> dict[str, frozenset[str]]:
    """The words that belong to parties, each with the ids of all whose they are."""
    found = dict[str, frozenset[str]]()
    for id, party in parties.items():
        for words in particulars_of(party):
            found[words] = found.get(words, frozenset()) | {id}
    return found
