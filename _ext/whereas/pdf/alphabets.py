"""The letters of a PDF, font by font, as its pages are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import ContentStream, IndirectObject

from whereas.pdf.codes import codes_read
from whereas.pdf.faces import Embedded, NoFaceError, faults_of, installed
from whereas.pdf.marked import Step


class Alphabets:
    """As what each letter of each font is read, and on which page first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._fonts: dict[object, tuple[Any, dict[int, str], dict[int, str]]] = {}

    def note(self, label: str, page: Any, stream: ContentStream, steps: Sequence[Step]) -> None:
        """Note the letters of a page. Its content is `stream`, whose operations are lost."""
        fonts = page["/Resources"].get("/Font", {})
        keys = {name: _key(fonts, name) for name in fonts}
        known = {name: self._fonts[key][1] for name, key in keys.items() if key in self._fonts}
        for name, read in codes_read(page, stream, steps, known).items():
            font = fonts[name].get_object() if name in fonts else {}
            _, words, pages = self._fonts.setdefault(keys.get(name, name), (font, {}, {}))
            words |= read
            pages |= dict.fromkeys(read, label)

    def compare(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Which letters are others than they are read as or look like others, or are not read at all; unknown fonts."""
        wrong, unread, unknown = [], [], dict[str, None]()
        for font, words, pages in self._fonts.values():
            try:
                face = Embedded(font)
            except NoFaceError as why:
                wrong.append(f"on page {next(iter(pages.values()))}, words are set in a font {why}")
                continue
            unread += [
                f"on page {pages[code]}, there is a letter that cannot be read"
                for code, read in words.items()
                if not read and face.outline(code)
            ]
            if known := installed(face.name):
                wrong += [f"on page {pages[code]}, {what}" for code, what in faults_of(face, known, words)]
            else:
                unknown[face.name] = None
        return tuple(wrong), tuple(unread), tuple(unknown)


def _key(fonts: Any, name: str) -> object:
    """What tells a font of the file from any other."""
    found = fonts.raw_get(name)
    return (found.idnum, found.generation) if isinstance(found, IndirectObject) else id(found)
