"""What must be done before a deal is final: nothing blank, nothing undecided, no draft, no placeholder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Definitions,
    KeyTerms,
    Paragraph,
    Provisions,
    Quote,
    Table,
)
from whereas.agreement.runs import Blank, Text, Value
from whereas.agreement.walk import text_of, walk_lines, walk_runs, walk_sections
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place

#: What drafters write where something is still missing.
PLACEHOLDER = re.compile(
    r"\[\s*[●•◦○_.…xX\s]*\]|\[\s*(?:insert|TBC|TBD|date|name|amount|party|to be [a-z]+)\b[^\]]*\]|●|_{4,}|…{2,}|\.{5,}"
    r"|\b(?:TBC|TBD|TODO|FIXME|XXX+)\b",
    re.IGNORECASE,
)
_HINT = "or set `status:` back to draft"


def check_final(agreement: Agreement, deal: Deal, undecided: frozenset[str]) -> list[Finding]:
    """All that keeps a deal with `status: final` from being signed; nothing for a draft."""
    if deal.status != "final":
        return []
    return [finding for check in _RULES for finding in check(agreement, deal, undecided)]


def check_blanks(agreement: Agreement, deal: Deal, _: frozenset[str]) -> Iterator[Finding]:
    """A blank that is printed: the deal, or the party's file, must give it."""
    told = set()
    for blank in _printed(agreement, Blank):
        if not blank.name or blank.name in told:  # a blank without a name is a label to be settled elsewhere
            continue
        told.add(blank.name)
        role, fact = (*blank.name.split(".", 1), "")[:2]
        about = f" ({blank.about.rstrip('.')})" if blank.about else ""
        if fact and role in deal.parties:
            message = f"the deal is final, and the {fact.replace('_', ' ')} of {deal.parties[role][0]!r} is not known"
            yield Finding(deal.place("parties", role), "final-blank", message, f"add it to the party's file, {_HINT}")
        elif not fact or role in deal.values:  # of a role that nobody plays, that is what is told
            message = f"the deal is final, and {blank.name!r}{about} is still blank"
            yield Finding(deal.place("values", blank.name), "final-blank", message, f"give it under `values:`, {_HINT}")


def check_undecided(agreement: Agreement, deal: Deal, undecided: frozenset[str]) -> Iterator[Finding]:
    """A blank on which a condition depends: nobody has said which text it is to be."""
    for name in sorted(undecided):
        message = f"the deal is final, and {name!r}, which decides what its text says, is still blank"
        yield Finding(deal.place("values", name), "final-blank", message, f"give it under `values:`, {_HINT}")


def check_draft_clauses(agreement: Agreement, deal: Deal, _: frozenset[str]) -> Iterator[Finding]:
    """A clause that nobody has approved, or that has been retired."""
    for section in walk_sections(agreement.sections):
        origin = section.origin
        if origin and origin.status in ("draft", "retired"):
            state = "a draft" if origin.status == "draft" else "retired"
            message = f"the deal is final, and its clause {origin.id!r} is {state}"
            yield Finding(deal.place("status"), "final-draft", message, f"have the clause approved, {_HINT}")


def check_placeholders(agreement: Agreement, deal: Deal, _: frozenset[str]) -> Iterator[Finding]:
    """`[●]`, `TBC`, `____`: a gap that somebody meant to fill, in the text or in a value."""
    for place, words in _words(agreement, deal.place("values")):
        if found := PLACEHOLDER.search(words):
            message = f"the deal is final, and there is a placeholder in its text: {found[0]!r}"
            yield Finding(place, "final-placeholder", message, f"write what belongs there, {_HINT}")


_RULES: tuple[Callable[[Agreement, Deal, frozenset[str]], Iterator[Finding]], ...] = (
    check_blanks,
    check_undecided,
    check_draft_clauses,
    check_placeholders,
)


def _printed(agreement: Agreement, kind: type[Blank]) -> Iterator[Blank]:
    for block in _blocks(agreement):
        if isinstance(block, KeyTerms):  # it shows what is blank; it does not need it
            continue
        for line in walk_lines(block):
            yield from (run for run in walk_runs(line) if isinstance(run, kind))
    for section in walk_sections(agreement.sections):
        yield from (run for run in walk_runs(section.title) if isinstance(run, kind))


def _blocks(agreement: Agreement) -> Iterator[Block]:
    yield from agreement.blocks
    for section in walk_sections(agreement.sections):
        yield from section.blocks


def _words(agreement: Agreement, unplaced: Place) -> Iterator[tuple[Place, str]]:
    """The words of every paragraph and heading, and where they were written; those of values where these were."""
    for section in walk_sections(agreement.sections):
        yield section.place, text_of(tuple(run for run in section.title if isinstance(run, Text)))
    for paragraph in _paragraphs(_blocks(agreement)):
        yield paragraph.place, "".join(run.text for run in walk_runs(paragraph.runs) if isinstance(run, Text))
        for run in walk_runs(paragraph.runs):
            if isinstance(run, Value):
                yield _place(run.origin, unplaced), run.text


def _paragraphs(blocks: Iterator[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Provisions() | Bullets() | Quote() | Table() | Definitions():
                yield from _paragraphs(_inside(block))


def _inside(block: Block) -> Iterator[Block]:
    match block:
        case Provisions(items=holders) | Definitions(entries=holders):
            for holder in holders:
                yield from holder.blocks
        case Bullets():
            for item in block.items:
                yield from item
        case Quote():
            yield from block.blocks
        case Table():
            for row in (*block.head, *block.rows):
                for cell in row:
                    yield from cell.blocks


def _place(origin: str, unplaced: Place) -> Place:
    """The place that a value's origin tells."""
    file, _, line = origin.removeprefix("default, ").split(" and ")[0].rpartition(":")
    return Place(file, int(line)) if line.isdigit() and file else unplaced
