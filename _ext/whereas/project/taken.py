"""Terms that one agreement takes from another: such a use counts for the one that defines them, if it sets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whereas.agreement.term_rules import UNUSED_HERE
from whereas.library.finding import Finding
from whereas.library.rule import Rule
from whereas.project.elsewhere import page_of
from whereas.project.tables import KnownAgreement

TERM_NOT_SET = Rule(
    "term-not-set",
    "A term that is taken from another agreement is among the definitions which that one sets.",
    unshown="only the whole project knows what other agreements define",
)


Agreements = Mapping[str, KnownAgreement]


def findings_left(findings: Mapping[str, list[Finding]], agreements: Agreements) -> dict[str, list[Finding]]:
    """The findings of each page without terms that are "not used" there, but are in an agreement that takes them."""
    lent = {(page, term) for page, term in _lent(agreements)}
    if not lent:
        return dict(findings)
    left = {}
    for docname, found in findings.items():
        known = agreements.get(docname)
        pages = (docname, known.template) if known else (docname,)
        left[docname] = [
            each
            for each in found
            if each.rule not in UNUSED_HERE or not any((page, each.about) in lent for page in pages)
        ]
    return left


def _lent(agreements: Agreements) -> Iterator[tuple[str, str]]:
    """Each page, and its template, with a term that another agreement takes from it."""
    for taker in agreements.values():
        for target, _ in taker.taken:
            docname, _, term = target.partition(":")
            page = page_of(agreements, docname)
            yield page, term
            if (known := agreements.get(page)) and known.template:
                yield known.template, term


def check_taken(agreements: Agreements) -> Iterator[Finding]:
    """A term that an agreement takes from another, which does not set its definition (rule `term-not-set`)."""
    for taker in agreements.values():
        for target, place in taker.taken:
            docname, _, term = target.partition(":")
            known = agreements.get(page_of(agreements, docname))
            if known and term not in known.role_terms and not dict(known.terms).get(term):
                message = f"the term {term!r} is used here, but the definitions in {known.title!r} leave it out"
                hint = f"list it there with `:also: {term}`, or define it here"
                yield TERM_NOT_SET.at(place, message, hint)
