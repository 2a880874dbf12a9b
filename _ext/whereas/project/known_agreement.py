"""What is noted of an agreement when its page is read, for the pages that tell of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from whereas.agreement.capitals import capital_phrases
from whereas.agreement.compared import name_of
from whereas.agreement.meanings import meanings
from whereas.agreement.model import ON_THE_COVER, Agreement, Origin, Section
from whereas.agreement.open_points import number_at, open_points, spots_of_facts, unapproved
from whereas.agreement.targets import Targets
from whereas.agreement.walk import text_of, walk_provisions, walk_sections
from whereas.assembly.consequences import lacks_text
from whereas.assembly.definitions import role_terms
from whereas.assembly.facts import Role
from whereas.assembly.known import Known
from whereas.language.registry import site_words
from whereas.library.deals import Deal
from whereas.project.tables import Declared, KnownAgreement, OpenItem, PlacedClause, Played, PrintedFact

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def known_agreement(
    agreement: Agreement, targets: Targets, kept: Targets, context: Context, shared: Callable[[Any], Any]
) -> KnownAgreement:
    """What other pages may ask of an agreement; `kept` are the targets to keep, `shared` gives things alike as one."""
    deal, facts = context.plan.deal, context.facts
    spots = spots_of_facts(agreement, targets, context.style)
    printed: dict[str, dict[str, None]] = {}  # what is printed in the provision of an anchor
    for fact, places in spots.items():
        for _, anchor in places:
            printed.setdefault(anchor, {})[fact] = None
    roles = {id: role._role.term for id, role in facts.roles.items()}
    played = deal.parties.items() if deal else ()
    names = tuple(_names(facts.roles.values()))
    return KnownAgreement(
        agreement.title,
        context.style,
        kept,
        tuple(
            shared(_placed(section, section.origin, agreement, printed, context))
            for section in walk_sections(agreement.sections)
            if section.origin
        ),
        tuple(Played(roles.get(role, role), each.party) for role, who in played for each in who),
        deal.id if deal else "",
        context.others,
        tuple((name, str(place)) for name, place in context.plan.omitted.items()),
        context.template.docname if deal and context.template else "",
        _name_of(deal, agreement, names) if deal else "",
        tuple((term.term, term.anchor) for term in context.terms),
        role_terms=role_terms(context),
        taken=context.taken,
        phrases=() if lacks_text(context) else capital_phrases(agreement),  # a definition may be in what is left out
        meanings=() if deal else tuple(meanings(agreement).items()),
        status=agreement.status,
        reference=agreement.reference,
        version=agreement.version,
        date=_date(facts.values.get(ON_THE_COVER)),
        names=names,
        unplayed=tuple(roles[id] for id, role in facts.roles.items() if not role) if deal else (),
        blanks=tuple(_blanks(agreement, targets, context)) if deal else (),
        drafts=tuple(
            OpenItem(
                text_of(section.title),
                section.origin.status if section.origin else "",
                number_at(section.anchor, targets, context.style),
                section.anchor,
            )
            for section in unapproved(agreement)
        ),
        departures=len(agreement.deviations),
        printed_facts=tuple(
            PrintedFact(fact.name, fact.text, shared(spots.get(fact.name, ()))) for fact in agreement.facts
        ),
    )


def _placed(
    section: Section, origin: Origin, agreement: Agreement, printed: Mapping[str, Iterable[str]], context: Context
) -> PlacedClause:
    """A clause of the library as it stands there; `printed` are the values that provisions print, by their anchors."""
    name = name_of(section)
    said = [each for each in agreement.deviations if each.clause == name]
    alone = {each.subject.partition(".")[2]: each.given for each in said if each.kind == "clause-value"}
    names: dict[str, None] = {}
    for part in walk_sections((section,)):
        for anchor in (part.anchor, *(each.anchor for each in walk_provisions(part.blocks))):
            names |= dict.fromkeys(printed.get(anchor, ()))
    return PlacedClause(
        origin.id,
        origin.variant,
        section.number,
        section.anchor,
        any(each.kind == "text" for each in said),
        tuple(_figures(name, names, alone, agreement, context)),
        len(said),
    )


def _figures(
    name: str, printed: Collection[str], alone: Mapping[str, str], agreement: Agreement, context: Context
) -> Iterator[tuple[str, str | None]]:
    """The values that a clause declares or prints, by its own names: in `alone` those that hold for it alone.

    What is open and not printed either is no question there.
    """
    planned = next((each for each in context.plan.clauses if each.name.lower() == name), None)
    if planned is None or planned.clause is None:
        return
    known, fitting = {fact.name: fact.text for fact in agreement.facts}, dict(planned.placed.fitting)
    fitted = {theirs: own for own, theirs in fitting.items()}
    for value in dict.fromkeys((*planned.clause.values, *(fitted.get(each, each) for each in printed))):
        theirs = fitting.get(value, value)
        if value in planned.values:
            yield value, alone.get(value)
        elif known.get(theirs) is not None or theirs in printed:
            yield value, known[theirs]


def _names(roles: Iterable[Role]) -> Iterator[str]:
    """The parties, one by one, also where several play one role; a role that nobody plays yet by its blank."""
    return (str(each.name) for role in roles for each in role)


def _name_of(deal: Deal, agreement: Agreement, names: Iterable[str]) -> str:
    """What a deal is called on the site: its own title, else who it is between, else what it fills and its file."""
    between = site_words(agreement.locale).listed(names) if any(deal.parties.values()) else ""
    return deal.title or between or f"{agreement.title} ({deal.id})"


def declared_values(facts: dict[str, Known]) -> tuple[Declared, ...]:
    """Values as they are declared, where no deal gives them: type, meaning, and default in words."""
    return tuple(
        Declared(
            name,
            fact._declared.type,
            fact._declared.about,
            "" if fact._value is None else str(fact),
            fact._declared.label,
        )
        for name, fact in facts.items()
    )


def _blanks(agreement: Agreement, targets: Targets, context: Context) -> Iterator[OpenItem]:
    """The blanks of a deal."""
    for point in open_points(agreement):
        yield OpenItem(point.words, "", number_at(point.anchor, targets, context.style), point.anchor)


def _date(fact: Known | None) -> tuple[str, str]:
    if fact is None or not isinstance(fact._value, datetime.date):
        return "", ""
    return fact._value.isoformat(), str(fact)
