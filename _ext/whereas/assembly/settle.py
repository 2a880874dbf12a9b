"""Settling an agreement: definitions in place, numbers, references, capitals; what stays open goes to the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.agreement.beside import check_beside
from whereas.agreement.key_terms import fill_key_terms
from whereas.agreement.model import Agreement, Definitions
from whereas.agreement.numbering import number_agreement
from whereas.agreement.remade import remade
from whereas.agreement.sentences import capitalise_sentences, set_headings
from whereas.agreement.stops import one_stop
from whereas.agreement.targets import Targets, collect_targets
from whereas.agreement.walk import walk_anchored
from whereas.assembly.citations import note_capitals, settle_references
from whereas.assembly.definitions import point_definitions, set_definitions
from whereas.assembly.terms import settle_terms
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

if TYPE_CHECKING:
    from whereas.assembly.context import Context

DUPLICATE_LABEL = Rule(
    "duplicate-label",
    "A label is given once.",
    bad="1. {#duty}\n   The seller delivers.\n1. {#duty}\n   The buyer pays.",
    good="1. {#duty}\n   The seller delivers.\n1. {#pay}\n   The buyer pays.",
)
DUPLICATE_NUMBER = Rule(
    "duplicate-number",
    "A number stands for one provision.",
    bad="{.alpha start=9}\n1. The seller delivers.\n\nAnd:\n\n{.roman}\n1. The buyer pays.",
    good="{.alpha start=9}\n1. The seller delivers.\n\nAnd:\n\n{.alpha}\n1. The buyer pays.",
)


def settle(agreement: Agreement, context: Context) -> tuple[Agreement, Targets]:
    """The agreement with everything settled that needs no other page, and its labels."""
    agreement = set_headings(agreement)
    agreement = set_definitions(agreement, context.imported, context)
    agreement, findings = number_agreement(agreement, context.style, context.anchors)
    context.findings += findings
    context.findings += [] if context.words_alone else _given_twice(agreement, context)
    agreement = point_definitions(fill_key_terms(agreement))
    targets = collect_targets(agreement, context.style)
    agreement = settle_references(agreement, targets, context)
    agreement = one_stop(capitalise_sentences(agreement))
    if not context.words_alone:
        note_capitals(agreement, context)
    agreement, context.terms = settle_terms(agreement, targets, context)
    return agreement, targets


def _given_twice(agreement: Agreement, context: Context) -> list[Finding]:
    """Labels and numbers that two provisions have, and what stands beside lists in a way that nobody can cite."""
    text = agreement
    if context.is_clause_page:  # the page of a clause lists its definitions once more
        text = remade(agreement, blocks=tuple(each for each in agreement.blocks if not isinstance(each, Definitions)))
    return [*_labels_given_twice(text), *_numbers_given_twice(text), *check_beside(text)]


def _labels_given_twice(agreement: Agreement) -> list[Finding]:
    """A label must mean one provision; whoever cites it could else be sent to the wrong one."""
    places: dict[str, Place] = {}
    findings = []
    for each in walk_anchored(agreement):
        if each.label and each.label in places:
            message = f"the label {each.label!r} is given twice, first at {places[each.label]}"
            findings.append(DUPLICATE_LABEL.at(each.place, message, "rename one of them"))
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
            findings.append(DUPLICATE_NUMBER.at(each.place, message, hint))
        elif each.number:
            places[key] = each.place
    return findings
