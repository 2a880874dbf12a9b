"""Two texts in one, in HTML: what was removed, and what was added, word by word. On no paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, NoReturn

from docutils import nodes

from whereas.agreement.alike import once_each
from whereas.agreement.compared import ComparedClause
from whereas.agreement.comparison import Difference, Stretch, Word
from whereas.language.site_words import SiteWords

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class differences(nodes.General, nodes.Element):
    """Two texts in one: `rows` are its lines as HTML, `lead` is the HTML that goes before them."""


def differences_node(rows: Iterable[Difference | str], words: SiteWords, *anchors: str) -> differences:
    """The node of lines, or of words in the place of lines; `anchors` are where links to it lead."""
    shown = "".join(_fold(row) if isinstance(row, str) else _row(row) for row in rows)
    return differences(rows=shown, lead=_key_to(words), ids=list(anchors))


class compared(nodes.General, nodes.Element):
    """Differences that are shown when they are asked for; `summary` is what is there before."""


def compared_node(rows: tuple[Difference, ...], anchor: str, words: SiteWords) -> compared:
    """A clause of a deal against the standard text; `anchor` is where links to it lead."""
    return compared("", differences_node(_folded(rows, words), words, anchor), summary=words.compared)


def _folded(rows: tuple[Difference, ...], words: SiteWords) -> Iterator[Difference | str]:
    """The lines that differ, each below the lines that it hangs on; in the place of others how many there are."""
    kept, above = set[int](), dict[int, int]()
    for at, row in enumerate(rows):
        above = {depth: line for depth, line in above.items() if depth < row.depth} | {row.depth: at}
        if row.kind != "same":
            kept |= set(above.values())
    for is_kept, group in groupby(enumerate(rows), lambda each: each[0] in kept):
        lines = [row for _, row in group]
        if is_kept or len(lines) == 1:
            yield from lines
        else:
            yield words.counted(len(lines), words.unchanged)


def anchor_of(change: ComparedClause) -> str:
    """Where the comparison of a clause stands on the page of a deal."""
    return nodes.make_id(f"compared-{change.name}")


def _key_to(words: SiteWords) -> str:
    """What the signs mean, of a text against the standard one, as HTML."""
    signs = f"<ins>{escape(words.added)}</ins> <del>{escape(words.removed)}</del>"
    return f'<p class="wh-key">{signs} {escape(words.against_standard)}</p>\n'


def visit_differences_html(self: HTML5Translator, node: differences) -> NoReturn:
    """Each paragraph with its number; before a number that has moved, the one it had."""
    own = "".join(f' id="{id}"' for id in node["ids"])
    self.body.append(f'{node["lead"]}<div class="wh-text wh-differences"{own}>\n')
    self.body += [node["rows"], "</div>\n"]
    raise nodes.SkipNode


def _fold(words: str) -> str:
    return f'<p class="wh-row wh-fold">{escape(words)}</p>\n'


@once_each
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


def visit_compared_html(self: HTML5Translator, node: compared) -> None:
    """A disclosure, which browsers open for a link that leads into it."""
    self.body.append(f'<details class="wh-compared"><summary>{escape(node["summary"])}</summary>\n')


def depart_compared_html(self: HTML5Translator, node: compared) -> None:
    """The end of it."""
    self.body.append("</details>\n")


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def add_differences_file(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: the style of differences, for pages that have some."""
    if doctree and doctree.next_node(lambda node: isinstance(node, differences)):
        app.add_css_file("differences.css", priority=890)


def setup_differences(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(differences, html=(visit_differences_html, None), latex=(_skip, None))
    app.add_node(compared, html=(visit_compared_html, depart_compared_html), latex=(_skip, None))
    app.connect("html-page-context", add_differences_file)
