"""How Sphinx knows the files of its documents: two maps, and paths of a kind of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.project import Project
from sphinx.util._pathlib import _StrPath

DocumentPath = _StrPath
#: More than a record may have.
_MOST = 2_100_000


class RecordPath(_StrPath):
    """The file of a record: Sphinx reads it as text and stops at what is none, of which our own reader can tell."""

    def read_text(self, *args: Any, **options: Any) -> str:
        """The text, with a mark for each byte that is none; of what is too large for us, its beginning."""
        with self.open("rb") as file:
            return file.read(_MOST).decode(errors="replace")


def files_of(project: Project) -> list[Path]:
    """The files of all documents, as seen from the source directory."""
    return list(project._docname_to_path.values())


def documents_of(project: Project) -> list[tuple[str, Path]]:
    """All documents, each with its file as seen from the source directory."""
    return list(project._docname_to_path.items())


def remove_document(project: Project, docname: str) -> None:
    """Make a file no document."""
    project.docnames.discard(docname)
    project._path_to_docname.pop(project._docname_to_path.pop(docname), None)


def add_document(project: Project, docname: str, path: Path) -> None:
    """Make a file, wherever it lies, a document."""
    project.docnames.add(docname)
    project._path_to_docname[path] = docname
    project._docname_to_path[docname] = path


def document_at(project: Project, path: Path) -> str | None:
    """The document that a file is, by the path under which it was added."""
    return project._path_to_docname.get(path)
