"""The outline: an agreement as JSON, for machines. Its schema stands beside it in `outline.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whereas.agreement.holding import may_hold
from whereas.agreement.localise import scope_of_definition
from whereas.agreement.model import Agreement, Definitions, Provision, Section
from whereas.agreement.runs import Cited, Definition, Item, Link, Reference, Run, Styled
from whereas.agreement.styles import Style
from whereas.agreement.tree import descend
from whereas.agreement.walk import (
    Words,
    all_blocks,
    own_lines,
    run_in_heading,
    text_of,
    walk_anchored,
    walk_lines,
    walk_runs,
    walk_sections,
)

#: What is numbered, or may be.
Anchored = Section | Provision | Item
#: The runs that cite or define, or may hold one that does.
_HOLDING = frozenset({Reference, Styled, Link})
_DEFINING = _HOLDING | {Definition}


def render_outline(agreement: Agreement, style: Style, words: Words) -> dict[str, Any]:
    """The outline of a page; `words` gives the words of a foreign run."""
    anchored = list(walk_anchored(agreement))
    return {
        "docname": agreement.docname,
        "title": agreement.title,
        "status": agreement.status,
        "reference": agreement.reference,
        "version": agreement.version,
        "parties": [{"role": role, "name": name} for role, name in agreement.parties],
        "style": agreement.style,
        "provisions": [_provision(each, style, words) for each in anchored if each.number],
        "references": list(_references(agreement, anchored, style)),
        "terms": _terms(anchored),
        "values": {
            fact.name: {
                "text": fact.text,
                "type": fact.type,
                "origin": str(fact.origin or ""),
                **({"rows": [{cell.name: cell.text for cell in row} for row in fact.rows]} if fact.rows else {}),
            }
            for fact in agreement.facts
        },
        "deviations": [
            {
                "kind": each.kind,
                "subject": each.subject,
                "standard": each.standard,
                "given": f"{each.side} {each.given}".strip(),
                "because": each.because,
                "origin": str(each.place) if each.place.file else "",
            }
            for each in agreement.deviations
        ],
        "clauses": [
            {
                "id": section.origin.id,
                "variant": section.origin.variant,
                "version": section.origin.version,
                "number": section.number,
            }
            for section in walk_sections(agreement.sections)
            if section.origin
        ],
    }


def full_number(number: str, scope: tuple[str, ...], style: Style) -> str:
    """A number as it is cited from anywhere in the agreement: "2.1 of Schedule 1"."""
    return "".join([number, *(f" {style.within(step)}" for step in reversed(scope))])


def plain(text: str) -> str:
    """Text with its white space made plain."""
    return " ".join(text.split())


def _provision(each: Anchored, style: Style, words: Words) -> dict[str, Any]:
    title, text = "", ""
    if isinstance(each, Section):
        title = text_of(each.title)
    elif isinstance(each, Provision):
        title = run_in_heading(each)
    if not isinstance(each, Item):
        text = " ".join(text_of(line, words) for line in own_lines(each))
    return {
        "label": each.label,
        "number": full_number(each.number, each.scope, style),
        "marker": each.marker,
        "level": each.level,
        "title": plain(title),
        "text": plain(text),
        "anchor": each.anchor,
    }


def _references(agreement: Agreement, anchored: list[Anchored], style: Style) -> Iterator[dict[str, str]]:
    """Every citation, a label each, in reading order, with the provision it stands in."""
    numbers, anchors = {}, {}
    lines = [("", line) for line in own_lines(Section((), blocks=agreement.blocks))]
    for each in anchored:
        number = full_number(each.number, each.scope, style)
        numbers[each.anchor] = number
        anchors[f"#{each.anchor}"] = each.anchor
        if each.label:
            anchors.setdefault(each.label, each.anchor)
        if not isinstance(each, Item):
            lines += [(number if each.number else "", line) for line in own_lines(each)]
    for block in descend(all_blocks(agreement)):
        if isinstance(block, Definitions):
            numbers.update((each.anchor, scope_of_definition(each.term, style)[0]) for each in block.entries)
    for number, line in lines:
        for run in walk_runs(line) if may_hold(line, _HOLDING) else ():
            if isinstance(run, Reference):
                text = plain(text_of((run,)))
                for label, anchor in _cited(run, anchors):
                    yield {"from": number, "label": label, "number": numbers.get(anchor, ""), "text": text}


def _cited(reference: Reference, anchors: dict[str, str]) -> list[tuple[str, str]]:
    """Label and anchor of all that a reference cites; what stands in a schedule is cited with that."""
    printed = [(part.label, part.anchor) for part in reference.parts if isinstance(part, Cited)]
    asked = {anchors.get(label, label): label for label in reference.labels}
    if asked.keys() <= {anchor for _, anchor in printed}:
        return printed
    # of labels joined to a run, only the ends are printed
    return [
        *((label, anchor) for anchor, label in asked.items()),
        *((label, anchor) for label, anchor in printed if anchor not in asked),
    ]


def _terms(anchored: list[Anchored]) -> list[dict[str, Any]]:
    """Every defined term: where it is defined, and, for those of a list of definitions, the whole sentence."""
    terms: dict[str, dict[str, Any]] = {}
    for each in anchored:
        if isinstance(each, Item):
            continue
        for block in each.blocks:
            if isinstance(block, Definitions):
                for entry in block.entries:
                    sentence = " ".join(text_of(line) for inner in entry.blocks for line in walk_lines(inner))
                    terms[entry.term] = {
                        "term": entry.term,
                        "anchor": entry.anchor,
                        "number": each.number,
                        "text": plain(sentence),
                        "uses": _uses(entry.uses),
                    }
        for line in own_lines(each):
            for run in walk_runs(line) if may_hold(line, _DEFINING) else ():
                if isinstance(run, Definition) and run.term not in terms:
                    terms[run.term] = {
                        "term": run.term,
                        "anchor": each.anchor,
                        "number": each.number,
                        "text": "",
                        "uses": [],
                    }
    return [terms[term] for term in sorted(terms, key=str.casefold)]


def _uses(runs: tuple[Run, ...]) -> list[str]:
    """The anchors of the provisions that use a listed term."""
    return [label.removeprefix("#") for run in runs if isinstance(run, Reference) for label in run.labels]
