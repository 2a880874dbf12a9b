"""From which commit a site is built: for us, so that two readers know that they read the same."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from whereas.library.library import SUFFIXES
from whereas.site.audience import shows_ours
from whereas.site.domain import domain_of
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


class Commit(NamedTuple):
    """A commit: what it is called, its day, and whether there are changes since."""

    name: str
    day: str
    is_changed: bool


def commit_of(builder: Builder) -> Commit | None:
    """The commit that a builder works from; None outside of git and for outside readers."""
    found: Commit | None = getattr(builder, "whereas_commit", None)
    return found


def read_commit(root: Path, *sources: str) -> Commit | None:
    """The last commit of the repository around a folder, and whether `sources`, as git matches them, have changed."""
    last = _git(root, "log", "-1", "--format=%h %cs")
    if not last:
        return None
    name, day = last.split()
    return Commit(name, day, bool(_git(root, "status", "--porcelain", "--", *sources)))


def _git(root: Path, *command: str) -> str:
    """What git answers; nothing where there is no git, or no repository."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", str(root), *command],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"},
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def note_commit(app: Sphinx) -> None:
    """`builder-inited`: look once, for all pages, and before they are written by several processes."""
    if output_of(app.builder).screen and shows_ours(app.builder):
        root = domain_of(app.env).library.root
        records = (f"{root / kind}/*{suffix}" for kind, suffixes in SUFFIXES.items() for suffix in suffixes)
        sources = (f"{app.srcdir}/*.md", f"{app.confdir}/conf.py", *records)  # and not what is built beside them
        app.builder.whereas_commit = read_commit(app.confdir, *sources)  # type: ignore[attr-defined]


def setup_commit(app: Sphinx) -> None:
    """Connect, after the library is found."""
    app.connect("builder-inited", note_commit, priority=600)
