"""Where things are on a page: its words, and what someone has laid over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, corners: Iterable[Any]) -> Box:
        """The box between two corners, whichever they are."""
        x0, y0, x1, y1 = map(float, corners)
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def covers(self, other: Box) -> bool:
        """Whether it lies over some of the other; that their edges touch is nothing."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > 1 and high > 1


@dataclass(frozen=True)
class Mark:
    """What lies over a page: what `kind` of thing, and where. An electronic signature has the name of its `field`."""

    kind: str
    box: Box
    field: str = ""
    over: bool = False  # over words where nobody is to sign


#: What people call an annotation whose name in PDF is another word.
_CALLED = {"Text": "note", "FreeText": "text box", "Square": "rectangle", "Ink": "pen mark", "Widget": "form field"}


def marks_of(page: Any) -> Iterator[Mark]:
    """What lies over a page besides links: notes, stamps, text written upon it, fields, signatures that are shown."""
    for annotation in page.get("/Annots") or ():
        found = annotation.get_object()
        kind = str(found.get("/Subtype", "")).removeprefix("/")
        box = Box.of(found.get("/Rect", (0, 0, 0, 0)))
        shown = _is_shown(found)
        if is_signature(found):
            if _inherited(found, "/V") is not None:
                yield Mark("signature", box if shown else Box(0, 0, 0, 0), _field(found))
            elif shown:
                yield Mark("field that nobody has signed", box)
        elif kind != "Link" or shown:
            yield Mark(_CALLED.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower(), box)


def is_signature(annotation: Any) -> bool:
    """Whether it is the place of an electronic signature, made or not."""
    return bool(annotation.get("/Subtype") == "/Widget") and bool(_inherited(annotation, "/FT") == "/Sig")


def _is_shown(annotation: Any) -> bool:
    """Whether it has a look of its own, and something in that."""
    look = (annotation.get("/AP") or {}).get("/N")
    look = look.get_object() if look is not None else None
    if look is None:
        return False
    return not hasattr(look, "get_data") or bool(look.get_data().strip())


def _inherited(field: Any, key: str) -> Any:
    """A property of a field, or of one that it is a part of."""
    seen = 0
    while field is not None and seen < 32:
        if key in field:
            return field[key]
        field, seen = field.get("/Parent") and field["/Parent"].get_object(), seen + 1
    return None


def _field(widget: Any) -> str:
    """The whole name of a field."""
    names: list[str] = []
    while widget is not None and len(names) < 32:
        names[:0] = [str(widget["/T"])] if "/T" in widget else []
        widget = widget.get("/Parent") and widget["/Parent"].get_object()
    return ".".join(names)


# ---- where words are ------------------------------------------------------------------------------------------------


def words_in(operations: Iterable[tuple[Any, bytes, bool]], fonts: Any) -> Iterator[Box]:
    """The boxes of what a page shows, of those operations that are flagged; `fonts` are those of its resources."""
    setting = Setting(fonts)
    for operands, operator, wanted in operations:
        box = setting.follow(operands, operator)
        if box and wanted:
            yield box


class Setting:
    """How far the reading of a page has come: where it sets, in which font, how large and how wide."""

    def __init__(self, fonts: Any) -> None:
        self.fonts = fonts
        self.page = self.line = self.text = _UNIT
        self.font, self.size, self.leading = _Font({}, 0, 1), 0.0, 0.0
        self.stretch, self.spacing, self.rise = 1.0, 0.0, 0.0
        self._kept: list[tuple[Any, ...]] = []

    @property
    def square(self) -> float:
        """The square points that a letter as wide as high takes of the page."""
        a, b, c, d, _, _ = times(self.text, self.page)
        return abs((a * d - b * c) * self.size * self.size * self.stretch)

    @property
    def upright(self) -> bool:
        """Whether letters stand as one reads them, slanted at most, and neither turned nor seen from behind."""
        a, b, c, d, _, _ = times(self.text, self.page)
        along, up = a * self.size * self.stretch, d * self.size
        return along > 0 and up > 0 and abs(b * self.size * self.stretch) < along / 4 and abs(c * self.size) < up / 2

    def follow(self, operands: Any, operator: bytes) -> Box | None:
        """Do what an operation says; of one that shows text, the box."""
        match operator:
            case b"q":
                self._kept.append((self.page, self.font, self.size, self.stretch, self.spacing, self.rise))
            case b"Q" if self._kept:
                self.page, self.font, self.size, self.stretch, self.spacing, self.rise = self._kept.pop()
            case b"cm":
                self.page = times(matrix(operands), self.page)
            case b"BT":
                self.line = self.text = _UNIT
            case b"Tf":
                self.font, self.size = _Font.of(self.fonts, operands[0]), float(operands[1])
            case b"TL":
                self.leading = float(operands[0])
            case b"Tz":
                self.stretch = float(operands[0]) / 100
            case b"Tc":
                self.spacing = float(operands[0])
            case b"Ts":
                self.rise = float(operands[0])
            case b"Tm":
                self.line = self.text = matrix(operands)
            case b"Td" | b"TD":
                self.leading = -float(operands[1]) if operator == b"TD" else self.leading
                self._move(float(operands[0]), float(operands[1]))
            case b"T*":
                self._move(0, -self.leading)
            case b"Tj" | b"TJ" | b"'" | b'"':
                if operator in (b"'", b'"'):
                    self._move(0, -self.leading)
                return self._show(operands[-1])
        return None

    def _move(self, x: float, y: float) -> None:
        self.line = self.text = times((1, 0, 0, 1, x, y), self.line)

    def _show(self, shown: Any) -> Box:
        """Set what is shown, and give its box: from a little below the line to the height of capitals."""
        width = 0.0
        for part in shown if isinstance(shown, ArrayObject | list) else [shown]:
            if isinstance(part, bytes | str):
                letters, wide = self.font.measure(part)
                width += wide * self.size / 1000 + letters * self.spacing
            else:
                width -= float(part) * self.size / 1000
        width *= self.stretch
        low, high = self.rise - 0.15 * self.size, self.rise + 0.65 * self.size
        box = around(times(self.text, self.page), (0, low), (width, high))
        self.text = times((1, 0, 0, 1, width, 0), self.text)
        return box


@dataclass(frozen=True)
class _Font:
    """The widths of a font's characters, in thousandths; of others it is the same one. A code has so many bytes."""

    widths: dict[int, float]
    other: float
    bytes: int

    @classmethod
    def of(cls, fonts: Any, name: Any) -> _Font:
        font: Any = fonts[name].get_object() if name in fonts else DictionaryObject()
        if "/DescendantFonts" not in font:
            first = int(font.get("/FirstChar", 0))
            return cls({first + n: float(width) for n, width in enumerate(font.get("/Widths", ()))}, 500, 1)
        inner = font["/DescendantFonts"][0].get_object()
        widths: dict[int, float] = {}
        given = [each.get_object() for each in inner.get("/W", ())]
        while given:
            first = int(given.pop(0))
            if isinstance(given[0], list):
                widths |= {first + n: float(width) for n, width in enumerate(given.pop(0))}
            else:
                last, width = int(given.pop(0)), float(given.pop(0))
                widths |= dict.fromkeys(range(first, last + 1), width)
        return cls(widths, float(inner.get("/DW", 1000)), 2)

    def measure(self, text: Any) -> tuple[int, float]:
        """How many characters there are, and how wide they are."""
        codes = list(codes_of([text], self.bytes))
        return len(codes), sum(self.widths.get(code, self.other) for code in codes)


def codes_of(shown: Any, wide: int) -> Iterator[int]:
    """The codes of what is shown, each of so many bytes; distances among them are left out."""
    for part in shown if isinstance(shown, ArrayObject | list) else [shown]:
        if isinstance(part, bytes | str):
            raw: Any = part.original_bytes if isinstance(part, ByteStringObject | TextStringObject) else part
            yield from (int.from_bytes(raw[at : at + wide], "big") for at in range(0, len(raw), wide))


def matrix(operands: Any) -> Matrix:
    """A matrix as PDF writes it."""
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix after another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def around(places: Matrix, *points: tuple[float, float]) -> Box:
    """The box around what `places` makes of a rectangle that holds the points."""
    a, b, c, d, e, f = places
    xs, ys = [x for x, _ in points], [y for _, y in points]
    corners = [(x, y) for x in (min(xs), max(xs)) for y in (min(ys), max(ys))]
    across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return Box(min(across), min(up), max(across), max(up))
