"""Which clauses texts place: those of a page, and those that these place themselves, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whereas.assembly.files import Files
from whereas.assembly.survey import read_text
from whereas.assembly.syntax import Syntax
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import FindingsError, Place
from whereas.library.front_matter import Page
from whereas.library.library import Library
from whereas.plan.placement import Placement


@dataclass(frozen=True)
class Reader:
    """Finds what texts place."""

    library: Library
    files: Files
    syntax: Syntax

    def of_page(self, page: Page) -> tuple[Placement, ...]:
        """The clauses that a page places, in the order of its lines, each followed by those that it places itself."""
        return tuple(self._text(page.body, Place(page.file), True, frozenset()))

    def of_clause(self, clause: Clause) -> tuple[Placement, ...]:
        """The clauses that a clause's own texts place."""
        return tuple(self._inside(Placement(clause.id, clause.place()), frozenset()))

    def of_deal(self, deal: Deal) -> tuple[Placement, ...]:
        """The clauses that the texts of a deal place: those of clauses that it adds, and words of its own."""
        found: list[Placement] = []
        for name in deal.add:
            found += self._inside(Placement.added(name, deal), frozenset())
        for kind, choices in (("clauses", deal.clauses), ("add", deal.add)):
            for name, choice in choices.items():
                keys = (kind, name, "text")
                found += self._text(choice.text, deal.text_place(*keys), deal.source.is_block(*keys), frozenset())
        return tuple(found)

    def _text(self, text: str, place: Place, exact: bool, seen: frozenset[str]) -> Iterator[Placement]:
        """What a text at a place has; `exact` if its lines are lines of the file, `seen` is what it is part of."""
        for each in read_text(text, self.syntax).directives:
            where = place.below(each.line - 1) if exact else place
            if each.name == "clause":
                placement = Placement.of(each.argument, each.options, where)
                yield placement
                yield from self._inside(placement, seen)
            elif not each.options:  # else it is taken in as it is, or as code
                yield from self._included(each.argument, where, seen)

    def _inside(self, placement: Placement, seen: frozenset[str]) -> Iterator[Placement]:
        if placement.id in seen:
            return
        try:
            clause = self.library.find("clauses", placement.id, placement.place)
        except FindingsError:  # told where it is placed
            return
        for variant in ("", *clause.variants):
            keys = ("variants", variant, "text") if variant else ("text",)
            where, exact = clause.text_place(*keys), clause.source.is_block(*keys)
            yield from self._text(clause.variant_text(variant), where, exact, seen | {placement.id})

    def _included(self, name: str, by: Place, seen: frozenset[str]) -> Iterator[Placement]:
        path = self.files.find(name, by.file)
        if path is None or str(path) in seen or not path.is_file():
            return
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        yield from self._text(text, Place(self.library.file(path)), True, seen | {str(path)})
