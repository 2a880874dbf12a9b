"""The defined terms of another agreement, for a page whose front matter says `terms_of:`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whereas.agreement.uses import Term
from whereas.assembly.facts import plural_term
from whereas.assembly.placements import clause_of
from whereas.assembly.reading import read_text
from whereas.assembly.terms import AWAY
from whereas.library.finding import Place

if TYPE_CHECKING:
    from whereas.assembly.pages import Template
    from whereas.assembly.placements import Reader
    from whereas.language import Wording


def imported_terms(template: Template, reader: Reader, wording: Wording) -> tuple[Term, ...]:
    """Every term that an agreement may define: those of its clauses, of its parties, and those in its own text."""
    found: dict[str, Term] = {}
    for term in _terms(template, reader, wording):
        found.setdefault(term.term, term)
    return tuple(found.values())


def _terms(template: Template, reader: Reader, wording: Wording) -> Iterator[Term]:
    file = Place(template.file)

    def term(name: str, forms: tuple[str, ...] = ()) -> Term:
        return Term(" ".join(name.split()), forms, f"{AWAY}{template.docname}:{name}", file)

    for role in template.header.roles.values():
        yield term(role.term, (plural_term(role, wording),))
    texts = [template.page.body]
    for placed in reader.of_page(template.page):
        if clause := clause_of(placed, reader.library):
            texts += (clause.text, *(variant.text for variant in clause.variants.values()))
            for name, meaning in clause.definitions.items():
                yield term(name, (*meaning.also, *meaning.variants))
    for text in texts:
        for name, also in read_text(text, reader.syntax).defined:
            yield term(name, also)
