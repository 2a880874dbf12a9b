"""Addresses in the records of parties that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.shelf.shelf import Shelf
from whereas.checks.words.contacts import ADDRESS, wrong_addresses
from whereas.library.finding import Finding


def check_parties(shelf: Shelf) -> Iterator[Finding]:
    """The address for notices, and whatever else a record gives."""
    for party in shelf.parties.values():
        given = {("notices", "email"): party.notices.email}
        given |= {("facts", name): fact for name, fact in party.facts.items()}
        for path, text in given.items():
            for start, end, what in wrong_addresses(text):
                yield ADDRESS.at(party.place(*path), f"{text[start:end]!r} can be no {what}", "write the right one")
