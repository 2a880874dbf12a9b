"""References: labels become the words that cite them. Pure functions over a numbered agreement."""

from __future__ import annotations

from collections.abc import Callable

from whereas.agreement.cited_case import in_case
from whereas.agreement.citing import cite
from whereas.agreement.holding import holds, may_hold
from whereas.agreement.joined import cited_part
from whereas.agreement.localise import scope_of_definition
from whereas.agreement.model import Agreement, Block, Defined, Definitions, Section
from whereas.agreement.nearby import cite_nearby
from whereas.agreement.remade import remade
from whereas.agreement.runs import Link, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.targets import Targets
from whereas.agreement.tree import changed, rebuilt
from whereas.agreement.walk import scope_within, text_of

Scope = tuple[str, ...]
#: What becomes of a reference in a scope that cites what the agreement has not, or cannot be worded.
Elsewhere = Callable[[Reference, tuple[str, ...]], Run]


def resolve_references(
    agreement: Agreement, targets: Targets, style: Style, elsewhere: Elsewhere = lambda reference, _: reference
) -> Agreement:
    """The agreement with every reference to its own labels worded; `elsewhere` says what becomes of the others."""

    def line(scope: Scope) -> Callable[[tuple[Run, ...]], tuple[Run, ...]]:
        return lambda runs: _resolve_line(runs, targets, style, scope, elsewhere)

    def blocks(many: tuple[Block, ...], scope: Scope) -> tuple[Block, ...]:
        return changed(many, lambda each: block(each, scope))

    def block(each: Block, scope: Scope) -> Block:
        if not holds(each, _REFERENCES):
            return each
        if isinstance(each, Definitions):
            return remade(each, entries=changed(each.entries, defined))
        return rebuilt(each, line(scope), lambda inner: blocks(inner, scope))

    def defined(entry: Defined) -> Defined:
        inner = blocks(entry.blocks, scope_of_definition(entry.term, style))
        return entry if inner is entry.blocks else remade(entry, blocks=inner)

    def section(each: Section) -> Section:
        scope = scope_within(each)
        return remade(
            each,
            title=line(scope)(each.title),
            blocks=blocks(each.blocks, scope),
            sections=changed(each.sections, section),
        )

    sections = changed(agreement.sections, section)
    return remade(agreement, blocks=blocks(agreement.blocks, ()), sections=sections)


#: The runs that cite, or may hold one that does.
_CITING = frozenset({Reference, Styled, Link})
_REFERENCES = frozenset({Reference})


def _resolve_line(
    runs: tuple[Run, ...], targets: Targets, style: Style, scope: tuple[str, ...], elsewhere: Elsewhere
) -> tuple[Run, ...]:
    if not may_hold(runs, _CITING):
        return runs

    def resolve(run: Run) -> Run:
        match run:
            case Styled() | Link():
                return remade(run, runs=changed(run.runs, resolve))
            case Reference() if run.labels and all(label in targets for label in run.labels):
                run = remade(run, foreign=None) if run.foreign else run
                try:
                    return word_reference(run, targets, style, scope)
                except ValueError:
                    return elsewhere(run, scope)
            case Reference(parts=()):
                return elsewhere(run, scope)
            case _:
                return run

    return changed(runs, resolve)


def word_reference(reference: Reference, targets: Targets, style: Style, scope: tuple[str, ...]) -> Reference:
    """A reference to labels that are among the targets, with the words that it prints in a scope.

    Raises ValueError for a case that they cannot have.
    """
    worded = _worded(reference, targets, style, scope)
    if reference.case and reference.words:
        raise ValueError("words of one's own stand as they are, in no case: leave the case out")
    if reference.case and reference.form not in ("this", "this-section"):
        return remade(worded, parts=in_case(worded.parts, style, reference.case), case="")
    return worded


def _worded(reference: Reference, targets: Targets, style: Style, scope: tuple[str, ...]) -> Reference:
    found = [targets[label] for label in reference.labels]
    if reference.form in ("this", "this-section"):
        # from within its own scope a provision is cited by its number alone
        parts = cite(found, style, "clause", scope, found[0])
        return remade(reference, parts=(Text(f"{style.pointing(parts[0].text, reference.case)} "), *parts))
    if reference.words:
        return remade(reference, parts=(cited_part(found[0], text_of(reference.words)),))
    if reference.form in ("short", "above"):
        parts = cite_nearby(found, reference, targets, style, scope)
        return remade(reference, parts=parts, at="", after="")
    here = targets.get(f"#{reference.at}")
    return remade(reference, parts=cite(found, style, reference.form, scope, here, reference.either), at="")
