"""Whether the words of a run are seen as they are read: not hidden, struck out, as pale as paper, or in signs."""

from __future__ import annotations

import re
from functools import cached_property

from whereas.render.scripts import RIGHT_TO_LEFT, script_runs
from whereas.word.archive import Archive, Element, W, is_on, value
from whereas.word.recount import Lists

#: Below that nobody reads it, in half points; and as pale as that, of 255, on paper.
_SMALLEST, _PALEST, _DARK = 8, 200, 110
_SIGNS = re.compile(r"wingding|webding|symbol|marlett|dingbat|barcode", re.IGNORECASE)
_SWITCHED = {
    "vanish": "is hidden",
    "specVanish": "is hidden",
    "webHidden": "is hidden",
    "strike": "is struck out",
    "dstrike": "is struck out",
    "caps": "is set in capitals",
    "smallCaps": "is set in capitals",
    "oMath": "is a formula",
}
#: What moves words about, or sets them over one another.
_MOVED = ("fitText", "eastAsianLayout", "w", "position")


class Looks:
    """How the runs of a file look."""

    def __init__(self, archive: Archive, lists: Lists) -> None:
        """Take the file and its styles."""
        self.archive, self.lists = archive, lists
        self._found: dict[tuple[str, str, bytes], str] = {}

    @cached_property
    def _defaults(self) -> list[Element]:
        name = self.archive.part("styles")
        found = self.archive.tree(name).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if name else None
        return [] if found is None else [found]

    def odd(self, own: Element, style: str, words: str) -> str:
        """What is odd about how words look, for a run with `own` properties in a paragraph of a style; or nothing."""
        from lxml import etree

        key = (style, value(own, "rStyle"), b"" if own is None else etree.tostring(own))
        if key not in self._found:
            named = [each.find(f"{W}rPr") for each in (*self.lists.chain(key[1]), *self.lists.chain(style))]
            self._found[key] = _odd([each for each in (own, *named, *self._defaults) if each is not None])
        return self._found[key] or _turned(own, words)


def _turned(own: Element, words: str) -> str:
    """Words of ours that are marked to be read from the right would have their signs and numbers change places."""
    if own is None or not is_on(own, "rtl"):
        return ""
    return "" if any(script in RIGHT_TO_LEFT for script, _ in script_runs(words)) else "is to be read from the right"


def _odd(layers: list[Element]) -> str:
    """What is odd in properties, nearest first."""

    def first(name: str) -> Element:
        return next((each.find(f"{W}{name}") for each in layers if each.find(f"{W}{name}") is not None), None)

    for name, what in _SWITCHED.items():
        if any(each.find(f"{W}{name}") is not None for each in layers) and is_on(
            next(each for each in layers if each.find(f"{W}{name}") is not None), name
        ):
            return what
    if any(first(name) is not None for name in _MOVED):
        return "is moved or squeezed"
    size = first("sz")
    if size is not None and float(size.get(f"{W}val", "20")) < _SMALLEST:
        return "is too small to be read"
    fonts = first("rFonts")
    if fonts is not None and any(_SIGNS.search(str(each)) for each in fonts.attrib.values()):
        return "is set in signs, not letters"
    paper = _light(_fill(first("shd")), 255)
    if abs(_light(_hex(first("color")), 0) - paper) < 255 - _PALEST:
        return "has the colour of what it stands on"
    return ""


def _fill(shade: Element) -> str:
    return "" if shade is None else str(shade.get(f"{W}fill", ""))


def _hex(colour: Element) -> str:
    return "" if colour is None else str(colour.get(f"{W}val", ""))


def _light(colour: str, otherwise: int) -> int:
    """How light a colour is, of 255."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return otherwise
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return (299 * red + 587 * green + 114 * blue) // 1000
