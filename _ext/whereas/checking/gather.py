"""All that is found in a project: in its records, in each agreement and deal as it is assembled, and in their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whereas.checking.reading import case_of, findings_of, read_all
from whereas.checks.shelf import check_shelf
from whereas.checks.shelf.shelf import Shelf
from whereas.library.finding import Finding, FindingsError
from whereas.project.policy import check_policy
from whereas.project.project import Project


@dataclass(frozen=True)
class Gathered:
    """What was found, each once, by place, and how many agreements and deals were read for it."""

    findings: tuple[Finding, ...]
    contracts: int


def gather(project: Project, deals: Collection[str] = (), jobs: int = 1) -> Gathered:
    """What is found in a project by so many processes, or in some of its deals alone.

    Raises FindingsError for a deal that there is not.
    """
    if deals:
        chosen = {id: project.deal(id) for id in deals}
        found = [each for id in chosen for each in findings_of(project, chosen[id])]
        found += project.findings_between([id for id in deals if project.deals[id].docname in project.known])
        return _gathered(found, len(chosen))
    found = [*project.findings, *_of_records(project.clauses), *_of_records(project.parties)]
    reads = read_all(project, jobs)
    used, settled = defaultdict[tuple[str, str], list[str]](list), defaultdict[tuple[str, str], list[str]](list)
    for read in reads:
        found += read.findings
        for use in read.uses:
            (settled if read.is_final else used)[use].append(read.name)
    case = case_of(project)
    found += project.findings_between()
    found += check_policy(project)
    found += check_shelf(Shelf(case.clauses, case.parties, used, settled))
    return _gathered(found, len(reads))


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
