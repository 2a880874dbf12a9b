"""Pieces of a citation put together: "A, B and C", "h) e i)", "1.1 or 1.2"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whereas.agreement.runs import Cited, Text
from whereas.agreement.styles import Style
from whereas.agreement.targets import Target
from whereas.language.registry import language_of, phrases

Words = tuple[Text | Cited, ...]
#: A Roman number, which is not read as its letters are.
_ROMAN = re.compile(r"[IVX]+\b|[ivx]{2,}\b")


def listed(pieces: list[Words], style: Style, either: bool = False, also: bool = False) -> Words:
    """A, B and C; A, B or C if it is `either`; `also` where one of them is a list itself: "Abs. 1 und 2 sowie § 3"."""
    words: list[Text | Cited] = []
    for index, piece in enumerate(pieces):
        if index:
            joint = _joint(piece, style, either, also)
            words.append(Text(f" {joint} " if index == len(pieces) - 1 else ", "))
        words += piece
    return tuple(words)


def _joint(piece: Words, style: Style, either: bool, also: bool) -> str:
    """The word before the last piece, as its first sound asks: "y", but "e" before "i)"."""
    known = language_of(style.locale)
    joint = phrases(style.locale).alternative if either else style.conjunction
    if also and not either and known.style_words and joint == known.style_words.conjunction:
        return known.style_words.also or joint
    said = "".join(part.text for part in piece)
    for word, beginning, instead in known.figures.joints:
        if joint == word and re.match(beginning, said, re.IGNORECASE) and not _ROMAN.match(said):
            return instead
    return joint


def cited_part(target: Target, text: str) -> Cited:
    """Words that lead to a target."""
    return Cited(target.label, text, target.anchor, target.number)


def merged_parts(parts: Iterable[Text | Cited]) -> Words:
    """The same words with neighbouring plain texts joined and empty ones left out."""
    merged: list[Text | Cited] = []
    for part in parts:
        if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + part.text)
        elif part.text:
            merged.append(part)
    return tuple(merged)
