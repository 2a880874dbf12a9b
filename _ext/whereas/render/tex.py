"""Text as TeX prints it: exactly so, whatever stands in it."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from whereas.render.scripts import RIGHT_TO_LEFT, script_runs
from whereas.render.urls import safe_url

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
    "\N{FIGURE SPACE}": "~",
    "\N{NARROW NO-BREAK SPACE}": r"\,",
    "\N{ZERO WIDTH SPACE}": r"\LegalBreak{}",
    "\N{WORD JOINER}": r"\LegalJoin{}",
}
# Direct how others are written or joined, and print nothing: Unicode's Default_Ignorable_Code_Point.
_IGNORED = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2061-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

# What is not text of an alphabet that each cut of the fonts has goes through \LegalChar, which finds another font.
_TOKEN = re.compile(
    rf"""(?P<space>[ \t\n\r\f\v\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+)
    | (?P<minus>(?<![^\s(\[])-(?=\d)|(?<=\b\w)-(?=\w))  # must not part from its number; nor e-mail after its e
    | (?P<special>[-$&%#_{{}}\\~^\[\]\xa0\xad\u2007\u200b\u202f\u2060])
    | (?P<ignored>[{_IGNORED}])
    | (?P<rare>[^\x20-\x7e\xa1-\u0233\u0300-\u0331\u0338\u0384-\u03ce\u0400-\u045f\u1e00-\u1e9b\u1e9e
                \u1ea0-\u1ef9\u2010-\u2027\u2030-\u2037\u2039\u203a€])""",
    re.VERBOSE,
)
#: What no address has as it is.
_UNSAFE = re.compile(r"[^\x21-\x7e]|[\"$<>\\^`{|}]")
_NOT_TYPEWRITTEN = re.compile(r"[\u0180-\u0233\u0384-\u03ce\u0400-\u045f]")
_LONG = re.compile(r"\S{24,}|\S+@\w\S*")
_LONGEST = 45  # no word of this many characters stays in one piece
_LETTER = re.compile(rf"(?<=.)(?![\u0300-\u036f\u200b{_IGNORED}])(?=.)")  # not within a letter and its accents
_ADDRESS = re.compile(r"(?<=[@/:;=?&_])(?=\w)")  # where an address may break


_JOINERS = ("\u200c", "\u200d")  # say which letters of a script join
_FIGURES = re.compile(r"\d[\d.,:/]*\d|\d")  # are read from the left in every script


def escape(text: str) -> str:
    """Text that TeX prints exactly so: nothing in it is a command, starts a comment, or joins into a ligature."""
    if text.isascii():
        return _signs(_LONG.sub(_breakable, text))
    return "".join(
        _foreign(script, piece) if script else _signs(_LONG.sub(_breakable, piece))
        for script, piece in script_runs(text)
    )


def _signs(text: str) -> str:
    return _TOKEN.sub(_escape, text).replace(r"@\LegalBreak{}", r"@\LegalSpareBreak{}")


def _foreign(script: str, text: str) -> str:
    """A run of another script, its characters by number, and the same one by one, for when no font has them all."""
    rare = dict.fromkeys(found[0] for found in _TOKEN.finditer(text) if _is_letter(found))
    if not rare:
        return _signs(text)
    codes = ",".join(f"{ord(char):04X}" for char in rare)
    run, at = "", 0
    for found in _FIGURES.finditer(text) if script in RIGHT_TO_LEFT else ():
        run += f"{_plain_signs(text[at : found.start()])}\\LegalLeft{{{_plain_signs(found[0])}}}"
        at = found.end()
    return f"\\LegalScript{{{script}}}{{{run}{_plain_signs(text[at:])}}}{{{codes}}}{{{_signs(text)}}}"


def _plain_signs(text: str) -> str:
    """A run of another script with the signs of TeX escaped; its letters stay as they are, to be joined."""
    return _TOKEN.sub(lambda found: found[0] if _is_letter(found) or found[0] in _JOINERS else _escape(found), text)


def _is_letter(found: re.Match[str]) -> bool:
    """Whether it is a character that some font can have."""
    return found.lastgroup == "rare" and (found[0].isprintable() or unicodedata.category(found[0]) == "Cf")


def _breakable(found: re.Match[str]) -> str:
    """A long word with places to break; in an address a hyphen would be one too many, in a true word it is right."""
    word = found[0]
    if _ADDRESS.search(word):
        parted = "\N{WORD JOINER}" + _ADDRESS.sub("\N{ZERO WIDTH SPACE}", word)
        return parted.replace("@\u200b", "@\u2060\u200b") if len(word) >= _LONGEST else parted
    return word if len(word) < _LONGEST else _LETTER.sub("\N{ZERO WIDTH SPACE}", word)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    match found.lastgroup:
        case "space":
            return " "
        case "minus":
            return r"\mbox{-}"
        case "special":
            return _SPECIAL[char]
        case "ignored":
            return "{}"
    if _is_letter(found):
        return f"\\LegalChar{{{char}}}{{{ord(char):04X}}}"
    return f"{{[}}U+{ord(char):04X}{{]}}"  # no font can have it


def typewritten(tex: str) -> str:
    """Escaped text for the typewriter font, which lacks some alphabets that the others have."""
    return _NOT_TYPEWRITTEN.sub(lambda found: f"\\LegalChar{{{found[0]}}}{{{ord(found[0]):04X}}}", tex)


def escape_url(url: str) -> str:
    """An address as \\href takes it: what TeX or a reader could take otherwise is spelt in figures."""
    figures = _UNSAFE.sub(lambda found: quote(found[0], safe="", errors="replace"), safe_url(url))
    return figures.replace("%", r"\%").replace("#", r"\#")
