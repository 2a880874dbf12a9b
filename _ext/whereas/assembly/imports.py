"""The defined terms of another agreement, for a page that uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whereas.agreement.uses import Term
from whereas.assembly.cast import role_called
from whereas.assembly.facts import plural_term
from whereas.assembly.survey import read_text
from whereas.assembly.terms import AWAY
from whereas.library.finding import Place

if TYPE_CHECKING:
    from whereas.assembly.pages import Template
    from whereas.language import Wording
    from whereas.plan.plan import Plan


def imported_terms(template: Template, plan: Plan, wording: Wording) -> tuple[Term, ...]:
    """Every term that an agreement may define: those of its clauses, of its parties, and those in its own text.

    Of a deal, those of the clauses that it has, in the words that it has them in.
    """
    found: dict[str, Term] = {}
    for term in _terms(template, plan, wording):
        found.setdefault(term.term, term)
    return tuple(found.values())


def _terms(template: Template, plan: Plan, wording: Wording) -> Iterator[Term]:
    page = f"deals/{plan.deal.id}" if plan.deal else template.docname
    file = Place(template.file)

    def term(name: str, forms: tuple[str, ...] = ()) -> Term:
        return Term(" ".join(name.split()), forms, f"{AWAY}{page}:{name}", file)

    for id, said in template.header.roles.items():
        role = role_called(said, plan.deal.parties.get(id, ()) if plan.deal else ())
        yield term(role.term, (plural_term(role, wording),))
    texts = [template.page.body]
    for planned in plan.clauses:
        texts += planned.texts() if plan.deal else planned.all_texts()
        for name, meaning in planned.clause.definitions.items() if planned.clause and planned.stands else ():
            yield term(name, (*meaning.also, *meaning.variants))
    for text in texts:
        for name, also in read_text(text, template.syntax).defined:
            yield term(name, also)
