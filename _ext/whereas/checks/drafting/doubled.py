"""Words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.drafting.spots import is_typed, spot
from whereas.checks.lines import lines_to_check
from whereas.language.registry import sought
from whereas.library.finding import Finding
from whereas.library.rule import Rule


def _once(line: str, doubled: str) -> str:
    """A line with a doubled word written once, if it is there just once."""
    return line.replace(doubled, doubled.split()[0], 1) if line.count(doubled) == 1 else line


DOUBLED_WORD = Rule(
    "doubled-word",
    "No word stands twice in a row.",
    bad="The seller delivers the the goods.",
    good="The seller knows that that is so.",
    severity="warning",
    told="check",
    mend=_once,
)
_DOUBLED = re.compile(r"(?<![\w’'.-])([^\W\d_]+)\s+(\1)(?![\w’'-])", re.IGNORECASE)
_MAY_BE = frozenset(sought("doubled"))


def check_doubled_words(case: Case) -> Iterator[Finding]:
    """`the the`; names such as Baden Baden, and what a language may say so, are none."""
    for line in lines_to_check(case.agreement, case.foreign):
        for found in _DOUBLED.finditer(line.text):
            word, again = found[1], found[2]
            if again[0].isupper() or (len(word) == 1 and word.isupper()) or word.lower() in _MAY_BE or line.heading:
                continue
            if is_typed(line, *found.span(1)) or is_typed(line, *found.span(2)):
                message = f"{word!r} stands here twice in a row"
                yield DOUBLED_WORD.at(spot(line, found[0], case), message, "write it once", about=found[0])
