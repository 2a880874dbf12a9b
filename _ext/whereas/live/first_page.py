"""The page that a reader has open, made before all else when it has changed.

A build reads all that has changed before it writes anything. So a process stands by that has loaded what the last build
left, and has made the page once, so that all that it is made of is known. When something changes it makes the page
anew, beside the build, and hands it over; nothing of it is written to the disk, and the build makes it with all others.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection, Sequence
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.cmd.build import main
from sphinx.util.build_phase import BuildPhase

from whereas.site.domain import domain_of
from whereas.site.fresh.lock import give_back, only_look
from whereas.site.fresh.reads import begin
from whereas.site.fresh.whole import not_on_disk

#: The files of a site, by their paths within it.
Files = dict[str, bytes]


class Open(NamedTuple):
    """The pages that are open, and whether something has changed, so that they are wanted now."""

    pages: Collection[str]
    changed: bool


def stand_by(arguments: Sequence[str], channel: Connection) -> None:
    """Stand by with the arguments of `sphinx-build`: told which pages are open, know all that they are made of.

    Told that something has changed, send those that it concerns. What is wrong with them is told by the build.
    """

    def build(app: Sphinx, *_: object, **__: object) -> None:
        give_back(app, None)
        only_look(app)
        changed = _find_outdated(app)  # since the last build
        domain_of(app.env).library.read_all()  # so that of these too only what changes is read
        known = set[str]()
        with contextlib.suppress(EOFError, OSError):  # nobody wants them
            while not (asked := channel.recv()).changed:
                _made(app, sorted((set(asked.pages) - known) & app.env.found_docs))
                known.update(asked.pages)
            channel.send(_made(app, sorted((changed | _find_outdated(app)).intersection(asked.pages))))

    Sphinx.build = build  # type: ignore[assignment, method-assign]  # what the options say holds, and no more is done
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        main(arguments)


def _find_outdated(app: Sphinx) -> set[str]:
    """The pages that are to be read again, of those that there are now; what has not changed is not read anew."""
    env = app.env
    domain_of(env).library.look_again()
    begin(app)
    env.find_files(app.config, app.builder)
    added, changed, removed = env.get_outdated_files(config_changed=False)
    for docs in app.events.emit("env-get-outdated", env, added, changed, removed):
        changed.update(docs)
    return (added | changed) & env.found_docs


def _made(app: Sphinx, docnames: Sequence[str]) -> Files:
    """The files of some pages, read and written anew."""
    env, builder = app.env, app.builder
    with tempfile.TemporaryDirectory() as folder, not_on_disk() as files:
        builder.doctreedir = type(builder.doctreedir)(folder)
        app.events.emit("env-before-read-docs", env, list(docnames))
        for docname in docnames:
            app.events.emit("env-purge-doc", env, docname)
            env.clear_doc(docname)
            builder.read_doc(docname)
        app.events.emit("env-updated", env)
        app.events.emit("env-get-updated", env)
        builder.prepare_writing(set(docnames))
        for docname in docnames:
            builder.phase = BuildPhase.RESOLVING
            doctree = env.get_and_resolve_doctree(docname, builder, tags=app.tags)
            builder.phase = BuildPhase.WRITING
            builder.write_doc_serialized(docname, doctree)
            builder.write_doc(docname, doctree)
    site = Path(app.outdir)
    return {path.relative_to(site).as_posix(): made for path, made in files.items() if path.is_relative_to(site)}
