"""Counting: how far each parent has come in numbering what stands in it. The one place where a number is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from whereas.agreement.samples import Counted, Inserted, Sample, count, parse_sample, read_count, tail_order
from whereas.agreement.styles import Style


@dataclass(slots=True)
class Tally:
    """How far the numbers in the manner of each sample have come, and what was last put in by hand after the last."""

    used: dict[str, int] = field(default_factory=dict)
    tails: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Parent:
    """What provisions are being numbered in: its own number and counts, the levels below, and how far each has come.

    `labels` counts the schedules and parts in it; `attached` are the kinds of what it stands in that is attached.
    """

    levels: tuple[Sample, ...]
    counts: tuple[Counted, ...] = ()
    numbers: tuple[str, ...] = ()  # the cited number of this parent and of all it stands in, outermost first
    scope: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    labels: Tally = field(default_factory=Tally)
    positions: int = 0
    anchor: str = ""
    section: str = ""  # the anchor of the outermost section

    @property
    def level(self) -> int:
        """How deep it stands."""
        return len(self.counts)

    @property
    def number(self) -> str:
        """The number by which it is cited."""
        return self.numbers[-1] if self.numbers else ""

    def below(self, number: str, counted: Counted) -> Parent:
        """What a provision of this number in it is to its own provisions."""
        counts, numbers = (*self.counts, counted), (*self.numbers, number)
        return Parent(self.levels, counts, numbers, self.scope, self.attached, section=self.section)


class Tables:
    """How many tables have been counted: they count through a schedule, or the main part, as the style's numbers do."""

    def __init__(self, style: Style) -> None:
        """Take the style of their numbers."""
        self.style = style
        self.counted = dict[tuple[str, ...], int]()

    def next(self, scope: tuple[str, ...]) -> str:
        """The number of one more in a scope: "Table 1"."""
        scope = () if self.style.restart == "never" else scope
        self.counted[scope] = self.counted.get(scope, 0) + 1
        sample = parse_sample(self.style.table)
        return sample.word + sample.bare((self.counted[scope],), self.style.alphabet)


def next_count(
    tally: Tally, sample: Sample, above: tuple[Counted, ...], given: str | int, style: Style
) -> tuple[Counted, tuple[str, str]]:
    """Count one more in the manner of a sample, or what was `given` by hand; with what is wrong with that, and a hint.

    A number put in between others (14A) leaves theirs as they are: the next is 15.
    """
    key = sample.text
    last, tail = tally.used.get(key, 0), tally.tails.get(key, "")
    counted: Counted = last + 1
    wrong = ("", "")
    if given:
        try:
            counted = _read(given, sample, above, last, style.alphabet)
            if isinstance(counted, Inserted) and tail and tail_order(counted.tail) <= tail_order(tail):
                raise ValueError
        except ValueError:
            wrong = _out_of_order(given, sample, above, last, tail, style.alphabet)
    if isinstance(counted, int):
        tally.used[key] = counted
        tally.tails.pop(key, None)
    else:
        tally.tails[key] = counted.tail
    return counted, wrong


def _read(given: str | int, sample: Sample, above: tuple[Counted, ...], last: int, alphabet: str) -> Counted:
    """A number written by hand: with all that stands around it (Section 7.2A, (ba)), or without (2A, ba)."""
    if isinstance(given, int):
        if given <= last:
            raise ValueError
        return given
    text = given.strip().removeprefix(sample.word.strip()).strip().strip("()[].:")
    text = text.removeprefix(sample.head((*above, 0), alphabet))
    if not text.isalnum():
        raise ValueError
    return read_count(text, sample.counters[-1], last, alphabet)


def _out_of_order(
    given: str | int, sample: Sample, above: tuple[Counted, ...], last: int, tail: str, alphabet: str
) -> tuple[str, str]:
    """What to say of a number that cannot stand where it does, and which could."""

    def bare(counted: Counted) -> str:
        return sample.bare((*above, counted), alphabet)

    counter = sample.counters[-1]
    letters = "ab" if counter.startswith("a") else "AB"
    if tail:
        step = tail[-1].isascii() and tail[-1].isalpha() and tail[-1] not in "zZ"
        later = tail[:-1] + chr(ord(tail[-1]) + 1) if step else tail + letters[0]
        place, fitting = f"after {bare(Inserted(last, tail))}", [bare(Inserted(last, later))]
    elif last:
        place, fitting = f"after {bare(last)}", [bare(Inserted(last, letter)) for letter in letters]
    else:
        first = count(1, counter, alphabet)
        lead = "A" if counter.endswith("1") else "z" if first.islower() else "Z"
        place, fitting = f"before {bare(1)}", [bare(Inserted(0, lead + first))]
    if isinstance(given, int):
        hint = "a list goes on from the one before it: leave out `start`, or let it be a later number"
        return f"the number {bare(given)!r} cannot stand here, {place}", hint
    hint = f"what is put in {place} is numbered {', '.join(fitting)} and so on, and what follows keeps its number"
    return f"the number {given!r} cannot stand here, {place}", hint


def join_numbers(outer: str, inner: str, joiner: str) -> str:
    """7.2 and (b) are 7.2(b); 7 and a) are 7 a); A and 1 are A.1."""
    if not outer:
        return inner
    if not inner[:1].isalnum():
        return outer + joiner + inner
    return f"{outer} {inner}" if inner.endswith(")") else f"{outer}.{inner}"
