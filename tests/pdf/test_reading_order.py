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
