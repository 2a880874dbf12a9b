"""What hides words in a page's own content: what is painted over them later, and a look that nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from whereas.pdf.positions import Box, Setting, around, matrix

Colour = tuple[float, ...]
_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
#: Words whose colour is as near as this to what they stand on are not read.
_CONTRAST = 0.15
#: Letters of less than so many square points are not read.
_SMALLEST = 4
_NOWHERE, _EVERYWHERE = Box(0, 0, 0, 0), Box(-1e9, -1e9, 1e9, 1e9)
_FILLS, _BOTH, _STROKES = (b"f", b"F", b"f*"), (b"B", b"B*", b"b", b"b*"), (b"S", b"s")


@dataclass(frozen=True)
class _Look:
    """How a page paints: its colours (none that can be told: None), width of line, clip; whether words are off."""

    clip: Box
    fill: Colour | None = _BLACK
    stroke: Colour | None = _BLACK
    pen: float = 1
    mode: int = 0
    faint: bool = False


class _Painting:
    """A page's content, painted step by step: `covered`, `unseen` and `heaped` say what became of its words."""

    def __init__(self, page: Any) -> None:
        self._resources = page.get("/Resources") or {}
        self._sheet = _both(Box.of(page.mediabox), Box.of(page.cropbox))
        self._look = _Look(_EVERYWHERE)
        self._kept: list[_Look] = []
        self._setting = Setting(self._part("/Font"))
        self._path: list[tuple[float, float]] = []
        self._plain = self._clips = False
        self._words: list[Box] = []
        self._ground: list[tuple[Box, Colour | None]] = []
        self.covered = self.unseen = self.heaped = False

    def _part(self, name: str) -> Any:
        found = self._resources.get(name)
        return found.get_object() if found is not None else {}

    def follow(self, operands: Any, operator: bytes, adorns: bool, layer: bool) -> None:
        """One step: whether it `adorns` the page and is no text of it, and stands in a layer that can be turned off."""
        box = self._setting.follow(operands, operator)
        if box and adorns:
            self._paint(box, self._look.fill, lasting=False)
        elif box:
            self.unseen |= layer or not self._is_seen(box)
            self.heaped |= any(_heaps(box, word) for word in self._words)
            self._words.append(box)
        elif operator in (b"Do", b"INLINE IMAGE"):
            self._paint(self._picture(operands, operator), None, lasting=False)  # dark or light, who knows
        elif operator == b"sh":
            self._paint(self._look.clip, None)
        else:
            self._draw(operands, operator)
            self._change(operands, operator)

    # ---- words

    def _is_seen(self, box: Box) -> bool:
        look = self._look
        colour = look.stroke if look.mode == 1 else look.fill
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        centre = Box(x, y, x, y)  # a line too long may end beyond the paper, in our own PDFs as well
        if look.faint or look.mode > 2 or self._setting.square < _SMALLEST or not self._setting.upright:
            return False
        if not (_holds(self._sheet, centre) and _holds(look.clip, box)):
            return False
        return colour is not None and all(under and not _alike(colour, under) for under in self._under(box))

    def _under(self, word: Box) -> Iterator[Colour | None]:
        """The colours that a word stands on, down to the first that holds all of it."""
        for area, colour in reversed(self._ground):
            if _strikes(area, word, 1):
                yield colour
            if _holds(area, word):
                return
        yield _WHITE

    # ---- what is painted

    def _draw(self, operands: Any, operator: bytes) -> None:
        """Build a path, and paint it or clip by it."""
        match operator:
            case b"re":
                x, y, width, height = map(float, operands)
                self._plain = not self._path
                self._path += [(x, y), (x + width, y + height)]
            case b"m" | b"l" | b"c" | b"v" | b"y":
                numbers = list(map(float, operands))
                self._plain = False
                self._path += zip(numbers[::2], numbers[1::2], strict=True)
            case b"W" | b"W*":
                self._clips = True
            case b"n" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s":
                self._finish(operator)

    def _finish(self, operator: bytes) -> None:
        places, look = self._setting.page, self._look
        area = around(places, *self._path) if self._path else _NOWHERE
        if operator in _FILLS + _BOTH:
            self._paint(area, look.fill)
        if operator in _STROKES + _BOTH:
            self._paint(_stroked(area, look.pen / 2 * max(map(abs, places[:4]))), look.stroke)
        if self._clips:  # any but a rectangle that stands straight may leave out what it will
            a, b, c, d, _, _ = places
            straight = self._plain and (a == d == 0 or b == c == 0)
            self._look = replace(look, clip=_both(look.clip, area) if straight else _NOWHERE)
        self._path, self._clips = [], False

    def _picture(self, operands: Any, operator: bytes) -> Box:
        """Where a picture lies: one of dots in the unit square, one of drawings in its own box."""
        found = self._part("/XObject").get(operands[0]) if operator == b"Do" else None
        found = found.get_object() if found is not None else {}
        places, corners = self._setting.page, Box(0, 0, 1, 1)
        if found.get("/Subtype") == "/Form":
            inner = Box.of(found["/BBox"])
            moved = matrix(found.get("/Matrix", (1, 0, 0, 1, 0, 0)))
            corners = around(moved, (inner.left, inner.bottom), (inner.right, inner.top))
        return around(places, (corners.left, corners.bottom), (corners.right, corners.top))

    def _paint(self, box: Box, colour: Colour | None, lasting: bool = True) -> None:
        """Lay something over whatever is there; rules beside words or below them hide nothing."""
        box = _both(box, self._look.clip)
        least = 1 if colour and not _alike(colour, _WHITE) else 0
        self.covered |= any(_strikes(box, word, least) for word in self._words)
        if lasting:
            self._ground.append((box, colour))

    # ---- how it paints

    def _change(self, operands: Any, operator: bytes) -> None:
        look = self._look
        match operator:
            case b"q":
                self._kept.append(look)
            case b"Q" if self._kept:
                self._look = self._kept.pop()
            case b"g" | b"rg" | b"k" | b"sc" | b"scn" | b"cs":
                self._look = replace(look, fill=_colour(operands, operator))
            case b"G" | b"RG" | b"K" | b"SC" | b"SCN" | b"CS":
                self._look = replace(look, stroke=_colour(operands, operator))
            case b"w":
                self._look = replace(look, pen=float(operands[0]))
            case b"Tr":
                self._look = replace(look, mode=int(operands[0]))
            case b"gs":
                found = self._part("/ExtGState").get(operands[0])
                state = found.get_object() if found is not None else {}
                masked = state.get("/SMask", "/None") != "/None" or state.get("/BM", "/Normal") != "/Normal"
                least = min(float(state.get("/ca", 1)), float(state.get("/CA", 1)))
                self._look = replace(look, faint=look.faint or masked or least < 0.5)


def hidden_on(page: Any, steps: Iterable[tuple[Any, bytes, bool, bool]]) -> str:
    """How words of a page are hidden, after all its steps are done; empty if all are seen."""
    painting = _Painting(page)
    for step in steps:
        painting.follow(*step)
    if painting.covered:
        return "there is a drawing on top of it"
    if painting.unseen:
        return "some of its words cannot be seen"
    return "some of its words stand upon others" if painting.heaped else ""


def _colour(operands: Any, operator: bytes) -> Colour | None:
    """A colour as red, green and blue; None for one of a space or pattern of its own."""
    match operator.lower(), [float(part) for part in operands if isinstance(part, int | float)]:
        case b"g", [grey]:
            return grey, grey, grey
        case b"rg", [*parts]:
            return tuple(parts)
        case b"k", [cyan, magenta, yellow, black]:
            return tuple((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
    return None


def _alike(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < _CONTRAST


def _middle(word: Box) -> Box:
    """What one reads a word by: neither what hangs below the line nor the tips of capitals."""
    high = word.top - word.bottom
    return Box(word.left, word.bottom + high * 0.25, word.right, word.top - high * 0.1)


def _holds(box: Box, word: Box) -> bool:
    """Whether all of a word lies within, to a point."""
    part = _middle(word)
    level = box.left - 1 <= part.left and part.right <= box.right + 1
    return level and box.bottom - 1 <= part.bottom and part.top <= box.top + 1


def _both(one: Box, other: Box) -> Box:
    """What two boxes share; a box of no size where they share nothing."""
    left, bottom = max(one.left, other.left), max(one.bottom, other.bottom)
    return Box(left, bottom, max(left, min(one.right, other.right)), max(bottom, min(one.top, other.top)))


def _stroked(area: Box, half: float) -> Box:
    """What a line covers, half its width to each side; a straight one ends where it ends."""
    along = 0 if area.top - area.bottom < half else half
    across = 0 if area.right - area.left < half else half
    return Box(area.left - along, area.bottom - across, area.right + along, area.top + across)


def _heaps(one: Box, other: Box) -> bool:
    """Whether one word stands upon another, so that neither can be read; a mark, or a part of a formula, may touch."""
    one, other = _middle(one), _middle(other)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    least = min(one.top - one.bottom, other.top - other.bottom)
    return min(one.right, other.right) - max(one.left, other.left) > 3 and high > 0.6 * least


def _strikes(box: Box, word: Box, least: float) -> bool:
    """Whether something lies over the middle of a word: an underline does not, a line through it does."""
    part = _middle(word)
    wide = min(box.right, part.right) - max(box.left, part.left)
    return wide > least and min(box.top, part.top) > max(box.bottom, part.bottom)
