"""Numbers in words, as texts have them: which number it is that a text ends with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from whereas.language.in_words import spell_number
from whereas.language.wording import Wording

#: Up to which number each is known, and every hundred, thousand and so on up to which.
_EACH, _HUNDREDS, _THOUSANDS, _MORE = 400, 10_000, 100_000, 1_000_000
#: Of how many words such a number may be.
_WORDS = 8


def number_said_before(text: str, locale: str) -> tuple[str, int] | None:
    """The words of the number with which a text ends, and the number; None where it ends with none."""
    known = _known(locale)
    words = list(re.finditer(r"[^\W\d_]+", text[-120:]))[-_WORDS:]
    tail = text[-120:]
    if not words or tail[words[-1].end() :].strip():
        return None
    for first in words:  # the longest of them: "one hundred and twenty", not "twenty"
        said = tail[first.start() :]
        if (number := known.get(_plain(said))) is not None:
            return said, number
    return None


@cache
def _known(locale: str) -> Mapping[str, int]:
    wording, known = Wording(locale=locale), dict[str, int]()
    round_ones = (
        *range(_HUNDREDS, _THOUSANDS, 1_000),
        *range(_THOUSANDS, _MORE, 50_000),
        *range(_MORE, 10 * _MORE, _MORE),
    )
    for number in (*range(2, _EACH), *range(_EACH, _HUNDREDS, 100), *round_ones):
        try:
            said = _plain(spell_number(number, wording))
        except ValueError:
            return {}
        known[said] = number
        known[re.sub(r"\b(and|y|et)\b ?", "", said)] = number
    return known


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())
