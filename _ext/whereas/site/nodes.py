"""The nodes that carry agreement data in a doctree, and how each output renders them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxTranslator

from whereas.agreement.foreign import walk_foreign
from whereas.agreement.model import Block
from whereas.agreement.runs import Foreign
from whereas.agreement.walk import text_of, walk_lines
from whereas.language.registry import sheets, site_words
from whereas.render.docutils import DocutilsRenderer
from whereas.render.html import HtmlRenderer
from whereas.site.audience import shows_ours
from whereas.site.beside import Telling
from whereas.site.domain import domain_of
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

H = TypeVar("H", bound="Holder")
_TAG = re.compile("<[^>]*>")


class Holder(nodes.Element):
    """Blocks as data; its children are the foreign nodes that the blocks speak of by index."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks."""
        return self["blocks"]  # type: ignore[no-any-return]

    def foreign(self, mark: Foreign) -> foreign | foreign_inline:
        """What a mark stands for."""
        node = self.children[self["places"][mark.index]]
        assert isinstance(node, foreign | foreign_inline)
        return node

    def foreign_nodes(self, mark: Foreign) -> list[nodes.Node]:
        """The same without its keeper."""
        return list(self.foreign(mark).children)


class provisions(Holder, Telling, nodes.General):
    """The blocks of one section; `pattern` is how its provisions are cited, `notes` is what a page says of them."""

    def lines(self) -> Iterator[str]:
        """All that the data says, foreign nodes apart."""
        return (text_of(line) for block in self.blocks for line in walk_lines(block))


def hold(holder: H, blocks: tuple[Block, ...], foreign_nodes: Sequence[nodes.Node]) -> H:
    """Put blocks into a node that holds some, with those of a page's foreign nodes that they speak of."""
    holder["blocks"], holder["places"] = blocks, {}
    for mark in walk_foreign(blocks):
        holder["places"][mark.index] = len(holder.children)
        kept = foreign_nodes[mark.index]
        inline = isinstance(kept, nodes.Inline | addnodes.pending_xref)
        keeper: nodes.Element = foreign_inline("", "", kept) if inline else foreign("", kept)
        keeper.source, keeper.line = kept.source, kept.line  # for messages about what transforms make of it
        holder.append(keeper)
    return holder


class foreign(nodes.General, nodes.Element):
    """Keeps the place of one foreign node, whatever transforms make of that."""


class foreign_inline(nodes.Inline, nodes.TextElement):
    """The same, in a line."""


class search_words(nodes.Invisible, nodes.Element):
    """The words of all that tells them, for the search index, which reads doctrees; never shown."""


class heading(nodes.title):
    """The title of a section of an agreement; `marker` is the number it begins with, `kind` the section's kind."""

    def unnumbered(self) -> list[nodes.Node]:
        """Its words without the number."""
        if not self["marker"]:
            return self.children
        first, *rest = self.children
        words = first.astext().removeprefix(self["marker"]).removeprefix(" ")
        return [nodes.Text(words), *rest] if words else rest


class cover(nodes.General, nodes.Element):
    """What an agreement says of itself before its text: parties, status, reference, version.

    One that `is_short` has a head on its first page, and none of its own; one that `is_listed` has contents.
    """


def absolute_sources(tree: nodes.Node, root: Path) -> None:
    """Give nodes the absolute path of the file they come from, as Sphinx's messages want it."""
    for node in tree.findall(nodes.Element):
        if node.source and not Path(node.source).is_absolute():
            node.source = str(root / node.source)


# ---- pieces, through a translator -----------------------------------------------------------------------------------


def write_pieces(self: Any, node: Holder, pieces: Iterable[str | Foreign]) -> None:
    """Append rendered pieces to a translator's body, and let it render foreign nodes itself."""
    for piece in pieces:
        if isinstance(piece, Foreign):
            for child in node.foreign(piece).children:
                child.walkabout(self)
        else:
            self.body.append(piece)


# ---- HTML -----------------------------------------------------------------------------------------------------------


def visit_provisions_html(self: HTML5Translator, node: provisions) -> None:
    """Render the data straight to HTML."""
    cite = f' data-cite="{html_escape(node["pattern"])}"' if node.get("pattern") else ""
    cite += f' data-whole="{html_escape(node["whole"])}"' if node.get("whole") else ""
    number = f' data-no="{html_escape(node["number"])}"' if cite and node.get("number") else ""
    page = getattr(self, "whereas_page", None)
    if page is None:  # one for a page: what it has said it need not say again
        page = HtmlRenderer(internal=shows_ours(self.builder))
        self.whereas_page = page  # type: ignore[attr-defined]
    page.notes, page.locale = node.get("notes", {}), node["locale"]
    start = len(self.body)
    write_pieces(self, node, page.blocks(node.blocks))
    self.body.insert(start, f'<div class="wh-text"{cite}{number}{_room("".join(self.body[start:]))}>\n')
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _room(html: str) -> str:
    """How much a text says: contract.css leaves room by it for what is not drawn yet."""
    letters, lines = len(_TAG.sub("", html)), html.count("<p") + html.count("<tr")
    return f' style="--wh-letters:{letters};--wh-lines:{lines}"'


def visit_heading_html(self: HTML5Translator, node: heading) -> None:
    """As any title; its number leads to it."""
    self.visit_title(node)
    if node["marker"]:
        link = f'<a class="wh-number reference internal" href="#{node["anchor"]}">{self.encode(node["marker"])}</a> '
        self.body.append(link)
        for child in node.unnumbered():
            child.walkabout(self)
        depart_heading_html(self, node)
        raise nodes.SkipNode


def depart_heading_html(self: HTML5Translator, node: heading) -> None:
    """As any title; a number is a permalink already, so one that has a number gets no sign for that."""
    from sphinx.writers.html5 import HTML5Translator as Titles

    if node["marker"]:
        super(Titles, self).depart_title(node)
    else:
        self.depart_title(node)


def _version(node: cover) -> str:
    return sheets(node["locale"]).version.format(version=node["version"]) if node["version"] else ""


# ---- every other builder --------------------------------------------------------------------------------------------


class RenderForOthers(SphinxPostTransform):
    """Puts docutils nodes in place of data, for builders that know only those."""

    default_priority = 8  # before references are resolved, so that foreign ones inside are

    def run(self, **kwargs: Any) -> None:
        """Replace our nodes; for HTML only add the words that the search index reads."""
        output = output_of(builder_of(self.env))
        if output.paper:
            return
        if output.screen:  # the index asks which words a page has, not where or how often
            words = dict[str, None]()
            for node in self.document.findall(Telling):
                for line in node.lines():
                    words |= dict.fromkeys(line.split())
            self.document += [search_words("", nodes.Text(" ".join(words)))] if words else []
            return
        if output.way == "nodes":  # the outline is made of the data itself
            for node in list(self.document.findall(provisions)):
                node.parent.replace(node, DocutilsRenderer(node.foreign_nodes).blocks(node.blocks))
        absolute_sources(self.document, domain_of(self.env).library.root)
        for title in list(self.document.findall(heading)):
            title.parent.replace(title, nodes.title(title.astext(), "", *title.children))
        for front in list(self.document.findall(cover)):
            front.parent.replace(front, [*cover_lines(front), *front.children])


def cover_lines(node: cover) -> list[nodes.paragraph]:
    """A cover for builders that know no covers."""
    status = site_words(node["locale"]).state_of(node["status"])
    parties = () if node["is_short"] else node["parties"]  # which stand right below
    facts = [*(name for _, name in parties), status, node["reference"], _version(node)]
    return [nodes.paragraph(text, text) for text in facts if text]


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes and their rendering."""
    app.add_node(provisions, html=(visit_provisions_html, None))
    app.add_node(cover)
    app.add_node(heading, html=(visit_heading_html, depart_heading_html))
    app.add_node(foreign)
    app.add_node(foreign_inline)
    app.add_node(search_words, html=(_skip, None))
    app.add_post_transform(RenderForOthers)
