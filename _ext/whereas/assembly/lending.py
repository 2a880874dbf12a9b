"""Values that a clause uses and does not declare itself, but each agreement that has the clause; its roles likewise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from whereas.assembly.survey import names_used
from whereas.assembly.syntax import Syntax
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.plan.plan import Plan
from whereas.values.declaration import Declaration
from whereas.values.types import Type


class Lent(NamedTuple):
    """A value as an agreement declares it for the clauses it has, or (`role`) a role that a clause does not name."""

    name: str
    type: Type = "text"
    about: str = ""
    choices: tuple[str, ...] = ()
    role: bool = False

    @property
    def declared(self) -> Declaration:
        """The declaration, of which the page of a clause shows a blank."""
        return Declaration(type=self.type, about=self.about, choices=self.choices)


def lent_values(header: AgreementHeader, plan: Plan, syntax: Syntax) -> dict[str, tuple[Lent, ...]]:
    """The values and roles that an agreement has for each clause, by the clause's id; only what it really uses."""
    clauses = {each.clause.id: each.clause for each in plan.clauses if each.clause}
    found = {}
    for id, clause in sorted(clauses.items()):
        names = {name for text in _texts(clause) for name in names_used(text, syntax)}
        names -= {*clause.values, *clause.roles}
        lent = [Lent(name, role=True) for name in sorted(names & header.roles.keys())]
        values = ((name, plan.values[name].declaration) for name in sorted(names & plan.values.keys()))
        lent += [Lent(name, each.type, each.about, each.choices) for name, each in values]
        if lent:
            found[id] = tuple(lent)
    return found


def _texts(clause: Clause) -> Iterator[str]:
    yield from (clause.text, clause.title, clause.guidance)
    for variant in clause.variants.values():
        yield from (variant.text, variant.title)
    yield from (meaning.text for meaning in clause.definitions.values())
