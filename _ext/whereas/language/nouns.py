"""Nouns: what several are called, and in which forms a term is found. One source for both.

So whatever is printed as a plural is found as a use of its term. The rules are our own: a library for English (inflect)
makes "Premisess" of Premises and "Datas" of Data, and takes seconds to load.
"""

from __future__ import annotations

from functools import cache

from whereas.language.record import Forms
from whereas.language.registry import language_of


def plural_of(noun: str, locale: str) -> str:
    """What several are called; nothing where the language, or its rules, do not tell."""
    known = language_of(locale).nouns
    return known.plural(noun.strip()) if known and noun.strip() else ""


@cache
def term_forms(term: str, locale: str) -> Forms:
    """The forms in which a term is found by rule, the term itself first.

    A term in lower case ("party") has no other form: too much of a text would look like a use.
    """
    known = language_of(locale).nouns
    if known is None or term == term.lower():
        return (term,)
    printed = known.plural(term)
    return tuple(dict.fromkeys([term, *([printed] if printed else []), *known.forms(term)]))
