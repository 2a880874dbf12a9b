"""What may be wrong with the defined terms of an agreement: one rule, one function; the list of rules ends the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from whereas.agreement.model import Agreement
from whereas.agreement.term_rules import (
    TERM_CIRCULAR,
    TERM_EARLY,
    TERM_ONCE,
    TERM_OWN,
    TERM_TWICE,
    TERM_UNUSED,
)
from whereas.agreement.term_slips import check_lower_case, check_near
from whereas.agreement.term_study import (
    TermStudy,
    at_term,
    definitions_in,
    more_places,
    place_of_term,
    study_terms,
)
from whereas.agreement.uses import Term, uses_in
from whereas.language.registry import sought
from whereas.library.finding import Finding, Place


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
    study = study_terms(agreement, terms, locale, roles)
    rules = (*_RULES, _check_early) if early else _RULES
    return sorted(chain.from_iterable(rule(study) for rule in rules))


def _check_twice(study: TermStudy) -> Iterator[Finding]:
    places: dict[str, list[Place]] = {}
    for term in study.terms:
        places.setdefault(term.term, []).append(term.place)
    for name, found in places.items():
        if len(found) > 1:
            message = f"the term {name!r} is defined here{more_places(found[1:])}, and first at {found[0]}"
            yield TERM_TWICE.at(found[1], message, "keep one definition")


def _check_unused(study: TermStudy) -> Iterator[Finding]:
    for name, term in study.first.items():
        if name not in study.uses and name not in study.roles:
            but = " outside this definition" if name in study.own else ""
            message = f"the term {name!r} is defined here, but the agreement does not use it{but}"
            hint = "remove the definition, or use the term"
            yield TERM_UNUSED.at(term.place, message, hint, about=name)


def _check_once(study: TermStudy) -> Iterator[Finding]:
    for name, uses in study.uses.items():
        if name not in study.first or name in study.roles:
            continue
        if name not in study.elsewhere:
            message = f"the term {name!r} is used only in the sentence that defines it"
            hint = "say there what is meant, and do without the term; or use it where it is meant"
            yield TERM_OWN.at(study.first[name].place, message, hint, about=name)
        # one from another file ties the two together, and one in brackets spares what would be said at length again
        elif len(uses) == 1 and uses[0][0].file == study.first[name].place.file and name not in study.aside:
            message = f"the term {name!r} is used only once, at {uses[0][0]}"
            hint = "say there what is meant, and do without the term"
            yield TERM_ONCE.at(study.first[name].place, message, hint)


def _check_circular(study: TermStudy) -> Iterator[Finding]:
    means: dict[str, str] = {}
    for line in study.lines:
        for name, text, start in definitions_in(line.runs, line.own):
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
            said = ", ".join(f"{each!r}{at_term(study, each)} means {means[each]!r}" for each in steps)
            message = f"the definition of {name!r} leads back to itself: {said}"
            yield TERM_CIRCULAR.at(place_of_term(study, name), message, "say in one of them what is meant")


#: The words between a term and the kind of thing it is: "means any", "bedeutet jede".
_LEAD = frozenset(sought("definition_leads"))


def _check_early(study: TermStudy) -> Iterator[Finding]:
    defined: set[str] = set()
    later = {name for line in study.lines for name, _, _ in definitions_in(line.runs, line.own)}
    early: dict[str, list[Place]] = {}
    for line in study.lines:
        # in a list of definitions every one may use any other
        for use in uses_in(line, study.pattern) if not line.own else ():
            if use.term in later and use.term not in defined:
                early.setdefault(use.term, []).append(line.place)
        defined |= {name for name, _, _ in definitions_in(line.runs, line.own)}
    for name, found in early.items():
        message = f"the term {name!r} is used here{more_places(found)} before it is defined{at_term(study, name)}"
        yield TERM_EARLY.at(found[0], message, "define it first")


_RULES: tuple[Callable[[TermStudy], Iterator[Finding]], ...] = (
    _check_twice,
    _check_unused,
    _check_once,
    _check_circular,
    check_lower_case,
    check_near,
)
