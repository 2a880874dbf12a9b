"""What is wrong between agreements, once all of a project are read: what they cite of one another, and whose terms."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import zip_longest

from docutils import nodes
from sphinx.addnodes import pending_xref

from whereas.agreement.capitals import check_undefined
from whereas.agreement.uses import Term
from whereas.library.clauses import Clause
from whereas.library.finding import Finding, Place
from whereas.library.library import Library
from whereas.project.citation_checks import CitationFault, check_case, check_label, check_link
from whereas.project.elsewhere import Agreements, labels_of
from whereas.project.tables import OutwardCitation

#: MyST's own links to labels.
LINKS = ("myst", "any")


def citations_in(found: Iterable[nodes.Node], docname: str, links: bool) -> list[OutwardCitation]:
    """The citations in nodes of a page that only the whole project can settle; with MyST's own `links` or without."""
    return [
        citation_of(node, docname)
        for each in found
        for node in each.findall(pending_xref)
        if node.get("refdomain") == "whereas" or (links and node["reftype"] in LINKS)
    ]


def citation_of(node: pending_xref, docname: str) -> OutwardCitation:
    """The citation that a node of a page holds."""
    return OutwardCitation(
        node["reftarget"],
        node["reftype"],
        _location(node, docname),
        node.get("whereas_near", ()),
        node.get("whereas_case", ""),
        bool(node.get("refexplicit")),
        bool(node.get("whereas_either")),
    )


def _location(node: nodes.Element, docname: str) -> str:
    """Where a citation is written, `path:line`."""
    place = f"{node.source}:{node.line}" if node.source and node.line else docname
    return str(node.get("whereas_location", place))


def check_citation(
    agreements: Agreements, citation: OutwardCitation, docname: str, pages: Container[str] = ()
) -> Iterator[CitationFault]:
    """What is wrong with a citation of a page; `pages` has the labels that Sphinx itself knows."""
    if citation.form == "term":
        return
    if citation.form in LINKS:
        if citation.labels not in pages and (found := check_link(agreements, citation.labels, docname)):
            yield found
        return
    for label, near in zip_longest(labels_of(citation.labels), citation.near, fillvalue=""):
        if found := check_label(agreements, label, near, docname):
            yield found
    if found := check_case(agreements, citation, docname):
        yield found


def told_of(fault: CitationFault, citation: OutwardCitation, library: Library) -> Finding:
    """A fault as a finding, where its author must mend it."""
    file, _, line = citation.location.rpartition(":")
    place = Place(library.file(library.root / file), int(line)) if line.isdigit() else Place(citation.location)
    at = library.place("deals", fault.deal) if fault.deal else place
    return fault.rule.at(at, *fault[:3])


def terms_of(clause: Clause) -> tuple[Term, ...]:
    """The terms that a clause of the library defines."""
    return tuple(Term(term, (*each.also, *each.variants)) for term, each in clause.definitions.items())


def undefined_terms(agreements: Agreements, definitions: Mapping[str, tuple[Term, ...]]) -> Iterator[Finding]:
    """Terms of the library, by the page of their clause, that an agreement uses and does not define."""
    known = {term.term: term for terms in definitions.values() for term in terms}
    for page in agreements.values():
        own = {term for term, _ in page.terms}
        unknown = tuple(term for name, term in sorted(known.items()) if name not in own)
        yield from check_undefined(page.phrases, unknown, page.style.locale)
