"""What each page was made of: it is read again when one of these files says something else, comes or goes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from whereas.site.domain import WhereasDomain, domain_of
from whereas.site.fresh.changes import Changes
from whereas.site.fresh.files import Paths, differ, look
from whereas.site.fresh.told import pages_at_odds

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Reads(NamedTuple):
    """The files of a page that count whole, and those of clauses, each with the variants that the page takes of it."""

    files: frozenset[Paths] = frozenset()
    clauses: Mapping[Paths, frozenset[str]] = {}

    def all(self) -> Iterator[Paths]:
        """All files."""
        yield from self.files
        yield from self.clauses


def note_reads(
    docname: str, domain: WhereasDomain, files: Iterable[Path], variants: Iterable[tuple[Path, str]] | None = None
) -> None:
    """Remember what a page was made of, while it is read.

    `variants` are those that it has of clauses: with them the file of a clause counts as far as the page shows it,
    without them whole.
    """
    before, folder, twins = _reads(docname, domain), domain.library.root / "clauses", domain.library.twins
    files = set(files)
    shown = {path for path in files if variants is not None and path.is_relative_to(folder)}
    clauses = {path: set[str]() for path in shown}
    for path, variant in variants or ():  # guidance may place a clause that the agreement has not
        clauses.setdefault(path, set()).add(variant)
    named = {twins(path): names for path, names in clauses.items()}
    both = {paths: before.clauses.get(paths, frozenset()) | names for paths, names in named.items()}
    whole = {twins(path) for path in files - shown}
    domain.data["reads"][docname] = Reads(before.files | whole, {**before.clauses, **both})


def _reads(docname: str, domain: WhereasDomain) -> Reads:
    found: Reads = domain.data["reads"].get(docname, Reads())
    return found


# ---- from build to build --------------------------------------------------------------------------------------------


def begin(app: Sphinx) -> None:
    """`builder-inited`: what changes from now on may be read as it was or as it will be."""
    domain_of(app.env).changes = Changes(time.time_ns())


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """`env-get-outdated`: the pages whose files say something else than they did; Sphinx has looked at dates alone."""
    domain = domain_of(env)
    changes, known = domain.changes, domain.data["files"]
    changes.files = {paths for paths, state in known.items() if differ(paths, state)}
    # what was not there is looked for again each time: what else there is may be what was meant
    changes.missing = {paths for paths, state in known.items() if not state.is_there}
    pages = (env.all_docs.keys() & env.found_docs) - added
    outdated = {docname for docname in pages if _is_outdated(docname, domain)}
    if added or outdated or removed:
        outdated |= pages_at_odds(domain) & pages
    changed.clear()
    changed.update(outdated)  # for whoever is asked next
    return []


def note_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """`env-before-read-docs`: which pages are read in this build."""
    domain_of(env).changes.pages = set(docnames)


def note_files(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-updated`: what the files of the pages said that were read."""
    domain = domain_of(env)
    changes, known = domain.changes, domain.data["files"]
    for docname in changes.pages & env.found_docs:
        files = (Path(env.doc2path(docname)), *(Path(env.srcdir, each) for each in env.dependencies.get(docname, ())))
        note_reads(docname, domain, files)
        changes.files.update(_reads(docname, domain).all())
        domain.data["doctrees"][docname] = look(_doctree(docname, env))
    all_reads: list[Reads] = list(domain.data["reads"].values())
    clauses = {paths for reads in all_reads for paths in reads.clauses}
    used = clauses.union(*(reads.files for reads in all_reads))
    for paths in known.keys() - used:
        del known[paths]
    for paths in changes.files & used:
        known[paths] = look(paths, changes.began, keep=paths in clauses)


def _is_outdated(docname: str, domain: WhereasDomain) -> bool:
    reads, known, changes, env = _reads(docname, domain), domain.data["files"], domain.changes, domain.env
    own = domain.library.twins(Path(env.doc2path(docname)))
    doctree = domain.data["doctrees"].get(docname)
    if docname in env.reread_always or own not in reads.files or not known.keys() >= {*reads.all()}:
        return True
    if doctree is None or differ(_doctree(docname, env), doctree):
        return True
    if not reads.files.isdisjoint(changes.files | changes.missing) or not changes.missing.isdisjoint(reads.clauses):
        return True
    return any(
        changes.matters(paths, known[paths], reads.clauses[paths]) for paths in changes.files & reads.clauses.keys()
    )


def _doctree(docname: str, env: BuildEnvironment) -> Paths:
    return (str(Path(env.doctreedir) / f"{docname}.doctree"),)


def setup_reads(app: Sphinx) -> None:
    """Connect all of these, before anybody asks what has changed."""
    app.connect("builder-inited", begin, priority=100)
    app.connect("env-get-outdated", find_outdated, priority=100)
    app.connect("env-before-read-docs", note_pages)
    app.connect("env-updated", note_files)
