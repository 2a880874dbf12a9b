"""Values that a clause uses and does not declare itself, but each agreement that has the clause; its roles likewise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whereas.assembly.declared import declare
from whereas.assembly.placements import Placement, clause_of
from whereas.assembly.template import names_in
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.library import Library
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


def lent_values(
    header: AgreementHeader, placements: Iterable[Placement], library: Library
) -> dict[str, tuple[Lent, ...]]:
    """The values and roles that an agreement has for each clause, by the clause's id; only what it really uses."""
    placed = tuple(placements)
    clauses = {each.id: clause for each in placed if (clause := clause_of(each, library))}
    declared = declare(header, placed, clauses, []).declarations
    found = {}
    for id, clause in sorted(clauses.items()):
        names = {name for text in _texts(clause) for name in names_in(text)}
        names -= {*clause.values, *clause.roles}
        lent = [Lent(name, role=True) for name in sorted(names & header.roles.keys())]
        values = ((name, declared[name]) for name in sorted(names & declared.keys()))
        lent += [Lent(name, each.type, each.about, each.choices) for name, each in values]
        if lent:
            found[id] = tuple(lent)
    return found


def _texts(clause: Clause) -> Iterator[str]:
    yield from (clause.text, clause.title, clause.guidance)
    for variant in clause.variants.values():
        yield from (variant.text, variant.title)
    yield from (meaning.text for meaning in clause.definitions.values())
