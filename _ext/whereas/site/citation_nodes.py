"""Citations of other pages as docutils nodes: the words, each number linked where the builder has the page."""

from __future__ import annotations

from docutils import nodes
from sphinx.builders import Builder

from whereas.agreement.runs import Cited
from whereas.agreement.targets import Target
from whereas.language.registry import phrases
from whereas.project.citation_checks import check_case
from whereas.project.elsewhere import Agreements, cited_from, find, found_by_page, labels_of
from whereas.project.tables import KnownAgreement, OutwardCitation
from whereas.site.catalogue.pieces import link


def citation_node(
    agreements: Agreements, citation: OutwardCitation, words: str, opens: bool, builder: Builder, docname: str
) -> nodes.inline:
    """What a citation on a page prints, or its author's own `words`; `opens` if a sentence begins with it.

    A label that leads nowhere stays, in brackets; so do all that cannot have the case they are given.
    """
    by_page = found_by_page(agreements, citation.labels, docname)
    if check_case(agreements, citation, docname):
        return nodes.inline("", f"[{citation.labels} | {citation.case}]", classes=["wh-broken"])
    lost = [label for label in labels_of(citation.labels) if not find(agreements, label, docname)]
    broken: list[list[nodes.Node]] = [[nodes.inline("", f"[{label}]", classes=["wh-broken"])] for label in lost]
    if words and by_page:
        page, (first, *_) = next(iter(by_page.items()))
        pieces: list[list[nodes.Node]] = [[link(builder, docname, page, first.anchor, words)]]
    else:
        cited = (_cited(agreements[page], page, each, citation, builder, docname) for page, each in by_page.items())
        pieces = [*cited, *broken]
    inline = nodes.inline(classes=["wh-elsewhere"] if by_page else [])
    style = agreements[docname].style if docname in agreements else None
    joiner = style.conjunction if style else "and"
    joiner = phrases(style.locale if style else "en").alternative if citation.either else joiner
    for index, piece in enumerate(pieces):
        if index:
            inline += nodes.Text(f" {joiner} " if index == len(pieces) - 1 else ", ")
        inline += piece
    if opens and not words:
        _raise_first(inline)
    return inline


def _cited(
    known: KnownAgreement,
    page: str,
    targets: list[Target],
    citation: OutwardCitation,
    builder: Builder,
    docname: str,
) -> list[nodes.Node]:
    """The words that cite provisions of one page."""
    said = list[nodes.Node]()
    for part in cited_from(known, targets, citation.form, citation.either, citation.case):
        if isinstance(part, Cited):
            said.append(link(builder, docname, page, part.anchor, part.text))
        else:
            said.append(nodes.Text(part.text))
    if citation.form == "number":
        return said
    whose = phrases(known.style.locale).other_agreement.format(title=known.title)
    return [*said, nodes.Text(f" {whose}")]


def _raise_first(words: nodes.inline) -> None:
    """Begin words with a capital."""
    first = next(iter(words.findall(nodes.Text)), None)
    if first is not None and first.parent is not None:
        first.parent.replace(first, nodes.Text(str(first)[:1].upper() + str(first)[1:]))
