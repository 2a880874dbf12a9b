"""Citations that are not of an agreement's own labels: left out of it, mistyped, or of another agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from whereas.agreement.citing import cite
from whereas.agreement.holding import holds
from whereas.agreement.model import Agreement, Section
from whereas.agreement.references import resolve_references, word_reference
from whereas.agreement.remade import remade
from whereas.agreement.runs import Blank, Broken, Cited, Foreign, Reference, Run, Styled, Text
from whereas.agreement.steps import NBSP
from whereas.agreement.styles import Style
from whereas.agreement.targets import Targets
from whereas.agreement.walk import all_blocks, text_of, walk_lines, walk_runs
from whereas.assembly.consequences import lacks_clause
from whereas.assembly.lift_lines import ROLE
from whereas.assembly.missing import UNKNOWN_LABEL, missing_label, near_labels
from whereas.assembly.others import is_called
from whereas.assembly.roles import pending_reference
from whereas.assembly.stand_ins import lifted_run
from whereas.language.registry import phrases
from whereas.library.finding import NOWHERE, FindingsError, Place
from whereas.library.rule import Rule

if TYPE_CHECKING:
    from whereas.assembly.context import Context

CITED_CASE = Rule(
    "cited-case",
    "A citation stands only in a case that its language has, and with a word that the case can go before.",
    bad="1. {#late}\n   As {clause}`late | dative` says.",
    good="1. {#late}\n   As {clause}`late` says.",
)


def settle_references(agreement: Agreement, targets: Targets, context: Context) -> Agreement:
    """The agreement with its references worded, also in what Sphinx keeps; those that leave it go to the project."""

    def elsewhere(reference: Reference, scope: tuple[str, ...]) -> Run:
        return _elsewhere(reference, targets, context, scope)

    agreement = resolve_references(agreement, targets, context.style, elsewhere)
    for node in list(context.foreign):  # an admonition, a card
        for found in list(node.findall(lifted_run)):
            run, place = found.run, Place(found.source or "", found.line or 1)
            if isinstance(run, Broken):
                context.findings.append(ROLE.at(place, run.why))
            elif isinstance(run, Reference):
                run = remade(run, place=place)
            one = Agreement("", "", "", (), (Section((run,), "unnumbered"),))
            (settled,) = resolve_references(one, targets, context.style, elsewhere).sections[0].title
            found.parent.replace(found, list(_native(settled, context)))
    return agreement


def _native(run: Run, context: Context) -> Iterator[nodes.Node]:
    """Docutils nodes of a settled reference."""
    match run:
        case Foreign():
            yield context.foreign[run.index]
        case Styled():
            for inner in run.runs:
                yield from _native(inner, context)
        case Reference():
            for part in run.parts:
                text: nodes.Node = nodes.Text(part.text)
                if isinstance(part, Cited):
                    text = nodes.reference("", part.text, refid=part.anchor, internal=True)
                yield text
        case _:
            yield nodes.inline("", text_of((run,)))


_FOREIGN = frozenset({Foreign})


def note_capitals(agreement: Agreement, context: Context) -> None:
    """Remember of each citation of another agreement whether a sentence begins with it."""
    for block in all_blocks(agreement):
        if holds(block, _FOREIGN):
            for line in walk_lines(block):
                for run in walk_runs(line):
                    if isinstance(run, Foreign) and run.opens:
                        node = context.foreign[run.index]
                        if isinstance(node, addnodes.pending_xref):
                            node["whereas_opens"] = True


# ---- one reference


def _elsewhere(reference: Reference, targets: Targets, context: Context, scope: tuple[str, ...]) -> Run:
    """What becomes of a reference with a label that this agreement does not have."""
    if reference.case and reference.labels and all(label in targets for label in reference.labels):
        return _in_case(reference, targets, context, scope)
    if reference.form in ("this", "this-section"):
        message = "{this} stands in text that has no number"
        context.findings.append(UNKNOWN_LABEL.at(reference.place, message, "cite a label instead"))
        return Broken("[this]", message)
    if not reference.labels:
        message = "this reference names no label"
        context.findings.append(UNKNOWN_LABEL.at(reference.place, message, "write {clause}`label`"))
        return Broken("[?]", message)
    labels = tuple(_own(label, targets, context) for label in reference.labels)
    missing = dict.fromkeys(label for label in labels if label not in targets)
    broken = []
    for label in list(missing):
        if finding := missing_label(label, targets, context, reference.place):
            context.findings.append(finding)
            broken.append(Broken(f"[{label}]", finding.message))
            del missing[label]
        elif lacks_clause(label, context):
            broken.append(Broken(f"[{label}]", "the clause that has it is left out by another fault"))
            del missing[label]
    if reference.foreign is not None and missing:  # MyST's own link, which MyST settles and complains of
        return remade(reference.foreign, text=text_of(reference.words))
    if context.is_clause_page and missing:
        return Styled("citation", reference.words) if reference.words else _beside(reference, targets, context)
    own = tuple(label for label in labels if label in targets)
    runs: list[Run] = [_in_case(remade(reference, labels=own), targets, context, scope)] if own else []
    runs += broken
    if missing:
        runs.append(_pending(remade(reference, labels=tuple(missing)), targets, context))
    if len(runs) == 1 or reference.words:
        return runs[0]
    return Styled("citation", listed_runs(runs, context.style, reference.either))


def _in_case(reference: Reference, targets: Targets, context: Context, scope: tuple[str, ...]) -> Run:
    """The words of a citation of this agreement's own; a finding where they cannot have the case they are given."""
    try:
        return word_reference(reference, targets, context.style, scope)
    except ValueError as error:
        hint = "if the clause is in another language than the project, it says so: `locale: de`"
        found = CITED_CASE.at(reference.place, str(error), hint if context.is_clause_page else "")
    context.findings.append(found)
    return Broken(f"[{', '.join(reference.labels)} | {reference.case}]", found.message)


def _own(label: str, targets: Targets, context: Context) -> str:
    """A label without the name of the agreement, where that is the agreement's own."""
    owner, _, name = label.rpartition(":")
    own = (context.docname, context.template.docname if context.template else "")
    return name if owner and label not in targets and any(is_called(each, owner) for each in own) else label


def _pending(reference: Reference, targets: Targets, context: Context) -> Foreign:
    """A citation that the whole project settles, with what may have been meant by each of its labels."""
    words, place = text_of(reference.words), str(reference.place)
    node = pending_reference(reference, words, context.docname, place)
    node["whereas_near"] = tuple(near_labels(label, targets, context) for label in reference.labels)
    return context.keep(node, node.astext())


# ---- on a clause's own page


def _beside(reference: Reference, targets: Targets, context: Context) -> Run:
    """A citation, on a clause's own page, of what stands beside it in an agreement: links to clauses, or blanks."""
    by_words: dict[str, Run] = {}  # several provisions of one other clause are one link here
    for label in reference.labels:
        if label in targets:
            parts = cite([targets[label]], context.style, "number")
            by_words[label] = remade(reference, labels=(label,), form="number", parts=parts)
        else:
            run = _clause_page(label, context)
            by_words.setdefault(text_of((run,)), run)
    found = list(by_words.values())
    if any(isinstance(run, Blank) for run in found):
        return Styled("citation", listed_runs(found, context.style, reference.either))
    word = context.style.clause[len(reference.labels) > 1]
    return Styled("citation", (Text(f"{word}{NBSP}"), *listed_runs(found, context.style, reference.either)))


def listed_runs(runs: list[Run], style: Style, either: bool = False) -> tuple[Run, ...]:
    """A, B and C; A, B or C."""
    joint = phrases(style.locale).alternative if either else style.conjunction
    listed: list[Run] = []
    for index, run in enumerate(runs):
        if index:
            listed.append(Text(f" {joint} " if index == len(runs) - 1 else ", "))
        listed.append(run)
    return tuple(listed)


def _clause_page(label: str, context: Context) -> Run:
    """A link to the page of the clause that has a label; a blank for any other."""
    owner = label.split(".")[0]
    context.depends.update(context.library.files("clauses", owner))  # one that is wrong, or one of two, may be mended
    try:
        title = context.library.find("clauses", owner, NOWHERE).title
    except FindingsError:
        return Blank("", f"[{label}]", "Numbered in the agreement that uses this clause.")
    text = f"[{title}]"
    node = addnodes.pending_xref(
        "", nodes.inline(text, text), refdomain="std", reftype="doc", reftarget=f"/clauses/{owner}", refexplicit=True
    )
    node["refdoc"] = context.docname
    return context.keep(node, text)
