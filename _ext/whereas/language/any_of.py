"""One pattern for many phrases, of which but a few are tried at any place of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def any_of(phrases: Iterable[str], names: bool = False) -> str:
    """A pattern for the first of some patterns that is found; for use with `re.IGNORECASE`.

    Those that begin with a letter are tried only where that letter stands, which is many times as fast. With `names`,
    `lastgroup` of what is found is `w` and the index of its phrase: so the phrases have no groups of their own.
    """
    marked = [(_first(each), each, f"(?P<w{index}>)" if names else "") for index, each in enumerate(phrases)]
    found = []
    for is_letter, some in groupby(marked, lambda each: bool(each[0])):
        known = dict[str, list[str]]()  # two that begin with different letters are in nobody's way
        for letter, phrase, mark in some:
            known.setdefault(letter, []).append(f"{phrase[1:] if is_letter else f'(?:{phrase})'}{mark}")
        found += [
            f"(?-i:[{each}{each.upper()}])(?:{'|'.join(rest)})" if each else "|".join(rest)
            for each, rest in known.items()
        ]
    return "|".join(found)


def _first(phrase: str) -> str:
    """The letter with which whatever a pattern finds begins; nothing where that is not plain."""
    first, rest = phrase[:1].lower(), phrase[1:]
    plain = first.isascii() and first.isalpha() and rest[:1] not in ("?", "*", "+", "{")
    return first if plain and not _has_several(rest) else ""


def _has_several(pattern: str) -> bool:
    """Whether a pattern is several, outside all brackets."""
    inner = ""
    while inner != pattern:
        inner, pattern = pattern, re.sub(r"\([^()]*\)", "", pattern)
    return "|" in pattern
