"""Letters as a project and a PDF both have them, so that the two can be compared one by one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whereas.render.scripts import SHAPED

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_BY_NUMBER = re.compile(r"\[U\+([0-9A-F]{4,6})\]")  # how a character is printed that no font has
_HYPHENS = "-\u2010\u2011"
_WITHOUT_HYPHENS = dict.fromkeys(map(ord, _HYPHENS))


@dataclass(frozen=True)
class Letter:
    """A letter of the PDF, the page it is on, and whether a line ends after it."""

    char: str
    page: str
    ends: bool

    @property
    def breaks(self) -> bool:
        """Whether it is the hyphen of a word broken at the end of a line."""
        return self.ends and self.char in _HYPHENS


def plain(text: str) -> str:
    """Text without white space, and without letters that a PDF keeps as shapes."""
    return _UNSEEN.sub("", SHAPED.sub("", unicodedata.normalize("NFKC", text)))


def loose(text: str) -> str:
    """The same of what a PDF prints, without hyphens: a word may be broken anywhere."""
    return plain(_by_name(text)).translate(_WITHOUT_HYPHENS)


def letters_of(pages: Iterable[tuple[str, str]]) -> list[Letter]:
    """The letters of pages, each given by its label and its text, in order."""
    found = []
    for label, text in pages:
        for line in _by_name(text).splitlines():
            line = plain(line)
            found += [Letter(char, label, at == len(line) - 1) for at, char in enumerate(line)]
    return found


def _by_name(text: str) -> str:
    return _BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), text)


def follow(wanted: str, letters: Sequence[Letter], at: int) -> tuple[int, int]:
    """How far the letters go with a text from a place on: how many of its letters, and up to which of theirs."""
    for index, char in enumerate(wanted):
        if at < len(letters) and letters[at].char != char and letters[at].breaks:
            at += 1
        if at >= len(letters) or letters[at].char != char:
            return index, at
        at += 1
    return len(wanted), at


def in_any_order(wanted: str, letters: Sequence[Letter], at: int) -> int:
    """Where a line ends that has the same letters in some order; 0 if it is not there."""
    for end in range(at + len(wanted), min(at + len(wanted) + 8, len(letters)) + 1):
        more = Counter(letter.char for letter in letters[at:end])
        more.subtract(wanted)
        hyphens = sum(letter.breaks for letter in letters[at:end])
        if not any(count for char, count in more.items() if char not in _HYPHENS) and more.total() <= hyphens:
            return end
    return 0


def excerpt(text: str, index: int) -> str:
    """A text from a little before its nth letter that is no white space."""
    seen = -1
    for at, char in enumerate(text):
        seen += 0 if _UNSEEN.match(char) else 1
        if seen >= index:
            return text[max(0, at - 14) : at + 46]
    return text[-40:]
