"""Words that belong to somebody, a party or a deal, as people type them: other spaces, signs and capitals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from whereas.agreement.uses import WITHIN
from whereas.language.registry import language_of

_WORD = re.compile(r"[^\W_]+")
#: What may stand between two words of a name, and between two figures of a number.
_BETWEEN, _BETWEEN_FIGURES = re.compile(r"[\s.,'’&/@+_-]{1,3}"), re.compile(r"[\s/-]")
#: A name of one word that is shorter may be another word as well.
_SURE = 6


class Mine(NamedTuple):
    """Where a text has words of somebody, and whose: the ids of their files."""

    start: int
    end: int
    whose: frozenset[str]


class Owned:
    """Words, each with the ids of those to whom they belong: "01234567", "1 Foundry Lane", "Aurora"."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Take the words as their files have them."""
        self.words = words
        self._whose = dict[str, frozenset[str]]()
        self._capitals = dict[str, int]()
        for each, ids in words.items():
            key = folded(each)
            self._whose[key] = self._whose.get(key, frozenset()) | ids
            capitals = 0 if re.search(r"[\d@]", each) else sum(word[0].isupper() for word in _WORD.findall(each))
            self._capitals[key] = min(capitals, self._capitals.get(key, capitals))
        self._begun = {key[:end] for key in self._whose for end in range(1, len(key) + 1)}
        self._find = lru_cache(maxsize=1 << 15)(self._look)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._whose)

    def find(self, text: str, locale: str) -> tuple[Mine, ...]:
        """Where a text has such words, the longest ones."""
        return self._find(text, language_of(locale).capital_nouns)

    def _look(self, text: str, capital_nouns: bool) -> tuple[Mine, ...]:
        found, words, at = list[Mine](), list(_WORD.finditer(text)), 0
        while at < len(words):
            count, key = self._longest(text, words, at)
            if count and self._is_meant(text, words[at : at + count], key, capital_nouns):
                found.append(Mine(words[at].start(), words[at + count - 1].end(), self._whose[key]))
            at += count or 1
        return tuple(found)

    def _longest(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
        """How many words from one on belong to somebody, and what they are known as."""
        count, known, key = 0, "", ""
        for index in range(at, len(words)):
            if index > at:
                one, other = words[index - 1], words[index]
                figures = one[0][-1].isdigit() and other[0][0].isdigit()
                if not (_BETWEEN_FIGURES if figures else _BETWEEN).fullmatch(text, one.end(), other.start()):
                    break
            key += words[index][0].lower()
            if key not in self._begun:
                break
            if key in self._whose:
                count, known = index - at + 1, key
        return count, known

    def _is_meant(self, text: str, words: list[re.Match[str]], key: str, capital_nouns: bool) -> bool:
        """Whether a name has its capitals, and a short one stands alone in a sentence, where no other word has them."""
        needed = self._capitals[key]
        if needed > sum(word[0][0].isupper() for word in words):
            return False
        if not needed or len(words) > 1 or len(key) >= _SURE:
            return True
        before, after = text[: words[0].start()], text[words[0].end() :]
        alone = not re.match(r"[\s-]+[^\W\d_a-z\u00df-\u00ff]", after) and not re.search(
            r"\b[A-Z][\w-]*[\s-]\Z", before
        )
        return not capital_nouns and alone and bool(WITHIN.search(before))


def folded(words: str) -> str:
    """Words by their letters and figures alone."""
    return "".join(_WORD.findall(words)).lower()
