"""What was said of a page when it was read or written is said again in each build, until that page is made anew.

Whoever says it: Sphinx, MyST, docutils or another extension. What we find ourselves the domain tells. Messages are
known by their page from the moment they are made, in whatever process; a build that reads in several hands them on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.util.build_phase import BuildPhase
from sphinx.util.logging import NAMESPACE, get_node_location

from whereas.site.domain import WhereasDomain, domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_PAGE, _KEPT, _TAKEN_BACK, _LOST = "whereas_page", "whereas_kept", "whereas_taken_back", "whereas_lost"


class Told(NamedTuple):
    """A warning or an error, as it is handed to a log."""

    log: str
    level: int
    message: str
    location: Any
    type: str | None
    subtype: str | None

    def again(self) -> None:
        """Say it."""
        extra = {"location": self.location, "type": self.type, "subtype": self.subtype}
        logging.getLogger(self.log).log(self.level, "%s", self.message, extra=extra)


class _Listener(logging.Handler):
    """Hears what is said of pages, before anything is done with it; `page` is the one that is written now.

    `is_lost` says whether a file could not be written.
    """

    is_lost = False

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.app, self.page = app, ""
        self.heard: dict[str, list[tuple[Told, logging.LogRecord]]] = {}
        before = logging.getLogRecordFactory()
        last = getattr(before, "__self__", None)  # that of a build which was interrupted in this process
        self.make: Callable[..., logging.LogRecord] = last.make if isinstance(last, _Listener) else before

    def made(self, *args: Any, **options: Any) -> logging.LogRecord:
        """A new message, with the page that is worked on."""
        record = self.make(*args, **options)
        if record.levelno >= logging.WARNING:
            setattr(record, _PAGE, self.app.env.current_document.docname or self.page)
            setattr(record, _LOST, self.app.phase > BuildPhase.READING and _is_lost(record.args))
        return record

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message that is of a page, the first time that it comes by."""
        self.is_lost = self.is_lost or getattr(record, _LOST, False)
        page = getattr(record, _PAGE, "")
        if page and not (hasattr(record, _KEPT) or getattr(record, _LOST, False)):
            setattr(record, _KEPT, True)
            location, message = getattr(record, "location", None), logging.LogRecord.getMessage(record)
            location = get_node_location(location) if isinstance(location, nodes.Node) else location
            kind, subtype = getattr(record, "type", None), getattr(record, "subtype", None)
            told = Told(record.name, record.levelno, message, location, kind, subtype)
            self.heard.setdefault(page, []).append((told, record))

    def take(self) -> dict[str, list[Told]]:
        """What was heard since the last time."""
        heard, self.heard = self.heard, {}
        return {page: [told for told, _ in both] for page, both in heard.items()}

    def take_back(self, page: str) -> None:
        """Leave out what was heard of a page, and is not told yet."""
        for _, record in self.heard.pop(page, ()):
            setattr(record, _TAKEN_BACK, True)


def _is_lost(about: Any) -> bool:
    """Whether what a message is about is a file that cannot be written; one that is not there is something else."""
    errors = [each for each in about if isinstance(each, OSError)] if isinstance(about, tuple) else []
    return any(not isinstance(each, FileNotFoundError) for each in errors)


def listen(app: Sphinx) -> None:
    """`builder-inited`: hear all that is said from now on."""
    listener = _Listener(app)
    domain_of(app.env).listener = listener
    logging.setLogRecordFactory(listener.made)
    handlers = logging.getLogger(NAMESPACE).handlers
    for each in handlers:
        each.filters.insert(0, lambda record: not hasattr(record, _TAKEN_BACK))
    handlers.insert(0, listener)
    builder: Any = app.builder
    builder.write_doc = _of_page(builder.write_doc, listener)
    builder.write_documents = _of_none(builder.write_documents, listener)


def _of_page(write: Callable[..., None], listener: _Listener) -> Callable[..., None]:
    def write_doc(docname: str, doctree: nodes.document) -> None:
        listener.page = docname
        write(docname, doctree)

    return write_doc


def _of_none(write: Callable[..., None], listener: _Listener) -> Callable[..., None]:
    """After pages come files that are made in every build, and what is wrong with them is said in each."""

    def write_documents(docnames: Any) -> None:
        write(docnames)
        listener.page = ""

    return write_documents


def note_page(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """`doctree-resolved`: what is said from now on is of this page."""
    domain_of(app.env).listener.page = docname


def forget_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """`env-before-read-docs`: forget all pages that will be read, before the first of them is, as for several readers.

    Sphinx forgets each before it is read, so that a page is said to have what another had, and has no more.
    """
    for docname in docnames if not app.fresh_env_used else ():
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)


def tell_of_reading(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """`env-updated`: note what was said of the pages that were read, and say it again of the others."""
    domain = domain_of(env)
    again = _read_together(app, domain) if not app.fresh_env_used else []
    for _, told in sorted(domain.data["told"].items()):
        for each in told:
            each.again()
    domain.data["told"].update(domain.listener.take())
    return again


def _read_together(app: Sphinx, domain: WhereasDomain) -> list[str]:
    """Read pages again, one after the other, of which one was said to have what another has, such as a label.

    Which of them has it first depends on the order in which they are read, and so does which of them is blamed.
    """
    heard = domain.listener.heard.items()
    pages = _at_odds({docname: [told for told, _ in both] for docname, both in heard}, domain.env)
    for docname in pages:
        domain.listener.take_back(docname)
    domain.changes.pages |= pages
    forget_pages(app, domain.env, sorted(pages))
    for docname in sorted(pages):
        app.builder.read_doc(docname)
    return sorted(pages)


def pages_at_odds(domain: WhereasDomain) -> set[str]:
    """Pages of which one was said to have what another has: any of them may have been mended."""
    return _at_odds(domain.data["told"], domain.env)


def _at_odds(told: Mapping[str, list[Told]], env: BuildEnvironment) -> set[str]:
    folder = f"{Path(env.srcdir)}/"
    messages = {docname: [each.message for each in said if folder in each.message] for docname, said in told.items()}
    found = {docname for docname, said in messages.items() if said}
    said = "\n".join(message for docname in found for message in messages[docname])
    others = {docname for docname in env.found_docs if said and str(env.doc2path(docname)) in said}
    return (found | others) & env.found_docs


def tell_of_writing(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: note what was said of the pages that were written, and say again what was of the others."""
    domain = domain_of(app.env)
    listener, changes = domain.listener, domain.changes
    logging.setLogRecordFactory(listener.make)
    logging.getLogger(NAMESPACE).removeHandler(listener)
    if exception is not None:
        return
    changes.told = {docname: told for docname, told in changes.told.items() if docname not in changes.resolved}
    for _, told in sorted(changes.told.items()):
        for each in told:
            each.again()
    changes.told |= listener.take()


def check_again(app: Sphinx, builder: Builder) -> None:
    """`write-started`: look whether the pages agree also where none has changed, which Sphinx does not."""
    if not domain_of(app.env).changes.is_checked:
        app.env.check_consistency()


def note_check(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-check-consistency`: it is done in this build."""
    domain_of(env).changes.is_checked = True


def setup_told(app: Sphinx) -> None:
    """Connect all of these; what is found of all pages together is said after what was said of each."""
    app.connect("builder-inited", listen, priority=120)
    app.connect("doctree-resolved", note_page, priority=1)
    app.connect("env-before-read-docs", forget_pages)
    app.connect("env-updated", tell_of_reading, priority=100)
    app.connect("write-started", check_again)
    app.connect("env-check-consistency", note_check)
    app.connect("build-finished", tell_of_writing, priority=980)
