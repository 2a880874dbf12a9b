"""The defined terms of another agreement, for a page whose front matter says `terms_of:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from whereas.agreement.uses import Term
from whereas.assembly.facts import plural_term
from whereas.assembly.mentions import mentions
from whereas.assembly.terms import AWAY
from whereas.library.finding import Place, Trouble

if TYPE_CHECKING:
    from whereas.assembly.pages import Template
    from whereas.language import Wording
    from whereas.library.clauses import Clause
    from whereas.library.library import Library

_DEFINE = re.compile(r"\{define\}`([^`<>]+?)(?:\s*<([^<>`]+)>)?`")


def imported_terms(template: Template, library: Library, wording: Wording) -> tuple[Term, ...]:
    """Every term that an agreement may define: those of its clauses, of its parties, and those in its own text."""
    found: dict[str, Term] = {}
    for term in _terms(template, library, wording):
        found.setdefault(term.term, term)
    return tuple(found.values())


def _terms(template: Template, library: Library, wording: Wording) -> Iterator[Term]:
    file = Place(template.file)

    def term(name: str, forms: tuple[str, ...] = ()) -> Term:
        return Term(" ".join(name.split()), forms, f"{AWAY}{template.docname}:{name}", file)

    for role in template.header.roles.values():
        yield term(role.term, (plural_term(role, wording),))
    texts = [template.page.text]
    for clause in clauses_of(template, library):
        texts += (clause.text, *(variant.text for variant in clause.variants.values()))
        for name, meaning in clause.definitions.items():
            yield term(name, (*meaning.also, *meaning.variants))
    for text in texts:
        for name, also in _DEFINE.findall(text):
            yield term(name, tuple(each.strip() for each in also.split(",") if each.strip()))


def clauses_of(template: Template, library: Library) -> Iterator[Clause]:
    """The clauses of an agreement that can be had."""
    for mention in mentions(template.page.text).values():
        try:
            yield library.find("clauses", mention.id, Place(""))
        except Trouble:
            continue
