"""When what a PDF is made of last changed: the day that the PDF is of, so that two builds of it are the same."""

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
        if self.set.isdigit():
            return self.set
        files = [self.env.doc2path(docname), *(Path(self.env.srcdir) / name for name in self.env.dependencies[docname])]
        found = [self._commits.get(path.resolve(), 0) for path in map(Path, files)]
        return str(max(found, default=0) or max(self._commits.values(), default=0) or "")

    @cached_property
    def _commits(self) -> dict[Path, int]:
        """File to its last commit; asked of git once."""
        log = self._git("log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".")
        top = Path(self._git("rev-parse", "--show-toplevel").strip()).resolve()
        found: dict[Path, int] = {}
        for commit in log.split("\0")[1:]:
            date, *names = commit.split("\n")
            for name in filter(None, names):
                found.setdefault(top / name, int(date))
        return found

    def _git(self, *command: str) -> str:
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *command],
                cwd=self.root,
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return ""
        return done.stdout
