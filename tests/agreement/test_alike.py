"""What is alike is one object, as long as it is kept; what is learned of it is learned once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from whereas.agreement import alike as room
from whereas.agreement.alike import alike, keep_alike, line_alike, once, once_each
from whereas.agreement.model import Paragraph, Provision
from whereas.agreement.runs import Text
from whereas.library.finding import Place


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    keep_alike(True)
    yield
    keep_alike(True)


def line(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def test_pieces_of_the_same_parts_are_one() -> None:
    runs, place, paragraph = line("Words."), Place("a.yaml", 3), Paragraph(line("More."))
    assert alike(Paragraph(runs, place)) is alike(Paragraph(runs, place))
    assert alike(Paragraph(runs, place)) is not alike(Paragraph(line("Words."), place))  # other parts, if equal ones
    first = alike(Provision((paragraph,), "a", place, number="1.1", scope=("Schedule 1",)))
    assert first is alike(Provision((paragraph,), "a", place, number="1.1", scope=("Schedule 1",)))
    for other in ({"number": "1.2"}, {"scope": ("Schedule 2",)}, {"level": 1}, {"anchor": "x"}, {"label": "b"}):
        given = {"label": "a", "place": place, "number": "1.1", "scope": ("Schedule 1",), **other}
        assert alike(Provision((paragraph,), **given)) == Provision((paragraph,), **given)  # type: ignore[arg-type]


def test_lines_that_say_the_same_are_one() -> None:
    assert line_alike(line("Words.")) is line_alike(line("Words."))
    assert line_alike(line("Words.")) != line_alike(line("Other words."))


def test_it_is_learned_once_of_the_very_same() -> None:
    asked = []

    @once
    def length(runs: tuple[Text, ...], own: str) -> int:
        asked.append(own)
        return len(runs[0].text)

    runs = line("Words.")
    assert [length(runs, "a"), length(runs, "a"), length(runs, "b"), length(line("Word"), "a")] == [6, 6, 6, 4]
    assert asked == ["a", "b", "a"]


def test_of_one_thing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    @once_each
    def length(runs: tuple[Text, ...]) -> int:
        asked.append(runs)
        return len(runs[0].text)

    one, other = line("Words."), line("Word")
    assert [length(one), length(one), length(other), length(one)] == [6, 6, 4, 6]
    assert asked == [one, other]
    monkeypatch.setattr(room, "_on", False)
    assert (length(one), len(asked)) == (6, 3)


@once
def _length(runs: tuple[Text, ...], own: str) -> int:
    return len(runs[0].text)


@once_each
def _words(runs: tuple[Text, ...]) -> str:
    return runs[0].text


def test_what_is_kept_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    for table in (room._pieces, *room._learned):
        monkeypatch.setattr(table, "most", 10)
    for number in range(100):
        assert line_alike(line(str(number))) == line(str(number))
        assert alike(Paragraph(line(str(number)))) == Paragraph(line(str(number)))
        assert (_length(line(str(number)), "a"), _words(line(str(number)))) == (len(str(number)), str(number))
    assert len(room._pieces) <= 20
    assert all(len(learned) <= 20 for learned in room._learned)


def test_what_is_asked_for_again_and_again_stays_and_what_is_not_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Text, ...]] = []

    @once
    def length(runs: tuple[Text, ...]) -> int:
        asked.append(runs)
        return len(runs[0].text)

    monkeypatch.setattr(room._learned[-1], "most", 10)
    often, *others = (line(f"{number} words") for number in range(100))
    for each in others:
        assert (length(often), length(each)) == (7, len(each[0].text))
    length(others[0])
    assert (asked.count(often), asked.count(others[0])) == (1, 2)


def test_nothing_is_kept_where_nothing_is_to_be() -> None:
    keep_alike(False)
    assert alike(Paragraph(())) is not alike(Paragraph(()))
    assert not room._pieces and not any(room._learned)
