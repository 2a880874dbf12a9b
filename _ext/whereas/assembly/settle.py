"""Settling an agreement: definitions in place, numbers, references, capitals; what stays open goes to the project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from whereas.agreement.beside import check_beside
from whereas.agreement.key_terms import fill_key_terms
from whereas.agreement.model import Agreement, Section
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import NBSP, Targets, cite, collect_targets, resolve_references
from whereas.agreement.runs import Blank, Broken, Foreign, Link, Reference, Run, Styled, Text
from whereas.agreement.sentences import capitalise_sentences
from whereas.agreement.styles import Style
from whereas.agreement.walk import change_runs, text_of, walk_anchored
from whereas.assembly.definitions import point_definitions, set_definitions
from whereas.assembly.placeholders import lifted_run
from whereas.assembly.roles import pending_reference
from whereas.assembly.terms import settle_terms
from whereas.library.finding import NOWHERE, Finding, Place, Trouble, did_you_mean

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def settle(agreement: Agreement, context: Context) -> tuple[Agreement, Targets]:
    """The agreement with everything settled that needs no other page, and its labels."""
    agreement = set_definitions(agreement, context.imported, context)
    agreement, findings = number_agreement(agreement, context.style, context.anchors)
    context.findings += findings
    context.findings += [*_labels_given_twice(agreement), *_numbers_given_twice(agreement), *check_beside(agreement)]
    agreement = point_definitions(fill_key_terms(agreement))
    targets = collect_targets(agreement, context.style)
    agreement = resolve_references(agreement, targets, context.style)
    agreement = _open_references(agreement, targets, context)
    _settle_foreign(targets, context)
    agreement, context.terms = settle_terms(capitalise_sentences(agreement), targets, context)
    return agreement, targets


def _labels_given_twice(agreement: Agreement) -> list[Finding]:
    """A label must mean one provision; whoever cites it could else be sent to the wrong one."""
    places: dict[str, Place] = {}
    findings = []
    for each in walk_anchored(agreement):
        if each.label and each.label in places:
            message = f"the label {each.label!r} is given twice, first at {places[each.label]}"
            findings.append(Finding(each.place, "duplicate-label", message, "rename one of them"))
        elif each.label:
            places[each.label] = each.place
    return findings


def _numbers_given_twice(agreement: Agreement) -> list[Finding]:
    """Two lists of one parent may reach the same number in different ways: (h), (i) and (i), (ii)."""
    places: dict[tuple[str, tuple[str, ...]], Place] = {}
    findings = []
    for each in walk_anchored(agreement):
        key = (each.number, each.scope)
        if each.number and key in places:
            message = f"the number {each.number} stands for two provisions, the first at {places[key]}"
            hint = "give one of the lists another form, or make them one"
            findings.append(Finding(each.place, "duplicate-number", message, hint))
        elif each.number:
            places[key] = each.place
    return findings


# ---- references that are not to this agreement's own labels ----------------------------------------------------------


def _open_references(agreement: Agreement, targets: Targets, context: Context) -> Agreement:
    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(map(run, runs))

    def run(each: Run) -> Run:
        match each:
            case Styled() | Link():
                return replace(each, runs=line(each.runs))
            case Reference(parts=()):
                return _open(each, targets, context)
        return each

    def section(each: Section) -> Section:
        blocks = tuple(change_runs(block, line) for block in each.blocks)
        return replace(each, title=line(each.title), blocks=blocks, sections=tuple(map(section, each.sections)))

    blocks = tuple(change_runs(block, line) for block in agreement.blocks)
    return replace(agreement, blocks=blocks, sections=tuple(map(section, agreement.sections)))


def _open(reference: Reference, targets: Targets, context: Context) -> Run:
    """What becomes of a reference with a label that this agreement does not have."""
    if reference.form in ("this", "this-section"):
        message = "{this} stands in text that has no number"
        context.findings.append(Finding(reference.place, "unknown-label", message, "cite a label instead"))
        return Broken("[this]", message)
    if reference.foreign is not None:  # MyST's own link, which MyST settles and complains of
        return Foreign(reference.foreign, text_of(reference.words))
    missing = [label for label in reference.labels if label not in targets]
    for label in missing:
        if finding := missing_label(label, targets, context, reference.place):
            context.findings.append(finding)
            return Broken(f"[{label}]", finding.message)
    if context.alone:
        return Styled("citation", reference.words) if reference.words else _elsewhere(reference, targets, context)
    node = pending_reference(
        reference.labels, reference.form, text_of(reference.words), context.docname, str(reference.place)
    )
    context.foreign.append(node)
    return Foreign(len(context.foreign) - 1, node.astext())


def _elsewhere(reference: Reference, targets: Targets, context: Context) -> Run:
    """A citation, on a clause's own page, of what stands beside it in an agreement: links to clauses, or blanks."""
    by_words: dict[str, Run] = {}  # several provisions of one other clause are one link here
    for label in reference.labels:
        if label in targets:
            parts = cite([targets[label]], context.style, "number")
            by_words[label] = replace(reference, labels=(label,), form="number", parts=parts)
        else:
            run = _clause_page(label, context)
            by_words.setdefault(text_of((run,)), run)
    found = list(by_words.values())
    if any(isinstance(run, Blank) for run in found):
        return Styled("citation", _listed(found, context.style))
    word = context.style.clause[len(reference.labels) > 1]
    return Styled("citation", (Text(f"{word}{NBSP}"), *_listed(found, context.style)))


def _listed(runs: list[Run], style: Style) -> tuple[Run, ...]:
    listed: list[Run] = []
    for index, run in enumerate(runs):
        if index:
            listed.append(Text(f" {style.conjunction} " if index == len(runs) - 1 else ", "))
        listed.append(run)
    return tuple(listed)


def _clause_page(label: str, context: Context) -> Run:
    """A link to the page of the clause that has a label; a blank for any other."""
    owner = label.split(".")[0]
    try:
        title = context.library.find("clauses", owner, NOWHERE).title
    except Trouble:
        return Blank("", f"[{label}]", "Numbered in the agreement that uses this clause.")
    context.depends.add(context.library.path("clauses", owner))
    text = f"[{title}]"
    node = addnodes.pending_xref(
        "", nodes.inline(text, text), refdomain="std", reftype="doc", reftarget=f"/clauses/{owner}", refexplicit=True
    )
    node["refdoc"] = context.docname
    context.foreign.append(node)
    return Foreign(len(context.foreign) - 1, text)


def missing_label(label: str, targets: Targets, context: Context, place: Place) -> Finding | None:
    """What to say of a missing label, or None where another agreement may have it."""
    owner = label.split(".")[0]
    for id, omission in context.facts.omitted.items():
        if owner == id.lower():
            message = f"this refers to {label!r}, but {omission} leaves the clause {id!r} out"
            hint = f'put the reference in {{% if included("{id}") %}} ... {{% endif %}}, or keep the clause'
            return Finding(place, "omitted-clause", message, hint)
    if "." in label and owner in targets:
        near = did_you_mean(label, [known for known in targets if known.startswith(f"{owner}.")])
        return Finding(place, "unknown-label", f"the clause {owner!r} has no label {label.split('.', 1)[1]!r}", near)
    return None


# ---- our roles inside nodes that Sphinx keeps -----------------------------------------------------------------------


def _settle_foreign(targets: Targets, context: Context) -> None:
    """Give references and definitions inside foreign nodes (an admonition, a card) their words, as docutils nodes."""
    for node in list(context.foreign):
        for found in list(node.findall(lifted_run)):
            found.parent.replace(found, _native(found.run, targets, context))


def _native(run: Run, targets: Targets, context: Context) -> nodes.Node:
    one = Agreement("", "", "", (), (Section((run,), "unnumbered"),))
    one = _open_references(resolve_references(one, targets, context.style), targets, context)
    (settled,) = one.sections[0].title
    if isinstance(settled, Foreign):
        return context.foreign[settled.index]
    if isinstance(settled, Reference):
        inline = nodes.inline()
        for part in settled.parts:
            text = nodes.Text(part.text)
            inline += (
                text if isinstance(part, Text) else nodes.reference("", "", text, refid=part.anchor, internal=True)
            )
        return inline
    return nodes.inline("", text_of((settled,)))
