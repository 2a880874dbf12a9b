"""Quotation marks of another language: „so“ in English, “so” in German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.registry import language_of
from whereas.library.rule import Rule


def _right_marks(line: str, both: str) -> str:
    """A line with some words of it between other marks, if they are there just once."""
    wrong, _, right = both.partition("\n")
    return line.replace(wrong, right) if line.count(wrong) == 1 else line


QUOTES = Rule(
    "quotes-foreign",
    "Quotation marks are those of the text's language.",
    bad="The „buyer“ pays for the goods.",
    good="The “buyer” pays for the goods.",
    severity="warning",
    told="check",
    mend=_right_marks,
)
#: How words are quoted somewhere, an opening and a closing mark.
_PAIRS = (("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("“", "”"), ("``", "’’"), ("``", "''"))
_WITHIN = "[^„“”«»`\n]{1,80}?"


def check_quotes(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """Words between a pair of marks that this language does not have."""
    for start, end, inner in foreign_quotes(line.text, locale):
        opened, closed = _own(locale)
        wrong = line.text[start:end]
        message = f"{wrong!r} stands between the marks of another language"
        about = f"{wrong}\n{opened}{inner.strip()}{closed}"
        yield Mark(QUOTES, start, end, message, f"write {opened.strip()}…{closed.strip()}", about)


def foreign_quotes(text: str, locale: str) -> Iterator[tuple[int, int, str]]:
    """Where words stand between marks of another language: from, to, and the words."""
    pattern, wrong = _patterns(locale)
    if pattern and any(sign in text for sign in "„«»“`"):
        for found in pattern.finditer(text):
            marks = next((each for each in wrong if found[0].startswith(each[0]) and found[0].endswith(each[1])), None)
            if marks:
                yield *found.span(), found[0][len(marks[0]) : -len(marks[1])]


def _own(locale: str) -> tuple[str, str]:
    words = language_of(locale).style_words
    return words.quotes if words else ("", "")


@cache
def _patterns(locale: str) -> tuple[re.Pattern[str] | None, tuple[tuple[str, str], ...]]:
    """Whatever is quoted, in the language's own way first, and the pairs that are none of its own."""
    first, last = (each.strip() for each in _own(locale))
    if not first or first == last:
        return None, ()
    right = {(first, last), *((each[0], each[1]) for each in language_of(locale).drafting.more_quotes)}
    pairs = (*sorted(right), *(each for each in _PAIRS if each not in right))
    quoted = "|".join(f"{re.escape(opened)}{_WITHIN}{re.escape(closed)}" for opened, closed in pairs)
    return re.compile(quoted), tuple(each for each in _PAIRS if each not in right)
