"""Roles, and lengths of time, in their case: `{{ kunde | dative }}` prints "dem Kunden", and "10 Werktagen"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

from whereas.assembly.facts import Role, RoleWords, Unplaced
from whereas.assembly.known import Known
from whereas.language import Wording
from whereas.language.quotation import apostrophes
from whereas.language.registry import language_of
from whereas.library.agreements import Case

CASES = ("nominative", "accusative", "dative", "genitive")


def case_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """The filters that put roles into a case, by name."""
    declension = language_of(wording.locale).cases.declension
    prepositions = tuple(declension.contracted) if declension else ()
    return {case: partial(_filter, case=case, wording=wording) for case in (*CASES, *prepositions)}


def _filter(thing: Any, case: str, wording: Wording) -> RoleWords | Known:
    if isinstance(thing, Role):
        return RoleWords(thing, in_case(thing, case, wording))
    declension = language_of(wording.locale).cases.declension
    if not isinstance(thing, Known) or thing._type.name != "duration" or not declension or case not in CASES:
        raise ValueError(f"`{case}` goes with a role, or a length of time: write the words out in their case")
    return thing if thing._value is None else thing._reworded(declension.counted(str(thing), case), thing._spoken)


def in_case(role: Role, case: str, wording: Wording) -> str:
    """A role's article and term in a case; raises ValueError where they have none, or where it cannot be known."""
    language = language_of(wording.locale)
    if isinstance(role, Unplaced):
        return str(role)
    if not language.cases.declension:
        instead = "; write `| de` or `| a`" if language.cases.to and language.cases.of else ""
        raise ValueError(f"{language.name or wording.locale} has no {case}{instead}")
    article, several = role._article, len(role) > 1
    if article not in ("der", "die", "das"):
        raise ValueError(
            f"`{case}` must know the gender of {role._role.term!r}: give the role its `gender: masculine`, `feminine` "
            "or `neuter`"
        )
    contracted = language.cases.declension.contracted.get(case)
    own = case if contracted is None else "dative"
    found, noun = language.cases.declension.decline(role._name, article, own, several)
    key = f"plural {own}" if several else own
    given = {each: role._role.forms[each] for each in get_args(Case) if each in role._role.forms}
    if contracted is not None:  # "vom Kunden", "zur Agentur"; "von den Kunden"
        found = (not several and contracted.get(found)) or f"{case} {found}"
    return f"{found} {apostrophes(given.get(key, noun))}"
