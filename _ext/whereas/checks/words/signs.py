"""Signs that stand twice, or after a space: ", ,", "goods..", "goods ,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.library.rule import Rule


def _mended(line: str, both: str) -> str:
    """A line with some signs of it as they should be, if they are there just once."""
    wrong, _, right = both.partition("\n")
    return line.replace(wrong, right) if line.count(wrong) == 1 else line


SIGNS = Rule(
    "signs",
    "A comma or a full stop stands once, and right after its word.",
    bad="The seller delivers the goods ,and repairs them.",
    good="The seller delivers the goods, and repairs them.",
    severity="warning",
    told="check",
    mend=_mended,
)
_TWICE = re.compile(r"(?<=\w)(?P<sign>,)\s?,(?=\s)|(?<=\w{2})(?P<stop>\.)\s?\.(?=\s*$)")
_AFTER_SPACE = re.compile(r"(?P<word>[^\W\d_]{2,}) (?P<sign>,)(?P<next>\s?)(?=[^\W\d_])")


def check_signs(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """In sentences alone: a heading and a cell may have their own ways."""
    if line.heading:
        return
    for found in _TWICE.finditer(line.text):
        right = found["sign"] or found["stop"]
        yield Mark(SIGNS, *found.span(), f"{found[0]!r} is one sign too many", f"write {right}")
    for found in _AFTER_SPACE.finditer(line.text):
        start, end = found.start("sign") - 1, found.end("sign")
        about = f"{found[0]}\n{found['word']}, "
        yield Mark(SIGNS, start, end, "a space stands before this comma", "write none", about)
