"""Where in its file some words of a line were written: line and column."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, place_of
from whereas.library.finding import Place


def spot(line: CheckedLine, words: str, case: Case) -> Place:
    """The place of words in a line, with its column where they are written as they are printed."""
    place, _ = place_of(words, line.place, case.root, below=line.after)
    column = _line(case.root / place.file, place.line).find(words) + 1
    return replace(place, column=column) if column else place


@cache
def _lines(path: Path, *seen: int) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").splitlines())


def _line(path: Path, number: int) -> str:
    try:
        seen = path.stat()
        return _lines(path, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)[number - 1]
    except (OSError, ValueError, IndexError):
        return ""
