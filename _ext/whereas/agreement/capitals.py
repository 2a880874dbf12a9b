"""Phrases in capitals that an agreement does not define: terms, if the library defines them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whereas.agreement.alike import once
from whereas.agreement.model import Agreement
from whereas.agreement.runs import Blank, Definition, Run, Styled, TermUse, Text, Unlinked, Value
from whereas.agreement.term_lines import walk_placed
from whereas.agreement.uses import WITHIN, Term, compile_terms
from whereas.agreement.walk import text_of
from whereas.language.registry import language_of
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

TERM_UNDEFINED = Rule(
    "term-undefined",
    "A term of the library that an agreement uses is defined in it.",
    severity="warning",
    unshown="only the whole project knows which terms there are",
)


_CAPITALS = re.compile(r"(?<![\w·’'-])[^\W\d_a-z]\w*(?:[-’']\w+)*(?:\s+[^\W\d_a-z]\w*(?:[-’']\w+)*)*")
_QUOTED = re.compile("[“\"„«‘']\\s?([^“\"„«”»’']{1,80}?)\\s?[”\"“»’']")


class Phrase(NamedTuple):
    """Words in capitals: where they stand first, in how many places more, and whether within a sentence for certain."""

    words: str
    place: Place
    more: int
    within: bool


def capital_phrases(agreement: Agreement) -> tuple[Phrase, ...]:
    """The phrases in capitals of a linked agreement that are no terms, no facts, and not in quotes."""
    found: dict[str, list[tuple[Place, bool]]] = {}
    quoted: set[str] = set()  # defined by hand, it may be
    for line in walk_placed(agreement):
        in_quotes, in_capitals = _phrases(line.runs, line.heading)
        quoted.update(in_quotes)
        for words, within in in_capitals:
            found.setdefault(words, []).append((line.place, within))
    return tuple(
        Phrase(words, places[0][0], len({place for place, _ in places}) - 1, any(within for _, within in places))
        for words, places in found.items()
        if words not in quoted
    )


@once
def _phrases(runs: tuple[Run, ...], heading: bool) -> tuple[list[str], list[tuple[str, bool]]]:
    """The phrases of a line in quotes, and those in capitals, each with whether it stands within a sentence."""
    text = "".join(map(_plain, runs[1:] if heading else runs))
    quoted, capitals = _QUOTED.findall(text), list[tuple[str, bool]]()
    text = _QUOTED.sub(lambda said: "·" * len(said[0]), text)
    for match in _CAPITALS.finditer(text):
        within = bool(WITHIN.search(text[: match.start()]))
        if within or re.search(r"\s", match[0]):
            capitals.append((" ".join(match[0].split()), within))
    return quoted, capitals


def _plain(run: Run) -> str:
    """The words of a run; what cannot be an undefined term is masked."""
    match run:
        case Unlinked() | Value() | Blank() | TermUse() | Definition():
            return "·" * len(text_of((run,)))
        case Styled() if run.style not in ("literal", "citation", "no-term"):
            return "".join(map(_plain, run.runs))
        case Text():
            return run.text
    return "·" * len(text_of((run,)))


def check_undefined(phrases: Iterable[Phrase], known: Iterable[Term], locale: str) -> Iterator[Finding]:
    """A phrase that is a term of the library, and of no definition in this agreement (rule `term-undefined`)."""
    pattern = compile_terms(known, locale)
    capitals_say_nothing = language_of(locale).capital_nouns
    first: dict[str, Phrase] = {}
    for phrase in phrases:
        for found in pattern.find(phrase.words):
            one_word = " " not in phrase.words[found.start : found.end]
            # a single capital proves nothing where a sentence begins, nor ever in such a language
            if not (one_word and (capitals_say_nothing or (found.start == 0 and not phrase.within))):
                first.setdefault(found.term, phrase)
    for term, phrase in first.items():
        more = f" and {phrase.more} more place{'s' if phrase.more > 1 else ''}" if phrase.more else ""
        message = f"{term!r} is used here{more}, but this agreement does not define it"
        hint = "define it, use the clause that defines it, or write it without capitals"
        yield TERM_UNDEFINED.at(phrase.place, message, hint)
