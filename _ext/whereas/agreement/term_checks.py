"""What may be wrong with the defined terms of an agreement: one rule, one function; the list of rules ends the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from whereas.agreement.alike import once
from whereas.agreement.model import Agreement
from whereas.agreement.runs import Blank, Definition, Run, Text, Value
from whereas.agreement.term_lines import LineInPlace, walk_leaves, walk_placed
from whereas.agreement.term_rules import (
    TERM_CIRCULAR,
    TERM_EARLY,
    TERM_LOWER_CASE,
    TERM_NEAR,
    TERM_ONCE,
    TERM_OWN,
    TERM_TWICE,
    TERM_UNUSED,
)
from whereas.agreement.uses import WITHIN, Term, TermPattern, compile_terms, plain, uses_in
from whereas.agreement.walk import text_of, walk_runs
from whereas.language.nouns import term_forms
from whereas.language.registry import sought
from whereas.language.sentences import sentences_in
from whereas.library.finding import NOWHERE, Finding, Place


def check_terms(
    agreement: Agreement,
    terms: tuple[Term, ...],
    locale: str,
    roles: frozenset[str] = frozenset(),
    early: bool = False,
) -> list[Finding]:
    """What is wrong with the terms of an agreement, linked or not: one finding for each term and rule, by place.

    `terms` may name one twice, which is an error; `roles` are those that name parties; `early` asks for uses before the
    definition, too.
    """
    study = _study(agreement, terms, locale, roles)
    rules = (*_RULES, _check_early) if early else _RULES
    return sorted(chain.from_iterable(rule(study) for rule in rules))


@dataclass(frozen=True)
class _Study:
    """What the rules look at, collected once.

    `uses` are by term, each with its place and its words; of those in `elsewhere` one is outside the sentence that
    defines the term, and those in `own` are used in their own entry of a list of definitions.
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


def _study(agreement: Agreement, terms: tuple[Term, ...], locale: str, roles: frozenset[str]) -> _Study:
    lines = tuple(walk_placed(agreement))
    pattern = compile_terms(terms, locale)
    uses: dict[str, list[tuple[Place, str]]] = {}
    elsewhere, own = set[str](), set[str]()
    for line in lines:
        defined = _sentences_of(line.runs, line.own, locale)
        for use in uses_in(line, pattern):
            uses.setdefault(use.term, []).append((line.place, use.text))
            start, end = defined.get(use.term, (0, 0))
            if not start <= use.start < end:
                elsewhere.add(use.term)
        if line.own and any(each.term == line.own for each in uses_in(line._replace(own=""), pattern)):
            own.add(line.own)
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(term.term, term)
    return _Study(terms, first, locale, roles, lines, pattern, uses, elsewhere, own)


def _sentences_of(runs: tuple[Run, ...], own: str, locale: str) -> dict[str, tuple[int, int]]:
    """Where the sentence begins and ends in which a line defines a term."""
    ends = {name: end for name, _, end in _definitions(runs, own)}
    sentences = sentences_in(text_of(runs), locale) if ends else ()
    return {name: each for name, end in ends.items() for each in sentences if each[0] < end <= each[1]}


def _more(places: list[Place]) -> str:
    """`` and 2 more places``, for what is found more than once."""
    count = len(set(places)) - 1
    return f" and {count} more place{'s' if count > 1 else ''}" if count > 0 else ""


def _check_twice(study: _Study) -> Iterator[Finding]:
    places: dict[str, list[Place]] = {}
    for term in study.terms:
        places.setdefault(term.term, []).append(term.place)
    for name, found in places.items():
        if len(found) > 1:
            message = f"the term {name!r} is defined here{_more(found[1:])}, and first at {found[0]}"
            yield TERM_TWICE.at(found[1], message, "keep one definition")


def _check_unused(study: _Study) -> Iterator[Finding]:
    for name, term in study.first.items():
        if name not in study.uses and name not in study.roles:
            but = " outside this definition" if name in study.own else ""
            message = f"the term {name!r} is defined here, but the agreement does not use it{but}"
            hint = "remove the definition, or use the term"
            yield TERM_UNUSED.at(term.place, message, hint, about=name)


def _check_once(study: _Study) -> Iterator[Finding]:
    for name, uses in study.uses.items():
        if name not in study.first or name in study.roles:
            continue
        if name not in study.elsewhere:
            message = f"the term {name!r} is used only in the sentence that defines it"
            hint = "say there what is meant, and do without the term; or use it where it is meant"
            yield TERM_OWN.at(study.first[name].place, message, hint, about=name)
        elif len(uses) == 1:
            message = f"the term {name!r} is used only once, at {uses[0][0]}"
            hint = "say there what is meant, and do without the term"
            yield TERM_ONCE.at(study.first[name].place, message, hint)


def _check_circular(study: _Study) -> Iterator[Finding]:
    means: dict[str, str] = {}
    for line in study.lines:
        for name, text, start in _definitions(line.runs, line.own):
            if found := next((each for each in study.pattern.find(text) if each.start >= start), None):
                lead = text[start : found.start].lower()
                # after a bracket, a comma or a stop the words no more say what the term means
                if set(re.findall(r"\w+", lead)) <= _LEAD and not re.search(r"[.,;!?()]", lead):
                    means.setdefault(name, found.term)
    seen: set[str] = set()
    for name in means:
        steps = [name]
        while (last := means.get(steps[-1])) and last not in steps:
            steps.append(last)
        if last == name and name not in seen:
            seen |= set(steps)
            said = ", ".join(f"{each!r}{_at(study, each)} means {means[each]!r}" for each in steps)
            message = f"the definition of {name!r} leads back to itself: {said}"
            yield TERM_CIRCULAR.at(_place(study, name), message, "say in one of them what is meant")


#: The words between a term and the kind of thing it is: "means any", "bedeutet jede".
_LEAD = frozenset(sought("definition_leads"))


@once
def _definitions(runs: tuple[Run, ...], own: str) -> list[tuple[str, str, int]]:
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


def _place(study: _Study, name: str) -> Place:
    return study.first[name].place if name in study.first else NOWHERE


def _at(study: _Study, name: str) -> str:
    return _said_at(_place(study, name))


def _said_at(place: Place) -> str:
    return f" ({place})" if place.file else ""


def _check_early(study: _Study) -> Iterator[Finding]:
    defined: set[str] = set()
    later = {name for line in study.lines for name, _, _ in _definitions(line.runs, line.own)}
    early: dict[str, list[Place]] = {}
    for line in study.lines:
        # in a list of definitions every one may use any other
        for use in uses_in(line, study.pattern) if not line.own else ():
            if use.term in later and use.term not in defined:
                early.setdefault(use.term, []).append(line.place)
        defined |= {name for name, _, _ in _definitions(line.runs, line.own)}
    for name, found in early.items():
        message = f"the term {name!r} is used here{_more(found)} before it is defined{_at(study, name)}"
        yield TERM_EARLY.at(found[0], message, "define it first")


def _check_lower_case(study: _Study) -> Iterator[Finding]:
    lower = compile_terms(study.terms, study.locale, lower=True)
    slips: dict[tuple[str, bool], list[tuple[Place, str]]] = {}
    for line in study.lines:
        for term, mixed, said in _slips(line.runs, line.heading, lower, study.pattern):
            if term != line.own:
                slips.setdefault((term, mixed), []).append((line.place, said))
    for (term, mixed), uses in slips.items():
        place, said = uses[0]
        more = _more([each for each, _ in uses])
        if mixed:
            message = f"{said!r}, here{more}, is nearly the term {term!r}"
            yield TERM_NEAR.at(place, message, f"write {term!r}, or use no capital")
        else:
            message = f"{said!r} is in lower case here{more}, beside the term {term!r}"
            yield TERM_LOWER_CASE.at(place, message, "write it as defined if the term is meant")


@once
def _slips(
    runs: tuple[Run, ...], heading: bool, lower: TermPattern, pattern: TermPattern
) -> list[tuple[str, bool, str]]:
    """Each word of a line that is nearly a term: the term, whether it has a capital within a sentence, the word."""
    text = text_of(runs)
    found, slips = lower.find(_lower(text)), list[tuple[str, bool, str]]()
    for run, at in walk_leaves(runs, heading) if found else ():
        if not isinstance(run, Text):
            continue
        for start, end, term in found:
            said = text[start:end]
            inside = at <= start and end <= at + len(run.text)
            if inside and not (said.isupper() or plain(said) in pattern.words or _hyphened(text, start, end)):
                mixed = said[0].isupper() and bool(WITHIN.search(text[:start]))  # elsewhere it is the sentence's
                slips.append((term, mixed, said))
    return slips


def _lower(text: str) -> str:
    """A text in lower case, letter by letter, so that each stays in its place."""
    if text.isascii() or not _CHANGES_LENGTH_OR_PLACE & set(text):
        return text.lower()
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


_CHANGES_LENGTH_OR_PLACE = frozenset("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{GREEK CAPITAL LETTER SIGMA}")


def _hyphened(text: str, start: int, end: int) -> bool:
    """Whether a word is part of another: "long-term"."""
    return "-" in plain(f"{text[max(start - 1, 0) : start]}.{text[end : end + 1]}")


def _check_near(study: _Study) -> Iterator[Finding]:
    yield from _near(tuple(study.first.values()), study.locale, study.roles)


@lru_cache(maxsize=16)  # the deals of one template mostly define the same terms
def _near(terms: tuple[Term, ...], locale: str, roles: frozenset[str]) -> tuple[Finding, ...]:
    return tuple(_terms_near(terms, locale, roles))


def _terms_near(terms: tuple[Term, ...], locale: str, roles: frozenset[str]) -> Iterator[Finding]:
    first = {term.term: term for term in terms}
    claimed: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    by_rule = {name: set(map(_squashed, term_forms(plain(name), locale))) for name in first}
    for name, term in first.items():
        for word in (*term_forms(plain(name), locale), *term.forms):
            form = _squashed(word)
            other = claimed.setdefault(form, name)
            one_role = {other, name} <= roles  # the Seller and the Sellers
            if other == name or (other, name) in seen or one_role:
                continue
            seen.add((other, name))
            near = form in by_rule[name] and form in by_rule[other]
            what = "differ only in capitals, number, hyphens or spaces" if near else f"are both written {word!r}"
            message = f"the terms {name!r} and {other!r}{_said_at(first[other].place)} {what}"
            yield TERM_NEAR.at(term.place, message, "make them one, or name them further apart")


def _squashed(form: str) -> str:
    return plain(form).lower().replace(" ", "").replace("-", "")


_RULES: tuple[Callable[[_Study], Iterator[Finding]], ...] = (
    _check_twice,
    _check_unused,
    _check_once,
    _check_circular,
    _check_lower_case,
    _check_near,
)
