"""Where in its file some words of a line were written: line and column."""

from __future__ import annotations

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine
from whereas.checks.texts import Written, place_of
from whereas.library.finding import Place


def spot(line: CheckedLine, words: str, case: Case) -> Place:
    """The place of words in a line, with its column where they are written as they are printed."""
    written, key = case.texts.of(line.place.file), (words, line.place, line.after)
    if key not in written.spots:
        place, _ = place_of(words, line.place, case.texts, below=line.after)
        column = _line(written, place.line).find(words) + 1
        written.spots[key] = place._replace(column=column) if column else place
    return written.spots[key]


def _line(written: Written, number: int) -> str:
    try:
        return written.lines[number - 1]
    except IndexError:
        return ""
