"""What Word counts, level by level: a label by example as one level of a list, and what Word then prints."""

from __future__ import annotations

from dataclasses import dataclass, field

from whereas.agreement.samples import Sample, count

#: Word counts nine levels, and no more.
DEEPEST = 9
FORMATS = {
    "1": "decimal",
    "01": "decimalZero",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "aa": "lowerLetter",
    "AA": "upperLetter",
}
#: Before the first of a level that counts aa, bb, cc stand the 26 of a, b, c.
_LETTERS = 26


@dataclass(frozen=True)
class Level:
    """One level of a list: its label by example. `head` is what it repeats of those above where Word cannot count that.

    `legal` says that those above are shown in Arabic figures, whatever they have themselves.
    """

    sample: Sample
    depth: int
    head: str | None = None
    legal: bool = False

    @property
    def text(self) -> str:
        """The label as Word has it: `%1.%2`, without what is typed after it."""
        sample = self.sample
        first = self.depth - len(sample.counters) + 1
        if self.head is None:
            above = "".join(f"%{first + 1 + at}{separator}" for at, separator in enumerate(sample.separators))
        else:
            above = self.head.replace("%", "")
        return f"{sample.word}{sample.open}{above}%{self.depth + 1}{sample.close}{self.stop}"

    @property
    def stop(self) -> str:
        """What the label ends with, if citations leave it out: Word does that of full stops alone."""
        return self.sample.stop if self.sample.stop == "." else ""

    @property
    def typed(self) -> str:
        """What stands behind the label, and is no part of it for Word, so that no citation repeats it."""
        return "" if self.stop == self.sample.stop else self.sample.stop

    @property
    def format(self) -> str:
        """How Word calls its figures."""
        return FORMATS[self.sample.counters[-1]]

    def start(self, number: int) -> int:
        """What Word counts for the nth of it."""
        return number + (_LETTERS if len(self.sample.counters[-1]) == 2 and self.sample.counters[-1] != "01" else 0)

    @property
    def lowest(self) -> int:
        """The depth of the outermost level whose number it shows."""
        return self.depth if self.head is not None else self.depth - len(self.sample.counters) + 1


def level_of(sample: Sample, depth: int, above: tuple[Level, ...]) -> Level:
    """A level below others; where it shows them in other figures than theirs, in Arabic ones."""
    first = depth - len(sample.counters) + 1
    shown = sample.counters[:-1]
    own = [above[at].sample.counters[-1] if at < len(above) else "1" for at in range(first, depth)]
    legal = any(one != other for one, other in zip(shown, own, strict=True)) and {*shown} <= {"1"}
    return Level(sample, depth, None, legal and sample.counters[-1] in ("1", "01"))


def counted(number: int, counter: str) -> str:
    """What Word prints for the nth: as we do, but that z is always followed by aa, bb, cc."""
    return count(number, counter)


@dataclass
class Family:
    """A list of Word's: a name, its levels, and the styles that have them, by depth; and how far it has come."""

    name: str
    number: int  # of the abstract list, and of the list that its styles have
    levels: tuple[Level, ...]
    counts: list[int] = field(default_factory=lambda: [0] * DEEPEST)

    def head(self, level: Level, above: tuple[Level, ...]) -> str | None:
        """What Word prints of the levels above in a label; None where these have not begun."""
        shown = []
        for at, separator in zip(range(level.lowest, level.depth), level.sample.separators, strict=True):
            if not self.counts[at]:
                return None
            figures = "1" if level.legal else above[at].sample.counters[-1]
            shown.append(counted(self.counts[at], figures) + separator)
        return "".join(shown)
