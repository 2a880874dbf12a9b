"""Every label of an agreement as Word counts it: which list, which level, where a list begins anew.

Word's rules (ECMA-376 part 1, 17.9) are followed label by label, in reading order; where they would print another
label than ours, the paragraph gets a list that goes on counting in the same abstract list, with that level in another
form or begun anew. What Word cannot count (14A; aa, ab) is typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whereas.agreement.samples import Sample, count
from whereas.agreement.styles import Style
from whereas.word.levels import DEEPEST, Family, Level, counted, level_of

#: How far a count is looked for.
_MOST = 4000


@dataclass(frozen=True)
class Num:
    """A list that counts in a family; by depth, its levels of another form, and where it begins."""

    number: int
    family: str
    levels: tuple[Level, ...] = ()
    start: tuple[int, int] | None = None  # depth, number of ours

    def level(self, family: Family, depth: int) -> Level | None:
        """The level of a depth as this list has it."""
        own = next((level for level in self.levels if level.depth == depth), None)
        return own or (family.levels[depth] if depth < len(family.levels) else None)


@dataclass(frozen=True)
class Label:
    """The label of one provision: its list (None if it is typed), its depth, what it prints, and that around it.

    `is_run_in` if it stands within a line, `is_heading` if it is that of a section.
    """

    anchor: str
    marker: str
    num: Num | None
    depth: int
    parent: Label | None = None
    level: Level | None = None
    is_run_in: bool = False
    is_heading: bool = False
    family: str = ""

    @property
    def typed(self) -> str:
        """What is typed behind Word's label, or all of a label that Word does not count."""
        return self.marker if self.num is None else self.level.typed if self.level else ""

    @property
    def own(self) -> str:
        """What `REF \\n` prints: the label without full stops at its end."""
        label = self.marker.removesuffix(self.level.typed) if self.level else self.marker
        return label.rstrip(".")

    @property
    def full(self) -> str:
        """What `REF \\w` prints: the label in full context; nothing where Word's would be another than ours."""
        if self.num is None or self.level is None:
            return ""
        if self.level.head is not None:
            return self.own if self.depth == 0 else ""
        if self.level.lowest <= 0 or self.parent is None:
            return self.own
        around: Label | None = self.parent
        while around and around.depth >= self.level.lowest:
            around = around.parent
        if around is None:
            return self.own
        return around.full and around.full + self.own

    @property
    def has_stops(self) -> bool:
        """Whether its full context has a label that ends with a full stop: LibreOffice would print that, "1.(a)"."""
        around = self.parent if self.full != self.own else None
        return around is not None and (bool(around.level and around.level.stop) or around.has_stops)

    @property
    def figure(self) -> tuple[str, str]:
        """What Word prints of it without words and brackets, and the field for it; nothing where it cannot.

        `\\t` prints "1.01" of "Section 1.01"; a picture of a number prints the 2 of "(2)" and "§ 2", which for Word may
        be less than nothing in brackets: both halves of the picture are the same.
        """
        if self.num is None or self.level is None:
            return "", ""
        figure = self.own.removeprefix(self.level.sample.word)
        if self.level.sample.word.strip().isalpha() and re.fullmatch(r"[\d.]+", figure):
            return figure, "REF {} \\n \\t \\h"
        found = re.fullmatch(r"[^\w]*(?:[^\W\d_]+\.?\s*)?[^\w]*([1-9]\d*)[^\w]*", self.own)
        return (found[1], 'REF {} \\n \\h \\# "0;0"') if found and found[1] != self.own else ("", "")


@dataclass
class _State:
    """How far a family has come: the list and the label of each depth."""

    nums: list[Num | None] = field(default_factory=lambda: [None] * DEEPEST)
    labels: list[Label | None] = field(default_factory=lambda: [None] * DEEPEST)
    is_used: bool = False
    begins: bool = False


class Numbers:
    """The lists of one document, filled label by label in reading order."""

    def __init__(self, style: Style) -> None:
        """Begin with no list."""
        self.style = style
        self.families: dict[str, Family] = {}
        self.nums: list[Num] = []
        self.labels: dict[str, Label] = {}
        self._states: dict[str, _State] = {}
        self._there: dict[tuple[str, int], set[bool]] = {}  # whether headings, and others, are counted at a depth

    def family(self, name: str, samples: Sequence[Sample]) -> Family:
        """A list by its name, with these levels."""
        if name not in self.families:
            levels: list[Level] = []
            for depth, sample in enumerate(samples[:DEEPEST]):
                levels.append(level_of(sample, depth, tuple(levels)))
            self.families[name] = Family(name, len(self.families) + 1, tuple(levels))
            self._states[name] = _State()
        return self.families[name]

    def base(self, family: Family) -> Num:
        """The list that the styles of a family have."""
        return Num(family.number, family.name)

    def begin(self, family: Family) -> None:
        """What comes next in a family is counted from the beginning."""
        state = self._states[family.name]
        family.counts = [0] * DEEPEST
        self._states[family.name] = _State(is_used=state.is_used, begins=state.is_used)

    def place(self, family: Family, anchor: str, depth: int, sample: Sample, marker: str, heads: bool = False) -> Label:
        """The next label of a family; it `heads` a section."""
        state = self._states[family.name]
        parent = next((label for label in reversed(state.labels[:depth]) if label), None)
        for deeper in range(depth + 1, DEEPEST):
            state.nums[deeper], state.labels[deeper] = None, None
        label = self._counted(family, state, anchor, depth, sample, marker, parent)
        label = replace(label or Label(anchor, marker, None, depth, parent), is_heading=heads, family=family.name)
        state.labels[depth] = label
        return self.note(label)

    def heads(self, family: str, depth: int) -> bool:
        """Whether the style of headings is the one that counts at a depth: where there are headings alone, or first."""
        there = self._there.get((family, depth), set())
        return True in there and (depth == 0 or False not in there)

    def note(self, label: Label) -> Label:
        """Remember a label, which others cite."""
        self.labels[label.anchor] = label
        if label.num:
            self._there.setdefault((label.family, label.depth), set()).add(label.is_heading)
        return label

    def _counted(
        self,
        family: Family,
        state: _State,
        anchor: str,
        depth: int,
        sample: Sample,
        marker: str,
        parent: Label | None,
    ) -> Label | None:
        """A label that Word counts; None if it cannot."""
        around = next((num for num in reversed(state.nums[:depth]) if num), None) or self.base(family)
        now = state.nums[depth] or around
        above = tuple(now.level(family, at) or family.levels[0] for at in range(depth))
        level = level_of(sample, depth, above)
        bare = marker.removeprefix(sample.word).removesuffix(sample.stop)
        bare = bare.removeprefix(sample.open).removesuffix(sample.close)
        head = family.head(level, above)
        if head is None or not bare.startswith(head):
            level = Level(sample, depth, re.sub(r"[^.\-/]*$", "", bare))
            head = level.head or ""
        number = self._number(bare[len(head) :], sample.counters[-1], family.counts[depth] + 1)
        if not number:
            return None
        starts = state.begins or number != family.counts[depth] + 1
        if starts or level != now.level(family, depth):
            kept = tuple(each for each in around.levels if each.depth != depth)
            own = (level,) if level != around.level(family, depth) else ()
            now = self._num(family, (*kept, *own), (depth, number) if starts else None)
        family.counts[depth:] = [number, *[0] * (DEEPEST - depth - 1)]  # those below begin anew
        state.nums[depth], state.begins, state.is_used = now, False, True
        return Label(anchor, marker, now, depth, parent, level)

    def _number(self, own: str, counter: str, likely: int) -> int:
        """The how-manieth a number is, if Word prints it so; 0 for none."""
        for number in (likely, *range(1, _MOST)):
            if counted(number, counter) == own:
                return number if count(number, counter, self.style.alphabet) == own else 0
        return 0

    def _num(self, family: Family, levels: tuple[Level, ...], start: tuple[int, int] | None) -> Num:
        """A list of this form; one that begins anew is always a new one."""
        if not start:
            if not levels:
                return self.base(family)
            known = (each for each in self.nums if (each.family, each.levels) == (family.name, levels))
            if found := next((each for each in known if not each.start), None):
                return found
        made = Num(100 + len(self.nums), family.name, levels, start)
        self.nums.append(made)
        return made
