"""The fonts that a PDF brings along, beside those of this machine: whether a letter looks like what it is read as.

What a program reads off a PDF is what a table in the file says of each letter, and what people see is a drawing in it:
a 4 that is drawn as a 9 reads as a 4. fontTools knows the drawings.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from whereas.pdf.letters import plain

Outline = list[tuple[str, tuple[Any, ...]]]
#: How far apart, in thousandths of the size, the same point may be in two files.
_SAME = 1
_UPRIGHT = (0.001, 0, 0, 0.001, 0, 0)


class NoFaceError(ValueError):
    """Raised for a font whose letters cannot be compared; says what is wrong with it."""


class Installed:
    """A font of this machine: how its letters are drawn, and what each of them says."""

    def __init__(self, file: str, number: int) -> None:
        from fontTools.ttLib import TTFont

        font = TTFont(file, fontNumber=number, lazy=True)
        self._names, self._drawn = font.getGlyphOrder(), font.getGlyphSet()
        self._scale = 1000 / font["head"].unitsPerEm
        # fonts in one file may have the same letters, each a part of them in its alphabet
        family = [TTFont(file, fontNumber=each, lazy=True) for each in range(getattr(font.reader, "numFonts", 1))]
        self._said: dict[str, set[str]] = {}
        for each in family if len(family) > 1 else [font]:
            for code, name in each.getBestCmap().items():
                self._said.setdefault(name, set()).add(plain(chr(code)))
        for usual, name in _substitutes(font):
            self._said.setdefault(name, set()).update(self._said.get(usual, ()))

    def outline(self, code: int) -> Outline:
        """How a letter is drawn."""
        return _outline(self._drawn[self._names[code]], self._scale) if code < len(self._names) else []

    def says(self, code: int, words: str) -> bool:
        """Whether a letter is the one that it is read as: by its place in the alphabet, or by its name (`f_f_i`)."""
        from fontTools.agl import toUnicode

        name = self._names[code] if code < len(self._names) else ""
        return words in self._said.get(name, set()) or words == plain(toUnicode(name))


def _substitutes(font: Any) -> Iterator[tuple[str, str]]:
    """Each letter that a font may set otherwise (figures of equal width), and what for it."""
    for lookup in font["GSUB"].table.LookupList.Lookup if "GSUB" in font else ():
        for part in lookup.SubTable:
            part = getattr(part, "ExtSubTable", part)
            if part.LookupType == 1:
                yield from part.mapping.items()


@lru_cache(maxsize=64)
def installed(name: str) -> Installed | None:
    """The font of a name (`LinLibertineO`) on this machine; None if it is not there."""
    try:
        command = ["fc-list", f":postscriptname={name}", "file", "index"]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    for line in sorted(found.splitlines()):
        file, _, number = line.rpartition(": :index=")
        if file and number.isdigit():
            return Installed(file, int(number) & 0xFFFF)
    return None


class Embedded:
    """A font in a PDF; raises NoFaceError for one that is not as TeX embeds them."""

    def __init__(self, font: Any) -> None:
        self.name = str(font.get("/BaseFont", "")).partition("+")[2].removesuffix("-Identity-H")
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else {}
        if font.get("/Encoding") != "/Identity-H" or inner.get("/CIDToGIDMap", "/Identity") != "/Identity":
            raise NoFaceError("of another kind than those that this project embeds")
        description = inner["/FontDescriptor"].get_object()
        if "/FontFile3" in description:
            self._drawn, self._scale = _drawings_of_cff(description["/FontFile3"].get_data())
        elif "/FontFile2" in description:
            self._drawn, self._scale = _drawings_of_truetype(description["/FontFile2"].get_data())
        else:
            raise NoFaceError("that is not in the PDF")

    def outline(self, code: int) -> Outline:
        """How a letter is drawn."""
        return _outline(self._drawn[code], self._scale) if code in self._drawn else []


def _drawings_of_cff(content: bytes) -> tuple[dict[int, Any], float]:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(content), None)
    top = fonts[0]
    parts = [getattr(each, "FontMatrix", None) for each in getattr(top, "FDArray", ())]
    if not hasattr(top, "ROS") or [*top.FontMatrix] != [*_UPRIGHT] or any(part is not None for part in parts):
        raise NoFaceError("of another kind than those that this project embeds")
    if len(set(top.charset)) < len(top.charset):
        raise NoFaceError("in which some letters are drawn twice")
    return {int(name[3:]): top.CharStrings[name] for name in top.charset if name.startswith("cid")}, 1.0


def _drawings_of_truetype(content: bytes) -> tuple[dict[int, Any], float]:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content))
    glyphs = font.getGlyphSet()
    return dict(enumerate(glyphs[name] for name in font.getGlyphOrder())), 1000 / font["head"].unitsPerEm


def _outline(glyph: Any, scale: float) -> Outline:
    from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen

    pen = DecomposingRecordingPen(glyph.glyphSet) if hasattr(glyph, "glyphSet") else RecordingPen()
    glyph.draw(pen)
    return [
        (step, tuple(tuple(part * scale for part in point) if point else point for point in points))
        for step, points in pen.value
    ]


def alike(one: Outline, other: Outline) -> bool:
    """Whether two drawings are one, but for how their numbers were rounded."""
    if [(step, len(points)) for step, points in one] != [(step, len(points)) for step, points in other]:
        return False
    places = zip(_places(one), _places(other), strict=True)
    return all(abs(a - b) < _SAME for a, b in places)


def _places(outline: Outline) -> Iterator[float]:
    return (part for _, points in outline for point in points if point for part in point)


def faults_of(face: Embedded, known: Installed, read: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Which letters of a font in a PDF are none of those that they are `read` as, or do not look it; and how so."""
    for code, words in sorted(read.items()):
        if not words:
            continue  # what is seen and not read is told elsewhere
        if not known.says(code, words):
            yield code, f"a letter is read as {words!r} and is another one"
        elif not alike(face.outline(code), known.outline(code)):
            yield code, f"the letter {words!r} does not look as it does in the font {face.name}"
