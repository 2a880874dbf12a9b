"""The values of an agreement: declared once each by its page or by its clauses, and given by a deal or by default."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from whereas.agreement.model import ON_THE_COVER, Agreement
from whereas.agreement.runs import ValueOrigin
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule
from whereas.plan.clause import PlannedClause
from whereas.plan.given import Given
from whereas.values.declaration import Declaration
from whereas.values.types import TYPES

_DECLARING = "title: Fee\nstatus: approved\nvalues: {{fee: {{type: {}}}}}\ntext: 1. The fee is {{{{ fee }}}}."
DECLARED_TWICE = Rule(
    "declared-twice",
    "All that declare a value declare it alike.",
    bad={"clauses/approved.yaml": _DECLARING.format("money")},
    good={"clauses/approved.yaml": _DECLARING.format("text")},
)


@dataclass(frozen=True)
class PlannedValue:
    """A value of an agreement: which record declares it, and what it is; `clause` names the clause that declares it."""

    name: str
    record: AgreementHeader | Clause
    clause: str = ""
    deal: Deal | None = None

    @property
    def declaration(self) -> Declaration:
        """How it is declared."""
        return self.record.values[self.name]

    @property
    def declared_at(self) -> Place:
        """Where it is declared."""
        return self.record.place("values", self.name)

    @property
    def given(self) -> Given:
        """What the deal gives, else the default."""
        deal, name = self.deal, self.name
        if deal and deal.values.get(name) is not None:
            text = TYPES[self.declaration.type].passage
            place = deal.text_place("values", name) if text else deal.value_place("values", name)
            origin = ValueOrigin((deal.place("values", name),))
            return Given(deal.values[name], place, origin, deal.source, ("values", name))
        return Given(self.declaration.default, self.declared_at, ValueOrigin((self.declared_at,), default=True))


def plan_values(
    header: AgreementHeader, clauses: Iterable[PlannedClause], deal: Deal | None, findings: list[Finding]
) -> dict[str, PlannedValue]:
    """The values of an agreement: of its front matter, and of its clauses where they are not fitted to those.

    Two declarations of one value must say the same.
    """
    found: dict[str, PlannedValue] = {}

    def declare(value: PlannedValue) -> None:
        first = found.setdefault(value.name, value)
        if _essence(first.declaration) != _essence(value.declaration):
            message = f"the value {value.name!r} is declared otherwise here than in {first.declared_at}"
            findings.append(DECLARED_TWICE.at(value.declared_at, message, "declare both alike, or rename one"))

    for name in header.values:
        declare(PlannedValue(name, header, deal=deal))
    for planned in clauses:
        if clause := planned.clause:  # one with something wrong in it declares its values all the same
            own = (name for name in clause.values if name not in dict(planned.placed.fitting))
            for name in own:
                declare(PlannedValue(name, clause, planned.name, deal))
    return found


def _essence(declaration: Declaration) -> Any:
    """What two declarations of one value must agree on: all but how they explain it."""
    said = declaration.model_dump(exclude={"about", "example", "columns"})
    return said | {"columns": {name: _essence(each) for name, each in declaration.columns.items()}}


def date_on_cover(agreement: Agreement) -> str:
    """The day that stands on an agreement's cover, in words; empty if it is not known."""
    return next((fact.text for fact in agreement.facts if fact.name == ON_THE_COVER and fact.text), "")
