"""The two parsers: MyST pages, some of which are agreements, and YAML records, which are all pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import new_document
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.util.logging import suppress_logging

from whereas.agreement.compared import ComparedClause, compare_agreements
from whereas.agreement.outside import for_outside
from whereas.assembly.cast import Cast
from whereas.assembly.myst import TOO_DEEP
from whereas.assembly.swallowed import MARKDOWN
from whereas.language import Wording
from whereas.language.registry import site_words
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.front_matter import Page, read_page
from whereas.library.library import SINGULAR
from whereas.library.parties import Party
from whereas.project.assembler import Assembled, Assembler
from whereas.site.audience import is_internal, ours
from whereas.site.catalogue.clause_page import put_clause
from whereas.site.catalogue.party_page import put_party
from whereas.site.checked import note_checks
from whereas.site.doctree import put_agreement
from whereas.site.domain import domain_of
from whereas.site.fresh.reads import note_reads
from whereas.site.lending import borrow_values
from whereas.site.nodes import absolute_sources
from whereas.site.ordinary import parse_ordinary
from whereas.site.records import record_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class PageParser(MystParser):
    """Parses MyST pages: agreements and deals our way, all others as MyST does."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page into a document; what is wrong with an agreement is noted, and shown in the page."""
        reader = _DocumentReader(document)
        try:
            self._parse(inputstring, document, reader)
        except RecursionError:
            document.clear()
            reader.fail(FindingsError(MARKDOWN.at(Place(reader.file), *TOO_DEEP)), Path(reader.file).stem)

    def _parse(self, inputstring: str, document: nodes.document, reader: _DocumentReader) -> None:
        try:
            page = read_page(inputstring, reader.file)
        except FindingsError as failure:
            page = None
            reader.fail(failure, Path(reader.file).stem)
        # MyST's transforms look for what its parser leaves in the settings, so it parses something in any case
        if page and not page.is_contract:
            parse_ordinary(inputstring, document)
        else:
            super().parse("", document)
        if page is None:
            return
        if page.is_contract:
            document.settings.smart_quotes = False  # its own are typographic already, and values stay as they are
            reader.agreement(page)
        reader.show(page.findings)
        absolute_sources(document, reader.library.root)


class RecordParser(MystParser):
    """Parses a YAML record into its page."""

    supported = ("whereas-record",)  # type: ignore[misc]

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Make the page of a clause, a party or a deal."""
        super().parse("", document)  # what MyST's transforms want to find in the settings
        document.settings.smart_quotes = False  # names are as they are
        reader = _DocumentReader(document)
        docname = document.settings.env.current_document.docname
        # a record is reached through what uses it and through lists of records, in a toctree or not
        document.settings.env.metadata[docname]["orphan"] = True
        kind, id = record_of(docname, Path(document["source"]), reader.library) or ("clauses", docname)
        place = Place(reader.file)
        try:
            record = reader.library.find(kind, id, place)
            match record:
                case Deal():
                    reader.deal(record)
                case Clause():
                    reader.clause(record)
                case Party():
                    reader.party(record)
            reader.show(record.findings)
        except RecursionError:
            document.clear()
            reader.fail(FindingsError(MARKDOWN.at(place, *TOO_DEEP)), f"{SINGULAR[kind].capitalize()} {id}")
        except FindingsError as failure:
            reader.fail(failure, f"{SINGULAR[kind].capitalize()} {id}")
        absolute_sources(document, reader.library.root)


class _DocumentReader:
    """One document being read."""

    def __init__(self, document: nodes.document) -> None:
        self.document = document
        self.env: BuildEnvironment = document.settings.env
        self.domain = domain_of(self.env)
        self.library = self.domain.library
        self.docname = self.env.current_document.docname
        self.file = self.library.file(Path(document["source"]))

    def fail(self, failure: FindingsError, title: str) -> None:
        """The page of something that cannot be read: it says so."""
        self.note(failure.findings)
        if not self.document.children:
            section = nodes.section(ids=["broken"], names=[])
            section += nodes.title(title, title)
            self.document += section
        for finding in failure.findings:
            said = site_words(self.env.config.language).cannot_be_shown
            error = nodes.error("", nodes.paragraph("", said), _notice(finding))
            self.document.children[-1].append(error)  # type: ignore[attr-defined]

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Note what is not known in a record or in front matter, and show it to us at the head of its page."""
        self.note(findings)
        boxes = [ours(nodes.error("", _notice(finding))) for finding in findings]
        for section in [each for each in self.document.children if isinstance(each, nodes.section)][:1]:
            section[1:1] = boxes

    def note(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Hand findings to the domain, which tells them in every build."""
        self.domain.note_findings(self.docname, list(findings))

    # ---- what a page shows

    def agreement(self, page: Page) -> None:
        """A page with an agreement: a template, published with blanks, or words of its own for a deal."""
        assembler = self.assembler()
        try:
            self.finish(assembler.page(page, self.document))
        except FindingsError as failure:
            self.fail(failure, page.deal)
        self.depend_on(assembler.files, assembler.variants)

    def deal(self, deal: Deal) -> None:
        """A deal's own record: the template filled; raises FindingsError where that cannot be had."""
        assembler = self.assembler()
        try:
            self.finish(assembler.deal(deal, self.document))
        finally:
            self.depend_on(assembler.files, assembler.variants)

    def clause(self, clause: Clause) -> None:
        """A clause of the library."""
        context = self.assembler().clause(clause)
        self.domain.note_definitions(self.docname, clause)
        lent = borrow_values(self.docname, self.domain)
        facts = put_clause(clause, lent, self.document, context, is_internal(self.env.config))
        self.domain.note_declared(self.docname, facts)
        self.env.glob_toctrees.add(self.docname)  # it links to other clauses, which may come and go
        self.depend_on(context.depends, context.variants)
        self.note(context.findings)

    def party(self, party: Party) -> None:
        """A party."""
        findings: list[Finding] = []
        style = self.domain.sources.own_style(party.place(), findings)
        cast = Cast(self.library, findings)
        party = cast.whole(party)
        self.depend_on(cast.asked)
        self.note(findings)
        put_party(party, self.document, Wording(style.locale, style.date), self.env.config.language)

    def assembler(self) -> Assembler:
        return Assembler(self.domain.sources, self.docname, self.file)

    def depend_on(self, files: set[Path], variants: set[tuple[Path, str]] | None = None) -> None:
        """Have the page read again when one of these changes, comes or goes; a clause as far as it is shown."""
        note_reads(self.docname, self.domain, files, variants)

    def finish(self, assembled: Assembled) -> None:
        """Put the agreement into the document and tell the domain of it."""
        agreement, targets, context = assembled.agreement, assembled.targets, assembled.context
        internal = is_internal(self.env.config)
        shown = agreement if internal else for_outside(agreement)
        put_agreement(shown, targets, self.document, context, self.changes(assembled) if internal else {})
        self.note(assembled.findings)
        self.domain.note_agreement(shown, targets, context)
        if internal:
            note_checks(self.docname, self.domain, assembled)

    def changes(self, assembled: Assembled) -> dict[str, ComparedClause]:
        """The standard clauses that a deal has in other words, or leaves out, by name."""
        assembler, quiet = self.assembler(), new_document("", self.document.settings)
        with suppress_logging():  # the deal's own text has said it all
            standard = assembler.standard(assembled, quiet)
        if standard is None:
            return {}
        self.depend_on(assembler.files, assembler.variants)
        compared = compare_agreements(standard, assembled.agreement)
        return {each.name: each for each in compared if each.changed and each.kind != "added"}


def _notice(finding: Finding) -> nodes.paragraph:
    return ours(nodes.paragraph("", f"{finding.place}: {finding}"))
