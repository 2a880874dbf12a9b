"""A clause of the library, placed in an agreement: its text parsed and lifted, its definitions collected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whereas.agreement.model import Section
from whereas.agreement.runs import Run, Text
from whereas.assembly.definitions import collect_definitions
from whereas.assembly.facts import Facts
from whereas.assembly.known_value import known_value
from whereas.assembly.leftovers import leftovers
from whereas.assembly.lift_lines import words_with_slots
from whereas.assembly.quotes import typographic
from whereas.assembly.template import names_in, render_template
from whereas.assembly.texts import lift_text
from whereas.language.nearest import did_you_mean
from whereas.language.registry import language_of
from whereas.library.clauses import Clause
from whereas.library.finding import Finding, FindingsError
from whereas.library.rule import Rule
from whereas.library.rules import UNKNOWN_CLAUSE
from whereas.plan.clause import ChosenTitle, PlannedClause
from whereas.plan.deal_checks import CLAUSE_TWICE
from whereas.plan.placement import Placement

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
    bad={"clauses/approved.yaml": "title: Duty\nstatus: approved\nroles: [payer]\ntext: 1. {{ payer }} pays."},
    good={"clauses/approved.yaml": "title: Duty\nstatus: approved\nroles: [buyer]\ntext: 1. {{ buyer }} pays."},
)
NEEDED = Rule(
    "needed-clause",
    "A clause stands only with those that it needs.",
    bad={"clauses/approved.yaml": "title: Duty\nstatus: approved\nneeds: {sketch: it says when}\ntext: 1. x"},
    good={"clauses/approved.yaml": "title: Duty\nstatus: approved\nneeds: {}\ntext: 1. x"},
)
OTHER_LANGUAGE = Rule(
    "clause-language",
    "A clause that says its language stands in agreements of that language: frame, citations and values are in theirs.",
    bad={"clauses/approved.yaml": "title: Fristen\nstatus: approved\nlocale: de\ntext: 1. Es wird bezahlt."},
    good={"clauses/approved.yaml": "title: Time\nstatus: approved\nlocale: en\ntext: 1. The buyer pays."},
    severity="warning",
)


def place_clause(planned: PlannedClause, page: nodes.document, context: Context) -> tuple[Section, ...]:
    """What stands for a clause in the agreement being read; nothing where the deal leaves it out with its number.

    Raises FindingsError when it cannot be had, or is placed with a variant or a fact that there is not.
    """
    context.depend_on(planned)
    clause, placed, name = planned.sound(), planned.placed, planned.name
    label = name.lower()
    if planned.decision == "omitted":
        return ()
    if planned.decision == "reserved":
        title = (Text(context.style.reserved),)
        return (Section(title, "clause", label, placed.place, origin=planned.origin, given=planned.number),)
    if name in context.clauses:
        message = f"the clause {name!r} stands in this agreement already, at {context.clauses[name]}"
        raise FindingsError(CLAUSE_TWICE.at(placed.place, message, "give this one a name of its own with `:as: name`"))
    context.findings += [finding for finding in clause.findings if finding not in context.findings]
    context.findings += _without_needed(clause, placed, context)
    context.findings += _of_other_language(clause, placed, context.style.locale)
    facts = _facts(planned, clause, context)
    context.clauses[name] = placed.place
    text, place, exact = planned.text
    rendered = render_template(text, place, facts, whole_lines=exact)
    # what is not the standard text has anchors of its own
    base = f"{name}-{'own' if planned.reworded else planned.variant}"
    lifted = lift_text(rendered, page, context, f"{label}.", base)
    collect_definitions(clause, facts, name, page, context)
    heading = _title(planned.title, page, context)
    blocks, sections = lifted.blocks, lifted.sections
    return (Section(heading, "clause", label, place, blocks, sections, planned.origin, given=planned.number),)


def _without_needed(clause: Clause, placed: Placement, context: Context) -> Iterator[Finding]:
    """Clauses that it needs and the agreement has not, or a deal leaves out."""
    there = {each.placed.id for each in context.plan.clauses if each.stands}
    shelf = frozenset(context.library.ids("clauses")) if clause.needs else frozenset[str]()
    for id, why in () if context.is_clause_page else clause.needs.items():
        context.depends.update(context.library.files("clauses", id))
        if id not in shelf:
            hint = did_you_mean(id, shelf)
            yield UNKNOWN_CLAUSE.at(clause.place("needs", id), f"there is no clause {id!r} in clauses/", hint)
        elif id not in there:
            gone = context.facts.omitted.get(id)
            message = f"the clause {clause.id!r} needs {id!r}, which is not in this agreement: {why}"
            yield NEEDED.at(gone or placed.place, message, "keep both, or leave both out")


def _of_other_language(clause: Clause, placed: Placement, locale: str) -> Iterator[Finding]:
    """A clause that is in another language than the agreement in which it is placed."""
    own, around = language_of(clause.locale or locale), language_of(locale)
    if own.code.partition("_")[0] != around.code.partition("_")[0]:
        message = (
            f"the clause {clause.id!r} is in {own.name or own.code}, and this agreement in {around.name or locale}"
        )
        yield OTHER_LANGUAGE.at(placed.place, message, "place a clause of the agreement’s own language")


def _title(title: ChosenTitle, page: nodes.document, context: Context) -> tuple[Run, ...]:
    words = typographic(title.words, page, context.style)
    if title.fact:
        return (Text(words),)
    context.findings += [found.finding(title.place) for found in leftovers(title.words)]
    # its slots are those of the page, on which the directive stands
    return tuple(words_with_slots(words))


def _facts(planned: PlannedClause, clause: Clause, context: Context) -> Facts:
    """The page's facts as the clause sees them; raises FindingsError for what does not fit."""
    facts, placed = context.facts, planned.placed
    fitting = dict(placed.fitting)
    findings = [*_misfits(clause, placed, facts)]
    spoken_of = frozenset[str]().union(*map(names_in, planned.texts()))  # by the variant that stands, not by the others
    for role in clause.roles:
        if role in spoken_of and role not in fitting and role not in facts.roles:
            message = f"the clause {clause.id!r} speaks of a role {role!r} that this agreement does not have"
            hint = f"fit it with `:with: {role}=...`, one of {', '.join(facts.roles) or 'no roles'}"
            findings.append(UNFITTED_ROLE.at(placed.place, message, hint))
    if findings:
        raise FindingsError(*findings)
    own_values = {
        name: known_value(name, clause.values[name], given, facts.wording, context.cast, facts.undecided)
        for name, given in planned.values.items()
    }
    return facts.fitted(fitting, own_values)


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
