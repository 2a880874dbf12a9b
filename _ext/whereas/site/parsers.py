"""The two parsers: MyST pages, some of which are agreements, and YAML records, which are all pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser

from whereas.agreement.model import Agreement
from whereas.agreement.outside import for_outside
from whereas.agreement.phrases import localise
from whereas.agreement.styles import Style, parse_style
from whereas.agreement.targets import Targets
from whereas.agreement.uses import Term
from whereas.assembly.assemble import assemble_deal, assemble_page
from whereas.assembly.context import Context
from whereas.assembly.facts import Facts
from whereas.assembly.imports import imported_terms
from whereas.assembly.pages import Template, page_facts
from whereas.assembly.placements import placed_files
from whereas.assembly.syntax import syntax_of
from whereas.checks.final import check_final
from whereas.language import Wording, parse_calendar, parse_locale
from whereas.library.agreements import AgreementHeader, Page, read_page
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place, Trouble, did_you_mean
from whereas.library.library import SINGULAR
from whereas.site.audience import is_internal, ours
from whereas.site.catalogue.clause_page import put_clause
from whereas.site.catalogue.party_page import put_party
from whereas.site.doctree import put_agreement
from whereas.site.domain import domain_of
from whereas.site.nodes import absolute_sources
from whereas.site.records import record_of
from whereas.site.templates import check_syntax, files_of, find_template, page_syntax, reader_of, template_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class PageParser(MystParser):
    """Parses MyST pages: agreements and deals our way, all others as MyST does."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page into a document; what is wrong with an agreement is noted, and shown in the page."""
        reader = _Reader(document)
        try:
            page = read_page(inputstring, reader.file)
        except Trouble as trouble:
            page = None
            reader.fail(trouble, Path(reader.file).stem)
        # MyST's transforms look for what its parser leaves in the settings, so it parses something in any case
        super().parse(inputstring if page and not page.is_contract else "", document)
        if page is None:
            return
        if page.is_contract:
            document["support_smartquotes"] = False  # its own are typographic already, and values stay as they are
            reader.note(check_syntax(page))
        if page.deal:
            reader.deal_page(page)
        elif page.header:
            reader.agreement(page)
        absolute_sources(document, reader.library.root)


class RecordParser(MystParser):
    """Parses a YAML record into its page."""

    supported = ("whereas-record",)  # type: ignore[misc]

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Make the page of a clause, a party or a deal."""
        super().parse("", document)  # what MyST's transforms want to find in the settings
        document["support_smartquotes"] = False  # names are as they are
        reader = _Reader(document)
        docname = document.settings.env.current_document.docname
        # a record is reached through what uses it and through lists of records, in a toctree or not
        document.settings.env.metadata[docname]["orphan"] = True
        kind, id = record_of(docname, Path(document["source"]), reader.library) or ("clauses", docname)
        place = Place(reader.file)
        try:
            if kind == "deals":
                reader.deal(reader.library.find("deals", id, place))
            elif kind == "clauses":
                reader.clause(id)
            else:
                style = reader.own_style(place)
                put_party(reader.library.find("parties", id, place), document, Wording(style.locale, style.date))
        except Trouble as trouble:
            reader.fail(trouble, f"{SINGULAR[kind].capitalize()} {id}")
        absolute_sources(document, reader.library.root)


class _Reader:
    """One document being read."""

    def __init__(self, document: nodes.document) -> None:
        self.document = document
        self.env: BuildEnvironment = document.settings.env
        self.domain = domain_of(self.env)
        self.library = self.domain.library
        self.docname = self.env.current_document.docname
        self.file = self.library.file(Path(document["source"]))

    def fail(self, trouble: Trouble, title: str) -> None:
        """The page of something that cannot be read: it says so."""
        self.note(trouble.findings)
        if not self.document.children:
            section = nodes.section(ids=["broken"], names=[])
            section += nodes.title(title, title)
            self.document += section
        for finding in trouble.findings:
            told = ours(nodes.paragraph("", f"{finding.place}: {finding}"))
            error = nodes.error("", nodes.paragraph("", "This cannot be shown."), told)
            self.document.children[-1].append(error)  # type: ignore[attr-defined]

    def note(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Hand findings to the domain, which tells them in every build."""
        self.domain.note_findings(self.docname, list(findings))

    # ---- the three kinds of page that hold an agreement

    def agreement(self, page: Page) -> None:
        """A template, published with blanks."""
        template = template_of(page, self.docname, self.env)
        assert template is not None
        context = self.context(template, None)
        self.finish(context, *assemble_page(template.page, self.document, context))

    def deal(self, deal: Deal) -> None:
        """A deal's own record: the template filled."""
        template = self.template(deal.agreement, deal.place("agreement"))
        context = self.context(template, deal)
        agreement, targets = assemble_deal(template, self.document, context)
        self.finish(context, agreement, targets)

    def deal_page(self, page: Page) -> None:
        """A page with words of its own for a deal."""
        try:
            self.env.note_dependency(self.library.path("deals", page.deal))
            deal = self.library.find("deals", page.deal, page.deal_place)
            template = self.template(deal.agreement, deal.place("agreement"))
        except Trouble as trouble:
            self.fail(trouble, page.deal)
            return
        context = self.context(template, deal, page)
        self.finish(context, *assemble_page(page, self.document, context))

    def clause(self, id: str) -> None:
        """A clause of the library."""
        clause = self.library.find("clauses", id, Place(self.file))
        style = self.own_style(Place(self.file))
        context = Context(
            self.docname,
            self.file,
            self.library,
            files_of(self.env, self.library),
            Facts(wording=Wording(style.locale, style.date, style.money)),
            style,
            syntax_of(self.env.myst_config),  # type: ignore[attr-defined]
            alone=True,
            kept=self.domain.kept,
        )
        context.placements = reader_of(context.syntax, self.env, self.library).of_clause(clause)
        context.depends.update(placed_files(context.placements, self.library))
        self.domain.note_definitions(self.docname, clause)
        facts = put_clause(clause, self.document, context, is_internal(self.env.config))
        self.domain.note_declared(self.docname, facts)
        self.env.glob_toctrees.add(self.docname)  # it links to other clauses, which may come and go
        for path in sorted(context.depends):
            self.env.note_dependency(path)
        self.note(context.findings)

    def template(self, name: str, place: Place) -> Template:
        """The page of an agreement that is named at a place; raises Trouble when there is none."""
        return find_template(name, place, self.env, self.library, self.domain.templates)

    def style(self, written: object, place: Place) -> Style:
        """The style a page asks for; the default one, and a finding, where that is wrong."""
        known = self.domain.styles
        try:
            return parse_style(written or self.env.config.whereas_style, known)
        except ValueError as error:
            hint = did_you_mean(written, known) if isinstance(written, str) else ""
            self.note([Finding(place, "style", str(error), hint)])
            return known["uk"]

    def own_style(self, place: Place) -> Style:
        """The style of pages that belong to no agreement, in its language."""
        style = self.style(None, place)
        return localise(style, style.locale)

    def language(self, header: AgreementHeader, findings: list[Finding]) -> tuple[Style, Wording]:
        """The style of an agreement in its language, and how its facts are worded."""
        style = self.style(header.style, header.place("style"))
        said = {"locale": style.locale, "calendar": ""}
        for key, parse in (("locale", parse_locale), ("calendar", parse_calendar)):
            if written := getattr(header, key):
                try:
                    said[key] = parse(written)
                except ValueError as error:
                    findings.append(Finding(header.place(key), "schema", f"`{key}` {error}"))
        style = localise(style, said["locale"])
        return style, Wording(said["locale"], style.date, style.money, said["calendar"])

    def context(self, template: Template, deal: Deal | None, own: Page | None = None) -> Context:
        """What the page's text will see; `own` is a deal's own page."""
        findings: list[Finding] = []
        style, wording = self.language(template.header, findings)
        syntax = page_syntax(own, self.env, template.syntax) if own else template.syntax
        reader = reader_of(syntax, self.env, self.library)
        standard = reader.of_page(template.page) + (reader.of_page(own) if own else ())
        added = reader.of_deal(deal) if deal else ()
        own_text = own.body if own else ""
        facts = page_facts(template, deal, standard, added, self.library, wording, findings, own_text)
        context = Context(
            self.docname,
            self.file,
            self.library,
            reader.files,
            facts,
            style,
            syntax,
            deal,
            template,
            findings=findings,
            kept=self.domain.kept,
            placements=(*standard, *added),
        )
        context.depends.update(placed_files(context.placements, self.library))
        context.imported = self.imported(template.header, context)
        return context

    def imported(self, header: AgreementHeader, context: Context) -> tuple[Term, ...]:
        """The terms of the agreement that `terms_of:` names; none, and a finding, where there is no such agreement."""
        if not header.terms_of:
            return ()
        try:
            other = self.template(header.terms_of, header.place("terms_of"))
        except Trouble as trouble:
            context.note(trouble)
            return ()
        reader = reader_of(other.syntax, self.env, self.library)
        for path in placed_files(reader.of_page(other.page), self.library):
            self.env.note_dependency(path)
        return imported_terms(other, reader, context.facts.wording)

    def finish(self, context: Context, agreement: Agreement, targets: Targets) -> None:
        """Put the agreement into the document and tell the domain of it."""
        shown = agreement if is_internal(self.env.config) else for_outside(agreement)
        put_agreement(shown, targets, self.document, context)
        for kind, id in _records(context):
            self.env.note_dependency(self.library.path(kind, id))  # type: ignore[arg-type]
        if context.deal:
            context.findings += check_final(agreement, context.deal, frozenset(context.facts.undecided))
        self.note(context.findings)
        self.domain.note_agreement(agreement, targets, context)


def _records(context: Context) -> list[tuple[str, str]]:
    """The records an agreement was made of."""
    parties = [("parties", id) for id in context.facts.asked]
    folder = context.library.root / "clauses"
    clauses = [("clauses", path.relative_to(folder).with_suffix("").as_posix()) for path in context.depends]
    return sorted({*parties, *clauses})
