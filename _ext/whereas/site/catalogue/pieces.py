"""The pieces that pages about contracts are made of: sections, facts, tables, chips, links, as docutils nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from whereas.language.site_words import SiteWords
from whereas.library.finding import Place
from whereas.site import beside
from whereas.site.beside import FACET, Line, Piece, Span, Telling, To, line_html, words_of

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


def as_node(span: Span) -> marked:
    """Words that are data as a node."""
    return marked("", words_of(span), html=span.html, attributes=dict(span.attributes), classes=list(span.classes))


def facet(name: str, words: str, *classes: str) -> marked:
    """A word that lists can be filtered by."""
    return as_node(beside.facet(name, words, *classes))


def chip(status: str, words: SiteWords) -> marked:
    """A status, set as one."""
    return as_node(beside.chip(status, words))


def quiet_chip(status: str, words: SiteWords) -> marked:
    """The same where many stand side by side: only what is not done stands out."""
    done = status in ("approved", "final")
    return facet(words.status, words.status_of(status)) if done else chip(status, words)


def time(day: str, words: str) -> marked:
    """A day, in words for readers."""
    return as_node(beside.time(day, words))


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
    return _table(heads, widths, [_row(cells, id) for id, cells in rows], classes)


def table_of_lines(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[tuple[Line, ...]], *classes: str
) -> nodes.table:
    """A table with a row for each of many pages: its cells are data, written as they are."""
    return _table(heads, widths, [lines_of_table(cells=list(rows))], classes)


def _table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[nodes.Node], classes: tuple[str, ...]
) -> nodes.table:
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(heads))
    group += [nodes.thead("", _row(heads)), nodes.tbody("", *rows)]
    return nodes.table("", group, classes=["wh-facts", *classes])


def _row(cells: Sequence[Said], id: str = "") -> nodes.row:
    made = [nodes.entry("", *([paragraph(cell)] if said(cell) else [])) for cell in cells]
    return nodes.row("", *made, ids=[id] if id else [])


class lines_of_table(Telling, nodes.Part):
    """The rows of a table as data: the `cells` of each."""

    def lines(self) -> Iterator[str]:
        """The words of each cell."""
        return (words_of(cell) for row in self["cells"] for cell in row)

    def facets(self) -> Iterator[tuple[str, str]]:
        """What its rows can be filtered by: names of facets, and words."""
        spans = (each for row in self["cells"] for cell in row for each in cell if isinstance(each, Span))
        return ((value, words_of(span)) for span in spans for name, value in span.attributes if name == FACET)

    def rows(self, builder: Builder, docname: str) -> list[nodes.Node]:
        """The rows as nodes of a page, for outputs that know only those."""

        def node(each: Piece) -> nodes.Node:
            match each:
                case To():
                    return link(builder, docname, each.page, each.anchor, [node(each.said)])
                case Span():
                    return as_node(each)
                case _:
                    return nodes.Text(words_of(each))

        return [_row([list(map(node, cell)) for cell in row]) for row in self["cells"]]


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


def visit_lines_html(self: HTML5Translator, node: lines_of_table) -> NoReturn:
    """The rows, as Sphinx writes such nodes below a row of heads."""
    for index, row in enumerate(node["cells"]):
        self.body.append(f'<tr class="row-{"odd" if index % 2 else "even"}">')
        for cell in row:
            self.body.append(f"<td><p>{line_html(cell, self)}</p></td>\n" if cell else "<td></td>\n")
        self.body.append("</tr>\n")
    raise nodes.SkipNode


def setup_pieces(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(lines_of_table, html=(visit_lines_html, None))
    other = (_as_inline, _after_inline)
    app.add_node(
        marked, html=(visit_marked_html, depart_marked_html), latex=other, text=other, man=other, texinfo=other
    )
