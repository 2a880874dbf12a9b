"""Citations of other pages as docutils nodes: the words, each number linked where the builder has the page."""

from __future__ import annotations

from docutils import nodes
from sphinx.builders import Builder

from whereas.agreement.citing import cite
from whereas.agreement.runs import Cited
from whereas.agreement.targets import Target
from whereas.language.registry import phrases
from whereas.project.elsewhere import Agreements, find, labels_of
from whereas.site.catalogue.pieces import link


def citation_node(
    agreements: Agreements,
    target: str,
    form: str,
    words: str,
    opens: bool,
    builder: Builder,
    docname: str,
    either: bool = False,
) -> nodes.inline:
    """What the labels of a citation on a page print, or its author's own words; `opens` if a sentence begins with it.

    Of several, any one may be meant (`either`).

    A label that leads nowhere stays, in brackets.
    """
    by_page: dict[str, list[Target]] = {}
    broken: list[list[nodes.Node]] = []
    for label in labels_of(target):
        if found := find(agreements, label, docname):
            by_page.setdefault(found[0][0], []).append(found[0][1])
        else:
            broken.append([nodes.inline(f"[{label}]", f"[{label}]", classes=["wh-broken"])])
    if words and by_page:
        page, (first, *_) = next(iter(by_page.items()))
        pieces: list[list[nodes.Node]] = [[link(builder, docname, page, first.anchor, words)]]
    else:
        pieces = [
            _cited(agreements, page, each, form, builder, docname, either) for page, each in by_page.items()
        ] + broken
    inline = nodes.inline(classes=["wh-elsewhere"] if by_page else [])
    style = agreements[docname].style if docname in agreements else None
    joiner = style.conjunction if style else "and"
    joiner = phrases(style.locale if style else "en").alternative if either else joiner
    for index, piece in enumerate(pieces):
        if index:
            inline += nodes.Text(f" {joiner} " if index == len(pieces) - 1 else ", ")
        inline += piece
    if opens and not words:
        _raise_first(inline)
    return inline


def _cited(
    agreements: Agreements, page: str, targets: list[Target], form: str, builder: Builder, docname: str, either: bool
) -> list[nodes.Node]:
    """The words that cite provisions of one page."""
    known, said = agreements[page], list[nodes.Node]()
    for part in cite(targets, known.style, form, either=either):
        if isinstance(part, Cited):
            said.append(link(builder, docname, page, part.anchor, part.text))
        else:
            said.append(nodes.Text(part.text))
    if form == "number":
        return said
    whose = phrases(known.style.locale).other_agreement.format(title=known.title)
    return [*said, nodes.Text(f" {whose}")]


def _raise_first(words: nodes.inline) -> None:
    """Begin words with a capital."""
    first = next(iter(words.findall(nodes.Text)), None)
    if first is not None and first.parent is not None:
        first.parent.replace(first, nodes.Text(str(first)[:1].upper() + str(first)[1:]))
