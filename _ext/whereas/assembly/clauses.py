"""A clause of the library, placed in an agreement: its text parsed and lifted, its definitions collected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from whereas.agreement.model import RESERVED, GivenNumber, Origin, Section
from whereas.agreement.runs import Run, Text
from whereas.assembly.deal_checks import CLAUSE_TWICE, check_variant
from whereas.assembly.definitions import collect_definitions
from whereas.assembly.facts import Facts
from whereas.assembly.given import Given, known_value
from whereas.assembly.known import Known
from whereas.assembly.leftovers import leftovers
from whereas.assembly.lines import words_with_slots
from whereas.assembly.placements import Placement
from whereas.assembly.quotes import typographic
from whereas.assembly.template import render_template
from whereas.assembly.texts import lift_text
from whereas.language.nearest import did_you_mean
from whereas.library.clauses import Clause
from whereas.library.deals import Addition, Choice
from whereas.library.finding import Finding, Place, Trouble
from whereas.library.rule import Rule
from whereas.library.rules import UNKNOWN_VALUE

if TYPE_CHECKING:
    from docutils import nodes

    from whereas.assembly.context import Context

FITTING = Rule(
    "fitting",
    "`:with:` gives a role for a role, and a value for a value of the same type.",
    bad="```{clause} approved\n:with: payer=buyer\n```",
    good="```{clause} approved\n```",
)
UNFITTED_ROLE = Rule(
    "unfitted-role",
    "A role that a clause speaks of is one of the agreement, or is fitted to one with `:with:`.",
    bad={"clauses/approved.yaml": "title: Duty\nstatus: approved\nroles: [payer]\ntext: 1. The payer pays."},
    good={"clauses/approved.yaml": "title: Duty\nstatus: approved\nroles: [buyer]\ntext: 1. The buyer pays."},
)


def place_clause(clause: Clause, placed: Placement, page: nodes.document, context: Context) -> Section:
    """The section that a clause becomes in the agreement being read.

    Raises Trouble when it is placed with a variant or a fact that there is not.
    """
    name = placed.name
    if name in context.clauses:
        message = f"the clause {name!r} stands in this agreement already, at {context.clauses[name]}"
        raise Trouble(CLAUSE_TWICE.at(placed.place, message, "give this one a name of its own with `:as: name`"))
    context.findings += [finding for finding in clause.findings if finding not in context.findings]
    choice, keys = _choice(name, context)
    variant = choice.variant if choice.variant in clause.variants else placed.variant
    check_variant(clause, variant, placed.place)
    facts = _facts(clause, placed, choice, keys, context)
    context.clauses[name] = placed.place
    text, place, exact = chosen_text(clause, placed, context)
    rendered = render_template(text, place, facts, whole_lines=exact)
    own = bool(choice.text and context.deal)
    base = f"{name}-{'own' if own else variant}"  # what is not the standard text has anchors of its own
    lifted = lift_text(rendered, page, context, f"{name.lower()}.", base)
    collect_definitions(clause, facts, name, page, context)
    origin = Origin(clause.id, variant, clause.version, "" if own else clause.status or "", clause.owner)
    heading = _title(clause, placed, choice, variant, page, context)
    given = _number(choice, placed, keys, context)
    return Section(heading, "clause", name.lower(), place, lifted.blocks, lifted.sections, origin, given=given)


class Chosen(NamedTuple):
    """The text that stands for a clause, where it is written, and whether its lines are lines of that file."""

    text: str
    place: Place
    exact: bool


def chosen_text(clause: Clause | None, placed: Placement, context: Context) -> Chosen:
    """The deal's own words for a clause, or those of the variant that the deal or the page names."""
    choice, keys = _choice(placed.name, context)
    if choice.text and context.deal:
        own = (*keys, "text")
        return Chosen(choice.text, context.deal.text_place(*own), context.deal.source.is_block(*own))
    if clause is None:  # a clause of the deal's own has words of the deal's own
        return Chosen("", placed.place, False)
    variant = choice.variant if choice.variant in clause.variants else placed.variant
    variant = variant if variant in clause.variants else ""
    path = ("variants", variant, "text") if variant else ("text",)
    return Chosen(clause.variant_text(variant), clause.text_place(*path), clause.source.is_block(*path))


def _title(
    clause: Clause, placed: Placement, choice: Choice | Addition, variant: str, page: nodes.document, context: Context
) -> tuple[Run, ...]:
    """The clause's heading: the deal's, the page's, the variant's or its own, whichever there is first."""
    if choice.title:  # a fact of the deal, which may be anything
        return (Text(typographic(choice.title, page, context.style)),)
    if placed.title:
        title, place = placed.title, placed.place
    elif variant and clause.variants[variant].title:
        title, place = clause.variants[variant].title, clause.place("variants", variant, "title")
    else:
        title, place = clause.title, clause.place("title")
    context.findings += [found.finding(place) for found in leftovers(title)]
    # its slots are those of the page, on which the directive stands
    return tuple(words_with_slots(typographic(title, page, context.style)))


def _number(
    choice: Choice | Addition, placed: Placement, keys: tuple[str, str], context: Context
) -> GivenNumber | None:
    """The number that the clause is given by hand, by the deal that adds it or where a page places it."""
    if isinstance(choice, Addition) and choice.number and context.deal:
        return GivenNumber(choice.number, context.deal.place(*keys, "number"))
    return GivenNumber(placed.number, placed.place) if placed.number else None


def _choice(name: str, context: Context) -> tuple[Choice | Addition, tuple[str, str]]:
    """What the deal says of a clause, and the keys under which it says so."""
    deal = context.deal
    if deal and name in deal.add:
        return deal.add[name], ("add", name)
    return (deal.clauses.get(name) if deal else None) or Choice(), ("clauses", name)


def reserved_section(placed: Placement, clause: Clause, context: Context) -> tuple[Section, ...]:
    """What stands for a clause that the deal leaves out: nothing, or its number with a word that it is not there."""
    deal = context.deal
    choice = deal.clauses.get(placed.name) if deal else None
    if not deal or not choice or not (choice.reserved or deal.omitted == "reserved"):
        return ()
    title, origin = (Text(context.style.reserved),), Origin(clause.id, RESERVED)
    given = GivenNumber(placed.number, placed.place) if placed.number else None
    return (Section(title, "clause", placed.name.lower(), placed.place, origin=origin, given=given),)


def _facts(
    clause: Clause, placed: Placement, choice: Choice | Addition, keys: tuple[str, str], context: Context
) -> Facts:
    """The page's facts as the clause sees them; raises Trouble for what does not fit."""
    fitting = dict(placed.fitting)
    findings = [*_misfits(clause, placed, context.facts)]
    for role in clause.roles:
        if role not in fitting and role not in context.facts.roles:
            message = f"the clause {clause.id!r} speaks of a role {role!r} that this agreement does not have"
            hint = f"fit it with `:with: {role}=...`, one of {', '.join(context.facts.roles) or 'no roles'}"
            findings.append(UNFITTED_ROLE.at(placed.place, message, hint))
    if findings:
        raise Trouble(*findings)
    own_values: dict[str, Known] = {}
    for name, written in choice.values.items() if context.deal else ():
        place = context.deal.place(*keys, "values", name) if context.deal else placed.place
        if name not in clause.values:
            message = f"the clause {clause.id!r} declares no value {name!r}"
            context.findings.append(UNKNOWN_VALUE.at(place, message, did_you_mean(name, clause.values)))
            continue
        source = context.deal.source if context.deal else None
        given = Given(written, place, str(place), source, (*keys, "values", name))
        facts = context.facts
        own_values[name] = known_value(name, clause.values[name], given, facts.wording, context.cast, facts.undecided)
    return context.facts.fitted(fitting, own_values)


def _misfits(clause: Clause, placed: Placement, facts: Facts) -> Iterator[Finding]:
    """What `:with:` names that is not there, or is of another kind."""
    for own, theirs in placed.fitting:
        if own not in clause.roles and own not in clause.values:
            message = f"the clause {clause.id!r} speaks of no {own!r}"
            yield FITTING.at(placed.place, message, did_you_mean(own, {*clause.roles, *clause.values}))
        elif theirs not in facts.roles and theirs not in facts.values:
            message = f"this agreement has no {theirs!r} to fit {own!r} of the clause {clause.id!r}"
            yield FITTING.at(placed.place, message, facts.unknown(theirs))
        elif (own in clause.roles) != (theirs in facts.roles):
            wanted = "role" if own in clause.roles else "value"
            message = f"{own!r} of the clause {clause.id!r} is a {wanted}, and {theirs!r} is none"
            known = facts.roles if own in clause.roles else facts.values
            yield FITTING.at(placed.place, message, did_you_mean(theirs, known))
        elif own in clause.values and facts.values[theirs]._declared.type != clause.values[own].type:
            kinds = f"{clause.values[own].type}, and {theirs!r} is {facts.values[theirs]._declared.type}"
            message = f"{own!r} of the clause {clause.id!r} is {kinds}"
            yield FITTING.at(placed.place, message, "fit a value of the same type")
