"""Word files, read back by Word's rules: how ECMA-376 part 1 counts paragraphs (17.9) and works out fields (17.16.5).

Nothing here is of the package: it is a counter of its own, which knows the standard and no agreement.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = ElementTree.Element


def letters(number: int) -> str:
    """a to z, then aa, bb, cc."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    said = ""
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
    for value, sign in pairs:
        said += sign * (number // value)
        number %= value
    return said


FORMATS = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}


def value(parent: Element | None, path: str, otherwise: str = "") -> str:
    """The w:val of an element below another."""
    found = parent.find("/".join(f"{W}{name}" for name in path.split("/"))) if parent is not None else None
    return otherwise if found is None else found.get(f"{W}val", "true")


@dataclass
class Level:
    """One w:lvl."""

    format: str
    start: int
    text: str
    legal: bool

    @classmethod
    def of(cls, element: Element) -> Level:
        """Read it."""
        legal = element.find(f"{W}isLgl") is not None
        return cls(value(element, "numFmt"), int(value(element, "start", "1")), value(element, "lvlText"), legal)


@dataclass
class Line:
    """One paragraph: its label as Word counts it, its words with fields worked out, where it stands in its list."""

    style: str
    label: str = ""
    text: str = ""
    level: int = -1
    num: int = 0
    shown: int = 0  # the outermost level that its label shows
    around: Line | None = None
    element: Element = field(default_factory=lambda: Element("none"), repr=False)

    @property
    def bare(self) -> str:
        """What REF prints of it: without full stops at the end."""
        return self.label.rstrip(".")

    @property
    def full(self) -> str:
        """Its label in full context."""
        around = self.around
        while around and around.level >= self.shown:
            around = around.around
        return (around.full if around else "") + self.bare


class Opened:
    """A Word file: its parts, its paragraphs counted, its fields worked out anew."""

    def __init__(self, path: Path | bytes) -> None:
        """Read a file."""
        import io

        with zipfile.ZipFile(io.BytesIO(path) if isinstance(path, bytes) else path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = ElementTree.fromstring(self.parts["word/document.xml"])
        self._lists()
        self._styles()
        self.lines: list[Line] = []
        self.bookmarks: dict[str, Line] = {}
        self.marked: dict[str, list[Element]] = {}
        self._count()
        self._mark()
        for line in self.lines:
            line.text = self._text(line.element)

    # ---- lists

    def _lists(self) -> None:
        numbering = ElementTree.fromstring(self.parts["word/numbering.xml"])
        self.abstract: dict[int, dict[int, Level]] = {}
        self.linked: dict[str, int] = {}  # style to its level
        for each in numbering.iter(f"{W}abstractNum"):
            levels = self.abstract[int(each.get(f"{W}abstractNumId", ""))] = {}
            for level in each.iter(f"{W}lvl"):
                depth = int(level.get(f"{W}ilvl", ""))
                levels[depth] = Level.of(level)
                if style := value(level, "pStyle"):
                    assert style not in self.linked, f"two levels have the style {style}"
                    self.linked[style] = depth
        self.nums: dict[int, tuple[int, dict[int, int], dict[int, Level]]] = {}
        for each in numbering.iter(f"{W}num"):
            starts, levels = {}, {}
            for override in each.iter(f"{W}lvlOverride"):
                depth = int(override.get(f"{W}ilvl", ""))
                if start := value(override, "startOverride"):
                    starts[depth] = int(start)
                if (own := override.find(f"{W}lvl")) is not None:
                    levels[depth] = Level.of(own)
            number = int(each.get(f"{W}numId", ""))
            assert number not in self.nums
            self.nums[number] = int(value(each, "abstractNumId")), starts, levels

    def _styles(self) -> None:
        styles = ElementTree.fromstring(self.parts["word/styles.xml"])
        self.styles = {each.get(f"{W}styleId", ""): each for each in styles.iter(f"{W}style")}

    def _numbered(self, properties: Element | None, style: str) -> tuple[int, int]:
        """List and level of a paragraph: its own, else those of its style."""
        if properties is not None and properties.find(f"{W}numPr") is not None:
            return int(value(properties, "numPr/numId", "0")), int(value(properties, "numPr/ilvl", "0"))
        own = self.styles[style].find(f"{W}pPr") if style in self.styles else None
        return int(value(own, "numPr/numId", "0")), self.linked.get(style, 0)

    def _count(self) -> None:
        counts: dict[int, list[int]] = {}
        begun: set[tuple[int, int]] = set()
        last: dict[int, list[Line | None]] = {}
        for element in self.document.iter(f"{W}p"):
            properties = element.find(f"{W}pPr")
            style = value(properties, "pStyle", "Normal")
            line = Line(style, element=element)
            self.lines.append(line)
            line.num, level = self._numbered(properties, style)
            if not line.num:
                continue
            abstract, starts, levels = self.nums[line.num]
            known = {**self.abstract[abstract], **levels}
            now = counts.setdefault(abstract, [0] * 9)
            around = last.setdefault(abstract, [None] * 9)
            if level in starts and (line.num, level) not in begun:
                now[level] = starts[level] - 1
                begun.add((line.num, level))
            elif not now[level]:
                now[level] = known[level].start - 1
            now[level] += 1
            now[level + 1 :] = [0] * (8 - level)
            if known[level].format == "bullet":
                continue
            line.level, line.label = level, self._label(known, level, now)
            shown = [int(each) - 1 for each in re.findall(r"%(\d)", known[level].text)]
            line.shown = min(shown, default=level)
            line.around = next((each for each in reversed(around[:level]) if each), None)
            around[level:] = [line, *[None] * (8 - level)]

    def _label(self, known: dict[int, Level], level: int, now: list[int]) -> str:
        own = known[level]

        def figure(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            number = now[at] or known[at].start
            format = "decimal" if own.legal and known[at].format != "decimalZero" else known[at].format
            return str(FORMATS[format](number))  # type: ignore[operator]

        return re.sub(r"%(\d)", figure, own.text)

    # ---- fields

    def _mark(self) -> None:
        names: dict[str, str] = {}
        open_: dict[str, list[Element]] = {}
        for line in self.lines:
            for each in line.element.iter():
                if each.tag == f"{W}bookmarkStart":
                    name, id = each.get(f"{W}name", ""), each.get(f"{W}id", "")
                    assert name.casefold() not in {known.casefold() for known in self.bookmarks}, name
                    assert id not in names
                    names[id], self.bookmarks[name] = name, line
                    open_[id] = self.marked[name] = []
                elif each.tag == f"{W}bookmarkEnd":
                    del open_[each.get(f"{W}id", "")]
                elif each.tag == f"{W}r":
                    for content in open_.values():
                        content.append(each)
        assert not open_

    def _text(self, element: Element) -> str:
        return self._said(element.iter(f"{W}r"))

    def _said(self, runs: Iterator[Element] | list[Element]) -> str:
        """Words of runs, fields worked out."""
        said, code, inside = [], "", ""
        for run in runs:
            for each in run:
                if each.tag == f"{W}fldChar":
                    inside = each.get(f"{W}fldCharType", "")
                    if inside == "begin":
                        code = ""
                    elif inside == "separate":
                        said.append(self.field(code))
                    else:
                        inside = ""
                elif each.tag == f"{W}instrText":
                    code += each.text or ""
                elif inside != "separate":
                    said.append(_words(each))
        return "".join(said)

    def field(self, code: str) -> str:
        """What a field prints."""
        kind, name, *switches = code.split()
        assert kind in ("REF", "PAGEREF", "NOTEREF"), code
        assert name in self.bookmarks, f"{code} leads nowhere"
        line = self.bookmarks[name]
        if kind == "PAGEREF":
            return ""
        if "\\w" not in switches and "\\n" not in switches:
            return self._said(self.marked[name])
        assert line.label, f"{code} leads to what has no number"
        said = line.full if "\\w" in switches else line.bare
        if "\\#" in switches:  # a picture of a number: whatever else is there is no number
            return re.sub(r"\D", "", said)
        return re.sub(r"[^\d.\-()]", "", said) if "\\t" in switches else said

    def said(self, name: str) -> str:
        """What stands in a bookmark."""
        return self._said(self.marked[name])

    def codes(self) -> list[str]:
        """The codes of all fields of the text."""
        return [each.text or "" for each in self.document.iter(f"{W}instrText")]


def _words(element: Element) -> str:
    match element.tag.removeprefix(W):
        case "t":
            return element.text or ""
        case "tab" | "br":
            return " "
        case "footnoteReference":
            return element.get(f"{W}id", "")
        case "softHyphen":
            return "\xad"
        case "noBreakHyphen":
            return "\u2011"
    return ""
