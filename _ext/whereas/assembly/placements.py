"""Which clauses an agreement has: those that its page places, and those that these place, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whereas.assembly.files import Files
from whereas.assembly.reading import read_text
from whereas.assembly.syntax import Syntax
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Place, Trouble
from whereas.library.front_matter import Page
from whereas.library.library import Library


@dataclass(frozen=True)
class Placement:
    """A clause as a text places it: which, where, in which variant, and what it, its names and its number are there."""

    id: str
    place: Place
    variant: str = ""
    title: str = ""
    alias: str = ""
    fitting: tuple[tuple[str, str], ...] = ()
    number: str = ""

    @classmethod
    def of(cls, argument: str, options: Mapping[str, Any], place: Place) -> Placement:
        """What a `{clause}` directive says, its options as they are parsed."""
        variant, title, alias, number = (options.get(each, "") for each in ("variant", "title", "as", "number"))
        return cls(argument, place, variant, title, alias, options.get("with", ()), number)

    @property
    def name(self) -> str:
        """What it is called in the agreement: its labels begin with it, and a deal speaks of it by this name."""
        return self.alias or self.id


def by_name(placements: Iterable[Placement]) -> dict[str, Placement]:
    """The first placement of each name."""
    found: dict[str, Placement] = {}
    for each in placements:
        found.setdefault(each.name, each)
    return found


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
        """The clauses that a deal adds, and those that its own words place."""
        found: list[Placement] = []
        for name, addition in deal.add.items():
            id, place, fitting = addition.clause or name, deal.place("add", name), tuple(addition.with_.items())
            added = Placement(id, place, addition.variant, alias=name, fitting=fitting)
            found += (added, *self._inside(added, frozenset()))
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
        clause = None if placement.id in seen else clause_of(placement, self.library)
        if clause is None:
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


def clause_of(placement: Placement, library: Library) -> Clause | None:
    """The clause that is placed; None where it cannot be had, which is told where it is placed."""
    try:
        return library.find("clauses", placement.id, NOWHERE)
    except Trouble:
        return None


def placed_files(placements: Iterable[Placement], library: Library) -> Iterator[Path]:
    """The files of clauses that are placed, there or not."""
    return (library.path("clauses", each.id) for each in placements)
