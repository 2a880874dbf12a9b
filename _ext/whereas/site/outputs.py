"""The outputs, one record each: who makes it, how agreements get into it, and whom it may tell what.

Nowhere else is a builder or a format of Sphinx asked for by name. Whatever another builder makes may be given away:
nothing of ours goes into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx.builders import Builder

#: How an agreement gets there: rendered straight from its data, as that data, or as docutils nodes.
Way = Literal["html", "latex", "word", "data", "nodes"]


@dataclass(frozen=True)
class Output:
    """What some builders make, as far as an agreement's page differs by it.

    `ours`: it is for us alone, if the build is internal, and may have in it what is ours alone. `browser`: a browser
    shows it page by page or in one, with options and a printer. `site`: it has a search page, data and PDFs beside its
    pages. `tables`: its tables can be read if they hold links.
    """

    way: Way
    builders: tuple[str, ...] = ()
    ours: bool = False
    browser: bool = False
    site: bool = False
    tables: bool = True

    @property
    def screen(self) -> bool:
        """Whether pages are read on a screen, where more can stand than the contract: notes on it, other views."""
        return self.way == "html"

    @property
    def paper(self) -> bool:
        """Whether it is printed, and is the contract alone."""
        return self.way in ("latex", "word")


SITE = Output("html", ("html", "dirhtml"), ours=True, browser=True, site=True)
ONE_PAGE = Output("html", ("singlehtml",), ours=True, browser=True)
PDF = Output("latex", ("latex",))
WORD = Output("word")  # its builder bears it itself
#: Builders of data bear this record themselves, as `output`.
DATA = Output("data", ours=True)
LINKS = Output("nodes", ("linkcheck",), ours=True)
TEXT = Output("nodes", ("text",), tables=False)
#: All that have a record of their own.
OUTPUTS = (SITE, ONE_PAGE, PDF, WORD, DATA, LINKS, TEXT)

#: Builders of Sphinx that were looked through, of which nothing of ours, and no path, comes to readers outside.
_CHECKED = (
    "html",
    "dirhtml",
    "singlehtml",
    "latex",
    "text",
    "epub",
    "man",
    "texinfo",
    "gettext",
    "xml",
    "pseudoxml",
    "dummy",
)

_BY_BUILDER = {builder: output for output in OUTPUTS for builder in output.builders}
#: What other builders make, by their format: epub and the help systems write HTML.
_BY_FORMAT = {"html": Output("html"), "latex": Output("latex")}
_OTHER = Output("nodes")


def output_of(builder: Builder) -> Output:
    """What a builder makes: what its class says, or what is known of others by their name or format."""
    own: Output | None = getattr(builder, "output", None)
    return own or _BY_BUILDER.get(builder.name) or _BY_FORMAT.get(builder.format, _OTHER)


def is_for_outside(builder: Builder) -> bool:
    """Whether readers outside may have what a builder makes: one that was looked through, or says what it makes."""
    return builder.name in _CHECKED or hasattr(builder, "output")


def outside_builders() -> str:
    """The names of Sphinx's builders and ours that make something for readers outside."""
    return ", ".join(sorted((*_CHECKED, "outline", "copies", "docx")))
