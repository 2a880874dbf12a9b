"""When the clauses of the library changed, from git: one look for all of them, and silence where there is none."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import NamedTuple

_COMMAND = (
    *("git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", "log", "--relative", "--patch", "--root"),
    *("-M", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-notes", "--encoding=UTF-8"),
    *("--src-prefix=a/", "--dst-prefix=b/", "--date=format:%Y-%m-%d", "--format=%x1e%ad%x1f%D%x1f%s%x1f"),
    *("--", "clauses"),
)
#: How git begins to tell of a commit: day, what points to it, what was said; no line of a patch begins so.
_COMMIT = re.compile(r"^\x1e([\d-]+)\x1f(.*?)\x1f(.*?)\x1f$", re.MULTILINE)
_VERSION = re.compile(r"^\+version:[ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[^#\n]*)", re.MULTILINE)
_NEW = re.compile(r"^(?:\+\+\+ b/|rename to )(.+?)\t?$", re.MULTILINE)
_OLD = re.compile(r"^rename from (.+?)\t?$", re.MULTILINE)


class Change(NamedTuple):
    """A change of a clause's file: its day, as in 2027-01-15, what was said of it, the version that came with it."""

    date: str
    subject: str
    version: str = ""


class History(NamedTuple):
    """The past of a clause: its last change, and the change with which each of its versions came, newest first."""

    last: Change
    versions: tuple[Change, ...] = ()


def read_history(root: Path) -> dict[str, History]:
    """Id of a clause to its past; nothing for clauses that git does not know, or where there is no git."""
    try:
        done = subprocess.run(_COMMAND, cwd=root, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return {}
    return parse_history(done.stdout.decode(errors="replace")) if done.returncode == 0 else {}


def parse_history(log: str) -> dict[str, History]:
    """The same from what git says, newest commit first."""
    changes: dict[str, list[Change]] = {}
    now: dict[str, str] = {}  # what a file was called, to what it is called now
    parts = _COMMIT.split(log)[1:]
    for date, names, subject, patch in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        if "grafted" in names.split(", "):  # where a shallow clone ends: git tells all files as new there
            continue
        for part in re.split(r"^diff --git ", patch, flags=re.MULTILINE)[1:]:
            head = part.split("\n@@", 1)[0]
            if not (new := _NEW.search(head)):
                continue  # the file went away
            name = now.get(new[1], new[1])
            if old := _OLD.search(head):
                now[old[1]] = name
            version = _VERSION.search(part)
            written = version[1].strip().strip("\"'") if version else ""
            changes.setdefault(_id(name), []).append(Change(date, subject, written))
    return {id: History(each[0], _versions(each)) for id, each in changes.items()}


def _versions(changes: list[Change]) -> tuple[Change, ...]:
    """The changes with which a version came; if one came twice, when it first did."""
    first = {change.version: change for change in changes if change.version}
    return tuple(change for change in changes if change.version and first[change.version] is change)


def _id(name: str) -> str:
    return PurePosixPath(name).relative_to("clauses").with_suffix("").as_posix()
