"""Words that stand elsewhere than in the order of the file are told; columns, marks and footnote signs are not."""

from __future__ import annotations

import pytest

from whereas.pdf.positions import Box
from whereas.pdf.reading_order import is_out_of_order


def word(x: float, y: float, wide: float = 20, high: float = 8) -> Box:
    """A word whose lower left corner is there."""
    return Box(x, y, x + wide, y + high)


LINES = [word(50, 700, 400), word(50, 686, 400), word(50, 672, 100)]
ROW = [word(50, 500), word(50, 488), word(200, 500), word(200, 488), word(350, 500)]
NEXT_ROW = [word(50, 470), word(200, 470), word(350, 470)]


@pytest.mark.parametrize(
    "words",
    [
        LINES,
        [word(50, 700), word(75, 700), word(96, 700)],
        [word(50, 700), word(69, 700)],  # slanted: reaches into the next
        [word(50, 700), word(70, 704, 4, 5), word(75, 700)],  # a mark of a footnote
        [word(50, 700), word(70, 704, 4, 5), word(70, 696, 4, 5), word(75, 700)],  # power and index
        [*ROW, *NEXT_ROW],
        [word(80, 700, 300), word(50, 686), word(80, 686, 300)],  # a number that hangs out
        [word(50, 300), word(50, 280), word(300, 300), word(300, 280), word(50, 200, 400)],  # two blocks of signatures
        [],
    ],
)
def test_what_is_read_in_its_order_is(words: list[Box]) -> None:
    assert not is_out_of_order(words)


@pytest.mark.parametrize(
    "words",
    [
        [LINES[1], LINES[0], LINES[2]],
        [LINES[0], LINES[2], LINES[1]],
        [LINES[1], LINES[2], LINES[0]],
        [word(75, 700), word(50, 700)],
        [word(50, 700), word(96, 700), word(75, 700)],
        [*ROW[2:4], *ROW[:2], ROW[4]],
        [*ROW[:2], ROW[3], ROW[2], ROW[4]],
        [*ROW, NEXT_ROW[0], NEXT_ROW[2], NEXT_ROW[1]],
        [*NEXT_ROW, *ROW],
        [word(50, 500), word(200, 470), word(350, 470), word(200, 500)],  # one cell with the one below it
    ],
)
def test_what_stands_in_another_order_is_told(words: list[Box]) -> None:
    assert is_out_of_order(words)


def test_what_runs_leftwards_may_come_in_any_order_on_its_line_alone() -> None:
    assert not is_out_of_order([word(75, 700), word(50, 700)], leftwards=True)
    assert is_out_of_order([LINES[1], LINES[0]], leftwards=True)


def _at(left: float, line: float, wide: float = 40, high: float = 8, low: float = 0) -> Box:
    """A word on a line, counted from the top."""
    bottom = 700 - 14 * line - low
    return Box(left, bottom, left + wide, bottom + high)


#: What is set one after the other, as an honest page has it.
HONEST = {
    "nothing": [],
    "a word": [_at(90, 0)],
    "words on a line": [_at(90, 0), _at(130, 0), _at(175, 0)],
    "words that touch": [_at(90, 0), _at(129.5, 0)],
    "lines": [_at(90, 0), _at(90, 1), _at(60, 2), _at(120, 3)],
    "a number and its text": [_at(90, 0, 10), _at(120, 0, 300), _at(120, 1, 300), _at(90, 2, 10), _at(120, 2)],
    "raised and lowered": [_at(90, 0), _at(130, 0, 3, 5, -4), _at(133, 0, 3, 5, 2), _at(136, 0)],
    "cells": [_at(90, 0), _at(200, 0), _at(90, 1), _at(200, 1)],
    "a cell of two lines": [_at(90, 0), _at(90, 1), _at(200, 0), _at(200, 1), _at(300, 0), _at(90, 2), _at(200, 2)],
    "a cell that is raised": [_at(90, 0), _at(90, 1), _at(90, 2), _at(200, -0.5), _at(200, 1.5), _at(300, 1)],
    "blocks side by side": [_at(90, 0), _at(90, 3), _at(300, 0), _at(300, 3)],
}
#: The same, moved about.
FORGED = {
    "lines swapped": [_at(90, 1), _at(90, 0)],
    "lines swapped, apart": [_at(90, 2), _at(90, 1), _at(90, 0)],
    "words swapped": [_at(150, 0), _at(90, 0)],
    "a word moved up": [_at(90, 0, 300), _at(90, 1, 300), _at(350, 0)],
    "a word moved far up": [_at(90, 5), _at(100, 0)],
    "prices swapped": [_at(90, 0), _at(200, 1), _at(90, 1), _at(200, 0)],
    "prices a row down": [_at(90, 0), _at(200, 1), _at(90, 1), _at(200, 2)],
    "numbers a provision down": [_at(90, 1, 10), _at(120, 0, 300), _at(90, 2, 10), _at(120, 1, 300)],
    "cells of a row swapped": [_at(90, 0), _at(300, 0), _at(200, 0)],
}


@pytest.mark.parametrize("words", HONEST.values(), ids=HONEST)
def test_what_was_set_in_order_is_read_so(words: list[Box]) -> None:
    assert not is_out_of_order(words)


@pytest.mark.parametrize("words", FORGED.values(), ids=FORGED)
def test_what_was_moved_is_told(words: list[Box]) -> None:
    assert is_out_of_order(words)
