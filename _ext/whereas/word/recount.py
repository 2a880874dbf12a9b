"""The labels of a Word file's paragraphs, counted as Word does (ECMA-376 part 1, 17.9), whoever wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from whereas.agreement.samples import count
from whereas.word.archive import Archive, Element, W, is_on, value

_FORMATS = {
    "decimal": "1",
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_DEPTHS = 9
#: As far as Word counts.
_HIGHEST = 32767


@dataclass(frozen=True)
class Level:
    """One w:lvl: how it counts, from where, what it prints, and after which levels it begins anew."""

    format: str
    start: int
    text: str
    is_legal: bool
    restart: int
    run: Element = field(default=None, compare=False)

    @classmethod
    def of(cls, element: Element, depth: int) -> Level:
        """Read it."""
        return cls(
            value(element, "numFmt", "decimal"),
            int(value(element, "start", "0")),
            value(element, "lvlText"),
            is_on(element, "isLgl"),
            int(value(element, "lvlRestart", str(depth))),
            element.find(f"{W}rPr"),
        )


@dataclass
class Counted:
    """The label of a paragraph: what it prints, at which depth, and that around it."""

    label: str
    depth: int
    shown: int  # the outermost level that it shows
    around: Counted | None
    level: Level

    @property
    def bare(self) -> str:
        """What a citation prints of it: without full stops at the end."""
        return self.label.rstrip(".")

    @property
    def full(self) -> str:
        """The label in full context."""
        around = self.around
        while around and around.depth >= self.shown:
            around = around.around
        return (around.full if around else "") + self.bare


@dataclass
class _State:
    counts: list[int] = field(default_factory=lambda: [0] * _DEPTHS)
    last: list[Counted | None] = field(default_factory=lambda: [None] * _DEPTHS)


class Lists:
    """The lists of a file; `next` counts its paragraphs, one after the other."""

    def __init__(self, archive: Archive) -> None:
        """Read lists and styles; a file without lists has no labels."""
        self.levels: dict[str, dict[int, Level]] = {}
        self.linked: dict[tuple[str, str], int] = {}  # abstract list and style to level
        self.nums: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = {}
        self.styles: dict[str, Element] = {}
        self._states: dict[str, _State] = {}
        self._begun: set[tuple[str, int]] = set()
        if name := archive.part("styles"):
            self.styles = {each.get(f"{W}styleId"): each for each in archive.tree(name).iter(f"{W}style")}
        if name := archive.part("numbering"):
            self._read(archive.tree(name))

    def _read(self, numbering: Element) -> None:
        for each in numbering.iter(f"{W}abstractNum"):
            abstract = each.get(f"{W}abstractNumId")
            self.levels[abstract] = {}
            for element in each.iter(f"{W}lvl"):
                depth = int(element.get(f"{W}ilvl"))
                self.levels[abstract][depth] = Level.of(element, depth)
                if style := value(element, "pStyle"):
                    self.linked[abstract, style] = depth
        for each in numbering.iter(f"{W}num"):
            starts, levels = {}, {}
            for override in each.iter(f"{W}lvlOverride"):
                depth = int(override.get(f"{W}ilvl"))
                if start := value(override, "startOverride"):
                    starts[depth] = int(start)
                if (own := override.find(f"{W}lvl")) is not None:
                    levels[depth] = Level.of(own, depth)
            self.nums[each.get(f"{W}numId")] = value(each, "abstractNumId"), starts, levels

    def chain(self, style: str) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        found: list[Element] = []
        while style in self.styles and self.styles[style] not in found:
            found.append(self.styles[style])
            style = value(self.styles[style], "basedOn")
        return found

    def place(self, paragraph: Element, style: str) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else those of its style; "" for none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None and (num := value(own, "numId")):
            return num if num in self.nums else "", int(value(own, "ilvl", "0"))
        for each in self.chain(style):
            if num := value(each, "pPr/numPr/numId"):
                if num not in self.nums:
                    return "", 0
                linked = self.linked.get((self.nums[num][0], each.get(f"{W}styleId")))
                depth = int(value(own, "ilvl", "0")) if own is not None else linked
                return num, int(value(each, "pPr/numPr/ilvl", "0")) if depth is None else depth
        return "", 0

    def next(self, paragraph: Element, style: str) -> Counted | None:
        """The label of the next paragraph; None for one without."""
        num, depth = self.place(paragraph, style)
        if not num or not 0 <= depth < _DEPTHS:
            return None
        abstract, starts, own = self.nums[num]
        known = {**self.levels.get(abstract, {}), **own}
        if depth not in known:
            return None
        state = self._states.setdefault(abstract, _State())
        if depth in starts and (num, depth) not in self._begun:
            state.counts[depth] = starts[depth] - 1
            self._begun.add((num, depth))
        elif not state.counts[depth]:
            state.counts[depth] = known[depth].start - 1
        state.counts[depth] += 1
        for deeper in range(depth + 1, _DEPTHS):
            if deeper not in known or depth < known[deeper].restart:
                state.counts[deeper] = 0
        if known[depth].format == "bullet":
            return Counted("•", depth, depth, None, known[depth])
        shown = [int(each) - 1 for each in re.findall(r"%([1-9])", known[depth].text)]
        around = next((each for each in reversed(state.last[:depth]) if each), None)
        found = Counted(_printed(known, depth, state.counts), depth, min(shown, default=depth), around, known[depth])
        state.last[depth:] = [found, *[None] * (_DEPTHS - 1 - depth)]
        return found


def _printed(known: dict[int, Level], depth: int, counts: list[int]) -> str:
    own = known[depth]

    def figure(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if at not in known:
            return ""
        format = known[at].format
        if own.is_legal and format != "decimalZero":
            format = "decimal"
        number = counts[at] or known[at].start
        if format == "none":
            return ""
        is_known = format in _FORMATS and 0 <= number <= _HIGHEST
        return count(number, _FORMATS[format]) if is_known else f"[{format} {number}]"

    return re.sub(r"%([1-9])", figure, own.text)
