"""What the rules of defined terms look at, collected once for an agreement."""

from __future__ import annotations

from dataclasses import dataclass

from whereas.agreement.alike import once
from whereas.agreement.model import Agreement
from whereas.agreement.runs import Blank, Definition, Run, Value
from whereas.agreement.term_lines import LineInPlace, walk_placed
from whereas.agreement.uses import Term, TermPattern, compile_terms, uses_in
from whereas.agreement.walk import text_of, walk_runs
from whereas.language.sentences import sentences_in
from whereas.library.finding import NOWHERE, Place


@dataclass(frozen=True)
class TermStudy:
    """What the rules look at, collected once.

    `uses` are by term, each with its place and its words; of those in `elsewhere` one is outside the sentence that
    defines the term, and those in `own` are used in their own entry of a list of definitions; those in `aside` are
    named in brackets, for what the sentence says at length.
    """

    terms: tuple[Term, ...]
    first: dict[str, Term]
    locale: str
    roles: frozenset[str]
    lines: tuple[LineInPlace, ...]
    pattern: TermPattern
    uses: dict[str, list[tuple[Place, str]]]
    elsewhere: set[str]
    own: set[str]
    aside: set[str]


def study_terms(agreement: Agreement, terms: tuple[Term, ...], locale: str, roles: frozenset[str]) -> TermStudy:
    """What the rules look at in an agreement, linked or not; `roles` are the terms that name parties."""
    lines = tuple(walk_placed(agreement))
    pattern = compile_terms(terms, locale)
    uses: dict[str, list[tuple[Place, str]]] = {}
    elsewhere, own, aside = set[str](), set[str](), set[str]()
    for line in lines:
        defined = _sentences_of(line.runs, line.own, locale)
        for use in uses_in(line, pattern):
            uses.setdefault(use.term, []).append((line.place, use.text))
            start, end = defined.get(use.term, (0, 0))
            if not start <= use.start < end:
                elsewhere.add(use.term)
        aside.update(name for name, text, end in definitions_in(line.runs, "") if _is_aside(text, end))
        if line.own and any(each.term == line.own for each in uses_in(line._replace(own=""), pattern)):
            own.add(line.own)
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(term.term, term)
    return TermStudy(terms, first, locale, roles, lines, pattern, uses, elsewhere, own, aside)


def _sentences_of(runs: tuple[Run, ...], own: str, locale: str) -> dict[str, tuple[int, int]]:
    """Where the sentence begins and ends in which a line defines a term."""
    ends = {name: end for name, _, end in definitions_in(runs, own)}
    sentences = sentences_in(text_of(runs), locale) if ends else ()
    return {name: each for name, end in ends.items() for each in sentences if each[0] < end <= each[1]}


def _is_aside(text: str, at: int) -> bool:
    """Whether a place in a text is within brackets."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def more_places(places: list[Place]) -> str:
    """`` and 2 more places``, for what is found more than once."""
    count = len(set(places)) - 1
    return f" and {count} more place{'s' if count > 1 else ''}" if count > 0 else ""


@once
def definitions_in(runs: tuple[Run, ...], own: str) -> list[tuple[str, str, int]]:
    """Each term that a line defines, with the words of the line and where those of the definition begin."""
    # what a fact says, or is called while it is blank, is not what the definition says
    text = "".join("·" * len(run.text) if isinstance(run, Blank | Value) else text_of((run,)) for run in runs)
    at, ends = 0, dict[str, int]()  # where the last name of each term ends: “Confidential Information” or “CI” means
    for run in runs:
        at += len(text_of((run,)))
        ends |= {each.term: at for each in walk_runs((run,)) if isinstance(each, Definition)}
    if own and not ends:
        ends[own] = 0
    return [(term, text, end) for term, end in ends.items()]


def place_of_term(study: TermStudy, name: str) -> Place:
    """Where a term is defined."""
    return study.first[name].place if name in study.first else NOWHERE


def at_term(study: TermStudy, name: str) -> str:
    """The same in brackets, after its name."""
    return said_at(place_of_term(study, name))


def said_at(place: Place) -> str:
    """A place in brackets, if it is known."""
    return f" ({place})" if place.file else ""
