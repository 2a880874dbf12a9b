"""Words that are nearly a term: in lower case, or spelt otherwise; and terms that are nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from whereas.agreement.alike import once
from whereas.agreement.runs import Run, Text
from whereas.agreement.term_lines import walk_leaves
from whereas.agreement.term_rules import TERM_LOWER_CASE, TERM_NEAR
from whereas.agreement.term_study import TermStudy, definitions_in, more_places, said_at
from whereas.agreement.uses import WITHIN, Term, TermPattern, compile_terms, plain, uses_in
from whereas.agreement.walk import text_of
from whereas.language.nouns import term_forms
from whereas.language.registry import sought
from whereas.library.finding import Finding, Place


def check_lower_case(study: TermStudy) -> Iterator[Finding]:
    """Words that would be a term with other capitals: `term-lower-case`, and `term-near` within a sentence."""
    lower = compile_terms(study.terms, study.locale, lower=True)
    found = [
        (slip, line.place)
        for line in study.lines
        for slip in _slips(line.runs, line.heading, lower, study.pattern)
        if slip.term != line.own
    ]
    ordinary = {slip.term for slip, _ in found if not slip.mixed and slip.lead in _DEFINITE}
    leads = _leads(study, ordinary) if ordinary else set()
    slips: dict[tuple[str, bool], list[tuple[Place, str]]] = {}
    for slip, place in found:
        # a word alone may be meant as it is, "on purpose"; where it is "the Purpose", "the purpose" is a slip
        if slip.mixed or re.search(r"\W", slip.text) or (slip.lead, slip.text.lower()) in leads:
            slips.setdefault((slip.term, slip.mixed), []).append((place, slip.text))
    for (term, mixed), uses in slips.items():
        place, said = uses[0]
        more = more_places([each for each, _ in uses])
        if mixed:
            message = f"{said!r}, here{more}, is nearly the term {term!r}"
            yield TERM_NEAR.at(place, message, f"write {term!r}, or use no capital")
        else:
            message = f"{said!r} is in lower case here{more}, beside the term {term!r}"
            yield TERM_LOWER_CASE.at(place, message, "write it as defined if the term is meant")


#: Words before what is known: "the", "this".
_DEFINITE = frozenset(sought("definite"))


def _leads(study: TermStudy, terms: set[str]) -> set[tuple[str, str]]:
    """What stands before some terms where they are used or defined, if it is "the" or the like, with their words."""
    leads = set[tuple[str, str]]()
    for line in study.lines:
        text = text_of(line.runs)
        for use in uses_in(line, study.pattern):
            if use.term in terms:
                leads.add((_lead(text, use.start), use.text.lower()))
        for term, said, end in definitions_in(line.runs, ""):
            if term in terms:
                leads.add((_lead(said, end - len(term)), term.lower()))
    return {each for each in leads if each[0] in _DEFINITE}


def _lead(text: str, at: int) -> str:
    """The word before a place in a text, in lower case."""
    found = re.search(r"(\w+)[’']?[\s“”„«\"]*\Z", text[:at])
    return found[1].lower() if found else ""


class _Slip(NamedTuple):
    """Words that are nearly a term: the term, whether they have a capital within a sentence, the word before them."""

    term: str
    mixed: bool
    text: str
    lead: str


@once
def _slips(runs: tuple[Run, ...], heading: bool, lower: TermPattern, pattern: TermPattern) -> list[_Slip]:
    """All that is nearly a term in a line; where the line defines it, what stands before is what it means."""
    text = text_of(runs)
    found, slips = lower.find(_lower(text)), list[_Slip]()
    defined = {term: end for term, _, end in definitions_in(runs, "")} if found else {}
    for run, at in walk_leaves(runs, heading) if found else ():
        if not isinstance(run, Text):
            continue
        for start, end, term in found:
            said = text[start:end]
            inside = at <= start and end <= at + len(run.text) and start >= defined.get(term, 0)
            if inside and not (said.isupper() or plain(said) in pattern.words or _hyphened(text, start, end)):
                mixed = said[0].isupper() and bool(WITHIN.search(text[:start]))  # elsewhere it is the sentence's
                slips.append(_Slip(term, mixed, said, _lead(text, start)))
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


def check_near(study: TermStudy) -> Iterator[Finding]:
    """Two terms that are nearly one."""
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
            message = f"the terms {name!r} and {other!r}{said_at(first[other].place)} {what}"
            yield TERM_NEAR.at(term.place, message, "make them one, or name them further apart")


def _squashed(form: str) -> str:
    return plain(form).lower().replace(" ", "").replace("-", "")
