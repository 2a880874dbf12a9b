"""Agreements and deals, read and checked one by one, by several processes where there are many."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from whereas.agreement.term_rules import TERM_UNUSED
from whereas.assembly.policy import Judgement
from whereas.checking.around import Records, around, particulars_in
from whereas.checks.case import Case
from whereas.checks.drafting import check_drafting
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.parties import Party
from whereas.project.contract import Contract
from whereas.project.project import Noted, Project

#: So many are read before another process has begun to read.
_MANY = 8


class Read(NamedTuple):
    """What was found in an agreement or deal, and what the whole project must know of it."""

    name: str
    findings: list[Finding]
    noted: tuple[str, Noted] | None = None
    judged: tuple[str, Judgement] | None = None


def read_all(project: Project, jobs: int) -> list[Read]:
    """All agreements and deals of a project, in order, read by so many processes; what they note is in the project."""
    names = [(False, name) for name in project.agreements] + [(True, name) for name in project.deals]
    if jobs > 1 and len(names) >= _MANY and "fork" in multiprocessing.get_all_start_methods():
        case_of(project), project.lenders  # read once, for all of them
        with multiprocessing.get_context("fork").Pool(jobs, _begin, (project,)) as pool:
            found = pool.map(_read_there, names, chunksize=max(1, len(names) // (jobs * 4)))
    else:
        found = [_read(project, *name) for name in names]
    project.known |= dict(each.noted for each in found if each.noted)
    project.judged |= dict(each.judged for each in found if each.judged)
    return found


_projects: list[Project] = []


def _begin(project: Project) -> None:
    _projects[:] = [project]


def _read_there(name: tuple[bool, str]) -> Read:
    return _read(_projects[0], *name)


def _read(project: Project, is_deal: bool, name: str) -> Read:
    contract = (project.deals if is_deal else project.agreements)[name]
    found = findings_of(project, contract)
    try:
        contract.agreement  # noqa: B018
    except FindingsError:
        return Read(name, found)
    noted = project.known.get(contract.docname)
    judged = project.judged.get(contract.docname)
    return Read(
        name,
        found,
        (contract.docname, noted) if noted else None,
        (contract.docname, judged) if judged else None,
    )


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
    case = replace(case_of(project), agreement=agreement, deal=deal, wording=wording)
    judged = project.judged.get(contract.docname)
    return [*found, *check_drafting(case), *(judged.findings if judged else ())]


@lru_cache(maxsize=1)
def case_of(project: Project) -> Case:
    """What is alike for all agreements of a project."""
    return around(project.library, particulars_in(Records[Party](project.library, "parties")))
