"""References: labels become the words that cite them. Pure functions over a numbered agreement."""

from __future__ import annotations

from dataclasses import replace

from whereas.agreement.citing import NBSP, cite, cited_part
from whereas.agreement.model import Agreement, Block, Section
from whereas.agreement.runs import Link, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.targets import Target, Targets, collect_targets
from whereas.agreement.walk import change_blocks, changed, may_hold, scope_within, text_of

__all__ = ["NBSP", "Target", "Targets", "cite", "collect_targets", "resolve_references"]


def resolve_references(agreement: Agreement, targets: Targets, style: Style) -> Agreement:
    """The agreement with every reference to its own labels worded; others are left as they are for the caller."""

    def blocks(many: tuple[Block, ...], scope: tuple[str, ...]) -> tuple[Block, ...]:
        return change_blocks(many, lambda runs: _resolve_line(runs, targets, style, scope))

    def section(each: Section) -> Section:
        scope = scope_within(each)
        return replace(
            each,
            title=_resolve_line(each.title, targets, style, scope),
            blocks=blocks(each.blocks, scope),
            sections=tuple(map(section, each.sections)),
        )

    sections = tuple(map(section, agreement.sections))
    return replace(agreement, blocks=blocks(agreement.blocks, ()), sections=sections)


#: The runs that cite, or may hold one that does.
_CITING = frozenset({Reference, Styled, Link})


def _resolve_line(runs: tuple[Run, ...], targets: Targets, style: Style, scope: tuple[str, ...]) -> tuple[Run, ...]:
    if not may_hold(runs, _CITING):
        return runs

    def resolve(run: Run) -> Run:
        match run:
            case Styled() | Link():
                return replace(run, runs=tuple(map(resolve, run.runs)))
            case Reference() if run.labels and all(label in targets for label in run.labels):
                found = [targets[label] for label in run.labels]
                if run.form in ("this", "this-section"):
                    # from within its own scope a provision is cited by its number alone
                    parts = cite(found, style, "clause", scope)
                    return replace(run, parts=(Text(f"{style.pointing(parts[0].text)} "), *parts))
                if run.words:
                    return replace(run, parts=(cited_part(found[0], text_of(run.words)),))
                return replace(run, parts=cite(found, style, run.form, scope))
            case _:
                return run

    return changed(runs, resolve)
