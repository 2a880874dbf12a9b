"""Other agreements, as a page sees them: whose labels it may cite, and whose values it may print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from whereas.assembly.declared import ON_THE_COVER
from whereas.assembly.facts import Facts, Role
from whereas.assembly.known import Known
from whereas.assembly.template import names_in


class Other(NamedTuple):
    """An agreement whose labels a page may cite as if they were its own: its template, and the page to cite.

    That page is the template's or, where the page stands on a deal, that of the deal: `deals/acme-loan`.
    """

    agreement: str
    page: str
    itself: bool = False  # whether `cites:` says that the template is meant, and no deal of it


def is_called(docname: str, name: str) -> bool:
    """Whether a page may be named so: by its whole name, or by the last part of it."""
    return docname == name or docname.endswith(f"/{name}")


class Lender:
    """Another agreement in the template language: `{{ loan.amount }}`, `{{ loan.borrower.name }}`."""

    __slots__ = ("_facts", "_name", "_undecided")

    def __init__(self, name: str, facts: Facts, undecided: set[str]) -> None:
        """Take what it is called, what it knows, and the set for the names of blanks on which a condition depends."""
        self._name, self._facts, self._undecided = name, facts, undecided

    def __getattr__(self, name: str) -> Known | Role:
        """A value or a role of it; its name, `loan:fee`, says whose it is."""
        own = f"{self._name}:{name}"
        if (value := self._facts.values.get(name)) is not None:
            rest = (value._origin, value._declared, value._wording, value._place, self._undecided)
            return Known(own, value._value, value._text, *rest)
        if (role := self._facts.roles.get(name)) is not None:
            return Role(own, role._role, role._parties, role._wording)
        raise AttributeError(name)

    def __str__(self) -> str:
        raise ValueError(f"{self._name!r} is an agreement; write which of its values is meant, as in {self._name}.name")


def lend(facts: Facts, others: Iterable[tuple[Other, Facts]], text: str) -> Facts:
    """The facts of a page whose text is this, with those of other agreements, by the last part of their page's name.

    What the page itself does not declare can be had without the agreement's name too; not the date of an agreement,
    which every agreement has and prints on its cover.
    """
    lenders: dict[str, Lender] = {}
    values = dict(facts.values)
    for other, lent in others:
        names = [re.sub(r"\W", "_", page.rsplit("/", 1)[-1]) for page in other[:2]]
        lender = Lender(names[-1], lent, facts.undecided)
        for name in names:  # the deal is also called as its template is
            lenders.setdefault(name, lender)
        for value in lent.values:
            if value not in (ON_THE_COVER, *values, *facts.roles):
                values[value] = getattr(lender, value)
    used = facts.used | (names_in(text) & values.keys() - facts.values.keys())
    return replace(facts, values=values, lenders=lenders, used=used)
