"""What happens when in a build: records found, findings told, pages that tell of others written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from whereas.assembly.fence import Fence
from whereas.library.library import Library
from whereas.project.between import told_of
from whereas.project.sources import Sources
from whereas.project.taken import check_taken
from whereas.site.audience import is_internal, shows_ours
from whereas.site.builders import AgreementBuilder
from whereas.site.catalogue.found import Found
from whereas.site.catalogue.history import read_history
from whereas.site.domain import domain_of
from whereas.site.found import find_all
from whereas.site.fresh.written import pages_to_write
from whereas.site.lending import lend_values
from whereas.site.reading.commit import commit_of
from whereas.site.reading.papers import papers
from whereas.site.reading.word_files import word_files
from whereas.site.records import RecordProject
from whereas.site.settings import settings_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def open_library(app: Sphinx) -> None:
    """`builder-inited`: find the records, and let Sphinx find them as documents."""
    said, domain = settings_of(app), domain_of(app.env)
    library = Library(app.confdir / said.whereas_root)
    fence = Fence.with_own(said.whereas_directives, said.whereas_roles)
    markdown = app.env.myst_config  # type: ignore[attr-defined]
    domain.sources = Sources(
        library, app.srcdir, lambda: app.env.found_docs, said.whereas_styles, said.whereas_style, markdown, fence
    )
    domain.alike = {}
    domain.history = read_history(library.root) if is_internal(app.config) else {}
    project = RecordProject(app.srcdir, app.config.source_suffix, library)
    project.restore(app.project)
    app.project = app.env.project = project


def note_citations(app: Sphinx, doctree: nodes.document) -> None:
    """`doctree-read`: remember citations that leave the page."""
    domain_of(app.env).note_citations(app.env.current_document.docname, doctree)


def tell_findings(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-updated`: tell every finding in every build, whether or not its page was read again."""
    domain = domain_of(env)
    reported = {finding for findings in domain.findings_left().values() for finding in findings}
    for docname, citations in domain.citations.items():
        for citation in citations:
            wrong = domain.check_citation(citation, docname)
            reported |= {told_of(each, citation, domain.library) for each in wrong}
    reported |= {*domain.undefined_terms(), *check_taken(domain.agreements)}
    reported |= {*domain.library.policy_faults} if is_internal(app.config) else set()
    project = env.project
    reported |= {*project.odd} if isinstance(project, RecordProject) else set()
    # the same fault of a shared text is found by each page that uses it
    once = {(finding.place, finding.message): finding for finding in sorted(reported, reverse=True)}
    for finding in sorted(once.values()):
        log = {"error": logger.error, "warning": logger.warning, "info": logger.verbose}[finding.severity]
        log(str(finding), location=finding.place.precise, type="whereas", subtype=finding.rule)
    domain.failed = any(finding.severity == "error" for finding in reported)


def fail_on_errors(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: errors make the build fail, with and without -W."""
    if exception is None and domain_of(app.env).failed:
        app.statuscode = 1


def pages_that_tell(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """`env-get-updated`: the pages whose output would no longer be what a clean build writes.

    That is: pages that print something of another page which has changed, and pages read again by another builder that
    shares the doctrees. Sphinx looks at a page's own file only, so what each output was written from is kept for each.
    """
    domain = domain_of(env)
    ours = shows_ours(app.builder)
    domain.gather(find_all(domain, domain.findings_left(), app.config.whereas_checks) if ours else Found())
    # every page shows the titles of others: in its sidebar, as next and previous
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    navigation = (sorted(titles.items()), sorted(env.toctree_includes.items()))
    made, words = papers(app), word_files(app)
    commit = dict.fromkeys(domain.agreements, (commit_of(app.builder),))
    made_of = {
        docname: (
            env.all_docs.get(docname),
            navigation,
            made.get(docname),
            words.get(docname),
            *domain.depends_on(docname),
            *commit.get(docname, ()),
            *(app.builder.made_of(docname) if isinstance(app.builder, AgreementBuilder) else ()),
        )
        for docname in sorted(env.found_docs)
    }
    return pages_to_write(made_of, env)


def setup_events(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("builder-inited", open_library)
    app.connect("env-get-outdated", lend_values)
    app.connect("doctree-read", note_citations)
    app.connect("env-updated", tell_findings)
    app.connect("env-get-updated", pages_that_tell)
    app.connect("build-finished", fail_on_errors)
