"""Citations in a case: "de l’article 2 et du paragraphe 1", "des § 10", "zur Anlage 1"."""

from __future__ import annotations

import re

from whereas.agreement.inner_parts import part_words
from whereas.agreement.joined import Words, merged_parts
from whereas.agreement.remade import remade
from whereas.agreement.runs import Cited, Text
from whereas.agreement.styles import Style
from whereas.language.registry import language_of, phrases

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?(?=\s)|§+")


def in_case(parts: Words, style: Style, case: str) -> Words:
    """The words of a citation with what their case puts before each of its nouns.

    Raises ValueError where the language has no such case, or nothing is known of the word.
    """
    language = language_of(style.locale)
    cited = language.cases.cited
    if not cited or case not in cited.names:
        known = f"it has {', '.join(cited.names)}" if cited else "write the words out"
        raise ValueError(f"citations in {language.name or style.locale} have no {case!r}: {known}")
    done: list[Text | Cited] = []
    joint = _joint(style)
    before, found = "", False
    for part in parts:
        pieces = [part.text] if isinstance(part, Cited) else re.split(f"({joint})", part.text)
        for index, piece in enumerate(pieces):
            word = _WORD.match(piece)
            if word and (not before or (re.search(f"{joint}$", before) and _begins(word[0], style))):
                pieces[index], found = _cased(word[0], piece, isinstance(part, Text), style, case), True
            before += piece
        done.append(remade(part, text="".join(pieces)))
    if not found:
        raise ValueError("a number alone has no case: cite it with its word, or write the words out")
    return merged_parts(done)


def _cased(word: str, words: str, several: bool, style: Style, case: str) -> str:
    """Words that begin with a noun, in a case."""
    language, noun = language_of(style.locale), style.noun(word)
    if noun is None or not language.cases.cited:
        raise ValueError(f"what goes before {word!r} is not known in {language.name}: write the words out")
    one, many = noun.cited
    return language.cases.cited.word(words, noun, word == many if one != many else several, case)


def _begins(word: str, style: Style) -> bool:
    """Whether another citation begins with a word within a list; a sentence or paragraph goes with its provision."""
    parts = {part_words(part, style.locale).noun for part in ("sentence", "paragraph")}
    return word not in parts and style.noun(word) is not None


def _joint(style: Style) -> str:
    """What stands between the parts of a list, as a pattern."""
    known = language_of(style.locale)
    words = {style.conjunction, phrases(style.locale).alternative, *(instead for _, _, instead in known.figures.joints)}
    words |= {known.style_words.also} if known.style_words else set()
    return rf"(?: (?:{'|'.join(map(re.escape, sorted(filter(None, words), key=len, reverse=True)))}) |, )"
