"""Other agreements, as a page sees them: whose labels it may cite, and whose values it may print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

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

    def _known(self, value: str, name: str) -> Known:
        """A value of it, under the name that it has here."""
        it = self._facts.values[value]
        return Known(name, it._value, it._text, it._origin, it._declared, it._wording, it._place, self._undecided)

    def __getattr__(self, name: str) -> Known | Role:
        if name in self._facts.values:
            return self._known(name, f"{self._name}.{name}")
        if name in self._facts.roles:
            return self._facts.roles[name]
        raise AttributeError(name)

    def __str__(self) -> str:
        raise ValueError(f"{self._name!r} is an agreement; write which of its values is meant, as in {self._name}.name")


def lend(facts: Facts, others: Iterable[tuple[Other, Facts]], text: str) -> Facts:
    """The facts of a page whose text is this, with those of other agreements, by the last part of their page's name.

    What the page itself does not declare can be had without the agreement's name too.
    """
    lenders: dict[str, Lender] = {}
    values = dict(facts.values)
    for other, lent in others:
        for page in (other.agreement, other.page):
            name = re.sub(r"\W", "_", page.rsplit("/", 1)[-1])
            lender = lenders.setdefault(name, Lender(name, lent, facts.undecided))
        for value in lent.values:
            if value not in values and value not in facts.roles:
                values[value] = lender._known(value, value)
    used = facts.used | (names_in(text) & values.keys() - facts.values.keys())
    return replace(facts, values=values, lenders=lenders, used=used)
