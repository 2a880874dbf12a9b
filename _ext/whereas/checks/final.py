"""What must be done before a deal is final: nothing blank, nothing undecided, no draft, no placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.open_points import open_points
from whereas.agreement.walk import walk_sections
from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, LinePiece
from whereas.checks.placeholders import Form, find_placeholders
from whereas.checks.texts import place_of, title_place
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

BLANK = Rule(
    "final-blank",
    "A final deal has no blank: every value and every fact of a party that its text asks for is given.",
    bad="The price is {{ price }}.",
    good="The fee is {{ fee }}.",
)
DRAFT = Rule(
    "final-draft",
    "A final deal places only clauses that are approved.",
    bad="```{clause} sketch\n```",
    good="```{clause} approved\n```",
)
PLACEHOLDER = Rule(
    "final-placeholder",
    "A final deal has no gap that somebody meant to fill, in its text or in a value.",
    bad="The price is [●].",
    good="The price is ten euros.",
)

_HINT = "or set `status:` back to draft"


def check_blanks(case: Case) -> Iterator[Finding]:
    """A blank: the deal, or the party's file, must give it."""
    if not (deal := case.final):
        return
    for blank in open_points(case.agreement):
        owner, _, name = blank.name.rpartition(":")
        if owner:
            message = f"the deal is final, and {name!r} of {owner!r}, on which it stands, is still blank"
            hint = f"give it in the deal that `amends:` or `of:` names here, {_HINT}"
            yield BLANK.at(deal.place("amends"), message, hint)
            continue
        value, *cell = blank.name.split(".")
        if len(cell) == 2:
            row, column = cell
            message = f"the deal is final, and the {column!r} of row {row} of {value!r} is still blank"
            yield BLANK.at(_cell_place(case, deal, value, int(row), column), message, f"give it, {_HINT}")
            continue
        role, fact = (*blank.name.split(".", 1), "")[:2]
        if fact and role in deal.parties:
            message = (
                f"the deal is final, and the {fact.replace('_', ' ')} of {deal.parties[role][0].party!r} is not known"
            )
            yield BLANK.at(deal.place("parties", role), message, f"add it to the party's file, {_HINT}")
        elif not fact or role in deal.values:  # of a role that nobody plays, that is what is told
            about = f" ({blank.about.rstrip('.')})" if blank.about else ""
            about = about if blank.printed else ", which decides what its text says,"
            message = f"the deal is final, and {blank.name!r}{about} is still blank"
            yield BLANK.at(deal.place("values", blank.name), message, f"give it under `values:`, {_HINT}")


def _cell_place(case: Case, deal: Deal, value: str, row: int, column: str) -> Place:
    """Where a cell was left blank: in the deal, or in a file that it names."""
    for fact in case.agreement.facts:
        for each in fact.rows[row - 1] if fact.name == value and row <= len(fact.rows) else ():
            if each.name == column and each.origin:
                return each.origin.places[0]
    return deal.place("values", value)


def check_draft_clauses(case: Case) -> Iterator[Finding]:
    """A clause that nobody has approved, or that has been retired."""
    if not (deal := case.final):
        return
    for section in walk_sections(case.agreement.sections):
        origin = section.origin
        if origin and origin.status in ("draft", "retired"):
            state = "a draft" if origin.status == "draft" else "retired"
            message = f"the deal is final, and its clause {origin.id!r} is {state}"
            yield DRAFT.at(deal.place("status"), message, f"have the clause approved, {_HINT}")


def check_placeholders(case: Case) -> Iterator[Finding]:
    """`[●]`, `TBC`, `____`: every gap that somebody meant to fill, with its line, in the text or in a value."""
    if not (deal := case.final):
        return
    seen = set()
    for line in (*_head(case, deal), *case.lines):
        for found in _placeholders(line, case, deal):
            if found not in seen:
                seen.add(found)
                place, words = found
                message = f"the deal is final, and there is a placeholder in its text: {words!r}"
                yield PLACEHOLDER.at(place, message, f"write what belongs there, {_HINT}")


def _head(case: Case, deal: Deal) -> Iterator[CheckedLine]:
    """What stands on the cover: the title, and what the deal itself gives."""
    yield CheckedLine(title_place(case.page, case.texts), (LinePiece(case.agreement.title),), heading=True)
    for key in ("reference", "version"):
        yield CheckedLine(deal.place(key), (LinePiece(getattr(case.agreement, key)),), heading=True)


def _placeholders(line: CheckedLine, case: Case, deal: Deal) -> Iterator[tuple[Place, str]]:
    """The placeholders of a line; those in a value stand where that was written."""
    locale, read = case.agreement.locale, 0
    form: Form = "heading" if line.heading else "text"
    for start, end in (*find_placeholders(line.text, locale, form), *line.bracketed()):
        if line.piece_at(start).is_text:
            words = line.text[start:end]
            place, read = place_of(words, line.place, case.texts, read, below=line.after)
            yield place if place.file else deal.place("parties"), words
    for piece in line.pieces:
        if not piece.origin:
            continue
        where = piece.origin.places[0]
        for start, end in find_placeholders(piece.text, locale, "value"):
            words = piece.text[start:end]
            if piece.is_name and words.isalpha() and words != piece.text:  # a bank may be called TBC
                continue
            yield place_of(words, where if where.file else deal.place("values"), case.texts)[0], words
