"""What a page is, and the facts it sees: from its front matter, the clauses it names, and a deal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from whereas.assembly.facts import Facts, Known, Role, known_value
from whereas.library.agreements import AgreementHeader, Page
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place, Trouble, did_you_mean
from whereas.library.library import Library
from whereas.library.parties import Party
from whereas.library.values import Declaration

_MENTION = re.compile(r"^[ \t]*(?::{3,}|`{3,})\{clause\}[ \t]+(\S+)((?:\n[ \t]*:[\w-]+:.*)*)", re.MULTILINE)
_WITH = re.compile(r":with:(.*)")


@dataclass(frozen=True)
class Template:
    """An agreement page that deals can fill: where it is, and what it says."""

    docname: str
    file: str
    page: Page
    header: AgreementHeader


@dataclass
class Declared:
    """The values a page and its clauses declare, and who declared each first."""

    declarations: dict[str, Declaration] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def add(self, name: str, declaration: Declaration, place: Place, findings: list[Finding]) -> None:
        """Note a declaration; another one of the same name must say the same."""
        if name not in self.declarations:
            self.declarations[name], self.places[name] = declaration, place
        elif _essence(self.declarations[name]) != _essence(declaration):
            message = f"the value {name!r} is declared otherwise here than in {self.places[name]}"
            findings.append(Finding(place, "declared-twice", message, "declare both alike, or rename one"))


def _essence(declaration: Declaration) -> tuple[Any, ...]:
    return declaration.type, declaration.default, declaration.choices


def mentions(text: str) -> dict[str, dict[str, str]]:
    """The clauses a page's text places by directive, and how each is fitted (`:with:`)."""
    found: dict[str, dict[str, str]] = {}
    for mention in _MENTION.finditer(text):
        fitting = _WITH.search(mention[2])
        found.setdefault(mention[1], {}).update(parse_fitting(fitting[1] if fitting else ""))
    return found


def parse_fitting(text: str) -> dict[str, str]:
    """`payer=partner, fee=setup_fee` as a mapping; parts without `=` are left out."""
    pairs = (part.split("=", 1) for part in text.split(",") if "=" in part)
    return {own.strip(): theirs.strip() for own, theirs in pairs}


def page_facts(template: Template, deal: Deal | None, library: Library, locale: str, findings: list[Finding]) -> Facts:
    """The facts a template's text sees, in a deal or with blanks. What is wrong with the deal goes to the findings."""
    named = mentions(template.page.text)
    declared = Declared()
    for name, declaration in template.header.values.items():
        declared.add(name, declaration, template.header.place("values", name), findings)
    for id, fitting in named.items():
        try:
            clause = library.find("clauses", id, Place(template.file))
        except Trouble:
            continue  # told where the directive stands
        for name, declaration in clause.values.items():
            if name not in fitting:
                declared.add(name, declaration, clause.place("values", name), findings)
    values = _values(declared, deal, locale, findings)
    roles = _roles(template.header, deal, library, findings)
    omitted: dict[str, Place] = {}
    if deal:
        _check_deal(deal, template, set(named), library, findings)
        omitted = {id: deal.place("clauses", id) for id, choice in deal.clauses.items() if choice.omit}
    return Facts(values, roles, omitted, (deal.title or deal.id) if deal else "", locale)


def _values(declared: Declared, deal: Deal | None, locale: str, findings: list[Finding]) -> dict[str, Known]:
    given = deal.values if deal else {}
    values = {}
    for name, declaration in declared.declarations.items():
        if deal and given.get(name) is not None:
            place = deal.place("values", name)
            values[name] = known_value(name, declaration, given[name], place, str(place), locale, findings)
        else:
            place = declared.places[name]
            origin = f"default, {place}"
            values[name] = known_value(name, declaration, declaration.default, place, origin, locale, findings)
    for name in given if deal else ():
        if deal and name not in declared.declarations:
            message = f"no value {name!r} is declared by {deal.agreement!r} or its clauses"
            hint = did_you_mean(name, declared.declarations)
            findings.append(Finding(deal.place("values", name), "unknown-value", message, hint))
    return values


def _roles(header: AgreementHeader, deal: Deal | None, library: Library, findings: list[Finding]) -> dict[str, Role]:
    roles = {}
    for id, term in header.roles.items():
        party: Party | None = None
        if deal and id in deal.parties:
            try:
                party = library.find("parties", deal.parties[id], deal.place("parties", id))
            except Trouble as trouble:
                findings += trouble.findings
        roles[id] = Role(id, term, party)
    return roles


def _check_deal(deal: Deal, template: Template, named: set[str], library: Library, findings: list[Finding]) -> None:
    """What the deal says of roles and clauses must be there to be said."""
    for id in deal.parties:
        if id not in template.header.roles:
            message = f"{deal.agreement!r} has no role {id!r}"
            hint = did_you_mean(id, template.header.roles)
            findings.append(Finding(deal.place("parties", id), "unknown-role", message, hint))
    for id in template.header.roles:
        if id not in deal.parties:
            message = f"nobody plays the role {id!r}"
            hint = f"add `{id}:` with the name of a file in parties/"
            findings.append(Finding(deal.place("parties"), "missing-role", message, hint))
    for id, choice in deal.clauses.items():
        place = deal.place("clauses", id)
        if id not in named:
            message = f"{deal.agreement!r} has no clause {id!r}"
            findings.append(Finding(place, "unknown-clause", message, did_you_mean(id, named)))
        elif choice.variant:
            try:
                check_variant(library.find("clauses", id, place), choice.variant, deal.place("clauses", id, "variant"))
            except Trouble as trouble:
                findings += trouble.findings


def check_variant(clause: Clause, variant: str, place: Place) -> None:
    """Raise Trouble when a clause has no such variant."""
    if variant and variant not in clause.variants:
        message = f"the clause {clause.id!r} has no variant {variant!r}"
        raise Trouble(Finding(place, "unknown-variant", message, did_you_mean(variant, clause.variants)))
