"""All that a check finds in a site, when its pages are read: what each tells, what lies between them, the library."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from whereas.checking.ignoring import without_ignored
from whereas.checking.library import check_library
from whereas.checking.ready import readiness
from whereas.checking.severities import Said, judged
from whereas.library.finding import Finding
from whereas.library.library import Kind
from whereas.library.policy import POLICY_FILES
from whereas.project.between import told_of
from whereas.project.taken import check_taken
from whereas.site.catalogue.found import Found, Noted, rules_of
from whereas.site.domain import WhereasDomain
from whereas.site.fresh.files import look

_KINDS: tuple[Kind, ...] = ("clauses", "parties", "deals")


class Kept(NamedTuple):
    """What was found in the library, and of what."""

    made_of: Any
    findings: tuple[Finding, ...]


def find_all(domain: WhereasDomain, left: Mapping[str, list[Finding]], said: Said) -> Found:
    """All that is found; `left` is what a build tells of each page, `said` what conf.py says of rules."""
    notes: dict[str, Noted] = domain.data["checks"]
    cited = {docname: [*_cited(docname, domain)] for docname in domain.citations}
    of_pages = {
        docname: (*left.get(docname, ()), *cited.get(docname, ()), *notes.get(docname, Noted()).found)
        for docname in dict.fromkeys((*left, *cited, *notes))
    }
    found = [each for findings in of_pages.values() for each in findings]
    found += domain.undefined_terms()
    found += check_taken(domain.agreements)
    found += domain.odd
    found += _of_library(domain)
    once = {(each.place, each.rule, each.message): each for each in sorted(found, reverse=True)}
    sorted_out = without_ignored(judged(once.values(), said), _files(domain), domain.library.root)
    stands = set(sorted_out.standing)
    left_of = {
        docname: tuple(each for each in dict.fromkeys(judged(findings, said)) if each in stands)
        for docname, findings in of_pages.items()
        if docname in domain.agreements
    }
    deals = {docname: known for docname, known in domain.agreements.items() if known.deal}
    ready = {
        docname: readiness(known, left_of.get(docname, ()), notes.get(docname, Noted()).judged)
        for docname, known in deals.items()
    }
    of_policy = {docname: notes.get(docname, Noted()).judged for docname in deals}
    told = {each.place.file for each in (*sorted_out.standing, *(each for each, _ in sorted_out.ignored))}
    pages = {file: docname for docname in domain.env.found_docs if (file := _file(docname, domain)) in told}
    listing = min((docname for docname, kinds in domain.data["lists"].items() if "checks" in kinds), default="")
    rules = rules_of(domain.library)
    return Found(
        sorted_out.standing, sorted_out.ignored, left_of, ready, of_policy, rules, dict(sorted(pages.items())), listing
    )


def _file(docname: str, domain: WhereasDomain) -> str:
    return domain.library.file(Path(domain.env.doc2path(docname)))


def _cited(docname: str, domain: WhereasDomain) -> Iterator[Finding]:
    """What is wrong with the citations of a page."""
    for citation in domain.citations[docname]:
        yield from (told_of(each, citation, domain.library) for each in domain.check_citation(citation, docname))


def _files(domain: WhereasDomain) -> list[str]:
    """The files in which a comment may ignore a rule."""
    library = domain.library
    records = [path for kind in _KINDS for id in library.ids(kind) for path in library.files(kind, id)]
    pages = [Path(domain.env.doc2path(docname)) for docname in domain.agreements if docname in domain.env.found_docs]
    return [library.file(path) for path in (*records, *pages)]


def _of_library(domain: WhereasDomain) -> tuple[Finding, ...]:
    """What is found in the library, kept for as long as its files, its uses and the day are the same."""
    library, epoch = domain.library, os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    paths = [library.twins(library.path(kind, id)) for kind in _KINDS[:2] for id in library.ids(kind)]
    paths += [(str(library.root / name),) for name in POLICY_FILES]
    states = [
        (each, known.digest if (known := domain.data["files"].get(each)) else look(each).digest) for each in paths
    ]
    uses = [(docname, known.uses, known.status) for docname, known in sorted(domain.agreements.items())]
    made_of = (states, uses, now.date())
    kept: Kept | None = domain.data["library"].get("")
    if kept is None or kept.made_of != made_of:
        found = tuple(check_library(library, domain.agreements, domain.sources, now.date()))
        domain.data["library"][""] = kept = Kept(made_of, found)
    return kept.findings
