"""Nouns by language: what several are called, and in which forms a term is found. One source for both.

So whatever is printed as a plural is found as a use of its term. The rules are our own: a library for English (inflect)
makes "Premisess" of Premises and "Datas" of Data, and takes seconds to load.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from whereas.language.nouns import english, french, german, spanish
from whereas.language.nouns.apart import Forms


class _Language(NamedTuple):
    plural: Callable[[str], str]
    forms: Callable[[str], Forms]


_LANGUAGES = {
    "en": _Language(english.plural, english.other_numbers),
    "de": _Language(german.plural, german.forms),
    "fr": _Language(french.plural, french.forms),
    "es": _Language(spanish.plural, spanish.forms),
}


def plural_of(noun: str, locale: str) -> str:
    """What several are called; nothing where the language, or its rules, do not tell."""
    known = _LANGUAGES.get(locale[:2])
    return known.plural(noun.strip()) if known and noun.strip() else ""


@cache
def term_forms(term: str, locale: str) -> Forms:
    """The forms in which a term is found by rule, the term itself first.

    A term in lower case ("party") has no other form: too much of a text would look like a use.
    """
    known = _LANGUAGES.get(locale[:2])
    if known is None or term == term.lower():
        return (term,)
    printed = known.plural(term)
    return tuple(dict.fromkeys([term, *([printed] if printed else []), *known.forms(term)]))
