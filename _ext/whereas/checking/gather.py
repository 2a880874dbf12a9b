"""All that is found in a project: in its records, in each agreement and deal as it is assembled, and in their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from whereas.agreement.model import Agreement
from whereas.agreement.term_rules import TERM_UNUSED
from whereas.agreement.walk import walk_sections
from whereas.checks.case import Case
from whereas.checks.drafting import check_drafting
from whereas.checks.shelf import check_shelf
from whereas.checks.shelf.shelf import Shelf
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.parties import Party
from whereas.project.contract import Contract
from whereas.project.project import Project

R = TypeVar("R")
#: A number that is shorter may well be another.
_LONG = 6


@dataclass(frozen=True)
class Gathered:
    """What was found, each once, by place, and how many agreements and deals were read for it."""

    findings: tuple[Finding, ...]
    contracts: int


def gather(project: Project, deals: Collection[str] = ()) -> Gathered:
    """What is found in a project, or in some of its deals alone; raises FindingsError for a deal that there is not."""
    if deals:
        chosen = {id: project.deal(id) for id in deals}
        found = [each for id in chosen for each in findings_of(project, chosen[id])]
        return _gathered(found, len(chosen))
    found = [*project.findings, *_of_records(project.clauses), *_of_records(project.parties)]
    contracts = [*project.agreements.values(), *project.deals.values()]
    used, settled = defaultdict[tuple[str, str], list[str]](list), defaultdict[tuple[str, str], list[str]](list)
    for contract in contracts:
        found += findings_of(project, contract)
        with suppress(FindingsError):
            agreement = contract.agreement
            uses = settled if agreement.status == "final" else used
            for origin in {each.origin for each in walk_sections(agreement.sections) if each.origin}:
                uses[origin.id, origin.variant].append(contract.name)
    case = _case(project)
    found += check_shelf(Shelf(case.clauses, case.parties, used, settled))
    return _gathered(found, len(contracts))


def findings_of(project: Project, contract: Contract) -> list[Finding]:
    """What is found in one agreement or deal: what a build tells, and what only a check looks for."""
    try:
        agreement, found = contract.agreement, list(contract.findings)
    except FindingsError as failure:
        return list(failure.findings)
    deal = (
        project.library.find("deals", contract.name, NOWHERE) if project.deals.get(contract.name) is contract else None
    )
    if project.lenders & {contract.name, deal.agreement if deal else ""}:
        found = [each for each in found if each.rule != TERM_UNUSED.id]  # another may use it
    template = project.sources.find_template(deal.agreement if deal else contract.name, NOWHERE, set())
    _, wording = project.sources.language(template.header, [])
    case = replace(_case(project), agreement=agreement, deal=deal, wording=wording)
    return [*found, *check_drafting(case)]


@lru_cache(maxsize=1)
def _case(project: Project) -> Case:
    """What is alike for all agreements of a project."""
    clauses, parties = _sound(project.clauses), _sound(project.parties)
    return Case(
        Agreement("", "", ""),
        root=project.library.root,
        particulars=_particulars(parties),
        clauses=clauses,
        parties=parties,
    )


def _sound(records: Mapping[str, R]) -> dict[str, R]:
    """The records that can be read."""
    found = dict[str, R]()
    for id in records:
        with suppress(FindingsError):
            found[id] = records[id]
    return found


def _particulars(parties: Mapping[str, Party]) -> dict[str, str]:
    """The words that belong to a party alone: what it is called in law, its numbers, its street."""
    found = dict[str, str]()
    for id, party in parties.items():
        number = party.registration.number if party.registration else ""
        lines = (*party.address.lines, *party.address.street) if party.address else ()
        numbers = (each for each in (number, party.tax_id, party.notices.email, *lines[:1]) if len(each) >= _LONG)
        names = (party.name, party.trading_name, party.short if _is_name(party.short) else "")
        found |= dict.fromkeys((*(each for each in names if each), *numbers), id)
    return found


def _is_name(short: str) -> bool:
    """Whether what a party is called for short can be no other word: Borealis, not Bank or the Company."""
    return len(short) >= _LONG and short[0].isupper() and " " not in short


def _of_records(records: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with the records themselves, whoever uses them."""
    for id in records:
        yield from _or_why_not(lambda id=id: records[id].findings)  # type: ignore[misc]


def _or_why_not(read: Callable[[], Collection[Finding]]) -> Collection[Finding]:
    try:
        return read()
    except FindingsError as failure:
        return failure.findings


def _gathered(found: list[Finding], contracts: int) -> Gathered:
    """A clause is in many deals, and what is wrong with its text is said once."""
    once = {(each.place, each.rule, each.message): each for each in reversed(found)}
    return Gathered(tuple(sorted(once.values())), contracts)
