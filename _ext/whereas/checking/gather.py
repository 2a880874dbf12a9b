"""All that is found in a project: in its records, in each agreement and deal as it is assembled, and in their words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from whereas.checking.library import check_library
from whereas.checking.reading import Known, Read, findings_of, read_all
from whereas.library.finding import Finding, FindingsError
from whereas.project.project import Project
from whereas.project.taken import findings_left


@dataclass(frozen=True)
class Gathered:
    """What was found, each once, by place, and how many agreements and deals were read for it.

    `of_deals` is what was found in each of the deals that were asked for by name; `reads` are what was found in each of
    all, before it was put together.
    """

    findings: tuple[Finding, ...]
    contracts: int
    of_deals: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    reads: tuple[Read, ...] = ()


def gather(project: Project, deals: Collection[str] = (), jobs: int = 1, memory: Known | None = None) -> Gathered:
    """What is found in a project by so many processes, or in some of its deals alone; `memory` knows what was.

    Raises FindingsError for a deal that there is not.
    """
    if deals:
        chosen = {id: project.deal(id) for id in deals}
        of_deals = {id: (*findings_of(project, chosen[id]), *_between(project, id)) for id in chosen}
        found = [each for all_of_it in of_deals.values() for each in all_of_it]
        return replace(_gathered(found, len(chosen)), of_deals=of_deals)
    found = [*project.findings, *_of_records(project.clauses), *_of_records(project.parties)]
    reads = read_all(project, jobs, memory)
    found += project.findings_between()
    known = {docname: known for docname, (known, _) in project.known.items()}
    left = findings_left({each.docname: each.findings for each in reads}, known)
    found += [each for findings in left.values() for each in findings]
    found += check_library(project.library, known, project.sources)
    return replace(_gathered(found, len(reads)), reads=tuple(reads))


def _between(project: Project, id: str) -> Iterator[Finding]:
    """What is wrong with what a deal cites and takes of others; what cannot be read says so itself."""
    return project.findings_between([id]) if project.deals[id].docname in project.known else iter(())


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
