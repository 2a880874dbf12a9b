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


def check_date() -> None:
    """For conf.py: have a SOURCE_DATE_EPOCH that is no date told in one line; Sphinx would stop at it with a report."""
    from whereas.project.source_date import hold_wrong_date

    hold_wrong_date()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    from whereas.sphinx_seam.check import check_seam

    check_seam()  # before anything is imported that needs those names

    from sphinx.config import ENUM

    from whereas.assembly import vocabulary
    from whereas.paper.documents import setup_paper
    from whereas.pdf import documents, latex_writer
    from whereas.site import (
        audience,
        builders,
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
        speed,
        tidy,
    )
    from whereas.site.catalogue import listing, record_pages
    from whereas.site.fresh import disk, lock, reads, told, written
    from whereas.site.reading import (
        commit,
        departures,
        differences,
        downloads,
        guidance,
        papers,
        passports,
        search,
        summary,
        surroundings,
        word_files,
    )
    from whereas.word.builder import setup_word

    app.setup_extension("myst_parser")

    # configuration
    settings.setup_settings(app)
    app.add_config_value("whereas_root", ".", "env", str, "folder of clauses/, parties/ and deals/, from conf.py's")
    app.add_config_value("whereas_style", "uk", "env", str, "the style of pages that name none")
    app.add_config_value("whereas_styles", {}, "env", dict, "styles of this project, by name")
    for kind in ("directives", "roles"):
        added = f"{kind} that contract text may have beside those that can do no harm"
        app.add_config_value(f"whereas_{kind}", [], "env", (list, tuple), added)
    whom = ENUM("internal", "external")
    app.add_config_value("whereas_audience", "internal", "env", whom, "who reads the site: external hides guidance")
    audience.setup_audience(app)
    hiding.setup_hiding(app)
    ordinary.setup_ordinary(app)

    app.add_config_value("whereas_pdf", {}, "env", dict, "how the house wants its PDFs: colours, fonts, logo, paper")
    app.add_config_value("whereas_checks", {}, "", dict, "how bad each rule is that `whereas check` looks for, or off")
    app.add_config_value("whereas_cache", True, "", bool, "False: everything is worked out anew for each page")
    app.add_config_value("whereas_pdfs", "../latex", "", str, "where the PDFs of the site are, from its own folder")
    app.add_config_value("whereas_word_files", "../docx", "", str, "where its Word files are, from its own folder")
    app.add_config_value(
        "whereas_review", False, "", bool, "PDFs to mark up: line numbers, a wide margin, values marked"
    )

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

    # what comes out
    nodes.setup_nodes(app)
    summary.setup_summary(app)
    departures.setup_departures(app)
    differences.setup_differences(app)
    passports.setup_passports(app)
    guidance.setup_guidance(app)
    record_pages.setup_record_pages(app)
    listing.setup_listing(app)
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
    sidebar.setup_sidebar(app)
    speed.setup_speed(app)
    app.connect(
        "builder-inited", lambda app: app.config.html_static_path.append(str(Path(__file__).parent / "site/static"))
    )
    app.add_css_file("contract.css")
    app.add_js_file("contract.js", loading_method="defer")

    return {
        "version": __version__,
        "env_version": _code_version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
