"""Uses of defined terms: one pattern finds those of a whole set of terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from whereas.agreement.alike import once
from whereas.agreement.model import (
    Agreement,
)
from whereas.agreement.runs import (
    Run,
    TermUse,
    Text,
    Value,
)
from whereas.agreement.term_lines import LineInPlace, UsedIn, walk_leaves, walk_placed
from whereas.agreement.walk import text_of
from whereas.language.nouns import term_forms
from whereas.language.registry import language_of, sought
from whereas.library.finding import NOWHERE, Place


@dataclass(frozen=True)
class Term:
    """A defined term: what else the author calls it (synonyms, abbreviations, variants), and where it is defined."""

    term: str
    forms: tuple[str, ...] = ()
    anchor: str = ""
    place: Place = NOWHERE


# ---- one pattern for all terms --------------------------------------------------------------------------------------


class Found(NamedTuple):
    """Where a text has a use of a term."""

    start: int
    end: int
    term: str


@dataclass(frozen=True)
class TermPattern:
    """One pattern for a set of terms, and which term each of their forms stands for.

    The forms in `not_first` are none where a sentence begins: "Record the date" says nothing of the term "Records".
    """

    pattern: re.Pattern[str] | None
    words: Mapping[str, str]
    not_first: frozenset[str] = frozenset()

    def find(self, text: str) -> list[Found]:
        """Every use, in reading order, the longest where several begin at one place."""
        if self.pattern is None:
            return []
        found, words, not_first = [], self.words, self.not_first
        for match in self.pattern.finditer(text):
            start, end = match.span()
            if start and text[start - 1] in _HYPHENS and _joined(text[: start - 1]):
                continue
            said = match[0]
            if said in not_first and not WITHIN.search(text[:start]):
                continue
            found.append(_new(Found, (start, end, words.get(said) or words[plain(said)])))
        return found


_new = tuple.__new__  # three times as fast as Found(...), which counts here
#: They join no name: "non-Affiliate".
_PREFIXES = sought("prefixes")
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_APOSTROPHES = "'’\N{MODIFIER LETTER APOSTROPHE}"
_PLAIN = str.maketrans({**dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_APOSTROPHES, "'")})
_SIGNS = {" ": r"\s+", "'": f"[{_APOSTROPHES}]", "-": f"[{_HYPHENS}]"}
_SMALL = "".join(sign for sign in map(chr, range(0x590)) if sign.islower())
#: No longer word, and no longer name: "Affiliate-owned" is said of an Affiliate, "Affiliate-Owned" is something else.
_END = rf"(?![\w\u0300-\u036f])(?![{_HYPHENS}](?=\w)[^{_SMALL}])"


#: Words after which one stands within a sentence for certain.
WITHIN = re.compile(r"[\w,’')%]\s+\Z")


def plain(text: str) -> str:
    """A term or use with plain spaces, apostrophes and hyphens."""
    return " ".join(text.split()).translate(_PLAIN)


def _joined(before: str) -> bool:
    """Whether a hyphen after these words joins a name ("Sub-Affiliate"), not a prefix ("non-Affiliate")."""
    word = re.search(r"\w*$", before)
    said = word[0] if word else ""
    return bool(said) and not said[0].islower() and said.lower() not in _PREFIXES


def compile_terms(terms: Iterable[Term], locale: str, lower: bool = False) -> TermPattern:
    """The pattern of a set of terms, kept for the next time; `lower` gives that of their forms in lower case."""
    return _compile(tuple((term.term, term.forms) for term in terms), language_of(locale).code, lower)


#: No term is longer; a pattern goes as deep as its words are long.
LONGEST_TERM = 200


@lru_cache(maxsize=256)
def _compile(terms: tuple[tuple[str, tuple[str, ...]], ...], locale: str, lower: bool) -> TermPattern:
    nouns_are_verbs = language_of(locale).nouns_are_verbs
    words: dict[str, str] = {}
    # a word that two terms claim is whose name it is, else whose author gave it, else whose rule made it
    for name, _ in terms:
        words.setdefault(plain(name), name)
    for name, own in terms:
        for form in own:
            words.setdefault(plain(form), name)
    not_first = set()
    for name, own in terms:
        for each in (name, *own):
            for form in term_forms(plain(each), locale):
                if form not in words and nouns_are_verbs and " " not in form and len(form) < len(each):
                    not_first.add(form)
                words.setdefault(form, name)
    words = {form: name for form, name in words.items() if 0 < len(form) <= LONGEST_TERM}
    if lower:
        # what is written in lower case anyhow cannot be told apart
        words = {form.lower(): name for form, name in reversed(words.items()) if form != form.lower()}
    return TermPattern(re.compile(_pattern(words)) if words else None, words, frozenset(not_first))


def _pattern(words: Iterable[str]) -> str:
    """A pattern that reads each word by its letters, sign after sign, so that a thousand cost as little as ten."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    # The first sign comes before the look behind it: so the search runs from capital to capital, at the speed of C.
    first = (_SIGNS.get(sign, re.escape(sign)) + r"(?<!\w[\s\S])" + _branch(node) for sign, node in tree.items())
    return f"(?:{'|'.join(first)}){_END}"


def _branch(node: dict[str, Any]) -> str:
    """What may follow; the longest first."""
    together: dict[str, list[str]] = {}
    for sign, after in node.items():
        if sign:
            together.setdefault(_branch(after), []).append(sign)
    ways = []
    for rest, signs in together.items():
        ways += [_SIGNS[sign] + rest for sign in signs if sign in _SIGNS]
        letters = [re.escape(sign) for sign in signs if sign not in _SIGNS]
        if letters:
            ways.append((letters[0] if len(letters) == 1 else f"[{''.join(letters)}]") + rest)
    if not ways:
        return ""
    if "" in node:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


class Use(NamedTuple):
    """A use of a term: the words that stand there, and where in those of the line they begin."""

    term: str
    text: str
    start: int


def uses_in(line: LineInPlace, pattern: TermPattern) -> list[Use]:
    """Each use of a term in a line, linked or not, but not that of the term which the line defines."""
    return [use for use in _uses(line.runs, line.heading, pattern) if use.term != line.own]


@once
def _uses(runs: tuple[Run, ...], heading: bool, pattern: TermPattern) -> list[Use]:
    text = text_of(runs)
    found, uses = pattern.find(text), list[Use]()
    for run, at in walk_leaves(runs, heading):
        if isinstance(run, TermUse):
            uses.append(Use(run.term, run.text, at))
        elif isinstance(run, Text | Value):
            inside = (each for each in found if at <= each.start and each.end <= at + len(run.text))
            uses += [Use(term, text[start:end], start) for start, end, term in inside]
    return uses


def uses_of_terms(agreement: Agreement) -> dict[str, tuple[UsedIn, ...]]:
    """For each term the provisions of a numbered, linked agreement that use it, in reading order, each once."""
    uses: dict[str, dict[UsedIn, None]] = {}
    for line in walk_placed(agreement):
        for term in _linked_terms(line.runs, line.heading):
            if term != line.own:
                uses.setdefault(term, {})[line.inside] = None
    return {term: tuple(found) for term, found in uses.items()}


@once
def _linked_terms(runs: tuple[Run, ...], heading: bool) -> tuple[str, ...]:
    return tuple(run.term for run, _ in walk_leaves(runs, heading) if isinstance(run, TermUse))
