"""Words that stand twice in a row, and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.registry import sought
from whereas.library.rule import Rule


def _once(line: str, doubled: str) -> str:
    """A line with a doubled word written once, if it is there just once."""
    return line.replace(doubled, doubled.split()[0], 1) if line.count(doubled) == 1 else line


def _one_space(line: str, doubled: str) -> str:
    """A line with the doubled spaces of some words of it made one."""
    return line.replace(doubled, " ".join(doubled.split()), 1)


DOUBLED_WORD = Rule(
    "doubled-word",
    "No word stands twice in a row.",
    bad="The seller delivers the the goods.",
    good="The seller knows that that is so.",
    severity="warning",
    told="check",
    mend=_once,
)
DOUBLED_SPACE = Rule(
    "doubled-space",
    "One space stands between two words.",
    bad="The seller delivers the  goods.",
    good="The seller delivers the goods.",
    severity="info",
    told="check",
    mend=_one_space,
)
_DOUBLED = re.compile(r"(?<![\w’'.-])([^\W\d_]+)\s+(\1)(?![\w’'-])", re.IGNORECASE)
_SPACES = re.compile(r"\S+(?<![.!?:])(?P<spaces> {2,})\S+")
_MAY_BE = frozenset(sought("doubled"))


def check_doubled_words(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`the the`; names such as Baden Baden, and what a language may say so, are none."""
    for found in () if line.heading else _DOUBLED.finditer(line.text):
        word, again = found[1], found[2]
        if again[0].isupper() or (len(word) == 1 and word.isupper()) or word.lower() in _MAY_BE:
            continue
        if line.is_typed(*found.span(1)) or line.is_typed(*found.span(2)):
            message = f"{word!r} stands here twice in a row"
            yield Mark(DOUBLED_WORD, *found.span(), message, "write it once", found[0], given=True)


def check_doubled_spaces(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """Two spaces within a sentence; some put two between sentences."""
    for found in _SPACES.finditer(line.text):
        if line.is_typed(*found.span("spaces")):  # the words beside them may be a term, or a value
            message = "two spaces stand between these words"
            yield Mark(DOUBLED_SPACE, *found.span(), message, "write one", found[0], given=True)
