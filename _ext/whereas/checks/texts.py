"""The files in which the words of an agreement were written, and where in them some words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from whereas.library.finding import Place


@dataclass(frozen=True, eq=False)
class Written:
    """The lines of a file, as it was when it was read, and where in them words were found."""

    lines: tuple[str, ...]
    spots: dict[tuple[str, Place, bool], Place] = field(default_factory=dict)


class Texts:
    """The files below a folder, each looked at once: they do not change while an agreement is checked."""

    def __init__(self, root: Path) -> None:
        """Take the folder that places are seen from."""
        self._root, self._known = root, dict[str, Written]()

    def of(self, file: str) -> Written:
        """A file; one without lines where it cannot be read."""
        if file not in self._known:
            path = self._root / file
            try:
                seen = path.stat()
                found = _read(str(path), seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)
            except (OSError, ValueError):
                found = Written(())
            self._known[file] = found
        return self._known[file]


@lru_cache(maxsize=1 << 10)
def _read(path: str, *seen: int) -> Written:
    return Written(tuple(Path(path).read_text(encoding="utf-8").splitlines()))


def title_place(page: str, texts: Texts) -> Place:
    """Where the title of a page stands: its first heading."""
    lines = enumerate(texts.of(page).lines, start=1)
    return Place(page, next((number for number, line in lines if line.startswith("# ")), 1))


#: What may stand between a loop and the words of its item: number, label, another condition.
_ABOVE_ITEM = re.compile(r"\s*(?:\d+\.)?\s*(?:\{[#.%].*\})?\s*")


def is_looped(place: Place, texts: Texts) -> bool:
    """Whether the item at a place is written once, and stands for each of many things."""
    for number, line in enumerate(reversed(texts.of(place.file).lines[: place.line])):
        if re.fullmatch(r"\s*\{%-?\s*for\b.*%\}\s*", line):
            return True
        if number and not _ABOVE_ITEM.fullmatch(line):
            return False
    return False


def place_of(found: str, place: Place, texts: Texts, after: int = 0, below: bool = False) -> tuple[Place, int]:
    """Where words of a paragraph stand in its file, and how far that is from where it begins.

    Looked for from `after` characters on, and `below` the paragraph too; where the words are not written as they are
    printed, it is where the paragraph begins.
    """
    lines = texts.of(place.file).lines[place.line - 1 :]
    text = "\n".join(lines if below else _paragraph(lines))
    match = re.compile(r"\\?\s*".join(map(re.escape, re.sub(r"\s", "", found)))).search(text, after)
    return (place.below(text.count("\n", 0, match.start())), match.end()) if match else (place, after)


def _paragraph(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines up to an empty one."""
    for number, line in enumerate(lines):
        if number and not line.strip():
            return
        yield line
