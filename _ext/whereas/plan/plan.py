"""The plan of an agreement: its page, its deal and the library, brought together once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place
from whereas.library.library import Library
from whereas.plan.clause import PlannedClause, plan_addition, plan_clause
from whereas.plan.deal_checks import check_deal
from whereas.plan.placement import Placement
from whereas.plan.values import PlannedValue, plan_values


@dataclass(frozen=True)
class Plan:
    """Every decision about one agreement or deal.

    `clauses` are those that its texts may place, in order, then those that the deal adds; whether a condition lets one
    stand is seen when the text is filled. `values` are those it knows, by name. `findings` say what is wrong with what
    the deal decides, and with what is declared.
    """

    library: Library
    deal: Deal | None = None
    clauses: tuple[PlannedClause, ...] = ()
    values: dict[str, PlannedValue] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, placed: Placement) -> PlannedClause:
        """What is decided of a clause that a text places, also where no reading of the text found it beforehand."""
        return self._planned.get(placed) or plan_clause(placed, self.deal, self.library, [])

    @cached_property
    def _planned(self) -> dict[Placement, PlannedClause]:
        return {each.placed: each for each in self.clauses if each.decision != "added"}

    @cached_property
    def by_name(self) -> dict[str, PlannedClause]:
        """The first clause of each name."""
        return {each.name: each for each in reversed(self.clauses)}

    @cached_property
    def omitted(self) -> dict[str, Place]:
        """The clauses that the deal leaves out, each with the place that says so."""
        return {each.name: each.place for each in self.clauses if not each.stands}

    @property
    def added(self) -> Iterator[PlannedClause]:
        """The clauses that the deal adds, in its order."""
        return (each for each in self.clauses if each.decision == "added")

    @property
    def files(self) -> Iterator[Path]:
        """The files of its clauses, there or not."""
        return (each.path for each in self.clauses)


def make_plan(header: AgreementHeader, deal: Deal | None, placements: Iterable[Placement], library: Library) -> Plan:
    """The plan of an agreement, with a deal or with blanks; `placements` are what its texts place, the deal's too."""
    findings: list[Finding] = []
    wrong: list[Finding] = []
    clauses = [plan_clause(placed, deal, library, wrong) for placed in placements]
    names = {each.name for each in clauses}
    clauses += [plan_addition(name, deal, library, wrong) for name in deal.add] if deal else []
    values = plan_values(header, clauses, deal, findings)
    whole = all(each.clause for each in clauses)
    findings += check_deal(deal, header, values, names, whole) if deal else ()
    return Plan(library, deal, tuple(clauses), values, tuple(dict.fromkeys((*findings, *wrong))))


def plan_texts(placements: Iterable[Placement], library: Library) -> Plan:
    """The plan of texts that stand in no agreement: those of a clause, on its own page."""
    return Plan(library, clauses=tuple(plan_clause(placed, None, library, []) for placed in placements))
