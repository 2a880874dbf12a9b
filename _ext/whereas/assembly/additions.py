"""Clauses that a deal adds to its agreement, each in the place the deal gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whereas.agreement.model import Section
from whereas.assembly.clauses import place_clause
from whereas.assembly.lift import Lifted
from whereas.assembly.placements import Placement
from whereas.language.nearest import did_you_mean
from whereas.library.clauses import Clause
from whereas.library.deals import Addition, Deal
from whereas.library.finding import Finding, Trouble
from whereas.library.rule import Rule

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
    deal = context.deal
    if deal is None:
        return lifted
    sections = lifted.sections
    last: dict[str, str] = {}  # what was added after a clause, so that the next goes after that
    for name, addition in deal.add.items():
        if name in context.clauses:  # told with the deal
            continue
        target = (addition.after or addition.before).lower()
        if target not in _labels(sections):
            context.findings.append(_no_place(name, addition, deal, sections))
            continue
        try:
            section = _section(name, addition, deal, page, context)
        except Trouble as trouble:
            context.note(trouble)
            continue
        if addition.after:
            sections = _insert(sections, last.get(target, target), section, 1)
            last[target] = section.label
        else:
            sections = _insert(sections, target, section, 0)
    return replace(lifted, sections=sections)


def _section(name: str, addition: Addition, deal: Deal, page: nodes.document, context: Context) -> Section:
    place, id = deal.place("add", name), addition.clause or name
    context.depends.add(context.library.path("clauses", id))
    try:
        clause = context.library.find("clauses", id, place)
    except Trouble:
        if not (addition.text and addition.title):
            raise
        # a clause of the deal's own, which no library needs to have
        clause = Clause(title=addition.title, text=addition.text, status="approved")
        clause._id = name
    placed = Placement(id, place, alias=name, fitting=tuple(addition.with_.items()))
    return place_clause(clause, placed, page, context)


def _no_place(name: str, addition: Addition, deal: Deal, sections: tuple[Section, ...]) -> Finding:
    side = "after" if addition.after else "before"
    target = addition.after or addition.before
    place = deal.place("add", name, side)
    if target in deal.clauses and deal.clauses[target].omit:
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
