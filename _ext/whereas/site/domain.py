"""The domain: what the project knows of all its agreements, and what it has to say each time it is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util import logging

from whereas.agreement.model import Agreement
from whereas.agreement.targets import Targets
from whereas.agreement.uses import Term
from whereas.assembly.known import Known as Fact
from whereas.checks.case import Case
from whereas.library.finding import Finding
from whereas.library.library import Library
from whereas.project.between import check_citation, citation_of, citations_in, terms_of, undefined_terms
from whereas.project.citation_checks import CitationFault
from whereas.project.elsewhere import find, page_of
from whereas.project.known_agreement import declared_values, known_agreement
from whereas.project.sources import Sources
from whereas.project.tables import KnownAgreement, OutwardCitation
from whereas.project.taken import findings_left
from whereas.site.audience import shows_ours
from whereas.site.catalogue.found import Found
from whereas.site.catalogue.history import History
from whereas.site.catalogue.knowledge import Knowledge, list_facts, record_facts
from whereas.site.catalogue.pieces import link
from whereas.site.citation_nodes import citation_node
from whereas.site.fresh.changes import Changes
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from whereas.assembly.context import Context
    from whereas.library.clauses import Clause

logger = logging.getLogger(__name__)


#: What is known by page.
_TABLES = (
    "agreements",
    "findings",
    "citations",
    "definitions",
    "declared",
    "borrowed",
    "lists",
    "reads",
    "doctrees",
    "told",
    "checks",
)


class WhereasDomain(Domain):
    """Agreements, the provisions in them, and what is wrong with them."""

    name = "whereas"
    label = "Whereas"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {
        table: {} for table in (*_TABLES, "lent", "files", "particulars", "policy", "library")
    }

    sources: Sources  #: what this project's agreements are made of; set when the builder is ready
    alike: dict[Any, Any]  #: what is noted in this process of many pages, each once
    history: dict[str, History]  #: of clauses; empty for readers who are not of ours
    knowledge: Knowledge  #: what pages tell of one another, once all are read
    changes: Changes  #: what this build found to have changed since the last one
    around: Case  #: what is around each agreement that is checked
    listener: Any  #: hears what is said of pages in this build
    failed = False  #: whether this build told an error

    def setup(self) -> None:
        """What an older version kept has no table that came later: it is empty until all is read anew."""
        super().setup()
        for table in self.initial_data:
            self.data.setdefault(table, {})

    @property
    def library(self) -> Library:
        """The records of this project."""
        return self.sources.library

    @property
    def agreements(self) -> dict[str, KnownAgreement]:
        """Page to what is known of the agreement on it."""
        return self.data["agreements"]  # type: ignore[no-any-return]

    @property
    def findings(self) -> dict[str, list[Finding]]:
        """Page to what reading it found."""
        return self.data["findings"]  # type: ignore[no-any-return]

    @property
    def citations(self) -> dict[str, list[OutwardCitation]]:
        """Page to its citations of other pages."""
        return self.data["citations"]  # type: ignore[no-any-return]

    @property
    def definitions(self) -> dict[str, tuple[Term, ...]]:
        """Page of a clause to the terms that the clause defines."""
        return self.data["definitions"]  # type: ignore[no-any-return]

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for table in _TABLES:
            self.data[table].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for table in _TABLES:
            for docname in docnames:
                if docname in otherdata[table]:
                    self.data[table][docname] = otherdata[table][docname]
        for docname in self.agreements.keys() & set(docnames):  # what is alike comes from each process anew
            known = self.agreements[docname]
            self.agreements[docname] = replace(known, targets=self._once(known.targets))

    def _once(self, targets: Targets) -> Targets:
        """Labelled targets, each kept once: deals of one template have most of them alike."""
        labelled = ((label, each) for label, each in targets.items() if not label.startswith("#"))
        return {label: self._shared(each) for label, each in labelled}

    def _shared(self, thing: Any) -> Any:
        """The first of the things that are alike."""
        return self.alike.setdefault(thing, thing)

    # ---- noting, while pages are read

    def note_agreement(self, agreement: Agreement, targets: Targets, context: Context) -> None:
        """Remember what other pages may ask of an agreement."""
        kept = self._once(targets)
        self.agreements[agreement.docname] = known_agreement(agreement, targets, kept, context, self._shared)
        if context.template and not context.plan.deal:
            hidden = context.facts.used - {fact.name for fact in agreement.facts}  # from readers outside
            own = {name: context.facts.values[name] for name in context.template.header.values if name not in hidden}
            self.data["declared"][agreement.docname] = declared_values(own)

    def note_findings(self, docname: str, findings: list[Finding]) -> None:
        """Remember findings, to be told in this build and in each until they are mended."""
        if findings:
            self.findings.setdefault(docname, []).extend(findings)

    def note_citations(self, docname: str, document: nodes.document) -> None:
        """Remember the citations of a page that only the whole project can settle."""
        found = citations_in([document], docname, links=docname in self.agreements)
        if found:
            self.citations[docname] = found

    def note_definitions(self, docname: str, clause: Clause) -> None:
        """Remember the terms that a clause of the library defines."""
        self.definitions[docname] = terms_of(clause)

    def note_declared(self, docname: str, facts: dict[str, Fact]) -> None:
        """Remember the values that a clause of the library declares."""
        self.data["declared"][docname] = declared_values(facts)

    def note_list(self, docname: str, kind: str) -> None:
        """Remember that a page lists all of a kind, and is to be written anew with them."""
        self.data["lists"].setdefault(docname, set()).add(kind)

    # ---- resolving, when all are read

    def undefined_terms(self) -> Iterator[Finding]:
        """Terms of the library that an agreement uses and does not define."""
        return undefined_terms(self.agreements, self.definitions)

    def check_citation(self, citation: OutwardCitation, docname: str) -> Iterator[CitationFault]:
        """What is wrong with a citation."""
        pages = self.env.domains.standard_domain.anonlabels  # the labels that Sphinx itself knows
        return check_citation(self.agreements, citation, docname, pages)

    def is_wrong(self, docname: str) -> bool:
        """Whether an error is told of a page: found when it was read, or of what it cites."""
        cited = (wrong for each in self.citations.get(docname, ()) for wrong in self.check_citation(each, docname))
        return any(each.severity == "error" for each in (*self.findings.get(docname, ()), *cited))

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """The words of a citation from another page: linked where the builder has that page, else words alone."""
        if typ == "term":
            return self.resolve_term(builder, fromdocname, target, contnode)  # type: ignore[return-value]
        words = contnode.astext() if node.get("refexplicit") else ""
        citation, opens = (
            citation_of(node, fromdocname)._replace(labels=target, form=typ),
            bool(node.get("whereas_opens")),
        )
        return citation_node(self.agreements, citation, words, opens, builder, fromdocname)  # type: ignore[return-value]

    def resolve_term(self, builder: Builder, fromdocname: str, target: str, words: Element) -> nodes.Node:
        """A term that another agreement defines: linked where that agreement sets its definition."""
        docname, anchor = page_of(self.agreements, target.partition(":")[0]), self.term_anchor(target)
        use = link(builder, fromdocname, docname, anchor, words.astext()) if anchor else nodes.Text(words.astext())
        return nodes.inline("", "", use, classes=["wh-term", "wh-elsewhere"])

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """MyST's `[](#label)` and `{any}`, to an agreement on another page."""
        if len(find(self.agreements, target, fromdocname)) != 1:
            return []
        found = self.resolve_xref(env, fromdocname, builder, "clause", target, node, contnode)
        return [("whereas:clause", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every labelled provision of a template, for search and for other projects."""
        for docname, known in sorted(self.agreements.items()):
            for label, target in known.targets.items():
                if not known.deal and target.number:
                    name = f"{docname.rsplit('/', 1)[-1]}:{label}"
                    yield name, f"{target.number} {target.title}".strip(), "clause", docname, target.anchor, -1

    # ---- pages that tell of others

    def depends_on(self, docname: str) -> tuple[Any, ...]:
        """What a page prints that depends on other pages; when it changes, the page is written anew."""
        cited: tuple[Any, ...] = tuple(
            (
                citation.labels,
                [(page, self.agreements[page].title, each) for page, each in find(self.agreements, label, docname)[:2]],
            )
            for citation in self.citations.get(docname, ())
            if citation.form != "term"
            for label in citation.labels.split(", ")
        )
        terms = tuple((each.labels, self.term_anchor(each.labels)) for each in self.citations.get(docname, ()))
        lists = tuple(list_facts(self.knowledge, kind) for kind in sorted(self.data["lists"].get(docname, ())))
        ready = (self.knowledge.found.ready.get(docname),)
        return cited + terms + lists + ready + record_facts(self.knowledge, docname)

    def findings_left(self) -> dict[str, list[Finding]]:
        """The findings of each page that still hold when all others are known."""
        return findings_left(self.findings, self.agreements)

    @property
    def odd(self) -> list[Finding]:
        """Which files are no pages and records, and why."""
        return list(getattr(self.env.project, "odd", ()))

    def gather(self, found: Found) -> None:
        """Now that all pages are read: what they tell of one another; `found` is what a check tells of all."""
        titles = {docname: title.astext() for docname, title in self.env.titles.items()}
        findings = self.findings_left() if shows_ours(builder_of(self.env)) else {}
        declared, by_page = self.data["declared"], sorted(self.data["lists"].items(), reverse=True)
        lists = {kind: docname for docname, kinds in by_page for kind in sorted(kinds)}
        self.knowledge = Knowledge(
            self.agreements, titles, self.definitions, declared, findings, self.history, found, lists
        )

    def term_anchor(self, target: str) -> str:
        """The anchor of a term, `page:term`; empty where that page does not define it."""
        docname, _, term = target.partition(":")
        known = self.agreements.get(page_of(self.agreements, docname))
        return dict(known.terms).get(term, "") if known else ""


def domain_of(env: BuildEnvironment) -> WhereasDomain:
    """The domain of a project."""
    domain = env.domains["whereas"]
    assert isinstance(domain, WhereasDomain)
    return domain
