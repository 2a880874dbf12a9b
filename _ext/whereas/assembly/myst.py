"""The one seam to myst-parser: parse a text as a document of its own, standing at its own file and lines.

myst-parser names the page, not the text's file, in some of its warnings (`create_warning`); they are redirected here.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.transforms.references import Footnotes
from docutils.utils import Reporter
from sphinx.util.docutils import LoggingReporter

from whereas.assembly.context import entered
from whereas.assembly.markup_names import DIRECTIVES
from whereas.assembly.named_files import find_file
from whereas.assembly.swallowed import MARKDOWN
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, Place
from whereas.sphinx_seam.logs import DOCUTILS, MYST, filtered
from whereas.sphinx_seam.relative_files import files_found_by

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.template import Rendered

_OURS = re.compile(
    rf"(?:Directive )?'({'|'.join(DIRECTIVES)})': (?:Unknown option key: '(.*?)' \(allowed: \[(.*?)\]\)|(.*))",
    re.DOTALL,
)
#: What is said of boxes in boxes in boxes, and what to do about it.
TOO_DEEP = ("too much stands in one another here to be read, so that nothing of it is printed", "write it flatter")
#: The name of a file that there is not.
_NOWHERE = "outside the project"


def parse_myst(
    rendered: Rendered, page: nodes.document, context: Context, prefix: str = ""
) -> tuple[nodes.document, bool]:
    """The doctree of a text, before any transform, and whether MyST had a warning to tell.

    Its lines are those of the rendered text.
    """
    source = rendered.place(1).file
    alone = not hasattr(page.settings, "env")
    reporter = _FindingReporter(source, rendered, context) if alone else LoggingReporter.from_reporter(page.reporter)
    document = nodes.document(page.settings, reporter, source=source)
    document.reporter.source = source

    def get_source_and_line(line: int | None = None) -> tuple[str, int]:
        place = rendered.place(line)
        return place.file, place.line

    document.reporter.get_source_and_line = get_source_and_line
    context.texts.append((rendered, prefix))
    try:
        with entered(page.settings, context), _locations(rendered, context) as complaints:
            _render(rendered, document, context)
    except RecursionError:
        document.clear()
        context.findings.append(MARKDOWN.at(rendered.place(1), *TOO_DEEP))
    finally:
        context.texts.pop()
    return document, bool(complaints)


def _render(rendered: Rendered, document: nodes.document, context: Context) -> None:
    """Parse as MyST does: on a page of Sphinx links may lead to other pages, elsewhere they lead to none.

    Files are looked for beside the text that names them.
    """

    env = getattr(document.settings, "env", None)
    parser = context.syntax.parser(on_a_page=env is not None)

    def here() -> Place:
        return rendered.place(document.current_line)

    def linked(name: str) -> Path:
        return context.files.find(name, here().file) or context.files.root / _NOWHERE

    parser.options.update(document=document, find_file=lambda name: find_file(name, here(), context))
    with files_found_by(env, linked) if env is not None else contextlib.nullcontext():
        parser.render(rendered.text)


class _FindingReporter(Reporter):
    """Where there is no log of Sphinx to tell it, what MyST and docutils complain of is a finding."""

    def __init__(self, source: str, rendered: Rendered, context: Context) -> None:
        super().__init__(source, Reporter.WARNING_LEVEL, Reporter.SEVERE_LEVEL + 1, stream=False)
        self.attach_observer(lambda message: self._note(message, rendered, context))

    def _note(self, message: nodes.system_message, rendered: Rendered, context: Context) -> None:
        if not (is_idle(message) or _wants_a_title(message.astext())):
            place = rendered.place(message.get("line"))
            if ours := _of_ours(message.children[0].astext(), place):
                context.findings.append(ours)
                return
            context.findings.append(MARKDOWN.at(place, message.children[0].astext(), severity="warning"))


def _of_ours(message: str, place: Place) -> Finding | None:
    """The finding that a complaint of how a directive of ours is written is; None for any other."""
    found = _OURS.match(message)
    if not found:
        return None
    name, key, allowed, said = found.groups()
    if key is not None:
        known = re.findall(r"'(.*?)'", allowed)
        return MARKDOWN.at(place, f"{{{name}}} has no option {key!r}", did_you_mean(key, known) or "it has none")
    if said.startswith("Has content"):
        return MARKDOWN.at(place, f"{{{name}}} takes no text, so what stands in it is not printed", "put it below")
    return MARKDOWN.at(place, f"{{{name}}} is not written as it must be: {said.splitlines()[0]}")


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


def number_footnotes(document: nodes.document) -> None:
    """Number the footnotes that a document has taken over, in the order of their calls, as reading a page does."""
    calls = [call["refname"] for call in document.autofootnote_refs if "refname" in call]
    calls += [name for note in document.autofootnotes for name in note["names"]]  # those that nobody calls
    document.autofootnotes.sort(key=lambda note: min(map(calls.index, note["names"]), default=len(calls)))
    Footnotes(document).apply()


def is_idle(node: nodes.Node) -> bool:
    """Whether docutils only remarks on something, or complains of a label given twice, which we do better."""
    if not isinstance(node, nodes.system_message):
        return False
    return bool(node["level"] < Reporter.WARNING_LEVEL) or is_duplicate_name(node.astext())


def is_duplicate_name(message: str) -> bool:
    """Whether that is what docutils complains of."""
    return "Duplicate explicit target name" in message


def _wants_a_title(message: str) -> bool:
    """Whether MyST complains that a text begins with a lower heading: a clause's title stands elsewhere, of a lost
    title of a page we tell ourselves."""
    return "Document headings start at" in message


@contextlib.contextmanager
def _locations(rendered: Rendered, context: Context) -> Iterator[list[str]]:
    """Make myst-parser's own warnings name the text's file and line."""

    complaints: list[str] = []

    def redirect(record: logging.LogRecord) -> bool:
        if context.texts[-1][0] is not rendered:  # a text inside this one is being parsed
            return True
        if _wants_a_title(record.getMessage()):
            return False
        location: Any = getattr(record, "location", None)
        if isinstance(location, tuple) and (ours := _of_ours(record.getMessage(), rendered.place(location[1]))):
            context.findings.append(ours)
            return False
        complaints.append(record.getMessage())
        if isinstance(location, tuple) and len(location) == 2:
            record.location = str(rendered.place(location[1]))
        elif isinstance(location, nodes.Node) and location.line:
            record.location = str(rendered.place(location.line))
        return True

    def silence(record: logging.LogRecord) -> bool:
        file, _, line = str(getattr(record, "location", None)).rpartition(":")
        if line.isdigit() and (ours := _of_ours(record.getMessage(), Place(file, int(line)))):
            context.findings.append(ours)
            return False
        return not is_duplicate_name(record.getMessage())

    with filtered(MYST, redirect), filtered(DOCUTILS, silence):
        yield complaints
