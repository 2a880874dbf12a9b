"""What is wrong with citations that leave their page, once all pages are read."""

from __future__ import annotations

from typing import NamedTuple

from whereas.assembly.citations import CITED_CASE
from whereas.assembly.missing import UNKNOWN_LABEL
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Severity
from whereas.library.rule import Rule
from whereas.project.elsewhere import (
    Agreements,
    cited_from,
    find,
    found_by_page,
    is_deal,
    page_of,
    pages_for,
    templates,
)
from whereas.project.tables import KnownAgreement, OutwardCitation

CITATION = Rule(
    "citation",
    "A deal that cites a template, whose deals number the provision otherwise, says which of them is meant.",
    severity="warning",
    unshown="it is seen only with all agreements of a project",
)


class CitationFault(NamedTuple):
    """What is wrong with a citation: the message, what to do, how bad it is, by which rule.

    With the deal, if its file is to be mended.
    """

    message: str
    hint: str = ""
    severity: Severity = "error"
    rule: Rule = UNKNOWN_LABEL
    deal: str = ""


def check_label(agreements: Agreements, label: str, near: str, docname: str) -> CitationFault | None:
    """What is wrong with a label that a page cites; `near` is what may have been meant of the page's own."""
    found = find(agreements, label, docname)
    name = label.rpartition(":")[2]
    if len(found) > 1:
        names = ", ".join(f"{_short(page)}:{name}" for page, _ in found)
        return CitationFault(f"the label {label!r} stands in several agreements", f"write one of {names}")
    if found:
        return _check_template(agreements, found[0][0], name, docname)
    if ":" in label:
        return _named(agreements, label, near, docname)
    return _bare(agreements, label, near, docname) if docname in agreements else _ordinary(agreements, label)


def _check_template(agreements: Agreements, page: str, name: str, docname: str) -> CitationFault | None:
    """A deal that cites a template whose deals number the provision otherwise must say which of them it stands on."""
    known = agreements.get(docname)
    if not known or not known.deal or any(other.page == page and other.itself for other in known.others):
        return None
    number = agreements[page].targets[name].number
    others = [
        deal.deal
        for deal in agreements.values()
        if deal.template == page and deal is not known and _number(deal, name) != number
    ]
    if agreements[page].deal or not others:
        return None
    message = f"this deal cites provisions of the template {page}, and its deal {others[0]!r} numbers them differently"
    hint = (
        f"say which deal is meant, as with `amends: {others[0]}` or `of: {others[0]}`; "
        f"or that the template is, with `cites: {_short(page)}` in the agreement's front matter"
    )
    return CitationFault(message, hint, "warning", CITATION, known.deal)


def _number(known: KnownAgreement, name: str) -> str:
    return known.targets[name].number if name in known.targets else ""


def _named(agreements: Agreements, label: str, near: str, docname: str) -> CitationFault:
    """A label with an agreement's name that leads nowhere."""
    owner, _, name = label.rpartition(":")
    if pages := pages_for(agreements, owner, docname):
        return _left_out(agreements, pages, name) or CitationFault(
            f"nothing in {pages[0]} is labelled {name!r}", did_you_mean(name, agreements[pages[0]].targets)
        )
    if deals := [page for page in sorted(agreements) if is_deal(agreements, page, owner)]:
        deal = agreements[deals[0]].deal
        message = f"{deal!r} is a deal, and an agreement cites a deal only if it is made under that deal"
        return CitationFault(
            message, f"write `amends: {deal}` or `of: {deal}` in this deal's file, or in the front matter"
        )
    names = {_short(page) for page in templates(agreements)}
    guess = _guess(near) or did_you_mean(owner, names)
    return CitationFault(f"there is no agreement {owner!r} of which {name!r} could be cited", guess)


def _bare(agreements: Agreements, label: str, near: str, docname: str) -> CitationFault:
    """A label alone, in an agreement that does not have it."""
    stood_on = [page_of(agreements, other.page) for other in agreements[docname].others]
    if wrong := _left_out(agreements, stood_on, label):
        return wrong
    there = [page for page, known in sorted(agreements.items()) if label in known.targets]
    own = agreements[docname].template or docname
    where = docname if own in there else own  # what a template lacks is told once, and not of each deal
    others = [page for page in there if not agreements[page].deal and page != own]
    if others:
        write = f"{others[0]} has it: to cite that, write {f'{_short(others[0])}:{label}'!r}"
        hint = "; ".join(filter(None, (_guess(near), write)))
        return CitationFault(f"nothing in {where} is labelled {label!r}", hint)
    if there:
        hint = _guess(near) or f"{there[0]} has it, which is another deal"
        return CitationFault(f"nothing in {where} is labelled {label!r}", hint)
    lent = {name for page in stood_on if page in agreements for name in agreements[page].targets}
    return CitationFault(
        f"nothing is labelled {label!r}", _guess(near) or did_you_mean(label, lent, known=False) or near
    )


def _ordinary(agreements: Agreements, label: str) -> CitationFault:
    """A label alone, on a page that is no agreement."""
    everything = {name for page in templates(agreements) for name in agreements[page].targets}
    if label.startswith("."):
        meant = sorted(name for name in everything if name.endswith(label))
        message = f"{label!r} begins with a dot, as labels do within their own clause, but this is not a clause"
        return CitationFault(message, did_you_mean(meant[0] if meant else label[1:], meant or everything))
    if deals := [page for page, known in sorted(agreements.items()) if known.deal and label in known.targets]:
        hint = f"the deal {agreements[deals[0]].deal!r} has: to cite that, write {f'{_short(deals[0])}:{label}'!r}"
        return CitationFault(f"no agreement has anything labelled {label!r}", hint)
    return CitationFault(f"nothing is labelled {label!r}", did_you_mean(label, everything))


def _left_out(agreements: Agreements, pages: list[str], label: str) -> CitationFault | None:
    """A label of a clause that a cited deal leaves out."""
    for page in pages:
        for clause, place in agreements[page].omitted if page in agreements else ():
            if label == clause.lower() or label.startswith(f"{clause.lower()}."):
                message = f"this refers to {label!r} of {page}, but {place} leaves the clause {clause!r} out"
                return CitationFault(message, "leave the reference out, or keep the clause")
    return None


def _short(page: str) -> str:
    """What a page may be called in a citation, in few words that no other page has."""
    return page.removeprefix("agreements/").removeprefix("deals/")


def _guess(near: str) -> str:
    """What may have been meant, without a list of all that could be."""
    return "" if near.startswith("known here") else near


def check_link(agreements: Agreements, label: str, docname: str) -> CitationFault | None:
    """What is wrong with a link of MyST's, `[](#label)`, in an agreement: MyST tells what nothing at all has."""
    known = agreements.get(docname)
    if not known or label in known.targets or find(agreements, label, docname):
        return None
    name = label.rpartition(":")[2]
    if not any(name in each.targets for each in agreements.values()):
        return None
    return check_label(agreements, label, did_you_mean(label, known.targets, known=False), docname)


def check_case(agreements: Agreements, citation: OutwardCitation, docname: str) -> CitationFault | None:
    """What is wrong with the case of a citation: its language has none such, or it cannot go before its words."""
    if not citation.case:
        return None
    try:
        if citation.explicit:
            raise ValueError("words of one's own stand as they are, in no case: leave the case out")
        for page, targets in found_by_page(agreements, citation.labels, docname).items():
            cited_from(agreements[page], targets, citation.form, citation.either, citation.case)
    except ValueError as error:
        return CitationFault(str(error), rule=CITED_CASE)
    return None
