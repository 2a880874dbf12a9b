"""Agreements and deals, read and checked one by one, by several processes where there are many."""

from __future__ import annotations

import hashlib
import multiprocessing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from whereas.agreement.term_rules import UNUSED_HERE
from whereas.assembly.policy import Judgement
from whereas.checking.around import Records, around, particulars_in
from whereas.checks.case import Case
from whereas.checks.drafting import check_drafting
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.parties import Party
from whereas.library.policy import policy_file
from whereas.project.contract import Contract
from whereas.project.project import Noted, Project

#: So many are read before another process has begun to read.
_MANY = 8


#: Whether something is a deal, and its name.
Key = tuple[bool, str]


class Read(NamedTuple):
    """What was found in an agreement or deal, and what the whole project must know of it.

    `files` are all that it was made of, if the same files make the same again; `around` tells what else counted.
    """

    key: Key
    docname: str
    findings: list[Finding]
    noted: Noted | None = None
    judged: Judgement | None = None
    files: frozenset[Path] = frozenset()
    around: str = ""


class Known(Protocol):
    """Who may know what was found in an agreement, so that it need not be read."""

    def read(self, key: Key, around: str) -> Read | None:
        """What was found, if it still holds."""


def read_all(project: Project, jobs: int, known: Known | None = None) -> list[Read]:
    """All agreements and deals of a project, in order, read by so many processes; what they note is in the project."""
    keys: list[Key] = [*((False, name) for name in project.agreements), *((True, name) for name in project.deals)]
    around = around_of(project)
    remembered = {key: read for key in keys if known and (read := known.read(key, around))}
    left = [key for key in keys if key not in remembered]
    if jobs > 1 and len(left) >= _MANY and "fork" in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context("fork").Pool(jobs, _begin, (project,)) as pool:
            found = pool.map(_read_there, left, chunksize=max(1, len(left) // (jobs * 4)))
    else:
        found = [_read(project, key) for key in left]
    reads = remembered | {each.key: each for each in found}
    project.known |= {each.docname: each.noted for each in reads.values() if each.noted}
    project.judged |= {each.docname: each.judged for each in reads.values() if each.judged}
    return [reads[key] for key in keys]


_projects: list[Project] = []


def _begin(project: Project) -> None:
    _projects[:] = [project]


def _read_there(key: Key) -> Read:
    return _read(_projects[0], key)


def _read(project: Project, key: Key) -> Read:
    is_deal, name = key
    contract = (project.deals if is_deal else project.agreements)[name]
    found, docname = found_in(project, contract), contract.docname
    noted, judged = project.known.get(docname), project.judged.get(docname)
    # what is wrong may be so by what there is not, and be right by what comes
    sound = noted is not None and not any(each.severity == "error" for each in found)
    files = project.made_of.get(docname, frozenset()) if sound else frozenset()
    return Read(key, docname, found, noted, judged, files, around_of(project))


def findings_of(project: Project, contract: Contract) -> list[Finding]:
    """What is found in one agreement or deal: what a build tells, and what only a check looks for.

    A term that it does not use itself may be used by another that takes its terms.
    """
    found = found_in(project, contract)
    deal = _deal(project, contract)
    if project.lenders & {contract.name, deal.agreement if deal else ""}:
        return [each for each in found if each.rule not in UNUSED_HERE]
    return found


def found_in(project: Project, contract: Contract) -> list[Finding]:
    """The same, whatever others use of it."""
    try:
        agreement, found = contract.agreement, list(contract.findings)
    except FindingsError as failure:
        return list(failure.findings)
    deal = _deal(project, contract)
    template = project.sources.find_template(deal.agreement if deal else contract.name, NOWHERE, set())
    _, wording = project.sources.language(template.header, [])
    case = replace(case_of(project), agreement=agreement, deal=deal, wording=wording)
    judged = project.judged.get(contract.docname)
    return [*found, *check_drafting(case), *(judged.findings if judged else ())]


def _deal(project: Project, contract: Contract) -> Deal | None:
    is_deal = project.deals.get(contract.name) is contract
    return project.library.find("deals", contract.name, NOWHERE) if is_deal else None


@lru_cache(maxsize=1)
def around_of(project: Project) -> str:
    """What tells all that counts for each agreement beside its own files: the words of parties, the policy."""
    policy = policy_file(project.library.root)
    rules = policy.read_bytes() if policy.is_file() else b""
    case = case_of(project)
    words = [
        sorted((words, sorted(ids)) for words, ids in each.words.items())
        for each in (case.particulars, case.references)
    ]
    return hashlib.sha256(repr((words, rules)).encode()).hexdigest()


@lru_cache(maxsize=1)
def case_of(project: Project) -> Case:
    """What is alike for all agreements of a project."""
    library = project.library
    parties, deals = Records[Party](library, "parties"), Records[Deal](library, "deals")
    return around(library, particulars_in(parties), particulars_in(deals))
