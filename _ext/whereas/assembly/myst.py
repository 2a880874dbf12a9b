"""The one seam to myst-parser: parse a text as a document of its own, standing at its own file and lines.

myst-parser names the page, not the text's file, in some of its warnings (`create_warning`); they are redirected here.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.util.docutils import LoggingReporter

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.template import Rendered


def parse_myst(
    rendered: Rendered, page: nodes.document, context: Context, prefix: str = ""
) -> tuple[nodes.document, bool]:
    """The doctree of a text, before any transform, and whether MyST had a warning to tell.

    Its lines are those of the rendered text.
    """
    source = rendered.place(1).file
    document = nodes.document(page.settings, LoggingReporter.from_reporter(page.reporter), source=source)
    document.reporter.source = source

    def get_source_and_line(line: int | None = None) -> tuple[str, int]:
        place = rendered.place(line)
        return place.file, place.line

    document.reporter.get_source_and_line = get_source_and_line
    parser = MystParser.__new__(MystParser)  # its constructor only keeps what parse() reads from the settings
    context.texts.append((rendered, prefix))
    try:
        with _locations(rendered, context) as told:
            parser.parse(rendered.text, document)
    finally:
        context.texts.pop()
    return document, bool(told)


def adopt(page: nodes.document, document: nodes.document) -> None:
    """Let a page take over what the foreign nodes of a text need of their document: footnotes, pending transforms."""
    for registry in (
        "footnotes",
        "autofootnotes",
        "symbol_footnotes",
        "autofootnote_refs",
        "symbol_footnote_refs",
        "citations",
    ):
        getattr(page, registry).extend(getattr(document, registry))
    for name, found in document.footnote_refs.items():
        page.footnote_refs.setdefault(name, []).extend(found)
    for priority, transform, pending, _ in document.transformer.transforms:
        if isinstance(pending, nodes.pending):
            page.transformer.add_pending(pending, int(priority.split("-")[0]))
        else:
            page.transformer.add_transform(transform)


def is_duplicate_name(message: str) -> bool:
    """Whether docutils complains of a label given twice, which we do better."""
    return "Duplicate explicit target name" in message


@contextlib.contextmanager
def _locations(rendered: Rendered, context: Context) -> Iterator[list[str]]:
    """Make myst-parser's own warnings name the text's file and line."""

    told: list[str] = []

    def redirect(record: logging.LogRecord) -> bool:
        if context.texts[-1][0] is not rendered:  # a text inside this one is being parsed
            return True
        told.append(record.getMessage())
        location: Any = getattr(record, "location", None)
        if isinstance(location, tuple) and len(location) == 2:
            record.location = str(rendered.place(location[1]))
        elif isinstance(location, nodes.Node) and location.line:
            record.location = str(rendered.place(location.line))
        return True

    def silence(record: logging.LogRecord) -> bool:
        return not is_duplicate_name(record.getMessage())

    myst, docutils = logging.getLogger("sphinx.myst_parser.warnings_"), logging.getLogger("sphinx.sphinx.util.docutils")
    myst.addFilter(redirect)
    docutils.addFilter(silence)
    try:
        yield told
    finally:
        myst.removeFilter(redirect)
        docutils.removeFilter(silence)
