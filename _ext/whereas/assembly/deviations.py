"""How a deal departs from its agreement: clauses left out, varied, reworded or added, values other than the default."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from whereas.agreement.deviation import Deviation
from whereas.assembly.cast import Cast
from whereas.assembly.known_value import default_value, known_value
from whereas.plan.clause import PlannedClause
from whereas.values.declaration import as_written
from whereas.values.types import TYPES

if TYPE_CHECKING:
    from whereas.assembly.facts import Facts
    from whereas.assembly.known import Known
    from whereas.assembly.row import Row
    from whereas.library.deals import Deal
    from whereas.library.finding import Place
    from whereas.plan.plan import Plan


def find_deviations(plan: Plan, facts: Facts, cast: Cast) -> tuple[Deviation, ...]:
    """Every departure of a deal from its template, in the order in which the deal states them."""
    if plan.deal is None:
        return ()
    names = dict.fromkeys((*plan.deal.clauses, *plan.deal.add))
    stated = (plan.by_name[name] for name in names if name in plan.by_name)
    clauses = (each for planned in stated for each in _of_clause(planned, facts, cast))
    return (*clauses, *_of_values(plan.deal, facts, cast))


def _of_clause(planned: PlannedClause, facts: Facts, cast: Cast) -> Iterator[Deviation]:
    name, because, place = planned.name, planned.because, planned.place
    title = planned.clause.title if planned.clause else ""
    match planned.decision:
        case "omitted" | "reserved":
            if planned.placed.optional and planned.decision == "omitted":
                return
            yield Deviation(planned.decision, name, because=because, place=place, title=title)
            return
        case "added":
            added = Deviation("added", name, because=because, place=place, title=title)
            yield replace(added, given=planned.spot.target, side=planned.spot.side) if planned.spot else added
        case "kept":
            if planned.placed.optional:
                yield Deviation("included", name, because=because, place=place, title=title)
            if planned.variant != planned.placed.variant:
                yield Deviation("variant", name, "", planned.variant, because, place, title)
            if planned.reworded:
                yield Deviation("text", name, "", "", because, planned.text.place, title)
            if planned.title.fact:
                yield Deviation("title", name, title, planned.title.words, because, planned.title.place, title)
    for value, given in planned.values.items():
        known = facts.values.get(value)
        standard = "" if known is None or known._value is None else str(known)
        subject, shown = f"{name}.{value}", _shown(planned, value, facts, cast)
        yield Deviation("clause-value", subject, standard, shown, because, given.place, title)


def _of_values(deal: Deal, facts: Facts, cast: Cast) -> Iterator[Deviation]:
    """Values that have a default, which is what the template says, and are given otherwise."""
    for name in deal.values:
        known = facts.values.get(name)
        if known is None or known._value is None or known._declared.default is None:
            continue
        standard = default_value(known, cast)
        if standard is None or standard._essence == known._essence:
            continue
        if TYPES[known._declared.type].tabular:
            yield from _of_rows(standard, known, deal.place("values", name))
        else:
            yield Deviation("value", name, str(standard), str(known), "", deal.place("values", name))


def _of_rows(standard: Known, known: Known, place: Place) -> Iterator[Deviation]:
    """The rows that differ: those of one key are compared, or, where there is no key, those in one place."""
    key = known._declared.key
    before: dict[Any, Row] = {row._label if key else row._number: row for row in standard._value or ()}
    for row in known._value:
        same = before.pop(row._label if key else row._number, None)
        if same is None:
            yield Deviation("row-added", f"{known._name}.{row._number}", "", str(row), "", place)
            continue
        for column, cell in row._cells.items():
            other = same._cells[column]
            is_given = cell._value is not None and other._value is not None
            if is_given and cell._essence != other._essence:
                subject = f"{known._name}.{row._number}.{column}"
                yield Deviation("cell", subject, str(other), str(cell), "", cell._place if cell._place.file else place)
    for row in before.values():
        yield Deviation("row-left-out", f"{known._name}.{row._number}", str(row), "", "", place)


def _shown(planned: PlannedClause, name: str, facts: Facts, cast: Cast) -> str:
    """A value of a clause's own in the words that it has there; what is no such value as it is written."""
    given, silent = planned.values[name], Cast(cast.library, [])  # what is wrong with it is told where it stands
    known = known_value(name, planned.sound().values[name], given, facts.wording, silent, set())
    return str(known) if known._value is not None else as_written(given.written)
