"""Numbers and marks that an author typed, though the program makes its own.

They are looked for in the text as it was written, so that a backslash (`1\\.`, `\\(a)`) makes words of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from roman_numerals import InvalidRomanNumeralError, RomanNumeral

from whereas.language.endings import ends_in_abbreviation
from whereas.language.registry import sought_as_pattern

#: What typed numbers look like, by example; the number itself is the one group.
_SHAPES = {
    "1.1": r"((?:\d{1,3}\.)+\d{1,3})[.)]?(?=[*_]{0,3}\s+(?:[^\Wa-z\d_]|[\"“„«*\[]))",
    "1.": r"(\d{1,3})[.)](?=\s)",
    "(1)": r"\((\d{1,2})\)(?=\s)",
    "(a)": r"\(([a-z]{1,2}|[ivxl]{3,6})\)(?=\s)",
    "(A)": r"\(([A-Z])\)(?=\s)",
    "a)": r"([a-z]{1,2}|[ivxl]{3,6})\)(?=\s)",
    "a.": r"([a-z]|[ivxl]{2,6})\.(?=\s)(?!\s[^\W\d_]\.)",  # but not the "z. B." of German
    "A.": r"([A-Z]|[IVXL]{2,6})\.(?=\s)",
    "§ 1": r"§\s?(\d{1,3})(?=\s)",
    "1.x": r"(\d{1,2})[.)](?=[^\W\d_])",  # without the space that makes it a list
}
#: Where a text begins like this, its number was typed; and where it does, and the text beside it goes on counting.
_SURELY = ("1.1", "1.")
_IN_A_ROW = ("(1)", "(a)", "(A)", "a)", "a.", "A.", "§ 1", "1.x")
#: Where a line within a paragraph begins like this.
_IN_LINES = ("(1)", "(a)", "(A)", "a)", "a.")
#: The same where the first of them begins the paragraph, or follows a colon.
_FROM_THE_FIRST = ("1.1", "A.", "§ 1", "1.x", "–")
_BULLET = re.compile(r"([•‣◦▪●]|[–—])(?=\s)")
_WITHIN = {
    shape: re.compile(("" if shape[0] == "(" else r"(?<![\w(])") + _SHAPES[shape].partition("(?=")[0])
    for shape in _IN_LINES
}
_ENDS = re.compile(rf"[.;:,](?:\s+{sought_as_pattern('between_items')})?$")


class Typed(NamedTuple):
    """A number that was typed: its shape, by example, how it is written, and which numbers it may be."""

    shape: str
    text: str
    values: frozenset[int]


def escaped(mark: str) -> str:
    """How a mark is written if it belongs to the words: `1\\.`, `\\(a)`, `\\-`; unchanged where there is no way."""
    return re.sub(r"^[(+*>#\[<%:-]|(?<=\w)[.)]", r"\\\g<0>", mark, count=1)


def typed_number(text: str, shapes: Sequence[str] = (*_SURELY, *_IN_A_ROW), words: Sequence[str] = ()) -> Typed | None:
    """The number with which a text begins; with `words`, also one that follows such a word ("Article 1")."""
    text = text.lstrip("*_")
    for shape in shapes:
        if found := re.match(_SHAPES[shape], text):
            values = _values(found[1].rpartition(".")[2])
            return Typed(shape, found[0], values) if values else None
    named = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = rf"((?i:{named}))\s+(\d{{1,3}}|[IVXL]{{1,6}}|[A-Z])(?=[\s.:–—-]|$)"
    if named and (found := re.match(pattern, text)):
        return Typed(found[1].lower(), found[0], _values(found[2]))
    return None


def _values(number: str) -> frozenset[int]:
    """The numbers that digits, a letter or a Roman number may mean."""
    if number.isdigit():
        return frozenset((int(number),))
    letter = {ord(number[0].lower()) - 96 + 26 * (len(number) - 1)} if len(set(number)) == 1 else set()
    try:
        return frozenset(letter | {int(RomanNumeral.from_string(number.upper()))})
    except InvalidRomanNumeralError:
        return frozenset(letter)


def typed_numbers(texts: Sequence[str], words: Sequence[str] = ()) -> Iterator[tuple[int, Typed]]:
    """Of texts that stand beside each other, those that begin with a typed number: which, and with what."""
    found = [typed_number(text, words=words) for text in texts]
    for index, each in enumerate(found):
        before, after = found[index - 1] if index else None, found[index + 1] if index + 1 < len(found) else None
        if each and (each.shape in _SURELY or _goes_on(before, each) or _goes_on(each, after)):
            yield index, each


def _goes_on(one: Typed | None, other: Typed | None) -> bool:
    """Whether one number is followed by the next of its shape."""
    return bool(one and other and one.shape == other.shape and any(each + 1 in other.values for each in one.values))


def typed_marks(text: str) -> Iterator[tuple[int, Typed]]:
    """The marks, such as "(b)" or "a.", at the beginning of lines of a paragraph: in which line, and which.

    A mark that only happens to stand there is none: where others like it stand within lines, or where the line before
    it ends no clause and the marks do not count from the first.
    """
    lines = [line.lstrip() for line in text.split("\n")]
    found = [_mark(line) for line in lines]
    rest = "\n".join(line[len(each.text) if each else 0 :] for line, each in zip(lines, found, strict=True))
    for index, (mark, before) in enumerate(zip(found[1:], lines, strict=False), start=1):
        if mark is None or before.endswith(("\\", "  ")):  # a line ended on purpose
            continue
        alike = [each for each in found if each and each.shape == mark.shape]
        counted = 1 in alike[0].values and len(alike) > 1
        if mark.shape in _FROM_THE_FIRST:
            first = found.index(alike[0])
            level = {re.sub(r"\d+\W*$", "", each.text) for each in alike[:2]} if mark.shape == "1.1" else ()
            reported = counted and len(level) < 2 and (not first or lines[first - 1].rstrip().endswith(":"))
        elif mark.shape == "•":
            reported = True
        else:
            ended = ends_clause(before) and not ends_in_abbreviation(before, lines[index][len(mark.text) :].lstrip())
            reported = counted or (ended and (mark.shape != "a." or 1 in mark.values))
            reported = reported and not _WITHIN[mark.shape].search(rest)
        if reported:
            yield index, mark


def _mark(line: str) -> Typed | None:
    """The mark with which a line begins."""
    if bullet := _BULLET.match(line):
        return Typed("–" if bullet[0] in "–—" else "•", bullet[0], frozenset((1,)))
    return typed_number(line, (*_IN_LINES, *_FROM_THE_FIRST[:-1]))


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence does, or an item of a list."""
    return bool(_ENDS.search(text.rstrip()))


def jumps(marks: Sequence[str]) -> Iterator[int]:
    """Which of the numbers that were typed before the items of a list neither go on counting nor begin again with 1."""
    numbers = [int(mark[:-1]) for mark in marks if mark[:-1].isdigit()]
    for index, (before, number) in enumerate(pairwise(numbers), start=1):
        if number not in (1, before, before + 1):
            yield index
