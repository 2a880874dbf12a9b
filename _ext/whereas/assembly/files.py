"""The files that texts name: each is looked for beside the file that names it, and none is outside the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Files:
    """A project's folder, and that of its pages, which may lie in it or elsewhere."""

    root: Path
    source: Path

    def find(self, name: str, by: str) -> Path | None:
        """The path of a file that the file `by` names, there or not; None if that would be outside the project.

        `by` is a path as messages have it, from the project's folder; a name that begins with `/` goes from the
        folder of the pages, as everywhere in Sphinx.
        """
        folder = self.source if name.startswith("/") else (self.root / by).parent
        try:
            path = (folder / name.lstrip("/")).resolve()
        except (OSError, ValueError, RuntimeError):  # a name too long, with a null in it, or a link to itself
            return None
        return path if any(path.is_relative_to(top.resolve()) for top in (self.root, self.source)) else None
