"""Where the sentences of a text end: for citations of one, for capitals after it, and for checks of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from whereas.language.endings import ends_in_abbreviation, ends_within_sentence
from whereas.language.registry import language_of

_END = re.compile(r"[.!?][\"'”’»)\]]*(?=\s|$)")
_LAST = re.compile(r"[.!?][\"'”’»)\]]*$")
#: "z. B.", "i. S. d.": letters that are words in short.
_LETTERS = re.compile(r"(?:^|\W)(?:[a-z]|\w\. ?[A-Z])\.$")
#: "31. Januar", where every noun has a capital.
_DAY = re.compile(r"(?:^|\W)\d{1,2}\.$")


def sentence_ends(text: str, locale: str) -> tuple[int, ...]:
    """The places at which sentences of a text end, after their stops and what closes with them."""
    return tuple(end.end() for end in _END.finditer(text) if _is_end(text[: end.end()], text[end.end() :], locale))


@lru_cache(maxsize=1 << 14)
def sentences_in(text: str, locale: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    return tuple(_sentences(text, locale))


def _sentences(text: str, locale: str) -> Iterator[tuple[int, int]]:
    begun = 0
    for end in sentence_ends(text, locale):
        until = end + len(text[end:]) - len(text[end:].lstrip())
        yield begun, until
        begun = until
    if begun < len(text):
        yield begun, len(text)


def has_stop(text: str) -> bool:
    """Whether the last words of a text have a full stop, or what stands for one."""
    return bool(_LAST.search(text.rstrip()))


def ends_sentence(text: str, locale: str) -> bool:
    """Whether a text ends with a sentence, so that what comes after it begins another."""
    text = text.rstrip()
    return has_stop(text) and _is_end(text, "", locale)


def _is_end(before: str, after: str, locale: str) -> bool:
    """Whether a sentence ends between these words, and does not go on after an abbreviation."""
    after = after.lstrip()
    if ends_within_sentence(before) or ends_in_abbreviation(before, after) or _LETTERS.search(before):
        return False
    is_ordinal = bool(_DAY.search(before)) and language_of(locale).capital_nouns
    return not after[:1].islower() and not (is_ordinal and after)
