"""One page or deal becomes an Agreement: the site, the outline and the Python API all begin here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from docutils import nodes
from sphinx import addnodes

from whereas.agreement.copy import Copy
from whereas.agreement.foreign import walk_foreign
from whereas.agreement.model import Agreement
from whereas.agreement.targets import Targets
from whereas.agreement.walk import all_blocks
from whereas.assembly.assemble import assemble_deal, assemble_page
from whereas.assembly.consequences import without_consequences
from whereas.assembly.context import Context
from whereas.assembly.facts import Facts
from whereas.assembly.others import lend
from whereas.assembly.pages import Template, page_facts
from whereas.assembly.policy import Judgement, judge
from whereas.checks import check_all
from whereas.checks.case import Case
from whereas.language import Wording
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.front_matter import Page
from whereas.plan.plan import plan_texts
from whereas.project.others import Others
from whereas.project.sources import Sources, check_syntax
from whereas.render.printed import printed_notes, printed_words


@dataclass(frozen=True)
class Assembled:
    """An agreement, its labels, and what was learned while it was made."""

    agreement: Agreement
    targets: Targets
    context: Context

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with it."""
        return self.context.findings

    @property
    def judgement(self) -> Judgement:
        """What the policy of the house says of it, which is internal; of one that is wrong, what is wrong with it."""
        library = self.context.library
        try:
            judgement = judge(library.policy, self.context)
        except FindingsError:
            judgement = Judgement()
        faults = library.policy_faults if self.context.plan.deal else ()
        return replace(judgement, findings=(*faults, *judgement.findings))

    @property
    def copy(self) -> Copy:
        """What of it can be read without the project."""
        foreign = self.context.foreign
        below = sorted({mark.index for mark in walk_foreign(all_blocks(self.agreement))})  # headings are words alone
        words = tuple((index, printed_words(foreign[index], marked=True)) for index in below)
        footnotes = (note for node in foreign for note in node.findall(nodes.footnote))
        notes = tuple(printed_notes(foreign, footnotes))
        return Copy(self.agreement, self.context.style, words, notes, tuple(self.findings))


@dataclass
class Assembler:
    """Makes the agreement of one document, `docname`, from its file; `files` are all that it looked at, there or not.

    `variants` are the ones that it has of clauses, each with the clause's file; not known where there is no agreement.
    The document that is passed in takes over what only docutils and Sphinx know how to draw.
    """

    sources: Sources
    docname: str
    file: str
    files: set[Path] = field(default_factory=set)
    variants: set[tuple[Path, str]] | None = None

    def page(self, page: Page, document: nodes.document) -> Assembled:
        """The agreement of a page, a template with blanks or a deal's own; raises FindingsError when there is none."""
        if page.deal:
            self.files.add(self.sources.library.path("deals", page.deal))
            deal = self.sources.library.find("deals", page.deal, page.deal_place)
            context = self._context(self._template(deal), deal, page)
        else:
            template = self.sources.template(page, self.docname)
            if template is None:
                raise ValueError(f"{page.file} has no agreement")
            context = self._context(template, None)
        context.findings += check_syntax(page)
        return self._finished(context, *assemble_page(page, document, context))

    def deal(self, deal: Deal, document: nodes.document) -> Assembled:
        """The agreement of a deal's own record: its template, filled; raises FindingsError when there is none."""
        context = self._context(self._template(deal), deal)
        return self._finished(context, *assemble_deal(context.template, document, context))  # type: ignore[arg-type]

    def standard(self, assembled: Assembled, document: nodes.document) -> Agreement | None:
        """What a deal would say if it decided nothing of its clauses; None where it does not, or that cannot be had.

        The document is one that nothing else is made of.
        """
        context = assembled.context
        deal, template, own = context.plan.deal, context.template, next(iter(context.pages[1:]), None)
        if deal is None or template is None or not (deal.clauses or deal.add):
            return None
        try:
            alone = self._context(template, deal.model_copy(update={"clauses": {}, "add": {}}), own)
            alone.words_alone = True
            made, _ = assemble_page(own, document, alone) if own else assemble_deal(template, document, alone)
        except FindingsError:  # what is wrong is told where the deal itself is made
            return None
        self.files |= alone.facts.asked | alone.depends
        self.variants = (self.variants or set()) | alone.variants
        return made

    def clause(self, clause: Clause) -> Context:
        """What the texts of a clause see on its own page: no deal, and no agreement around them."""
        sources, findings = self.sources, list[Finding]()
        style, syntax = sources.own_style(Place(self.file), findings, clause.locale), sources.syntax()
        facts = Facts(wording=Wording(style.locale, style.date, style.money, any_calendar=True))
        context = Context(
            self.docname,
            self.file,
            sources.library,
            sources.files,
            facts,
            style,
            syntax,
            plan_texts(sources.reader(syntax).of_clause(clause), sources.library),
            is_clause_page=True,
            findings=findings,
            kept=sources.kept,
        )
        context.depend_on(*context.plan.clauses)
        return context

    # ---- on the way

    def _template(self, deal: Deal) -> Template:
        return self.sources.find_template(deal.agreement, deal.place("agreement"), self.files)

    def _context(self, template: Template, deal: Deal | None, own: Page | None = None) -> Context:
        """What the text will see; `own` is a deal's own page."""
        sources = self.sources
        records = (template.page, *([deal] if deal else ()), *([own] if own else ()))
        findings = [finding for record in records for finding in record.findings]
        style, wording = sources.language(template.header, findings)
        plan = sources.plan(template, deal, own)
        own_text = own.body if own else ""
        facts = page_facts(template, plan, sources.library, wording, findings, own_text)
        others = Others(sources, self.files, findings)
        named = others.named(template.header, deal)
        # a deal that follows one of its own template defines the same terms itself
        lenders = [source for source in named if source.lends and source.template.docname != template.docname]
        terms = [term for source in lenders for term in others.terms(source, wording)]  # of two, the later deal's
        lent = [(source.other, others.facts(source, wording)) for source in named if source.lends]
        facts = lend(facts, lent, template.page.body + own_text, template.syntax)
        context = Context(
            self.docname,
            self.file,
            sources.library,
            sources.files,
            facts,
            style,
            sources.own_syntax(template, own),
            plan,
            template,
            findings=findings,
            kept=sources.kept,
            pages=(template.page, own) if own else (template.page,),
            others=tuple(source.other for source in named),
            imported=tuple({term.term: term for term in reversed(terms)}.values()),
        )
        context.depend_on(*plan.clauses)
        return context

    def _finished(self, context: Context, agreement: Agreement, targets: Targets) -> Assembled:
        self.files |= context.facts.asked | context.depends
        self.variants = context.variants
        context.findings = without_consequences(context)
        known = {(each.rule, each.place) for each in context.findings}
        found = check_all(_case(agreement, context))
        context.findings += [each for each in found if (each.rule, each.place) not in known]
        return Assembled(agreement, targets, context)


def _case(agreement: Agreement, context: Context) -> Case:
    """What is to be checked, with the words of foreign nodes, which are printed as well."""
    foreign = {
        index: (Place(node.source or "", node.line or 1), node.astext())
        for index, node in enumerate(context.foreign)
        if not isinstance(node, addnodes.only)
    }
    deal, template = context.plan.deal, context.template
    titled = template.file if deal and template and context.file == deal.place().file else context.file
    return Case(agreement, deal, context.facts.undecided.places, foreign, titled, context.library.root)
