"""Clauses that a deal adds to its agreement, each in the place the deal gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whereas.agreement.model import Section
from whereas.assembly.lift import Lifted
from whereas.assembly.placed_clause import place_clause
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, FindingsError
from whereas.library.rule import Rule
from whereas.plan.clause import Destination
from whereas.plan.plan import Plan

if TYPE_CHECKING:
    from docutils import nodes

    from whereas.assembly.context import Context

NO_PLACE = Rule(
    "no-place",
    "A clause that a deal adds goes before or after one that is there.",
    bad={"deals/a.yaml": "agreement: a\nadd:\n  approved: {after: nothing}"},
    good={"deals/a.yaml": "agreement: a\nadd:\n  approved: {after: general}"},
)


def add_clauses(lifted: Lifted, page: nodes.document, context: Context) -> Lifted:
    """The agreement with the deal's own clauses in it; one that cannot be placed is a finding."""
    sections = lifted.sections
    last: dict[str, str] = {}  # what was added after a clause, so that the next goes after that
    for planned in context.plan.added:
        if planned.spot is None or planned.name in context.clauses:  # told with the deal
            continue
        target = planned.spot.target.lower()
        if target not in _labels(sections):
            context.findings.append(_no_place(planned.name, planned.spot, context.plan, sections))
            continue
        try:
            (section,) = place_clause(planned, page, context)
        except FindingsError as failure:
            context.note(failure)
            continue
        if planned.spot.side == "after":
            sections = _insert(sections, last.get(target, target), section, 1)
            last[target] = section.label
        else:
            sections = _insert(sections, target, section, 0)
    return replace(lifted, sections=sections)


def _no_place(name: str, spot: Destination, plan: Plan, sections: tuple[Section, ...]) -> Finding:
    side, target, place = spot
    if target in plan.omitted:
        message = f"the clause {name!r} cannot go {side} {target!r}, which this deal leaves out"
        return NO_PLACE.at(place, message, "name another clause")
    message = f"there is no clause or section {target!r} for {name!r} to go {side}"
    return NO_PLACE.at(place, message, did_you_mean(target, _labels(sections)))


def _labels(sections: tuple[Section, ...]) -> set[str]:
    return {each.label for each in _walk(sections) if each.label}


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for each in sections:
        yield each
        yield from _walk(each.sections)


def _insert(sections: tuple[Section, ...], label: str, new: Section, offset: int) -> tuple[Section, ...]:
    for index, each in enumerate(sections):
        if each.label == label:
            return (*sections[: index + offset], new, *sections[index + offset :])
    return tuple(replace(each, sections=_insert(each.sections, label, new, offset)) for each in sections)
