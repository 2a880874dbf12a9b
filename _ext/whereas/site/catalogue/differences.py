"""How a variant of a clause differs from its standard text, in HTML; other outputs have the variant as it reads."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, NoReturn

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.comparison import Difference, Stretch, Word, compare_lines, lines_of
from whereas.agreement.model import Block
from whereas.agreement.outside import blocks_for_outside
from whereas.language.site_words import SiteWords
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class differences(nodes.General, nodes.Element):
    """Two texts in one; `rows` is what `compare_lines` gives."""


class views(nodes.General, nodes.Element):
    """Several ways to read one text, of which a reader with scripts sees one; the last is the text itself."""


class view(nodes.General, nodes.Element):
    """One of them, with its `title`."""


def views_of(
    standard: tuple[Block, ...], variant: tuple[Block, ...], text: list[nodes.Node], words: SiteWords
) -> views:
    """A variant's differences from the standard text, and `text`, which is the variant as it reads."""
    signs = f"<ins>{escape(words.added)}</ins> <del>{escape(words.removed)}</del>"
    key = f'<p class="wh-key">{signs} {escape(words.against_standard)}</p>\n'
    # what is broken in either is said where it reads as it is, and to us alone
    old, new = lines_of(blocks_for_outside(standard)), lines_of(blocks_for_outside(variant))
    rows = compare_lines(old, new)
    marked = differences(rows=rows, lead=key)
    return views("", view("", marked, title=words.differences), view("", *text, title=words.as_it_reads))


# ---- HTML -----------------------------------------------------------------------------------------------------------


def visit_differences_html(self: HTML5Translator, node: differences) -> NoReturn:
    """Each paragraph with its number; before a number that has moved, the one it had."""
    self.body.append(f'{node["lead"]}<div class="wh-text wh-differences">\n')
    self.body += map(_row, node["rows"])
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _row(row: Difference) -> str:
    marker = f'<span class="wh-number">{escape(row.marker)}</span> ' if row.marker else ""
    if row.old:
        marker = f'<span class="wh-number"><del>{escape(row.old)}</del> {escape(row.marker)}</span> '
    words, before = "", ""
    for piece in row.pieces:
        # what replaces words stands apart from them, even where nothing did between the words themselves
        apart = piece.words[0].space or (before == "removed" and piece.kind == "added")
        words += (" " if words and apart else "") + _piece(piece)
        before = piece.kind
    return f'<p class="wh-row wh-{row.kind} wh-depth-{min(row.depth, 5)}">{marker}{words}</p>\n'


def _piece(piece: Stretch) -> str:
    words = "".join(
        _styled(style, tuple(same)) for style, same in groupby(piece.words, lambda word: word.style)
    ).strip()
    tag = {"removed": "del", "added": "ins"}.get(piece.kind)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _styled(style: str, words: tuple[Word, ...]) -> str:
    text = escape("".join(" " * word.space + word.text for word in words), quote=False)
    gap, text = text[: len(text) - len(text.lstrip(" "))], text.lstrip(" ")
    match style:
        case "strong":
            return f"{gap}<strong>{text}</strong>"
        case "blank":
            return f'{gap}<span class="wh-blank">{text}</span>'
    return gap + text


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


def setup_differences(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(differences, html=(visit_differences_html, None))
    app.add_node(views, html=(visit_views_html, depart_div_html))
    app.add_node(view, html=(visit_view_html, depart_div_html))
    app.add_post_transform(KeepTheText)
