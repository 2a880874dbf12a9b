"""The names of our directives and roles: `vocabulary` has what each of them is."""

from __future__ import annotations

from enum import StrEnum


class OurDirective(StrEnum):
    """A directive of ours."""

    CLAUSE = "clause"
    AGREEMENT = "agreement"
    PARTIES = "parties"
    DEFINITIONS = "definitions"
    TERM_INDEX = "term-index"
    KEY_TERMS = "key-terms"
    ROWS = "rows"
    SIGNATURES = "signatures"


class OurRole(StrEnum):
    """A role of ours."""

    CLAUSE = "clause"
    NUMBER = "number"
    CLAUSE_TITLE = "clause-title"
    SHORT = "short"
    ABOVE = "above"
    THIS = "this"
    DEFINE = "define"
    NO_TERM = "no-term"
    ITEM = "item"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


DIRECTIVES = tuple(each.value for each in OurDirective)
ROLES = tuple(each.value for each in OurRole)
