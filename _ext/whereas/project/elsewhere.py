"""Citations that leave their page: which page has the label that is meant, and what is wrong where none has.

The text of an agreement cites another only by its name (`nda:law`), or where its front matter or its deal names that
(`cites:`, `terms_of:`, `amends:`, `of:`); another deal only where it stands on it. An ordinary page may cite a label
that one agreement has and no other, and any agreement and deal by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whereas.agreement.cited_case import in_case
from whereas.agreement.citing import cite
from whereas.agreement.joined import Words
from whereas.agreement.targets import Target
from whereas.assembly.others import is_called
from whereas.project.tables import KnownAgreement

Agreements = Mapping[str, KnownAgreement]


def find(agreements: Agreements, label: str, docname: str) -> list[tuple[str, Target]]:
    """The pages that may be meant by a label on a page, each with what it leads to there."""
    owner, _, name = label.rpartition(":")
    pages = pages_for(agreements, owner, docname)
    return [(page, agreements[page].targets[name]) for page in pages if name in agreements[page].targets]


def pages_for(agreements: Agreements, owner: str, docname: str) -> list[str]:
    """The pages that a page may cite by an agreement's name, or without one."""
    known = agreements.get(docname)
    if known is None:
        pages = [page for page in templates(agreements) if not owner or is_called(page, owner)]
        return pages or ([page for page in sorted(agreements) if is_deal(agreements, page, owner)] if owner else [])
    others = {
        page_of(agreements, other.page): None
        for other in known.others
        if not owner or is_called(other.agreement, owner) or is_called(other.page, owner)
    }
    if owner and not others:
        return [page for page in templates(agreements) if is_called(page, owner)]
    return [page for page in others if page in agreements and page != docname]


def page_of(agreements: Agreements, page: str) -> str:
    """The page of a deal, `deals/acme`: that or, where it has one, a page with words of its own."""
    if page in agreements or not page.startswith("deals/"):
        return page
    own = (docname for docname, known in agreements.items() if known.deal == page.removeprefix("deals/"))
    return next(own, page)


def templates(agreements: Agreements) -> list[str]:
    """The pages of agreements that are no deals."""
    return sorted(page for page, known in agreements.items() if not known.deal)


def is_deal(agreements: Agreements, page: str, name: str) -> bool:
    """Whether a page is that of the deal of a name."""
    deal = agreements[page].deal
    return bool(deal) and (deal == name or is_called(page, name))


def labels_of(target: str) -> Iterator[str]:
    """The labels of a citation, as its node keeps them."""
    return iter(target.split(", "))


def found_by_page(agreements: Agreements, target: str, docname: str) -> dict[str, list[Target]]:
    """What the labels of a citation on a page lead to, by the page that has it; labels that lead nowhere are passed."""
    by_page: dict[str, list[Target]] = {}
    for label in labels_of(target):
        for page, found in find(agreements, label, docname)[:1]:
            by_page.setdefault(page, []).append(found)
    return by_page


def cited_from(known: KnownAgreement, targets: list[Target], form: str, either: bool, case: str) -> Words:
    """The words by which other pages cite provisions of an agreement, as it cites them, in a case if there is one.

    Raises ValueError for a case that they cannot have.
    """
    words = cite(targets, known.style, form, either=either)
    return in_case(words, known.style, case) if case else words
