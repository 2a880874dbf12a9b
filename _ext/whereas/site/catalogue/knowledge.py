"""What pages tell of other pages: who uses a clause, a party's deals, what is open, where values land. Plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from whereas.agreement.open_points import Spot
from whereas.agreement.uses import Term
from whereas.checking.ready import Readiness
from whereas.library.finding import Finding
from whereas.project.tables import Declared, KnownAgreement, OpenItem, PrintedFact
from whereas.site.catalogue.found import Found, counts
from whereas.site.catalogue.history import History


class PageLink(NamedTuple):
    """A page to link to, and what it is called."""

    docname: str
    title: str


class ClauseUse(NamedTuple):
    """One use of a clause: the page, whether that is a deal, of which agreement, and how it stands there."""

    page: PageLink
    deal: bool
    agreement: str
    status: str
    number: str
    anchor: str
    variant: str
    own: bool
    figures: tuple[tuple[str, str | None], ...]
    departures: int


class AgreementRow(NamedTuple):
    """An agreement or a deal, as lists show it; `template` is what a deal fills, `role` a party's in it."""

    page: PageLink
    template: PageLink
    names: tuple[str, ...]
    status: str
    reference: str
    version: str
    date: tuple[str, str]
    blanks: tuple[OpenItem, ...] = ()
    drafts: tuple[OpenItem, ...] = ()
    findings: tuple[str, ...] = ()
    departures: int = 0
    role: str = ""
    clauses: int = 0
    values: int = 0
    deals: int = 0
    told: tuple[Finding, ...] = ()
    ready: Readiness | None = None

    @property
    def open(self) -> int:
        """How many things are open: blanks, clauses not approved, findings."""
        return len(self.blanks) + len(self.drafts) + len(self.findings)


class PrintedValue(NamedTuple):
    """What a value is in some agreements and deals (None: blank), and where each prints it."""

    text: str | None
    pages: tuple[tuple[PageLink, tuple[Spot, ...]], ...]


class LibraryValue(NamedTuple):
    """A value of the library: how it is declared, and by whom, and where it lands."""

    name: str
    declared: tuple[tuple[Declared, PageLink], ...]
    landed: tuple[PrintedValue, ...]


class LibraryTerm(NamedTuple):
    """A term: the clauses that bring it, the templates that define it, and where; how many deals do.

    `meanings` are the words in which the templates define it, each with those that do.
    """

    term: str
    clauses: tuple[PageLink, ...]
    templates: tuple[tuple[PageLink, str], ...]
    deals: int
    meanings: tuple[tuple[str, tuple[PageLink, ...]], ...]


@dataclass(frozen=True)
class Knowledge:
    """All that is known of the pages of a project, once all are read."""

    agreements: Mapping[str, KnownAgreement]
    titles: Mapping[str, str]
    definitions: Mapping[str, tuple[Term, ...]]
    declared: Mapping[str, tuple[Declared, ...]]
    findings: Mapping[str, list[Finding]]
    history: Mapping[str, History]
    found: Found = field(default_factory=Found)
    lists: Mapping[str, str] = field(default_factory=dict)  #: by kind the page that lists all of it

    def page(self, docname: str) -> PageLink:
        """A page by the name it has on the site."""
        known = self.agreements.get(docname)
        name = known.name if known else ""
        return PageLink(docname, name or self.titles.get(docname) or (known.title if known else docname))

    @cached_property
    def uses(self) -> dict[str, tuple[ClauseUse, ...]]:
        """Id of a clause to its uses: in templates first, then in deals, by title."""
        found: dict[str, list[ClauseUse]] = {}
        for docname in self.in_order:
            known, page = self.agreements[docname], self.page(docname)
            for use in known.uses:
                reported = ClauseUse(
                    page,
                    bool(known.deal),
                    known.title,
                    known.status,
                    use.number,
                    use.anchor,
                    use.variant,
                    use.own,
                    use.figures,
                    use.departures,
                )
                found.setdefault(use.clause, []).append(reported)
        return {id: tuple(uses) for id, uses in found.items()}

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The pages with agreements: templates, then deals, each by title."""
        return tuple(
            sorted(
                self.agreements,
                key=lambda docname: (bool(self.agreements[docname].deal), self.page(docname).title.casefold(), docname),
            )
        )

    @cached_property
    def deals(self) -> tuple[AgreementRow, ...]:
        """Every deal, by title; those that could not be read have nothing but that."""
        unread = [
            AgreementRow(self.page(docname), PageLink("", ""), (), "", "", "", ("", ""))
            for docname in self.titles
            if docname.startswith("deals/") and docname not in self.agreements and docname != "deals/index"
        ]
        rows = [*unread, *(self._row(docname) for docname in self.in_order if self.agreements[docname].deal)]
        return tuple(sorted(rows, key=lambda row: (row.page.title.casefold(), row.page.docname)))

    @cached_property
    def templates(self) -> tuple[AgreementRow, ...]:
        """Every template, by title."""
        return tuple(self._row(docname) for docname in self.in_order if not self.agreements[docname].deal)

    @cached_property
    def played(self) -> dict[str, tuple[AgreementRow, ...]]:
        """Id of a party to its deals, with its role in each."""
        found: dict[str, list[AgreementRow]] = {}
        for row in self.deals:
            known = self.agreements.get(row.page.docname)
            for played in known.parties if known else ():
                found.setdefault(played.id, []).append(row._replace(role=played.role))
        return {id: tuple(rows) for id, rows in found.items()}

    def _row(self, docname: str) -> AgreementRow:
        known = self.agreements[docname]
        told = self.found.of_pages.get(docname, self.findings.get(docname, ()))
        reported = (finding for finding in told if finding.severity != "info")
        return AgreementRow(
            self.page(docname),
            self.page(known.template) if known.template else PageLink("", ""),
            known.names,
            known.status,
            known.reference,
            known.version,
            known.date,
            known.blanks,
            known.drafts,
            tuple(dict.fromkeys(finding.message for finding in reported)),
            known.departures,
            clauses=sum(bool(use.number) for use in known.uses),
            values=len(known.printed_facts),
            deals=sum(each.template == docname for each in self.agreements.values()) if not known.deal else 0,
            told=tuple(told),
            ready=self.found.ready.get(docname),
        )

    # ---- values and terms

    @cached_property
    def values(self) -> tuple[LibraryValue, ...]:
        """Every value, by name."""
        declared: dict[str, list[tuple[Declared, PageLink]]] = {}
        for docname, each in sorted(self.declared.items()):
            for declaration in each:
                declared.setdefault(declaration.name, []).append((declaration, self.page(docname)))
        printed_facts: dict[str, list[tuple[PageLink, PrintedFact]]] = {}
        for docname in self.in_order:
            for fact in self.agreements[docname].printed_facts:
                printed_facts.setdefault(fact.name, []).append((self.page(docname), fact))
        names = sorted({*declared, *printed_facts})
        return tuple(
            LibraryValue(name, tuple(declared.get(name, ())), tuple(_printed(printed_facts.get(name, []))))
            for name in names
        )

    @cached_property
    def terms(self) -> tuple[LibraryTerm, ...]:
        """Every defined term, by name."""
        clauses: dict[str, list[PageLink]] = {}
        for docname, terms in sorted(self.definitions.items()):
            for term in terms:
                clauses.setdefault(term.term, []).append(self.page(docname))
        found: dict[str, list[tuple[PageLink, str]]] = {}
        deals: Counter[str] = Counter()
        meanings: dict[str, dict[str, list[PageLink]]] = {}
        for docname in self.in_order:
            known = self.agreements[docname]
            if known.deal:
                deals.update(dict(known.terms).keys())
                continue
            for name, anchor in dict(known.terms).items():
                found.setdefault(name, []).append((self.page(docname), anchor))
            for name, words in known.meanings:
                meanings.setdefault(name, {}).setdefault(words, []).append(self.page(docname))
        return tuple(
            LibraryTerm(
                name,
                tuple(clauses.get(name, ())),
                tuple(found.get(name, ())),
                deals[name],
                tuple((words, tuple(pages)) for words, pages in meanings.get(name, {}).items()),
            )
            for name in sorted({*clauses, *found, *deals}, key=lambda name: (name.casefold(), name))
        )


def _printed(printed_facts: list[tuple[PageLink, PrintedFact]]) -> Iterator[PrintedValue]:
    """The agreements in which a value is the same, together, in order of the first of each; blanks last."""
    by_text: dict[str | None, list[tuple[PageLink, tuple[Spot, ...]]]] = {}
    for page, fact in printed_facts:
        by_text.setdefault(fact.text, []).append((page, fact.spots))
    for text, pages in sorted(by_text.items(), key=lambda each: each[0] is None):
        yield PrintedValue(text, tuple(pages))


# ---- what a page tells, to see whether it has changed ---------------------------------------------------------------


def list_facts(knowledge: Knowledge, kind: str) -> Any:
    """What a list of all of a kind tells."""
    match kind:
        case "deals":
            return knowledge.deals
        case "agreements":
            return knowledge.templates
        case "clauses":
            return {id: len(uses) for id, uses in knowledge.uses.items()}, *_counts(knowledge, kind)
        case "parties":
            return {id: len(rows) for id, rows in knowledge.played.items()}, *_counts(knowledge, kind)
        case "checks":
            return knowledge.found.standing, knowledge.found.ignored, knowledge.found.pages, len(knowledge.agreements)
        case "policy":
            return knowledge.found.rules, knowledge.found.judged
        case "values":
            return knowledge.values
        case "terms":
            return knowledge.terms, knowledge.lists.get("deals")
    return ()


def _counts(knowledge: Knowledge, kind: str) -> tuple[Any, ...]:
    """How much is found in the files of a kind, and which page lists that."""
    found = knowledge.found
    files = {file: counts(each) for file, each in found.by_file.items() if file.startswith(f"{kind}/")}
    return files, found.page


def record_facts(knowledge: Knowledge, docname: str) -> tuple[Any, ...]:
    """What the page of a record tells of others, and of its past."""
    kind, _, id = docname.partition("/")
    match kind:
        case "clauses":
            return knowledge.uses.get(id, ()), knowledge.history.get(id)
        case "parties":
            rows = knowledge.played.get(id, ())
            return tuple((row.page, row.template, row.role, row.status, row.reference, row.date) for row in rows)
    return ()
