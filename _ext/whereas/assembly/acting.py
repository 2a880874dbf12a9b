"""By whom a party acts: persons, and companies that act by others in turn, such as a general partner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whereas.agreement.runs import Run, Text
from whereas.assembly.facts import Role
from whereas.assembly.filling import Runs, fact_of, filled, joined, register_of, said_of
from whereas.language.frame import Phrases
from whereas.library.agreements import RoleTerm
from whereas.library.parties import Party


@dataclass(frozen=True)
class Acting:
    """How those who sign for the party in a role are named, in a language and with its word for "and"."""

    role: Role
    words: Phrases
    conjunction: str

    def companies(self, party: Party, registers: bool = False) -> Runs:
        """The companies that sign for a party, with their registers if these are asked for; nothing if none do."""
        return joined([*self._companies(party, registers)], self.conjunction)

    def _companies(self, party: Party, registers: bool) -> Iterator[Runs]:
        for position, each in enumerate(party.signatories):
            if company := self.role._agents.get(each.party):
                yield self._company(party, position, company, self.companies(company, registers), registers)

    def everybody(self, party: Party | None) -> Runs:
        """All who sign for a party: Ada Moreau, a director, and Ben Novak, its secretary; a blank for nobody yet."""
        if party is None or not party.signatories:
            return (self._blank(party),)
        return joined([self._somebody(party, position) for position in range(len(party.signatories))], self.conjunction)

    def _somebody(self, party: Party, position: int) -> Runs:
        if company := self.role._agents.get(party.signatories[position].party):
            return self._company(party, position, company, self.everybody(company), False)
        return self._person(party, position)

    def persons(self, party: Party) -> Iterator[tuple[Party, int | None]]:
        """Each person who puts a name to it: whose file names it, and where; nowhere where it is not known yet."""
        if not party.signatories:
            yield party, None
        for position, each in enumerate(party.signatories):
            if company := self.role._agents.get(each.party):
                yield from self.persons(company)
            else:
                yield party, position

    def _company(self, party: Party, position: int, company: Party, by: Runs, register: bool) -> Runs:
        """its general partner, Acme GP Ltd (company number 0123), acting by …"""
        title = self.words.office_of(party.signatories[position].title)[0]
        runs = filled(
            self.words.agent if title else self.words.agent_alone,
            name=said_of(self.role, company, "signatory", company.name, "name"),
            title=said_of(self.role, party, "title", title, "signatories", position, "title"),
            register=register_of(self.role, company, self.words) if register else (),
        )
        return (*runs, *filled(self.words.in_turn, agents=by)) if by else runs

    def _person(self, party: Party, position: int) -> Runs:
        signatory, at = party.signatories[position], ("signatories", position)
        runs: Runs = (said_of(self.role, party, "signatory", signatory.name, *at, "name"),)
        if signatory.title:
            title, article = self.words.office_of(signatory.title)
            said = said_of(self.role, party, "title", title, *at, "title")
            runs = filled(self.words.signatory, name=runs, a=article, title=said)
        if signatory.capacity:
            runs = (*runs, Text(", "), said_of(self.role, party, "capacity", signatory.capacity, *at, "capacity"))
        return runs

    def _blank(self, party: Party | None) -> Run:
        """The blank for a signatory of the party in the role, or of a company that signs for it."""
        if party is None or party in self.role._parties:
            return fact_of(self.role, "signatory")
        return fact_of(Role(self.role._id, RoleTerm(term=party.name), (party,), self.role._wording), "signatory")
