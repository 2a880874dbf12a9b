"""What a page says beside the contract, as data: lines of words, words with an element of their own, and links.

A page of hundreds of such lines is a node or two in place of thousands, through all of which Sphinx and each extension
would look time and again.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.errors import NoUri

from whereas.language.site_words import SiteWords

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


class Span(NamedTuple):
    """Words or a link in an HTML element, with classes and other attributes; `html` is the element."""

    said: str | To
    html: str = "span"
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


class To(NamedTuple):
    """What leads to a page, to an `anchor` on it, or to one on this page."""

    said: str | Span
    page: str = ""
    anchor: str = ""


class Known(NamedTuple):
    """What a fact says, and its name."""

    name: str
    said: str


class Aside(NamedTuple):
    """What is shown beside the words of a line and is none of them: where it was written, the way to more."""

    said: tuple[str | Span | To, ...]


#: What stands in a line.
Piece = str | Span | To | Known | Aside
Line = tuple[Piece, ...]
#: The attribute that tells which facet a word is of.
FACET = "data-facet"


def facet(name: str, words: str, *classes: str) -> Span:
    """A word that lists can be filtered by: the status of a clause, one of its tags."""
    return Span(words, classes=classes, attributes=((FACET, name),))


def chip(status: str, words: SiteWords) -> Span:
    """A status, set as one."""
    return facet(words.status, words.status_of(status), "wh-chip", f"wh-{nodes.make_id(status)}")


def time(day: str, words: str) -> Span:
    """A day: 2027-01-15 for machines, in words for readers."""
    return Span(words, "time", attributes=(("datetime", day),))


class Telling(nodes.Element, ABC):
    """A node whose words are data: the search index reads doctrees, and is told them."""

    @abstractmethod
    def lines(self) -> Iterator[str]:
        """The words of each of its lines."""


#: What makes words of the name of a fact and of what it says.
Naming = Callable[[str, str], str]


def words_of(said: Line | Piece, naming: Naming = lambda _, said: said) -> str:
    """What is said, without its elements and links."""
    match said:
        case str():
            return said
        case Span() | To():
            return words_of(said.said, naming)
        case Known():
            return naming(*said)
        case Aside():
            return ""
        case _:
            return "".join(words_of(each, naming) for each in said)


def line_html(line: Line, page: HTML5Translator) -> str:
    """A line as Sphinx writes such nodes into a `page`."""
    return "".join(_html(each, page) for each in line)


def _html(said: Piece, page: HTML5Translator) -> str:
    match said:
        case str():
            return page.encode(said)
        case Known():
            return page.encode(said.said)
        case Aside():
            return line_html(said.said, page)
        case Span():
            attributes = (("class", " ".join(said.classes)), *said.attributes)
            written = "".join(f' {name}="{page.encode(value)}"' for name, value in attributes if value)
            return f"<{said.html}{written}>{_html(said.said, page)}</{said.html}>"
        case To():
            words, uri = _html(said.said, page), _uri(said, page)
            return (
                words if uri is None else f'<a class="reference internal" href="{page.encode(uri) or "#"}">{words}</a>'
            )


def _uri(to: To, page: HTML5Translator) -> str | None:
    here = to.page in ("", page.builder.current_docname)
    uri = "" if here and to.anchor else uri_of(page, to.page)
    if uri is None or not to.anchor:
        return uri
    return f"#{to.anchor}" if "#" in uri else f"{uri}#{to.anchor}"  # where all pages are one, it is the anchor alone


def uri_of(page: HTML5Translator, name: str) -> str | None:
    """Where another page is, seen from one; None where this output does not have it."""
    if name not in page.builder.env.all_docs:
        return None
    try:
        return page.builder.get_relative_uri(page.builder.current_docname, name)
    except NoUri:
        return None
