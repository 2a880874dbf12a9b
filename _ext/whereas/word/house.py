"""A house's own Word file, `whereas_docx`: its styles, headers and footers, paper and theme.

Whoever made it may have meant no good, or not looked: what runs code or shows something from outside is refused.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from whereas.paper.verdict import UnreadableError
from whereas.word.archive import Archive, Element, R, Relation, W, is_on, opened, value
from whereas.word.page import Page
from whereas.word.xml import ORIGIN

#: Pictures that every Word shows.
PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf")
#: As wide a column as any text wants, in twentieths of a point.
_NARROWEST = 2000


@dataclass(frozen=True)
class Aside:
    """A header or footer: its part, and what it leads to by id: pictures and addresses."""

    content: bytes
    pictures: Mapping[str, tuple[str, bytes]]
    addresses: Mapping[str, str]


@dataclass(frozen=True)
class House:
    """What is taken of a house's file; of none, nothing."""

    styles: Mapping[str, Element] = field(default_factory=dict)  # by name, in lower case
    defaults: Element = None
    theme: bytes = b""
    page: Page | None = None
    asides: Mapping[tuple[str, str], Aside] = field(default_factory=dict)  # ("header", "default"), and first, even
    mark: int = 0  # of the bytes that it was read from

    def aside(self, kind: str, which: str) -> Aside | None:
        """A header or footer; those of a first page are those of others where the house has none."""
        own = self.asides.get((kind, which))
        return own or (self.asides.get((kind, "default")) if which == "first" else None)


#: What a house has that has no file.
NO_HOUSE = House()


def read_house(path: Path) -> House:
    """Read a house's file; raises UnreadableError with what is wrong with it."""
    archive = opened(path)
    if archive.runs_code:
        raise UnreadableError("it has macros or controls, which are never taken over: save it as a plain .docx")
    for part, each in archive.all_relations():
        if each.outside and each.kind != "hyperlink":
            raise UnreadableError(f"its {part} leads outside, to {each.target[:80]}: put what is there into the file")
        if each.kind in ("aFChunk", "subDocument", "oleObject", "package", "control"):
            raise UnreadableError(f"its {part} has another file embedded in it ({each.kind}), which is not taken over")
    try:
        return _house(archive, zlib.crc32(path.read_bytes()))
    except (ValueError, TypeError, AttributeError) as error:
        raise error if isinstance(error, UnreadableError) else UnreadableError(_ODD) from None


_ODD = "it is no Word file as Word makes them"


def _house(archive: Archive, mark: int) -> House:
    if not (name := archive.part("styles")):
        raise UnreadableError("it has no styles, for which it would be read")
    root = archive.tree(name)
    styles = {value(each, "name").lower(): each for each in root.iter(f"{W}style") if value(each, "name")}
    theme = archive.part("theme")
    section = archive.tree(archive.main).find(f"{W}body/{W}sectPr")
    return House(
        styles,
        root.find(f"{W}docDefaults"),
        archive.parts[theme] if theme in archive.parts and not archive.relations(theme) else b"",
        None if section is None else _page(section),
        {} if section is None or _is_ours(archive) else _asides(archive, section),
        mark,
    )


def _is_ours(archive: Archive) -> bool:
    """Whether it was one of our files, the headers and footers of which are those of some agreement."""
    mark = ORIGIN.encode()
    return any(mark in content for name, content in archive.parts.items() if name.startswith("customXml/"))


def _page(section: Element) -> Page | None:
    """Paper and margins of the last section."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return None
    sides = {name: int(margins.get(f"{W}{name}", "0")) for name in ("left", "right", "top", "bottom", "gutter")}
    edges = {name: int(margins.get(f"{W}{name}", "708")) for name in ("header", "footer")}
    page = Page(int(size.get(f"{W}w")), int(size.get(f"{W}h")), **sides, **edges)
    if page.text < _NARROWEST or page.height - abs(page.top) - abs(page.bottom) < _NARROWEST:
        raise UnreadableError("its pages have no room for text between their margins")
    return page


def _asides(archive: Archive, section: Element) -> dict[tuple[str, str], Aside]:
    """The headers and footers of the last section, those of first and even pages if it has such."""
    wanted = {"default", *(["first"] if is_on(section, "titlePg") else [])}
    if (name := archive.part("settings")) and is_on(archive.tree(name), "evenAndOddHeaders"):
        wanted.add("even")
    targets = {each.id: each for each in archive.relations(archive.main)}
    found = {}
    for kind in ("header", "footer"):
        for each in section.iter(f"{W}{kind}Reference"):
            which, target = each.get(f"{W}type", "default"), targets.get(each.get(f"{R}id"))
            if which in wanted and target and target.target in archive.parts:
                found[kind, which] = _aside(archive, target.target)
    return found


def _aside(archive: Archive, name: str) -> Aside:
    archive.tree(name)  # read once, so that what is no XML is told
    pictures, addresses = {}, {}
    for each in archive.relations(name):
        if each.outside:
            addresses[each.id] = each.target
        elif each.kind == "image":
            pictures[each.id] = _picture(archive, name, each)
    return Aside(archive.parts[name], pictures, addresses)


def _picture(archive: Archive, name: str, each: Relation) -> tuple[str, bytes]:
    ending = each.target.rsplit(".", 1)[-1].lower()
    if each.target not in archive.parts or ending not in PICTURES:
        raise UnreadableError(f"its {name} has a picture of a kind that not every Word shows: {each.target}")
    return ending, archive.parts[each.target]
