"""What is found in a library as a whole: in its records, by what agreements have of them, and in the policy."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from whereas.checking.around import Records
from whereas.checks.shelf import check_shelf
from whereas.checks.shelf.shelf import Shelf
from whereas.library.clauses import Clause
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.front_matter import Page
from whereas.library.library import Library
from whereas.library.parties import Party
from whereas.project.policy import check_policy
from whereas.project.sources import Sources
from whereas.project.tables import KnownAgreement


def check_library(
    library: Library,
    agreements: Mapping[str, KnownAgreement],
    sources: Sources,
    today: datetime.date | None = None,
) -> Iterator[Finding]:
    """What is found in the library of some agreements, by their pages; `today` where it is another day than it is."""
    clauses, parties = (dict(Records[Clause](library, "clauses")), dict(Records[Party](library, "parties")))
    used, settled = defaultdict[tuple[str, str], list[str]](list), defaultdict[tuple[str, str], list[str]](list)
    for docname, known in agreements.items():
        for use in dict.fromkeys((each.clause, each.variant) for each in known.uses):
            name = known.deal or docname.removeprefix("agreements/")
            (settled if known.deal and known.status == "final" else used)[use].append(name)
    pages = dict(_pages(agreements, sources))
    written = [page.text for page in pages.values()]
    written += [_read(path) for id in library.ids("deals") for path in library.files("deals", id)]
    shelf = Shelf(clauses, parties, used, settled, written, *([today] if today else []))
    yield from check_shelf(shelf)
    names = {label.partition(".")[0] for known in agreements.values() for label in known.targets}
    headers = {name: page.header for name, page in pages.items() if page.header}
    yield from check_policy(library, clauses, headers, names)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return ""  # told where it is read as a deal


def _pages(agreements: Mapping[str, KnownAgreement], sources: Sources) -> Iterator[tuple[str, Page]]:
    """The pages of agreements that can be read, by the names that deals call them."""
    for docname in (docname for docname, known in agreements.items() if not known.deal):
        name = docname.removeprefix("agreements/")
        with suppress(FindingsError):
            yield name, sources.find_template(name, NOWHERE, set()).page
