"""The words of house styles, in any language: of labels, of citations, and how its nouns behave in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

#: For one and for many.
Words = tuple[str, str]


@dataclass(frozen=True)
class Noun:
    """How a language treats a label's word: `cited` in references (one, many), "der Anlage 1", "diese Anlage 1".

    After its `of` some words take another ending: "des Teils A".
    """

    word: str
    cited: Words
    of: str = ""
    this: str = ""
    after_of: str = ""


class LabelWords(NamedTuple):
    """The words in labels, such as "Schedule 1"."""

    article: str
    section: str
    schedule: str
    exhibit: str
    annex: str
    appendix: str
    part: str
    table: str


class CitedWords(NamedTuple):
    """The words in citations, such as "clauses 7 and 8"."""

    clause: Words
    section: Words
    article: Words
    paragraph: Words
    recital: Words
    party: Words


class PartWords(NamedTuple):
    """How a sentence or an unnumbered paragraph is cited with its provision: "Satz {n}", "the {n} sentence"."""

    noun: str
    one: str
    many: str
    joint: str = " "  # between it and the citation of its provision
    leads: bool = False  # whether it stands before that
    spelled: bool = False  # "third", and not 3
    counts_items: bool = False  # whether each item of a list is a paragraph too


@dataclass(frozen=True, kw_only=True)
class StyleWords:
    """The words of one language."""

    labels: LabelWords
    cited: CitedWords
    letter: Words  # what has a letter, cited from the same clause: "paragraph (a)"
    sentence: PartWords
    paragraph: PartWords  # one that bears no number
    conjunction: str
    of: str
    this: str
    reserved: str
    quotes: tuple[str, str]
    nouns: tuple[Noun, ...] = ()
    numbered: Words | None = None  # a paragraph of what is attached with a number alone: "Nummer 2", but "Absatz (2)"
    outer: Literal["last", "first"] = "last"  # what is attached comes last in a citation, or first: "Anlage 1 Nummer 2"
    also: str = ""  # joins lists that have an "and" of their own: "Abs. 1 und 2 sowie § 3"
    either_many: bool = False  # "articles 2 ou 3", but "clause 2 or 3"


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """How a country numbers and cites: labels by example, and for each level how it is cited, for one and for many."""

    name: str
    locale: str
    levels: tuple[str, ...]
    cited: tuple[Words, ...]
    schedule: str
    schedule_levels: tuple[str, ...]
    schedule_cited: tuple[Words, ...]
    annex: str
    clause: Words
    joiner: str = " "
    outer: Literal["last", "first"] = "last"
    definition_levels: tuple[str, ...] = ("a)", "aa)")


def alike(*patterns: str) -> tuple[Words, ...]:
    """Ways to cite, one for each level, whose word is the same for one and for many, or goes by its language's rule."""
    return tuple((pattern, pattern) for pattern in patterns)
