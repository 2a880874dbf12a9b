"""Which fallback positions of a clause a deal took: what its page tells us beside the clause, with who approves."""

from __future__ import annotations

from typing import NamedTuple

from whereas.assembly.cast import Cast
from whereas.assembly.context import Context
from whereas.assembly.known_value import known_value
from whereas.language.site_words import SiteWords
from whereas.library.clauses import Clause, Fallback
from whereas.library.finding import NOWHERE
from whereas.plan.clause import PlannedClause
from whereas.plan.given import Given


class Taken(NamedTuple):
    """A position that a deal took, and who must approve it, as a sentence; `asks` where somebody must."""

    position: str
    approval: str
    asks: bool


def steps_taken(name: str, departs: bool, context: Context, words: SiteWords) -> tuple[Taken, ...]:
    """The fallback positions that a deal took in a clause; its standard text, or none of them, where it took none.

    Nothing of a template, and of a clause that has no fallbacks.
    """
    planned = context.plan.by_name.get(name)
    if not context.plan.deal or planned is None or planned.clause is None or not planned.clause.fallbacks:
        return ()
    taken = [each for each in planned.clause.fallbacks if _is_taken(each, planned, planned.clause, context)]
    given = ((name, each.default) for name, each in planned.clause.values.items() if each.default is not None)
    departs = departs or any(not _has(name, default, planned, planned.clause, context) for name, default in given)
    if not taken:
        return (Taken(words.no_step if departs else words.our_text, "", False),)
    return tuple(Taken(each.position, approval_of(each, words), needs_approval(each)) for each in taken)


def needs_approval(step: Fallback) -> bool:
    """Whether somebody must approve a step."""
    return bool(step.approval) and step.approval.casefold() not in ("none", "no", "nobody")


def approval_of(step: Fallback, words: SiteWords) -> str:
    """Who must approve a step, as a chip says it; nothing where the clause does not say."""
    if not step.approval:
        return ""
    return words.approval.format(who=step.approval) if needs_approval(step) else words.no_approval


def _is_taken(step: Fallback, planned: PlannedClause, clause: Clause, context: Context) -> bool:
    """Whether all that a step changes is so in the deal; one that says only in words what it changes cannot be told."""
    asked = [not planned.reworded and step.variant == planned.variant] if step.variant else []
    asked += [step.text.split() == planned.text.words.split()] if step.text else []
    asked += [_has(name, written, planned, clause, context) for name, written in step.values.items()]
    return bool(asked) and all(asked)


def _has(name: str, written: object, planned: PlannedClause, clause: Clause, context: Context) -> bool:
    """Whether a value is in the deal what a step makes of it."""
    if name not in clause.values:
        return False  # told on the page of the clause
    here = planned.values.get(name)
    fact = context.facts.values.get(dict(planned.placed.fitting).get(name, name))
    value = _read(name, here.written, clause, context) if here else fact._value if fact else None
    return value is not None and value == _read(name, written, clause, context)


def _read(name: str, written: object, clause: Clause, context: Context) -> object:
    given = Given(written, NOWHERE, None)
    known = known_value(name, clause.values[name], given, context.facts.wording, Cast(context.library, []), set())
    return known._value
