"""What cannot be read, and would stop whoever tries: a named pipe, a folder with a record's name, a page in Latin-1."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from whereas.library.finding import Finding, Place
from whereas.library.library import SUFFIXES, Library
from whereas.library.rule import Rule

READABLE = Rule(
    "readable",
    "A page or a record is a file that can be read, and its name and a page's text are UTF-8.",
    unshown="a project of texts has no other files",
)
#: More no page may have, in bytes.
LARGEST_PAGE = 10_000_000
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def odd_records(library: Library) -> Iterator[Finding]:
    """What has the name of a record, and cannot be read."""
    for kind, suffixes in SUFFIXES.items():
        for folder, inner, names in os.walk(library.root / kind):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in (*inner, *names):
                path = Path(folder, name)
                if path.suffix in suffixes and not name.startswith(".") and (found := odd(path, library.file(path))):
                    yield found


def odd(path: Path, file: str, as_page: bool = False) -> Finding | None:
    """Why a file cannot be read, if it cannot; that of a page is read as a whole. Messages call it `file`."""
    if not str(path).isprintable():
        shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in file)
        return READABLE.at(Place(shown), "the name of this file is no plain text", "give it another")
    try:
        seen = path.stat()
        mode = seen.st_mode
        if not stat.S_ISREG(mode):
            sort = "a folder" if stat.S_ISDIR(mode) else "a pipe, a socket or a device"
            return READABLE.at(Place(file), f"this is {sort}, not a file", "give it another name, or take it away")
        if not os.access(path, os.R_OK):
            return READABLE.at(Place(file), "the file cannot be read: Permission denied")
        if as_page and seen.st_size > LARGEST_PAGE:
            said = f"the file is larger than {LARGEST_PAGE:,} bytes"
            return READABLE.at(Place(file), said, "divide it into several pages")
        content = path.read_bytes() if as_page else b""
        content.decode("utf-8-sig")
    except OSError as error:
        if path.is_symlink():  # as a record it is no file
            return READABLE.at(Place(file), "this is a link that leads nowhere", "take it away") if as_page else None
        return READABLE.at(Place(file), f"the file cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        place = Place(file, content.count(b"\n", 0, error.start) + 1)
        sort = "it is UTF-16" if content[:2] in _MARKS else "it is not UTF-8 text"
        return READABLE.at(place, f"the file cannot be read: {sort}", "save it as UTF-8")
    return None
