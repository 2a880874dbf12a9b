"""Text as TeX prints it: exactly so, whatever stands in it."""

from __future__ import annotations

import re

_SPECIAL = {
    **{char: "\\" + char for char in "$&%#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # would begin or end an optional argument
    "[": "{[}",
    "]": "{]}",
    # Sphinx's macro: no ligature with its neighbours
    "-": r"\sphinxhyphen{}",
    "\N{SOFT HYPHEN}": r"\-",
    "\N{NO-BREAK SPACE}": "~",
    "\N{NARROW NO-BREAK SPACE}": r"\,",
    "\N{ZERO WIDTH SPACE}": r"\LegalBreak{}",
    "\N{WORD JOINER}": r"\LegalJoin{}",
    # direct how others are written or joined, and print nothing
    **dict.fromkeys("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", "{}"),
}

# What is not text of an alphabet that the fonts have goes through \LegalChar, which finds another font.
_TOKEN = re.compile(
    r"""(?P<space>[ \t\n\r\f\v\x85\u2028\u2029]+)
    | (?P<minus>(?<![^\s(\[])-(?=\d)|(?<=\b\w)-(?=\w))  # must not part from its number; nor e-mail after its e
    | (?P<special>[-$&%#_{}\\~^\[\]\xa0\xad\u200b-\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff])
    | (?P<rare>[^\x20-\x7e\xa1-\u024f\u0300-\u036f\u0384-\u03ce\u0400-\u045f\u1e00-\u1ef9\u2010-\u203a€])""",
    re.VERBOSE,
)
_LONG = re.compile(r"\S{24,}")
_ADDRESS = re.compile(r"(?<=[@/:;=?&_])(?=\w)")  # where an address may break


def escape(text: str) -> str:
    """Text that TeX prints exactly so: nothing in it is a command, starts a comment, or joins into a ligature."""
    return _TOKEN.sub(_escape, _LONG.sub(_breakable, text))


def _breakable(found: re.Match[str]) -> str:
    """A long word with places to break; in an address a hyphen would be one too many, in a true word it is right."""
    word = found[0]
    if _ADDRESS.search(word):
        return "\N{WORD JOINER}" + _ADDRESS.sub("\N{ZERO WIDTH SPACE}", word)
    return word if len(word) < 45 else "\N{ZERO WIDTH SPACE}".join(word)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    match found.lastgroup:
        case "space":
            return " "
        case "minus":
            return r"\mbox{-}"
        case "special":
            return _SPECIAL.get(char, "{}")
    printable = char if char.isprintable() else ""
    return f"\\LegalChar{{{printable}}}{{{ord(char):04X}}}"


def escape_url(url: str) -> str:
    """An address as \\href takes it."""
    return url.translate({ord("%"): r"\%", ord("#"): r"\#", ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})
