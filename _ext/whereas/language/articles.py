"""Articles: which one a word takes by its sound; and which words, having one already, stand wrongly after another."""

from __future__ import annotations

import re
from typing import NamedTuple

from whereas.language.en.articles import a_or_an
from whereas.language.record import Articles, Fix, WrongArticle
from whereas.language.registry import language_of


def has_indefinite(locale: str) -> bool:
    """Whether the sound of a word decides its article in a language, as that of English ones does."""
    return language_of(locale).indefinite is not None


def indefinite(words: str, locale: str) -> str:
    """The article by the sound that words begin with: a European company, an LLC; the English one if there is none."""
    rule = language_of(locale).indefinite
    return rule.choose(words) if rule else a_or_an(words)


def is_wrong_indefinite(before: str, words: str, locale: str) -> bool:
    """Whether an "a" at the end of `before` should be "an" before these words, or "an" be "a", beyond doubt."""
    rule = language_of(locale).indefinite
    found = rule and re.search(rf"(?:^|(?<=[\s(“‘\"]))({rule.articles})\s$", before)
    if not rule or not found or not words or not _is_word(found[1], before[: found.start()]):
        return False
    return not rule.is_disputed(words) and found[1].lower() != rule.choose(words)


class Clash(NamedTuple):
    """A word that stands wrongly before an article: as it is written, and what mends it."""

    word: str
    fix: Fix


def clash(before: str, words: str, locale: str) -> Clash | None:
    """The word at the end of `before` that cannot stand before words with an article of their own; None if all is well.

    In a language whose articles are not known it is an article that stands twice.
    """
    rules = language_of(locale).articles or _same_twice(words)
    if not re.match(rules.own, words) or re.search(rf"(?:{rules.allowed})$", before):
        return None
    for wrong in rules.wrong:
        found = re.search(rf"(?<![\w’'&-])({wrong.words})(?:\s+|(?<=[’']))$", before, re.IGNORECASE)
        if found and re.match(wrong.articles, words) and _is_word(found[1], before[: found.start()]):
            return Clash(found[1], wrong.fix)
    return None


def _same_twice(words: str) -> Articles:
    first = re.escape(words.split(maxsplit=1)[0]) if " " in words else r"(?!)"
    return Articles(rf"{first}\s", (WrongArticle(first, "drop"),))


def _is_word(word: str, before: str) -> bool:
    """Whether a word is one of the sentence: with a capital only where one begins, else it is a name (Schedule A)."""
    before = before.rstrip(' \t*_“"„«‘')
    return not word[:1].isupper() or not before or before[-1] in ".!?:;)#>|\n"
