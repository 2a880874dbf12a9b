"""Texts that have meant something else to some program, those that no file may have, and what readers see of them."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st
from projects import plain

#: What has meant something else to some program.
NASTY = (
    "{{ company }}", "{% include 'conf.py' %}", "{##", "##}", "{#x}", "{.class}", "{clause}`x`", "{{", "}}", "{%",
    "%}", "\\input{/etc/passwd}", "\\write18{touch x}", "\\end{document}", "^^M", "^^5cinput", "$&%#_^~", "\\",
    "\\\\*[1cm]", "[x]", "{", "}", "]{", "<script>alert(1)</script>", "]]>", "<!--", "&amp;", "&#60;", "\"'", "``",
    "`", "''", "-1 ---", "?`!`<<>>,,", "--", "a-b", "...", "\u05e9\u05dc\u05d5\u05dd",
    "\u0627\u0644\u0633\u0644\u0627\u0645", "e\u0301\u0323", "a\u0332", "a\u200bb", "a\u200db",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "\u2764\ufe0f", "\u5317\u4eac",
    "\u3042\u3000\u3044", "co\u00adoperate", "1\u00a0000", "1\u202f000", "a\u2003b", "\u200fx", "\ufeffx",
    "\u1e9f\u0240\u0332", "\u0133\ufb01\u00df\u0130\u0131", "\u212b", "\u0661\u0600", "x" * 130, "e\u0301" * 60,
    "https://x.example/" + "y" * 60, "0123", "1e3", "NO", "~", "1:30", "null", "*A* <b> & {{B}}_Ltd", "**",
    "__init__", "#", "1. x", "* x", "> x", "| a |", "[x](y)", "![x](conf.py)", ":::{clause} x", "|Ltd|", "x_",
    "C:\\x", "%s %d {0} {x!r}", "%EE%80%800%EE%80%81", "a  b", "x.", "\t", "\n", "\u2028",
)  # fmt: skip
#: What no file may have.
REFUSED = (
    "\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\udc00", "\ue000", "\ue0000\ue001", "\uf8ff", "\U000f0000",
    "\ufdd0", "\ufffe", "\U0001ffff", "\u0378", "\u202e", "\u2066", "\u2069", "\ufff9", "\U000e0041", "\u206a",
)  # fmt: skip
#: Of the characters without a look (category C) those that scripts need: joiners, marks of direction, Arabic signs.
NEEDED = {
    *"\t\n\xad\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\U000110bd\U000110cd"
}
NEEDED |= {*map(chr, range(0x600, 0x606))}
#: What prints nothing by itself: Unicode's Default_Ignorable_Code_Point, as far as files may have it.
UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0100-\U000e01ef]"
)
BREAKS = re.compile("[\t\n\u2028\u2029]")

ANYTHING = st.lists(
    st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), min_size=1, max_size=6),
    min_size=1,
    max_size=4,
).map(lambda parts: "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))


def is_refused(text: str) -> bool:
    """Whether a text has a character of which no reader could know what it says."""
    return any(unicodedata.category(char)[0] == "C" and char not in NEEDED for char in text)


def is_seen(text: str) -> bool:
    """Whether anything of a text prints."""
    return bool(plain(UNSEEN.sub("", text)).replace("\u2800", ""))


def kept(text: str) -> str:
    """The text without what is refused; never nothing."""
    text = "".join(char for char in text if not is_refused(char))
    return text if is_seen(text) else f"x{text}"


def one_line(text: str) -> str:
    """The text as a value of one line may be."""
    return BREAKS.sub(" ", text).strip()


#: Texts that files may have, and those that values of one line may be.
WORDS = ANYTHING.map(kept)
LINE = WORDS.map(one_line)


def printed(text: str) -> str:
    """What a reader of a PDF sees of a text."""
    return plain(UNSEEN.sub("", text))


def quoted(text: str) -> str:
    """A text as YAML writes it, within one line."""
    return '"' + "".join(char if char.isascii() and char.isalnum() else f"\\U{ord(char):08X}" for char in text) + '"'
