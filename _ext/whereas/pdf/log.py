"""What TeX says, in the words of who wrote the text: which file and line, not which of TeX's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: The comment that the lines below come from a source, and TeX's own places.
_MARK = re.compile(r"^.*?%@ (.+:\d+)$")
_ERROR = re.compile(r"^(?:\./)?(?P<file>[^\s:]+\.\w+):(?P<line>\d+): (?P<what>.+)$", re.MULTILINE)
_FATAL = re.compile(r"^! (?P<what>.+)$", re.MULTILINE)
_AT = re.compile(r"^l\.(\d+)", re.MULTILINE)
_WARNED = re.compile(
    r"Package legalagreement Warning: (?P<what>.+?)(?: on input line (?P<line>\d+))?\.$", re.MULTILINE | re.DOTALL
)
_MISSING = re.compile(r'Missing character: There is no (?P<char>.) (?:\("?\w+"?\) )?in font (?P<font>.+?)!')
_CODE = re.compile(r"No font has the character U\+([0-9A-F]+)")


@dataclass(frozen=True, order=True)
class Message:
    """One thing TeX said: the place in a source (empty if none is known), and what."""

    place: str
    what: str


def errors(log: str, tex: str) -> list[Message]:
    """Why there is no PDF: the first things that went wrong, without those that follow from them."""
    found = [
        Message(place_of(int(each["line"]), tex) if each["file"].endswith(".tex") else each["file"], each["what"])
        for each in _ERROR.finditer(log)
        if "Fatal error" not in each["what"] and "Emergency stop" not in each["what"]
    ]
    if not found:
        line = _AT.search(log)
        place = place_of(int(line[1]), tex) if line else ""
        found = [Message(place, each["what"]) for each in _FATAL.finditer(log) if "==> Fatal" not in each["what"]]
    return list(dict.fromkeys(found))[:3]


def warnings(log: str, tex: str) -> list[Message]:
    """Characters that no font has, and fonts that are not there."""
    return sorted(set(_warnings(log, tex)))


def _warnings(log: str, tex: str) -> Iterator[Message]:
    for each in _WARNED.finditer(log):
        what = re.sub(r"\n\(legalagreement\)\s*|\n", " ", each["what"])
        place = place_of(int(each["line"]), tex) if each["line"] else ""
        if code := _CODE.search(what):
            what = f"no font has the character {named(chr(int(code[1], 16)))}; it is printed as [U+{code[1]}]"
        yield Message(place, what)
    for each in _MISSING.finditer(log):
        yield Message(_first(each["char"], tex), f"the font {each['font'].split(':')[0]} lacks {named(each['char'])}")


def named(char: str) -> str:
    """A character as one may look for it: itself, and its number."""
    return f"'{char}' (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}"


def place_of(line: int, tex: str) -> str:
    """The source of a line of TeX: what the last mark above it says."""
    for text in reversed(tex.splitlines()[:line]):
        if found := _MARK.match(text):
            return found[1]
    return ""


def _first(char: str, tex: str) -> str:
    """Where a character first stands."""
    for number, text in enumerate(tex.splitlines(), start=1):
        if char in text and not text.startswith("%"):
            return place_of(number, tex)
    return ""
