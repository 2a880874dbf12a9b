"""What a page says beside the contract, as data: lines of words, words with an element of their own, and links.

A page of hundreds of such lines is a node or two in place of thousands, through all of which Sphinx and each extension
would look time and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.errors import NoUri

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


class Span(NamedTuple):
    """Words in an HTML element."""

    words: str
    tag: str = "span"
    classes: str = ""


class To(NamedTuple):
    """Words that lead to a page, or to an `anchor` on this one, in an element if they have a `tag`."""

    words: str
    page: str = ""
    anchor: str = ""
    tag: str = ""


#: What stands in a line.
Line = tuple[str | Span | To, ...]


class Telling(nodes.Element):
    """A node whose words are data: the search index reads doctrees, and is told them."""

    def lines(self) -> Iterator[str]:
        """The words of each of its lines."""
        raise NotImplementedError


def words_of(line: Line) -> str:
    """A line without its elements and links."""
    return "".join(each if isinstance(each, str) else each.words for each in line)


def line_html(line: Line, page: HTML5Translator) -> str:
    """A line as Sphinx writes such nodes into a `page`."""
    return "".join(_html(each, page) for each in line)


def uri_of(page: HTML5Translator, name: str) -> str | None:
    """Where another page is, seen from one; None where this output does not have it."""
    if name not in page.builder.env.all_docs:
        return None
    try:
        return page.builder.get_relative_uri(page.builder.current_docname, name)
    except NoUri:
        return None


def _html(each: str | Span | To, page: HTML5Translator) -> str:
    if isinstance(each, str):
        return page.encode(each)
    words = page.encode(each.words)
    if isinstance(each, Span):
        classes = f' class="{each.classes}"' if each.classes else ""
        return f"<{each.tag}{classes}>{words}</{each.tag}>"
    linked = _linked(each, words, page)
    return f"<{each.tag}>{linked}</{each.tag}>" if each.tag else linked


def _linked(to: To, words: str, page: HTML5Translator) -> str:
    if to.anchor:
        return f'<a class="reference internal" href="#{to.anchor}">{words}</a>'
    uri = uri_of(page, to.page)
    if uri is None:
        return f"<span>{words}</span>"
    return f'<a class="reference internal" href="{page.encode(uri)}"><span class="doc">{words}</span></a>'
