"""What has changed since a commit, by git: so that a change is told of its own warnings, and of what it breaks."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.rule import Rule

SINCE = Rule(
    "since",
    "The commit since which a check looks for changes is one.",
    unshown="it is an option of `whereas check`",
    told="check",
)
#: What git has of no files at all: there is no commit yet.
NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_FILE, _HUNK = re.compile(r"\+\+\+ b/(?P<file>.*?)\t?$"), re.compile(r"@@ -\S+ \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
#: The lines of a file that have changed; of one that is new, all.
Lines = Mapping[str, "frozenset[int] | None"]


def changed_lines(root: Path, since: str) -> Lines:
    """The lines that have changed since a branch or commit was left, by files as messages name them.

    Raises FindingsError where git knows no such commit, or there is no git.
    """
    if since.startswith("-") or not since.strip():
        raise _wrong(f"{since!r} is no commit")
    base = since
    if since != NOTHING:
        if not _git(root, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}").strip():
            raise _wrong(f"git knows no commit {since!r} here", "fetch it, as with `git fetch origin main`")
        base = _git(root, "merge-base", since, "HEAD").strip() or since
    said = _git(
        root, "diff", "--unified=0", "--no-renames", "--no-color", "--no-ext-diff", "--relative", base, "--", "."
    )
    found: dict[str, frozenset[int] | None] = {}
    file = ""
    for line in said.splitlines():
        if match := _FILE.match(line):
            file = match["file"]
            found[file] = frozenset()
        elif file and (match := _HUNK.match(line)):
            first, count = int(match["first"]), int(match["count"] or 1)
            found[file] = (found[file] or frozenset()) | frozenset(range(first, first + count))
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return found | dict.fromkeys(filter(None, new.split("\0")))


def of_change(findings: Iterable[Finding], changed: Lines) -> list[Finding]:
    """The errors, wherever they are, since a change here may break what stands there; else what is on changed lines."""
    return [each for each in findings if each.severity == "error" or _is_in(each, changed)]


def _is_in(finding: Finding, changed: Lines) -> bool:
    lines = changed.get(finding.place.file, frozenset())
    return lines is None or finding.place.line in lines


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where it fails."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:
        raise _wrong("there is no git here") from None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""


def _wrong(message: str, hint: str = "") -> FindingsError:
    return FindingsError(SINCE.at(NOWHERE, message, hint))
