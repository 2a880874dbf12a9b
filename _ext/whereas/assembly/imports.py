"""The defined terms of another agreement, for a page that uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whereas.agreement.uses import Term
from whereas.assembly.declared import texts_of
from whereas.assembly.facts import plural_term
from whereas.assembly.placements import clause_of
from whereas.assembly.reading import read_text
from whereas.assembly.terms import AWAY
from whereas.library.finding import Place

if TYPE_CHECKING:
    from whereas.assembly.pages import Template
    from whereas.assembly.placements import Placement, Reader
    from whereas.language import Wording
    from whereas.library.deals import Deal


def imported_terms(
    template: Template, deal: Deal | None, placements: Iterable[Placement], reader: Reader, wording: Wording
) -> tuple[Term, ...]:
    """Every term that an agreement may define: those of its clauses, of its parties, and those in its own text.

    Of a deal, those of the clauses that it has, in the words that it has them in.
    """
    found: dict[str, Term] = {}
    for term in _terms(template, deal, placements, reader, wording):
        found.setdefault(term.term, term)
    return tuple(found.values())


def _terms(
    template: Template, deal: Deal | None, placements: Iterable[Placement], reader: Reader, wording: Wording
) -> Iterator[Term]:
    page, file = f"deals/{deal.id}" if deal else template.docname, Place(template.file)

    def term(name: str, forms: tuple[str, ...] = ()) -> Term:
        return Term(" ".join(name.split()), forms, f"{AWAY}{page}:{name}", file)

    for role in template.header.roles.values():
        yield term(role.term, (plural_term(role, wording),))
    texts = [template.page.body]
    for placed in placements:
        choice = (deal.clauses.get(placed.name) or deal.add.get(placed.name)) if deal else None
        if getattr(choice, "omit", False):
            continue
        clause = clause_of(placed, reader.library)
        texts += texts_of(placed, clause, deal)
        for name, meaning in clause.definitions.items() if clause else ():
            yield term(name, (*meaning.also, *meaning.variants))
    for text in texts:
        for name, also in read_text(text, reader.syntax).defined:
            yield term(name, also)
