"""A Word file of somebody else's, opened with care: its parts as bytes, and as XML that asks for nothing outside."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from whereas.paper.verdict import UnreadableError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
#: As much is read of a file: bytes once unpacked, and parts.
_LARGEST, _MOST = 200_000_000, 5_000
#: How files begin that are no zip: Word's before 2007, and all that are locked with a password.
_OLD = b"\xd0\xcf\x11\xe0"

Element = Any


@dataclass(frozen=True)
class Relation:
    """What a part leads to: its kind, the part or address, and whether that is outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass
class Archive:
    """The parts of a Word file by name."""

    parts: dict[str, bytes]
    _trees: dict[str, Element] = field(default_factory=dict)

    def tree(self, name: str) -> Element:
        """A part as XML; raises UnreadableError where it is none."""
        if name not in self._trees:
            if name not in self.parts:
                raise UnreadableError(f"it has no part {name}, so it is no Word file")
            self._trees[name] = parsed(self.parts[name], name)
        return self._trees[name]

    def relations(self, name: str) -> list[Relation]:
        """What a part leads to."""
        folder, file = posixpath.split(name)
        beside = posixpath.join(folder, "_rels", f"{file}.rels")
        if beside not in self.parts:
            return []
        return [_relation(each, folder) for each in self.tree(beside).iter(f"{_PACKAGE}Relationship")]

    def all_relations(self) -> Iterator[tuple[str, Relation]]:
        """What all parts lead to, each with the part."""
        for name in sorted(self.parts):
            if name.endswith(".rels"):
                folder, file = posixpath.split(name)
                part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
                yield from ((part, each) for each in self.relations(part))

    @property
    def main(self) -> str:
        """The name of the part with the text."""
        found = [each.target for each in self.relations("") if each.kind == "officeDocument"]
        if len(found) != 1:
            raise UnreadableError("it does not say which of its parts is the text, so it is no Word file")
        return found[0]

    def part(self, kind: str) -> str:
        """The name of the part of a kind that the text leads to; empty without."""
        return next((each.target for each in self.relations(self.main) if each.kind == kind), "")

    @property
    def runs_code(self) -> bool:
        """Whether there are macros, controls or embedded programs in it."""
        types = self.parts.get("[Content_Types].xml", b"").lower()
        names = " ".join(self.parts).lower()
        return b"macroenabled" in types or any(mark in names for mark in ("vbaproject", "activex", "vbadata"))


def _relation(each: Element, folder: str) -> Relation:
    outside = each.get("TargetMode") == "External"
    target = each.get("Target", "")
    if not outside:
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1], target, outside)


def opened(path: Path) -> Archive:
    """Open a Word file; raises UnreadableError with the reason why it cannot be, or should not."""
    if not path.exists():
        raise UnreadableError("there is no such file")
    if not path.is_file():
        raise UnreadableError("it is a folder, or no plain file")
    try:
        with path.open("rb") as file:
            if file.read(4) == _OLD:
                raise UnreadableError("it is locked with a password, or of a Word before 2007: save it as .docx")
        with zipfile.ZipFile(path) as archive:
            return Archive(_unpacked(archive))
    except UnreadableError:
        raise
    except OSError as error:
        raise UnreadableError(f"it cannot be read: {error.strerror or error}") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zipfile.LargeZipFile):
        raise UnreadableError("it is no Word file that can be read (no zip, or a broken one)") from None
    except Exception as error:  # zlib's and lzma's errors have no base of their own
        raise UnreadableError(f"it is no Word file that can be read ({type(error).__name__})") from None


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts; what says that it is small is not believed."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > _MOST:
        raise UnreadableError(f"it has {len(infos):,} parts, and more than {_MOST:,} are not read")
    parts: dict[str, bytes] = {}
    known: set[str] = set()
    left = _LARGEST
    for info in infos:
        if info.filename.casefold() in known:
            raise UnreadableError(f"it has two parts {info.filename}, and each program may read the other one")
        known.add(info.filename.casefold())
        with archive.open(info) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise UnreadableError(f"it is more than {_LARGEST // 1_000_000} MB once unpacked, which is not read")
        parts[info.filename] = content
    return parts


def parsed(content: bytes, name: str) -> Element:
    """XML, without entities of its own; raises UnreadableError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError(f"its part {name} is no XML that can be read") from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(f"its part {name} declares a document type, as no Word file does")
    return root


def value(parent: Element, path: str, otherwise: str = "") -> str:
    """The w:val of an element below another: `value(style, "pPr/numPr/numId")`; "true" where it says none."""
    found = parent.find("/".join(f"{W}{name}" for name in path.split("/"))) if parent is not None else None
    return otherwise if found is None else str(found.get(f"{W}val", "true"))


def is_on(parent: Element, path: str) -> bool:
    """Whether a property that is on or off is there and on."""
    return value(parent, path, "false").lower() not in ("false", "0", "off")
