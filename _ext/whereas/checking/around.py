"""What is around an agreement when it is checked: the records of its project, and the words that are a party's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from whereas.agreement.model import Agreement
from whereas.checks.case import Case
from whereas.checks.owned import Owned, folded
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, FindingsError
from whereas.library.library import Kind, Library
from whereas.library.parties import Party
from whereas.library.records import Record

#: Numbers, names, streets and references that are shorter may well be something else.
_LONG, _SHORT, _STREET, _REFERENCE = 6, 4, 9, 5
Words = Mapping[str, frozenset[str]]
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


def around(library: Library, particulars: Words, references: Words) -> Case:
    """What is alike for all agreements of a library; words that belong to parties, and to deals, with their ids."""
    clauses, parties = Records[Clause](library, "clauses"), Records[Party](library, "parties")
    return Case(
        Agreement("", "", ""),
        root=library.root,
        particulars=Owned(particulars),
        references=Owned(references),
        clauses=clauses,
        parties=parties,
    )


def words_of(record: Record) -> tuple[str, ...]:
    """The words that belong to a party or a deal alone."""
    match record:
        case Party():
            return particulars_of(record)
        case Deal():
            return reference_of(record)
    return ()


def reference_of(deal: Deal) -> tuple[str, ...]:
    """The reference of a deal, if it can be no other word."""
    reference = deal.reference.strip()
    return (reference,) if len(reference) >= _REFERENCE and any(sign.isdigit() for sign in reference) else ()


def particulars_of(party: Party) -> tuple[str, ...]:
    """The words that belong to a party alone: its names; who signs; its numbers, its street, its postcode."""
    names = [party.name, party.trading_name, _FORM.sub("", party.name), party.short]
    for forms in _ALIKE:
        if form := next((each for each in forms if party.name.rstrip(".").endswith(f" {each}")), ""):
            names += [f"{party.name.rstrip('.').removesuffix(form)}{each}" for each in forms]
    names += [each.name for each in party.signatories if " " in each.name.strip()]
    words = [each.strip() for each in names if _is_name(each.strip())]
    return tuple(dict.fromkeys((*words, *_numbers(party), *_places(party))))


def _numbers(party: Party) -> Iterator[str]:
    """What only one has: registers' and other numbers, an address for e-mail and the domain that is called as it."""
    facts = (each for each in party.facts.values() if any(sign.isdigit() for sign in each))
    number = party.registration.number if party.registration else ""
    yield from (each for each in (number, party.tax_id, party.notices.email, *facts) if len(folded(each)) >= _LONG)
    domain = party.notices.email.rpartition("@")[2]
    if folded(domain.partition(".")[0]) in folded(party.name):
        yield from [domain] if domain.count(".") and len(domain) >= _LONG else []


def _places(party: Party) -> Iterator[str]:
    """The first line of the address, its street without the house, and a postcode that has letters."""
    lines = (*party.address.lines, *party.address.street) if party.address else ()
    for street in lines[:1]:
        alone = re.sub(r"^[\d\s,./-]+\w?\s+|[\s,]+\d+\s?\w?$", "", street)
        yield from (each for each in (street, alone) if len(folded(each)) >= (_LONG if each == street else _STREET))
    for line in (*lines, party.address.postcode if party.address else ""):
        yield from re.findall(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b", line)


def _is_name(words: str) -> bool:
    """Whether words can be a name: Borealis or Acme, not AB, nor the Company."""
    return len(folded(words)) >= _SHORT and not words[0].islower()


def particulars_in(records: Mapping[str, Record]) -> dict[str, frozenset[str]]:
    """The words that belong to parties or deals, each with the ids of all whose they are."""
    found = dict[str, frozenset[str]]()
    for id, record in records.items():
        for words in words_of(record):
            found[words] = found.get(words, frozenset()) | {id}
    return found
