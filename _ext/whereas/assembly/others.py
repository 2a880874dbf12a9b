"""Other agreements, as a page sees them: whose labels it may cite, and whose values it may print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from whereas.agreement.model import ON_THE_COVER
from whereas.assembly.facts import Facts, Role
from whereas.assembly.known import Known
from whereas.assembly.survey import names_used
from whereas.assembly.syntax import Syntax


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


class Several(Lender):
    """Several agreements that go by one name: of which a value is meant, must be said."""

    __slots__ = ("_all",)

    def __init__(self, name: str, lenders: list[Lender]) -> None:
        """Take the name, and the agreements."""
        super().__init__(name, Facts(), set())
        self._all = lenders

    def __getattr__(self, name: str) -> Known | Role:
        if name.startswith("_"):
            raise AttributeError(name)
        raise ValueError(f"several agreements go by this name; write {_one_of(self._all, name)}")


def _one_of(lenders: list[Lender], name: str) -> str:
    return " or ".join(f"{lender._name}.{name}" for lender in lenders)


def lend(facts: Facts, others: Iterable[tuple[Other, Facts]], text: str, syntax: Syntax) -> Facts:
    """The facts of a page whose text is this, with those of other agreements, by the last part of their page's name.

    What the page itself does not declare can be had without the agreement's name too; not the date of an agreement,
    which every agreement has and prints on its cover.
    """
    lenders: dict[str, list[Lender]] = {}
    by_value: dict[str, list[Lender]] = {}
    for other, lent in others:
        names = [re.sub(r"\W", "_", page.rsplit("/", 1)[-1]) for page in other[:2]]
        lender = Lender(names[-1], lent, facts.undecided)
        for name in dict.fromkeys(names):  # the deal is also called as its template is
            lenders.setdefault(name, []).append(lender)
        for value in lent.values.keys() - {ON_THE_COVER} - facts.values.keys() - facts.roles.keys():
            by_value.setdefault(value, []).append(lender)
    alone = {value: getattr(found[0], value) for value, found in sorted(by_value.items()) if len(found) == 1}
    named = {name: found[0] if len(found) == 1 else Several(name, found) for name, found in lenders.items()}
    used = facts.used | (names_used(text, syntax) & alone.keys())
    return replace(facts, values=facts.values | alone, lenders=named, used=used)
