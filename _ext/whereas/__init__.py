"""Whereas: contracts as documentation. A Sphinx extension; this file is the table of contents of what it adds."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from whereas.project.contract import Contract
    from whereas.project.project import Project

__version__ = "0.1.0"


@cache
def _code_version() -> int:
    """A number for the code as it is: what other code has read is read again, so that no page is of two minds."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py")))
    return zlib.crc32(code)


def open(root: Path | str = ".", source: Path | str | None = None) -> Project:
    """A project's agreements, deals, clauses and parties, read without a build: `whereas.open(".").deal("x").text`.

    Takes the folder of conf.py, and that of the pages (`source` in it, if it is not said). Raises
    FindingsError where conf.py is wrong.
    """
    from whereas.project.project import Project

    return Project(root, source)


def load(path: Path | str) -> Contract:
    """A copy of an agreement that was kept (`make copies`, or `contract.save`): it tells all that the agreement did.

    Raises OSError where it cannot be read, and ValueError for what is no copy, or one that this Whereas cannot read.
    """
    from whereas.project.contract import load_contract

    return load_contract(path)


def begin() -> None:
    """For the head of conf.py: what is wrong below, or with SOURCE_DATE_EPOCH, is told in one line.

    Sphinx would make a report of it, with a traceback, as it still does where conf.py is no Python at all.
    """
    from whereas.site import stopped

    stopped.begin()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    from whereas.site import speed
    from whereas.sphinx_seam.check import check_seam

    check_seam()  # before anything is imported that needs those names
    begin()
    speed.collect_less_often(app)  # before most of us is imported

    from whereas.assembly import vocabulary
    from whereas.paper.documents import setup_paper
    from whereas.pdf import documents, latex_writer
    from whereas.site import (
        audience,
        builders,
        checked,
        clause_order,
        domain,
        events,
        fingerprints,
        hiding,
        nodes,
        ordinary,
        parsers,
        printed,
        records,
        settings,
        sidebar,
        tidy,
        unlinked,
    )
    from whereas.site.catalogue import listing, record_pages, value_pages
    from whereas.site.fresh import disk, lock, reads, told, written
    from whereas.site.reading import (
        commit,
        departures,
        differences,
        downloads,
        guidance,
        papers,
        passports,
        scripts,
        search,
        summary,
        surroundings,
        which_deal,
        word_files,
    )
    from whereas.word.builder import setup_word

    app.setup_extension("myst_parser")

    # configuration
    settings.setup_settings(app)
    audience.setup_audience(app)
    hiding.setup_hiding(app)
    ordinary.setup_ordinary(app)

    # pages and records
    app.add_source_parser(parsers.PageParser, override=True)
    for suffix in (".yaml", ".yml", ".json"):
        app.add_source_suffix(suffix, "whereas-record")
    app.add_source_parser(parsers.RecordParser)
    records.hush_first_search(app)

    # what authors write
    for name, directive in vocabulary.DIRECTIVES.items():
        app.add_directive(name, directive)
    for name, role in vocabulary.ROLES.items():
        app.add_role(name, role)

    # what the project knows, and when
    app.add_domain(domain.WhereasDomain)
    lock.setup_lock(app)
    disk.setup_disk(app)
    told.setup_told(app)
    reads.setup_reads(app)
    written.setup_written(app)
    events.setup_events(app)
    checked.setup_checked(app)

    # what comes out
    nodes.setup_nodes(app)
    summary.setup_summary(app)
    which_deal.setup_which_deal(app)
    departures.setup_departures(app)
    differences.setup_differences(app)
    passports.setup_passports(app)
    guidance.setup_guidance(app)
    record_pages.setup_record_pages(app)
    listing.setup_listing(app)
    value_pages.setup_value_pages(app)
    fingerprints.setup_fingerprints(app)
    printed.setup_printing(app)
    papers.setup_papers(app)
    word_files.setup_word_files(app)
    builders.setup_builders(app)
    setup_paper(app)
    setup_word(app)
    documents.setup_documents(app)
    latex_writer.setup_writing(app)
    downloads.setup_downloads(app)
    commit.setup_commit(app)
    surroundings.setup_frame(app)
    search.setup_search(app)
    tidy.setup_tidy(app)
    clause_order.setup_clause_order(app)
    unlinked.setup_unlinked(app)
    sidebar.setup_sidebar(app)
    speed.setup_speed(app)
    app.connect("builder-inited", scripts.find_static)
    app.add_css_file("contract.css")
    app.add_js_file("contract.js", loading_method="defer")

    return {
        "version": __version__,
        "env_version": _code_version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
