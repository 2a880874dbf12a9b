"""The pieces that pages about contracts are made of: sections, facts, tables, chips, links, as docutils nodes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from whereas.language.site_words import SiteWords
from whereas.library.finding import Place

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator

#: What stands in a table's cell or on a line: words, or nodes.
Said = str | nodes.Node | Sequence[nodes.Node]


class marked(nodes.inline):
    """Words with an HTML element and attributes of their own; plain words in every other output."""


def section(title: str, anchor: str, place: Place, *classes: str) -> nodes.section:
    """A section with its heading."""
    made = nodes.section(ids=[nodes.make_id(anchor) or "section"], names=[], classes=list(classes))
    made.source, made.line = place.file, place.line
    heading = nodes.title(title, title)
    heading.source, heading.line = place.file, place.line
    made += heading
    return made


def said(what: Said) -> list[nodes.Node]:
    """Words or nodes as nodes."""
    if isinstance(what, str):
        return [nodes.Text(what)] if what else []
    return [what] if isinstance(what, nodes.Node) else list(what)


def paragraph(what: Said, *classes: str) -> nodes.paragraph:
    """A paragraph of words or nodes."""
    return nodes.paragraph("", "", *said(what), classes=list(classes))


def span(what: Said, *classes: str) -> nodes.inline:
    """Words with a class."""
    return nodes.inline("", "", *said(what), classes=list(classes))


#: The attribute that tells which facet a word is of.
FACET = "data-facet"


def facet(name: str, words: str, *classes: str) -> marked:
    """A word that lists can be filtered by: the status of a clause, one of its tags."""
    return marked("", words, html="span", attributes={FACET: name}, classes=list(classes))


def chip(status: str, words: SiteWords) -> marked:
    """A status, set as one."""
    return facet(words.status, words.status_of(status), "wh-chip", f"wh-{nodes.make_id(status)}")


def quiet_chip(status: str, words: SiteWords) -> marked:
    """The same where many stand side by side: only what is not done stands out."""
    done = status in ("approved", "final")
    return facet(words.status, words.status_of(status)) if done else chip(status, words)


def time(day: str, words: str) -> marked:
    """A day: 2027-01-15 for machines, in words for readers."""
    return marked("", words, html="time", attributes={"datetime": day})


def instead(old: str, new: str) -> list[nodes.Node]:
    """What is removed, and what comes in its place."""
    gone, come = marked("", old, html="del", attributes={}), marked("", new, html="ins", attributes={})
    return [gone, nodes.Text(" → "), come]


def fields(rows: Iterable[tuple[str, Said]], *classes: str) -> nodes.field_list:
    """A list of facts, empty ones left out."""
    made = [
        nodes.field("", nodes.field_name(name, name), nodes.field_body("", paragraph(what)))
        for name, what in rows
        if what
    ]
    return nodes.field_list("", *made, classes=["wh-fields", *classes])


def table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[tuple[str, Sequence[Said]]], *classes: str
) -> nodes.table:
    """A table: each row has an id, or none, and its cells."""

    def row(cells: Sequence[Said], id: str = "") -> nodes.row:
        made = [nodes.entry("", *([paragraph(cell)] if said(cell) else [])) for cell in cells]
        return nodes.row("", *made, ids=[id] if id else [])

    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(heads))
    group += nodes.thead("", row(heads))
    group += nodes.tbody("", *(row(cells, id) for id, cells in rows))
    return nodes.table("", group, classes=["wh-facts", *classes])


def as_list(made: nodes.Node) -> nodes.Node:
    """A table as a list of its rows, for plain text, whose columns would break words; anything else as it is."""
    if not isinstance(made, nodes.table):
        return made
    heads, *rows = made.findall(nodes.row)
    listed = nodes.bullet_list()
    for row in rows:
        line: list[nodes.Node] = []
        for head, cell in zip(heads.children, row.children, strict=True):
            if cell.astext():
                lead = f"; {head.astext()}: " if line else ""
                line += [nodes.Text(lead), *(each for inner in cell.children for each in inner.children)]
        listed += nodes.list_item("", paragraph(line))
    return listed


def link(builder: Builder, fromdocname: str, docname: str, anchor: str, what: Said) -> nodes.Node:
    """A link to a page; the words alone where this output does not have it."""
    words = said(what)
    child = words[0] if len(words) == 1 else nodes.inline("", "", *words)
    try:
        return make_refnode(builder, fromdocname, docname, anchor, child)
    except NoUri:
        return child


def here(anchor: str, what: Said) -> nodes.reference:
    """A link within the page."""
    return nodes.reference("", "", *said(what), refid=anchor, internal=True)


def joined(parts: Iterable[nodes.Node], by: str = ", ") -> list[nodes.Node]:
    """Nodes in a line, with a separator between them."""
    made: list[nodes.Node] = []
    for part in parts:
        made += [nodes.Text(by), part] if made else [part]
    return made


# ---- rendering ------------------------------------------------------------------------------------------------------


def visit_marked_html(self: HTML5Translator, node: marked) -> None:
    """The element, with its attributes."""
    self.body.append(self.starttag(node, node["html"], "", **node["attributes"]))


def depart_marked_html(self: HTML5Translator, node: marked) -> None:
    """Its end."""
    self.body.append(f"</{node['html']}>")


def _as_inline(self: SphinxTranslator, node: marked) -> None:
    self.visit_inline(node)


def _after_inline(self: SphinxTranslator, node: marked) -> None:
    self.depart_inline(node)


def setup_pieces(app: Sphinx) -> None:
    """Register the node."""
    other = (_as_inline, _after_inline)
    app.add_node(
        marked, html=(visit_marked_html, depart_marked_html), latex=other, text=other, man=other, texinfo=other
    )
