"""Records as documents: `clauses/x.yaml`, `parties/x.yaml` and `deals/x.json` are pages, found where they lie."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sphinx.project import Project
from sphinx.util.matching import Matcher

from whereas.library.finding import Finding
from whereas.library.library import SUFFIXES, Kind, Library
from whereas.library.readable import odd, odd_records
from whereas.sphinx_seam.logs import PROJECT, add_filter, filtered
from whereas.sphinx_seam.records import (
    DocumentPath,
    RecordPath,
    add_document,
    document_at,
    documents_of,
    files_of,
    remove_document,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS: tuple[Kind, ...] = get_args(Kind)
_ENDINGS = {suffix for suffixes in SUFFIXES.values() for suffix in suffixes}
_DEAL = re.compile(r"\A---[ \t]*\r?\n(?:.*\n)*?deal\s*:\s*[\"']?([\w./-]+)")


class RecordProject(Project):
    """A Sphinx project that also finds the records of a library, which may lie outside the source directory."""

    def __init__(self, srcdir: Path, source_suffix: Iterable[str], library: Library) -> None:
        """Take what Sphinx gives a project, and the library."""
        super().__init__(srcdir, source_suffix)
        self.root = library.root
        self.odd: list[Finding] = []  # what was found that cannot be read

    def discover(self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)) -> set[str]:
        """Find pages as Sphinx does, then the records; other YAML and JSON files are no pages."""
        library, excluded = Library(self.root), Matcher(exclude_paths)
        unreadable: list[str] = []

        def hear(entry: logging.LogRecord) -> bool:
            """Sphinx tells of what it cannot read by another name than it has."""
            if found := isinstance(entry.args, tuple) and len(entry.args) == 1:
                unreadable.append(str(entry.args[0]))
            return not found

        with filtered(PROJECT, hear):
            super().discover(exclude_paths, include_paths)
        self._leave_out_odd_pages(library, unreadable)
        self.odd += odd_records(library)
        claimed, left_out = self._deals_with_pages(), {finding.place.file for finding in self.odd}
        for kind in KINDS:
            for id in library.ids(kind):
                docname = f"{kind}/{id}"
                has_page = docname in self.docnames or (kind == "deals" and id in claimed)
                path = library.path(kind, id)
                is_odd = library.file(path) in left_out or not path.is_file()
                if not has_page and not is_odd and not excluded(f"{docname}{path.suffix}"):
                    add_document(self, docname, path)
        return self.docnames

    def _leave_out_odd_pages(self, library: Library, unreadable: list[str]) -> None:
        """Sphinx would wait for a pipe without an end, and stop at what is no UTF-8."""
        self.odd = []
        documents = [(docname, str(path)) for docname, path in documents_of(self)]
        for docname, name in [*documents, *(("", name) for name in unreadable)]:
            whole = Path(self.srcdir, name)
            if found := odd(whole, library.file(whole), as_page=True):
                self.odd.append(found)
                if docname:
                    remove_document(self, docname)

    def doc2path(self, docname: str, absolute: bool) -> DocumentPath:
        """The file of a document; where a path within the source directory is asked for, a record has its docname's."""
        path = super().doc2path(docname, absolute)
        if absolute:
            return RecordPath(path) if path.suffix in _ENDINGS else path
        return DocumentPath(docname + path.suffix) if path.is_absolute() else path

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """The document that a file is. Of YAML and JSON files only records are: `index.json` is not `index`."""
        path = Path(filename)
        if path.suffix not in _ENDINGS:
            return super().path2doc(filename)
        return document_at(self, Path(os.path.normpath(Path(self.srcdir) / path)))

    def _deals_with_pages(self) -> set[str]:
        """The deals that a page with `deal:` in its front matter stands for."""
        claimed = set()
        for path in files_of(self):
            if path.suffix == ".md" and (found := _DEAL.match(_beginning(Path(self.srcdir) / path))):
                claimed.add(found[1])
        return claimed


def hush_first_search(app: Sphinx) -> None:
    """Keep Sphinx from complaining of a page beside a record of its name, before it knows which files are records.

    It looks for documents once with a project of its own, and takes every YAML and JSON file for one.
    """

    def is_no_record(entry: logging.LogRecord) -> bool:
        if isinstance(entry.args, tuple) and len(entry.args) == 1:
            return False  # what cannot be read is told when we look
        files = str(entry.args[1]) if isinstance(entry.args, tuple) and len(entry.args) > 1 else ""
        return not any(Path(name).suffix in _ENDINGS for name in files.split(", "))

    end = add_filter(PROJECT, is_no_record)
    app.connect("builder-inited", lambda app: end(), priority=0)


def _beginning(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            text = file.read(20_000)
    except OSError:
        return ""
    end = text.find("\n---", 3)
    return text[: end + 1] if text.startswith("---") and end > 0 else ""


def record_of(docname: str, path: Path, library: Library) -> tuple[Kind, str] | None:
    """The kind and id of the record that a document is."""
    for kind in KINDS:
        folder = library.root / kind
        if docname.startswith(f"{kind}/") and path.is_relative_to(folder):
            return kind, docname.removeprefix(f"{kind}/")
    return None
