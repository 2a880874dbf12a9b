"""What a Word file has besides its text: bookmarks, relationships, pictures, footnotes; filled as it is written."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from whereas.paper.sheet import Sheet
from whereas.word.house import NO_HOUSE, House
from whereas.word.numbers import Label, Numbers
from whereas.word.page import Page, page_of
from whereas.word.xml import bookmark, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: As long as the name of a bookmark may be.
_LONGEST = 40
#: As much of a value's name stands in its bookmark's.
_VALUE = 28


@dataclass(frozen=True)
class Relationship:
    """What a part leads to: another part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool = False

    def xml(self) -> str:
        """The element in the part of relationships."""
        mode = ' TargetMode="External"' if self.outside else ""
        target = escape(self.target)
        return f'<Relationship Id="{self.id}" Type="{_OFFICE}/{self.kind}" Target="{target}"{mode}/>'


@dataclass(frozen=True)
class Marked:
    """A bookmark and what stands in it: the anchor of a provision, or the name of a value."""

    bookmark: str
    anchor: str = ""
    value: str = ""


@dataclass
class Parts:
    """The parts of one file while its text is written."""

    sheet: Sheet
    numbers: Numbers
    house: House = NO_HOUSE
    logo: Path | None = None
    titles: dict[str, str] = field(default_factory=dict)  # of what can be cited by its title, by anchor
    titled: frozenset[str] = frozenset()  # what is cited by its title
    noted: frozenset[str] = frozenset()  # whose titles have notes or formulas in them, which no field may repeat
    relationships: list[Relationship] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    written: list[str] = field(default_factory=list)  # citations that Word cannot work out
    _ids: int = 0
    _times: dict[str, int] = field(default_factory=dict)  # how often a value has been printed

    @cached_property
    def page(self) -> Page:
        """Paper and margins."""
        return page_of(self.sheet, self.house.page)

    def label(self, anchor: str) -> Label | None:
        """The label of an anchor, if it has one."""
        return self.numbers.labels.get(anchor)

    def next_id(self) -> int:
        """A number for a bookmark or drawing that no other has."""
        self._ids += 1
        return self._ids

    def name(self, anchor: str) -> str:
        """The name of the hidden bookmark of an anchor: the same in every build, at most 40 characters."""
        plain = re.sub(r"\W", "_", anchor, flags=re.ASCII)
        name = f"_Wh_{plain}"
        if len(name) > _LONGEST or "_" in anchor or not re.fullmatch(r"[a-z0-9-]+", anchor):
            mark = hashlib.sha256(anchor.encode()).hexdigest()[:8]
            name = f"_Wh_{plain[: _LONGEST - 13]}_{mark}"
        return name

    def anchored(self, anchor: str, content: str) -> str:
        """Runs in the bookmark of an anchor."""
        name = self.name(anchor)
        self.marked.append(Marked(name, anchor=anchor))
        return bookmark(self.next_id(), name, content)

    def valued(self, name: str, content: str) -> str:
        """Runs in the bookmark of a value."""
        plain = re.sub(r"\W", "_", name, flags=re.ASCII)[:_VALUE]
        times = self._times[plain.casefold()] = self._times.get(plain.casefold(), 0) + 1
        mark = f"_WhV_{plain}_{times}"
        self.marked.append(Marked(mark, value=name))
        return bookmark(self.next_id(), mark, content)

    def leads_to(self, kind: str, target: str, outside: bool = False) -> str:
        """The id of a relationship of the text; the same for the same target."""
        for each in self.relationships:
            if (each.kind, each.target, each.outside) == (kind, target, outside):
                return each.id
        made = Relationship(f"rId{100 + len(self.relationships)}", kind, target, outside)
        self.relationships.append(made)
        return made.id
