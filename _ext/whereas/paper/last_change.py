"""When what a document is made of last changed: the day that it is of, so that two builds of it are the same."""

from __future__ import annotations

import os
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class SourceDates:
    """The last commit of each page's sources, in seconds since 1970.

    SOURCE_DATE_EPOCH, if set, is the date of all (https://reproducible-builds.org/specs/source-date-epoch/).
    """

    def __init__(self, env: BuildEnvironment, root: Path) -> None:
        """Take the environment, which knows what each page is made of, and the project's folder."""
        self.env = env
        self.root = root
        self.set = os.environ.get("SOURCE_DATE_EPOCH", "")

    def of(self, docname: str) -> str:
        """The date of a page; empty where there is neither a date set nor a commit."""
        return self.set if self.set.isdigit() else self._last(docname)[0]

    def commit(self, docname: str) -> str:
        """The commit in which a page's sources last changed, with a plus if they have changed since; empty without."""
        changed = "+" if any(path in self._changed for path in self._sources(docname)) else ""
        return name + changed if (name := self._last(docname)[1]) else ""

    def _sources(self, docname: str) -> list[Path]:
        files = [self.env.doc2path(docname), *(Path(self.env.srcdir) / name for name in self.env.dependencies[docname])]
        return [path.resolve() for path in map(Path, files)]

    def _last(self, docname: str) -> tuple[str, str]:
        """Date and name of the last commit of a page's sources; of one that has none, the last of all."""
        found = [self._commits[path] for path in self._sources(docname) if path in self._commits]
        date, name = max(found, default=(0, "")) if found else max(self._commits.values(), default=(0, ""))
        return str(date or ""), name

    @cached_property
    def _commits(self) -> dict[Path, tuple[int, str]]:
        """File to its last commit; asked of git once."""
        log = self._git("log", "--format=%x00%ct %h", "--abbrev=12", "--name-only", "--no-renames", "--", ".")
        found: dict[Path, tuple[int, str]] = {}
        for commit in log.split("\0")[1:]:
            said, *names = commit.split("\n")
            date, mark = said.split()
            for name in filter(None, names):
                found.setdefault(self._top / name, (int(date), mark))
        return found

    @cached_property
    def _changed(self) -> set[Path]:
        """The files that have changed since, or that git does not know; asked of git once."""
        said = self._git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
        return {self._top / each[3:] for each in said.split("\0") if each}

    @cached_property
    def _top(self) -> Path:
        return Path(self._git("rev-parse", "--show-toplevel").strip()).resolve()

    def _git(self, *command: str) -> str:
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *command],
                cwd=self.root,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"},
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return ""
        return done.stdout
