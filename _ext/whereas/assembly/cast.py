"""Who plays the roles of an agreement: each party as its deal has it, and the companies that sign for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from whereas.assembly.facts import Role
from whereas.language import Wording
from whereas.language.nearest import did_you_mean
from whereas.language.nouns import plural_of
from whereas.library.agreements import AgreementHeader, RoleTerm
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.library import Library
from whereas.library.parties import Party, PartyInDeal, PartyInRole
from whereas.library.records import read_model
from whereas.library.rule import Rule, example_page
from whereas.library.rules import UNKNOWN_ROLE, VALUE
from whereas.library.source import Keys, Source

ROLE_PLURAL = Rule(
    "role-plural",
    "Several parties in a role have a word for them together.",
    bad={
        **example_page("1. {{ buyer }} zahlt.", "locale: de", "roles: {buyer: {term: Bank, article: die}}"),
        "deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, acme]}",
    },
    good={
        **example_page(
            "1. {{ buyer }} zahlt.", "locale: de", "roles: {buyer: {term: Bank, article: die, plural: Banken}}"
        ),
        "deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, acme]}",
    },
)
SAME_PARTY = Rule(
    "same-party",
    "Nobody contracts with itself, unless the agreement or the deal says that this is meant.",
    bad={"deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, orbit]}"},
    good={"deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, acme]}"},
)
SIGNATORY = Rule(
    "signatory",
    "Whoever signs for a party does so through a person in the end.",
    bad={"parties/orbit.yaml": "name: Orbit Ltd\nsignatories: [{party: orbit}]"},
    good={"parties/orbit.yaml": "name: Orbit Ltd\nsignatories: [{name: Ada Moreau}]"},
)


@dataclass(frozen=True)
class Cast:
    """Looks parties up for one page: what is wrong goes to `findings`, the file of each to `asked`."""

    library: Library
    findings: list[Finding]
    asked: set[Path] = field(default_factory=set)

    def party(self, id: str, place: Place) -> Party | None:
        """A party as its file has it; None, and a finding at the place that names it, where there is none."""
        found = self._find(id, place)
        return self._named(found) if found else None

    def played(self, who: PartyInDeal, source: Source, path: Keys) -> Party | None:
        """A party as a deal has it, whose source says so at this path."""
        found = self._find(who.party, source.place(*path, "party"))
        return self._named(_as_in_deal(found, who, source, source.located(*path))) if found else None

    def described(self, source: Source) -> Party | None:
        """A party that plays no role, as a mapping says more of it; the source is the mapping's."""
        if "may_also_be" in source.data:
            message = "a value plays no role, so there is none that it `may_also_be`"
            self.findings.append(VALUE.at(source.place("may_also_be"), message, "leave this line out"))
            source = source.moved(("may_also_be",), None)
        try:
            who, source, findings = read_model(PartyInDeal, source)
        except FindingsError as failure:
            self.findings.extend(failure.findings)
            return None
        self.findings.extend(findings)
        return self.played(who, source, ())

    def whole(self, party: Party) -> Party:
        """A party's own record with the names of the companies that sign for it; what is wrong with them is told."""
        self.agents(party)
        return self._named(party)

    def agents(self, party: Party, chain: tuple[str, ...] = ()) -> dict[str, Party]:
        """The companies that sign for a party, those that sign for them in turn, and so on, by id."""
        found: dict[str, Party] = {}
        chain = (*chain, party.id)
        for position, each in enumerate(party.signatories):
            if each.party in chain:
                message = f"{each.party!r} signs for {party.id!r}, which signs for {each.party!r} in turn"
                place = party.place("signatories", position)
                self.findings.append(SIGNATORY.at(place, message, "name the person who signs"))
            elif each.party and self.library.files("parties", each.party):  # if not, it is told already
                company = self.party(each.party, party.place("signatories", position, "party"))
                found |= {each.party: company, **self.agents(company, chain)} if company else {}
        return found

    def _find(self, id: str, place: Place) -> Party | None:
        self.asked.add(self.library.path("parties", id))
        try:
            found = self.library.find("parties", id, place)
        except FindingsError as failure:
            self.findings.extend(failure.findings)
            return None
        self.findings.extend(found.findings)
        return found

    def _named(self, party: Party) -> Party:
        """The party with the names of the companies among its signatories, which their own files tell."""
        signatories = list(party.signatories)
        for position, each in enumerate(signatories):
            if each.party:
                company = self._find(each.party, party.place("signatories", position, "party"))
                name = company.name if company else f"[{each.party}]"
                signatories[position] = each.model_copy(update={"name": name})
        return party.model_copy(update={"signatories": tuple(signatories)})


def _as_in_deal(party: Party, who: PartyInDeal, source: Source, path: Keys) -> Party:
    """The party with what a deal says of it, each fact with the place where the deal says it."""
    changes: dict[str, Any] = {}
    parts: list[Keys] = []
    for name in ("signatories", "witness"):
        if (said := getattr(who, name)) is not None:
            changes[name] = said
            parts.append((name,))
    if who.notices:
        said = {name: getattr(who.notices, name) for name in who.notices.model_fields_set}
        changes["notices"] = party.notices.model_copy(update=said)
        parts += [("notices", name) for name in said]
    if who.facts:
        changes["facts"] = {**party.facts, **who.facts}
        parts += [("facts", name) for name in who.facts]
    if not changes:
        return party
    made = party.model_copy(update=changes)
    for part in parts:
        made._source = made.source.with_part(part, source, (*path, *part))
    return made


def cast_roles(header: AgreementHeader, deal: Deal | None, cast: Cast, wording: Wording) -> dict[str, Role]:
    """The roles of an agreement, each with the parties that play it in a deal."""
    roles = {}
    for id, term in header.roles.items():
        parties: list[Party] = []
        agents: dict[str, Party] = {}
        players = deal.parties.get(id, ()) if deal else ()
        for position, who in enumerate(players):
            assert deal is not None  # without a deal nobody plays
            if party := cast.played(who, deal.source, ("parties", id, position)):
                parties.append(party)
                agents |= cast.agents(party)
        roles[id] = Role(id, role_called(term, players), tuple(parties), wording, agents)
    if deal:
        cast.findings.extend((*_without_plural(header, deal, wording), *_twice(header, deal), *_unknown(header, deal)))
        cast.findings.extend(_named_together(deal))
    return roles


def role_called(term: RoleTerm, players: tuple[PartyInRole, ...]) -> RoleTerm:
    """What a role is called in a deal: the name that it gives its one party, a proper name, or else the role's term."""
    own = players[0].term if len(players) == 1 else ""
    return RoleTerm(term=own, article="", may_also_be=term.may_also_be) if own else term


def _named_together(deal: Deal) -> Iterator[Finding]:
    """A name of its own for one of several parties, who go by one term together."""
    for id, players in deal.parties.items():
        for position, who in enumerate(players):
            if who.term and len(players) > 1:
                place = deal.place("parties", id, position, "term")
                message = f"several parties play the role {id!r}, and this would be the name of one of them alone"
                yield VALUE.at(place, message, "leave `term:` out: they go by the role's term together")


def _without_plural(header: AgreementHeader, deal: Deal, wording: Wording) -> Iterator[Finding]:
    """Several parties in a role of which no rule of the language tells what several are called."""
    for id, term in header.roles.items():
        if len(deal.parties.get(id, ())) > 1 and not term.plural and not plural_of(term.term, wording.locale):
            place = deal.place("parties", id)
            message = f"several parties play the role {id!r} ({place}), and nothing says what they are called together"
            hint = f"give the plural here: `{id}: {{term: {term.term}, plural: ...}}`"
            yield ROLE_PLURAL.at(header.place("roles", id), message, hint)


def _twice(header: AgreementHeader, deal: Deal) -> Iterator[Finding]:
    """A party that would contract with itself, unless the agreement or the deal says that this is meant."""
    played = [(role, position, who) for role in header.roles for position, who in enumerate(deal.parties.get(role, ()))]
    for (role, _, who), (other, position, again) in combinations(played, 2):
        if who.party != again.party:
            continue
        place = deal.place("parties", other, position)
        if role == other:
            message = f"the role {role!r} names {who.party!r} twice"
            yield SAME_PARTY.at(place, message, "name each party once")
        elif not (
            role in (*header.roles[other].may_also_be, *again.may_also_be)
            or other in (*header.roles[role].may_also_be, *who.may_also_be)
        ):
            message = f"{who.party!r} is both {role!r} and {other!r}, so it would contract with itself"
            hint = f"if that is meant, say so: `{other}: {{party: {who.party}, may_also_be: {role}}}`"
            yield SAME_PARTY.at(place, message, hint, severity="warning")


def _unknown(header: AgreementHeader, deal: Deal) -> Iterator[Finding]:
    """Roles named in a `may_also_be` that the agreement does not have."""
    named: list[tuple[str, Place]] = []
    for id, term in header.roles.items():
        path = ("roles", id, "may_also_be")
        named += [(role, header.place(*path, index)) for index, role in enumerate(term.may_also_be)]
    for id, players in deal.parties.items():
        for position, who in enumerate(players):
            at = ("parties", id, position, "may_also_be")
            named += [(role, deal.place(*at, index)) for index, role in enumerate(who.may_also_be)]
    for role, place in named:
        if role not in header.roles:
            message = f"{deal.agreement!r} has no role {role!r}"
            yield UNKNOWN_ROLE.at(place, message, did_you_mean(role, header.roles))
