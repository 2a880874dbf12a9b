"""A variant of a clause beside its standard text, in HTML; other outputs have the variant as it reads."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.comparison import compare_lines, lines_of
from whereas.agreement.model import Block
from whereas.agreement.outside import blocks_for_outside
from whereas.language.site_words import SiteWords
from whereas.site.outputs import output_of
from whereas.site.reading.differences import differences_node
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class views(nodes.General, nodes.Element):
    """Several ways to read one text, of which a reader with scripts sees one; the last is the text itself."""


class view(nodes.General, nodes.Element):
    """One of them, with its `title`."""


def views_of(
    standard: tuple[Block, ...], variant: tuple[Block, ...], text: list[nodes.Node], words: SiteWords
) -> views:
    """A variant's differences from the standard text, and `text`, which is the variant as it reads."""
    # what is broken in either is said where it reads as it is, and to us alone
    old, new = lines_of(blocks_for_outside(standard)), lines_of(blocks_for_outside(variant))
    marked = differences_node(compare_lines(old, new), words)
    return views("", view("", marked, title=words.differences), view("", *text, title=words.as_it_reads))


# ---- HTML -----------------------------------------------------------------------------------------------------------


def visit_views_html(self: HTML5Translator, node: views) -> None:
    """A group that the script makes tabs of."""
    self.body.append('<div class="wh-tabs wh-views">\n')


def visit_view_html(self: HTML5Translator, node: view) -> None:
    """One of the group, headed by its title."""
    self.body.append(f'<div class="wh-tab"><p class="wh-tab-title">{escape(node["title"])}</p>\n')


def depart_div_html(self: HTML5Translator, node: nodes.Element) -> None:
    """The end of either."""
    self.body.append("</div>\n")


class KeepTheText(SphinxPostTransform):
    """For builders that show no differences, the text as it reads."""

    default_priority = 7  # before data becomes docutils nodes

    def run(self, **kwargs: Any) -> None:
        """Put the last view in the place of each group."""
        if not output_of(builder_of(self.env)).screen:
            for node in list(self.document.findall(views)):
                node.parent.replace(node, node.children[-1].children)


def leave_out_tabs(app: Sphinx, doctree: nodes.document) -> None:
    """`doctree-read`: the page's contents do not name tabs, which stand in a row; what is hidden is never current."""
    tabs = {f"#{each['ids'][0]}" for each in doctree.findall(nodes.section) if "wh-tab" in each["classes"]}
    if not tabs:
        return
    toc = app.env.tocs[app.env.current_document.docname]
    for entry in [each for each in toc.findall(nodes.reference) if each.get("anchorname") in tabs]:
        item = entry.parent.parent
        listed = item.parent
        listed.remove(item)
        if not listed.children:
            listed.parent.remove(listed)


def setup_views(app: Sphinx) -> None:
    """Register the nodes."""
    app.connect("doctree-read", leave_out_tabs)
    app.add_node(views, html=(visit_views_html, depart_div_html))
    app.add_node(view, html=(visit_view_html, depart_div_html))
    app.add_post_transform(KeepTheText)
