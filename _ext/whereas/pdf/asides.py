"""What a page prints beside its text: bullets, numbers of lines and pages, heads of tables once more; and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pypdf.generic import ArrayObject, ContentStream, FloatObject

from whereas.pdf.letters import loose
from whereas.pdf.marked import ASIDE, FRAME, Step
from whereas.pdf.positions import Box, Setting

#: How far apart, in points, what belongs together may be, and what stands before a bullet must be.
_CLOSE, _APART = 3, 6
#: A mark of a footnote is less high than what it stands at.
_SMALLER = 0.85


class Spot(Enum):
    """Where something stands, as a reader sees it."""

    CONTENTS = auto()  # in the contents
    HEAD = auto()  # above all text of the page
    FOOT = auto()  # below all
    MARGIN = auto()  # left of all
    RAISED = auto()  # small, and right behind words, as a footnote is called
    AMONG = auto()  # anywhere else


@dataclass(frozen=True)
class Aside:
    """One thing beside the text: what it says, and where; whether a line or cell begins with it; formulas in it."""

    words: str
    spot: Spot
    box: Box
    begins: bool
    formulas: int


def asides_of(page: Any, stream: ContentStream, steps: Sequence[Step]) -> tuple[Aside, ...]:
    """All that stands beside the text of a page, in the order in which it was set.

    The page's content is `stream`, whose operations are lost.
    """
    setting, fonts = Setting(page["/Resources"].get("/Font", {})), [None]
    text: list[Box] = []
    apart: list[Box] = []  # footnotes, which take no part in where the text begins and ends
    found: dict[int, list[tuple[Box, Any, Step]]] = {}
    for step in steps:
        box = setting.follow(step.operands, step.operator)
        if step.operator == b"Tf":
            fonts[-1] = step.operands
        elif step.operator == b"q":
            fonts.append(fonts[-1])
        elif step.operator == b"Q" and len(fonts) > 1:
            fonts.pop()
        if not box:
            continue
        if step.aside and step.kind in (ASIDE, "/Formula"):
            found.setdefault(step.aside, []).append((box, fonts[-1], step))
        elif step.kind != FRAME:
            (apart if step.aside or step.kind == "/Note" else text).append(box)
    if not found:
        return ()
    said = _words(page, stream, found.values())
    formulas = {(step.aside, step.number) for step in steps if step.kind == "/Formula"}
    asides = []
    for words, (number, parts) in zip(said, found.items(), strict=True):
        box, many = _whole(box for box, _, _ in parts), sum(aside == number for aside, _ in formulas)
        spot = _spot(box, "/TOC" in parts[0][2].within, text, apart)
        asides.append(Aside(loose(words), spot, box, _begins(box, [*text, *apart]), many))
    return tuple(asides)


def _words(page: Any, stream: ContentStream, asides: Iterable[list[Any]]) -> list[str]:
    """The words of each aside, all read in one go: each is moved to a line of its own."""
    said, operations = [], []
    for line, parts in enumerate(asides):
        said.append("")
        for at, (_, font, step) in enumerate(part for part in parts if part[2].kind == ASIDE):
            place = [FloatObject(number) for number in (1, 0, 0, 1, at * 1000, line * -100)]
            shown = step.operands[-1]
            show = ([shown], b"TJ" if isinstance(shown, ArrayObject | list) else b"Tj")
            operations += [([], b"BT"), (font, b"Tf"), (place, b"Tm"), show, ([], b"ET")]

    def read(words: str, _: Any, place: Any, *__: Any) -> None:
        said[round(-place[5] / 100)] += words

    stream.operations = operations
    page.extract_text(visitor_text=read)
    return said


def _whole(boxes: Iterable[Box]) -> Box:
    every = list(boxes)
    return Box(
        min(box.left for box in every),
        min(box.bottom for box in every),
        max(box.right for box in every),
        max(box.top for box in every),
    )


def _spot(box: Box, contents: bool, text: list[Box], apart: list[Box]) -> Spot:
    if contents:
        return Spot.CONTENTS
    if all(box.bottom >= other.top - 1 for other in text):
        return Spot.HEAD
    if all(box.top <= other.bottom + 1 for other in text):
        return Spot.FOOT
    if all(box.right < other.left for other in (*text, *apart)):
        return Spot.MARGIN
    return Spot.RAISED if any(_is_mark_of(box, other) for other in (*text, *apart)) else Spot.AMONG


def _begins(box: Box, words: list[Box]) -> bool:
    """Whether it stands where a line or a cell begins, and is no part of the word after it."""
    return all(
        other.right <= box.left - _APART if other.left < box.left else other.left >= box.right + _CLOSE
        for other in _on_its_line(box, words)
    )


def _on_its_line(box: Box, others: Iterable[Box]) -> Iterator[Box]:
    return (other for other in others if min(box.top, other.top) - max(box.bottom, other.bottom) > 1)


def _is_mark_of(box: Box, word: Box) -> bool:
    small = box.top - box.bottom < _SMALLER * (word.top - word.bottom)
    return small and box.bottom > word.bottom + 1 and -1 <= box.left - word.right <= _CLOSE
