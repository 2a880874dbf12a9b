"""Which way a straight quotation mark turns, and which is an apostrophe: by what is printed before and after it.

A line is looked at as a reader sees it, whatever markup, facts and citations it is made of.
"""

from __future__ import annotations

import enum
import itertools
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

#: What stands in a piece for words that are not known yet: a fact, a citation, a picture.
WORDS = "\N{OBJECT REPLACEMENT CHARACTER}"
APOSTROPHE = "’"
_STRAIGHT = re.compile("[\"']")


#: Years without their century: the '90s.
_DECADE = re.compile(r"'\d0s\b")


#: A letter between two marks that is a short "and", and those around it with whom it is a quotation: where 'n' is.
_SHORT_AND = re.compile(r"(?<=\w )'[nN]'(?= (\w+))")
_OF_A_QUOTATION = re.compile(
    "the|letters?|variables?|numbers?|values?|factor|where|if|with|of|for|by|when", re.IGNORECASE
)
_AFTER_ONE = re.compile("is|are|means|equals|denotes|represents|stands|shall|be|being|will|may|has|in|of|or|and|to")


class Segment(NamedTuple):
    """Part of a line; what is verbatim is looked at and stays."""

    text: str
    verbatim: bool = False


class Marks(NamedTuple):
    """The quotation marks of a language: the first ones, and those for a quotation in a quotation."""

    open: str
    close: str
    open_inner: str
    close_inner: str


class _Kind(enum.Enum):
    """What a sign is to the one beside it."""

    SPACE = enum.auto()  # or nothing: the line begins or ends
    OPENS = enum.auto()  # a bracket, a dash, an opening mark: words begin after it
    WORD = enum.auto()
    APOSTROPHE = enum.auto()
    ELSE = enum.auto()  # a full stop, a closing bracket, a closing mark, a percent sign


_DASHES = frozenset("/|=+~*-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}–—")
_OPENING = _DASHES | frozenset("([{<«„“‘¿¡\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}")


def apostrophes(name: str) -> str:
    """A name with its straight apostrophes turned: Seller’s Account."""
    return re.sub(r"(?<=\w)'", APOSTROPHE, name)


def turn_quotes(pieces: Sequence[Segment], marks: Marks) -> list[str]:
    """The texts of the pieces of one line, with their straight marks turned; those of measures (5' 10") stay."""
    if not any(_STRAIGHT.search(piece.text) for piece in pieces if not piece.verbatim):
        return [piece.text for piece in pieces]
    line = _Line("".join(piece.text for piece in pieces), marks)
    ends = list(itertools.accumulate((len(piece.text) for piece in pieces), initial=0))
    spans = [range(start, end) for start, end in itertools.pairwise(ends)]
    for piece, span in zip(pieces, spans, strict=True):
        for found in () if piece.verbatim else _STRAIGHT.finditer(line.text, span.start, span.stop):
            line.turn(found.start())
    return [
        piece.text if piece.verbatim else "".join(line.turned.get(at, line.text[at]) for at in span)
        for piece, span in zip(pieces, spans, strict=True)
    ]


def _is_and(found: re.Match[str]) -> bool:
    """Whether a letter between two marks is a short "and": rock 'n' roll, but not: where 'n' is."""
    before = found.string[: found.start()].split()[-1]
    return not _OF_A_QUOTATION.fullmatch(before) and not _AFTER_ONE.fullmatch(found[1])


class _Line:
    """One line: what its marks have become so far, and which of them are still open."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.text, self.marks = text, marks
        self.turned: dict[int, str] = {}
        self.kinds: dict[int, _Kind] = {}
        self.open: list[str] = []
        closing = {marks.close.strip(), marks.close_inner.strip()} - {marks.open.strip(), marks.open_inner.strip()}
        self.short = {found.start() + side for found in _SHORT_AND.finditer(text) if _is_and(found) for side in (0, 2)}
        self.opening = _OPENING - closing | {marks.open.strip(), marks.open_inner.strip()}

    def turn(self, at: int) -> None:
        """Decide what the straight mark at a place is."""
        sign = self.text[at]
        kind = self._double(at) if sign == '"' else self._single(at)
        if kind is None:
            return
        self.kinds[at] = kind
        outer = sign == '"'
        match kind:
            case _Kind.APOSTROPHE:
                self.turned[at] = APOSTROPHE
            case _Kind.OPENS:
                self.open.append(sign)
                self._set(at, self.marks.open if outer else self.marks.open_inner, at + 1)
            case _:
                if sign in self.open:
                    del self.open[len(self.open) - 1 - self.open[::-1].index(sign) :]
                self._set(at, self.marks.close if outer else self.marks.close_inner, at - 1)

    def _set(self, at: int, mark: str, inside: int) -> None:
        """Put a mark in its place; a space of the author's inside it is not doubled by one of the mark's own."""
        bare = mark.strip()
        if bare != mark and self.text[inside : inside + 1] == " ":
            self.turned[inside] = ""
        self.turned[at] = mark

    def _double(self, at: int) -> _Kind | None:
        before, after = self.kind(at - 1), self.kind(at + 1)
        is_open = '"' in self.open
        match before:
            case _Kind.SPACE if after is _Kind.SPACE:  # " so "
                return _Kind.ELSE if is_open else _Kind.OPENS if '"' in self.text[at + 1 :] else None
            case _Kind.SPACE if is_open and self.text[at + 1] in ".,;:!?)]}":  # " so ".
                return _Kind.ELSE
            case _Kind.SPACE | _Kind.OPENS:
                return _Kind.ELSE if after is _Kind.SPACE else _Kind.OPENS
            case _Kind.APOSTROPHE:  # l'"Acheteur", the Sellers'"
                return _Kind.ELSE if after is _Kind.SPACE or (is_open and after is _Kind.ELSE) else _Kind.OPENS
        if is_open:
            return _Kind.ELSE
        if self.text[at - 1].isdigit():
            return None  # inches
        return _Kind.OPENS if after in (_Kind.WORD, _Kind.OPENS) else _Kind.ELSE

    def _single(self, at: int) -> _Kind | None:
        before, after = self.kind(at - 1), self.kind(at + 1)
        is_open = "'" in self.open
        if at in self.short:
            return _Kind.APOSTROPHE
        if before in (_Kind.SPACE, _Kind.OPENS):
            if after is _Kind.SPACE:
                return _Kind.ELSE if is_open else None
            decade = _DECADE.match(self.text, at)
            return _Kind.OPENS if self._closes_later(at) and not decade else _Kind.APOSTROPHE  # 'tis, '27, '90s
        digit = self.text[at - 1].isdigit()
        if after is _Kind.WORD:  # l'article; the Buyer's; 5'10
            return None if digit and self.text[at + 1].isdigit() else _Kind.APOSTROPHE
        beside, beyond = self.text[at + 1 : at + 2], self.kind(at + 2)
        if after is _Kind.OPENS and beside not in _DASHES:  # l'(ancien) acheteur
            return _Kind.APOSTROPHE
        if beside == '"' and beyond in (_Kind.WORD, _Kind.OPENS):  # l'"Acheteur"
            return _Kind.APOSTROPHE
        if is_open:
            return _Kind.ELSE
        return None if digit else _Kind.APOSTROPHE  # feet; the Sellers'

    def _closes_later(self, at: int) -> bool:
        """Whether a later mark can be the end of what begins here."""
        later = (found.start() for found in re.compile("'").finditer(self.text, at + 2))
        ends = (_Kind.WORD, _Kind.ELSE)
        return any(self.kind(each - 1) in ends and self.kind(each + 1) is not _Kind.WORD for each in later)

    def kind(self, at: int) -> _Kind:
        """What the sign at a place is to its neighbour."""
        if at in self.kinds:
            return self.kinds[at]
        sign = self.text[at] if 0 <= at < len(self.text) else " "
        if sign.isspace() or sign in "\u200b\u200c\u200d":
            return _Kind.SPACE
        if sign.isalnum() or sign == WORDS or unicodedata.category(sign)[0] == "M":
            return _Kind.WORD
        if sign == APOSTROPHE and sign not in self.opening:
            return _Kind.APOSTROPHE
        return _Kind.OPENS if sign in self.opening else _Kind.ELSE
