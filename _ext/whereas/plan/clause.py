"""What is decided of one clause of an agreement: whether it stands there, in which words, under which heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from whereas.agreement.model import RESERVED, GivenNumber, Origin
from whereas.agreement.runs import ValueOrigin
from whereas.language.nearest import did_you_mean
from whereas.library.clauses import Clause, unknown_variant
from whereas.library.deals import Addition, Choice, Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.library import Library
from whereas.library.rules import UNKNOWN_VALUE
from whereas.plan.given import Given
from whereas.plan.placement import Placement


class ChosenText(NamedTuple):
    """The text that stands for a clause, where it is written, and whether its lines are lines of that file."""

    words: str
    place: Place
    exact: bool


class ChosenTitle(NamedTuple):
    """A clause's heading, where it is written, and whether it is a fact of the deal, in which nothing is markup."""

    words: str
    place: Place
    fact: bool = False


class Destination(NamedTuple):
    """Where a clause that a deal adds goes: after or before which clause or section, and where that is written."""

    side: Literal["after", "before"]
    target: str
    place: Place


@dataclass(frozen=True)
class PlannedClause:
    """One clause of an agreement, and all that was decided of it.

    `clause` is the library's, or the deal's own made into one; where there is none, `errors` say why, and they keep it
    from being placed. `variant` is one that the clause has, or empty for the standard text. `decision` is what the deal
    decides of it, at `place`, and `because` why. `spot` is where it goes if the deal adds it. `values` are those that
    hold for it alone. `path` is its file in the library, there or not.
    """

    placed: Placement
    path: Path
    clause: Clause | None
    decision: Literal["kept", "added", "omitted", "reserved"]
    variant: str
    text: ChosenText
    title: ChosenTitle
    place: Place
    because: str = ""
    reworded: bool = False
    number: GivenNumber | None = None
    spot: Destination | None = None
    values: dict[str, Given] = field(default_factory=dict)
    errors: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in the agreement."""
        return self.placed.name

    @property
    def stands(self) -> bool:
        """Whether the agreement has it, if its text comes to stand there: the deal does not leave it out."""
        return self.decision in ("kept", "added")

    @property
    def origin(self) -> Origin:
        """Where its words come from, as the agreement says; raises FindingsError when it cannot be had."""
        clause = self.sound()
        if not self.stands:
            return Origin(clause.id, RESERVED)
        status = "" if self.reworded else clause.status or ""
        return Origin(clause.id, self.variant, clause.version, status, clause.owner)

    def sound(self) -> Clause:
        """The clause; raises FindingsError when it cannot be had, or not as it is placed."""
        if self.errors or self.clause is None:
            raise FindingsError(*self.errors)
        return self.clause

    def texts(self) -> Iterator[str]:
        """The texts that it brings into the agreement; none if it is left out."""
        if self.stands:
            yield self.text.words
            yield from self._meanings()

    def all_texts(self) -> Iterator[str]:
        """The texts of the clause, of which deals may choose."""
        if self.clause:
            yield self.clause.text
            yield from self._meanings()
            yield from (variant.text for variant in self.clause.variants.values())

    def _meanings(self) -> Iterator[str]:
        yield from (meaning.text for meaning in self.clause.definitions.values()) if self.clause else ()


def plan_clause(placed: Placement, deal: Deal | None, library: Library, findings: list[Finding]) -> PlannedClause:
    """What is decided of a clause that a text places; what is wrong with what the deal says of it is a finding."""
    said = deal.clauses.get(placed.name) if deal else None
    left = placed.optional and (said is None or (said.omit and not said.reserved))
    return _planned(placed, said or Choice(), deal, library, findings, left)


def plan_addition(name: str, deal: Deal, library: Library, findings: list[Finding]) -> PlannedClause:
    """What is decided of a clause that the deal adds; what is wrong with it is a finding."""
    return _planned(Placement.added(name, deal), deal.add[name], deal, library, findings)


def _planned(
    placed: Placement,
    said: Choice | Addition,
    deal: Deal | None,
    library: Library,
    findings: list[Finding],
    left: bool = False,
) -> PlannedClause:
    """What is decided of a clause of which the deal has `said` something; an optional one may be `left` out."""
    keys = ("add" if isinstance(said, Addition) else "clauses", placed.name)
    clause, errors = _clause(placed, said, library)
    variant = placed.variant
    values: dict[str, Given] = {}
    if clause:
        if said.variant in clause.variants:
            variant = said.variant
        elif said.variant and deal:
            findings.append(unknown_variant(clause, said.variant, deal.place(*keys, "variant")))
        if variant and variant not in clause.variants:
            errors = (*errors, unknown_variant(clause, variant, placed.place))
            variant = ""
        values = _values(clause, said, keys, deal, findings) if deal else {}
    number = GivenNumber(placed.number, placed.place) if placed.number else None
    spot = None
    if isinstance(said, Addition) and deal:
        side: Literal["after", "before"] = "after" if said.after else "before"
        spot = Destination(side, said.after or said.before, deal.place(*keys, side))
        number = GivenNumber(said.number, deal.place(*keys, "number")) if said.number else None
    return PlannedClause(
        placed,
        library.path("clauses", placed.id),
        clause,
        "omitted" if left else _decision(said, deal),
        variant,
        _text(placed, clause, variant, said, keys, deal),
        _title(placed, clause, variant, said, keys, deal),
        deal.place(*keys) if deal and (said.model_fields_set or keys[0] == "add") else placed.place,
        said.because,
        bool(said.text),
        number,
        spot,
        values,
        errors,
    )


def _clause(placed: Placement, said: Choice | Addition, library: Library) -> tuple[Clause | None, tuple[Finding, ...]]:
    """The clause, or why it cannot be had. One that a deal adds in words of its own needs no library to have it."""
    try:
        return library.find("clauses", placed.id, placed.place), ()
    except FindingsError as failure:
        if not (isinstance(said, Addition) and said.text and said.title):
            return None, failure.findings
    own = Clause(title=said.title, text=said.text, status="approved")
    own._id = placed.name
    return own, ()


def _decision(said: Choice | Addition, deal: Deal | None) -> Literal["kept", "added", "omitted", "reserved"]:
    if isinstance(said, Addition):
        return "added"
    if not said.omit:
        return "kept"
    return "reserved" if said.reserved or (deal and deal.omitted == "reserved") else "omitted"


def _text(
    placed: Placement,
    clause: Clause | None,
    variant: str,
    said: Choice | Addition,
    keys: tuple[str, str],
    deal: Deal | None,
) -> ChosenText:
    """The deal's own words, or those of the variant."""
    if said.text and deal:
        return ChosenText(said.text, deal.text_place(*keys, "text"), deal.source.is_block(*keys, "text"))
    if clause is None:
        return ChosenText("", placed.place, False)
    path = ("variants", variant, "text") if variant else ("text",)
    return ChosenText(clause.variant_text(variant), clause.text_place(*path), clause.source.is_block(*path))


def _title(
    placed: Placement,
    clause: Clause | None,
    variant: str,
    said: Choice | Addition,
    keys: tuple[str, str],
    deal: Deal | None,
) -> ChosenTitle:
    """The clause's heading: the deal's, the page's, the variant's or its own, whichever there is first."""
    if said.title and deal:
        return ChosenTitle(said.title, deal.place(*keys, "title"), fact=True)
    if placed.title or clause is None:
        return ChosenTitle(placed.title, placed.place)
    if variant and clause.variants[variant].title:
        return ChosenTitle(clause.variants[variant].title, clause.place("variants", variant, "title"))
    return ChosenTitle(clause.title, clause.place("title"))


def _values(
    clause: Clause, said: Choice | Addition, keys: tuple[str, str], deal: Deal, findings: list[Finding]
) -> dict[str, Given]:
    """What the deal gives for this clause alone, of the values that the clause declares."""
    values = {}
    for name, written in said.values.items():
        place = deal.place(*keys, "values", name)
        if name in clause.values:
            values[name] = Given(written, place, ValueOrigin((place,)), deal.source, (*keys, "values", name))
        else:
            message = f"the clause {clause.id!r} declares no value {name!r}"
            findings.append(UNKNOWN_VALUE.at(place, message, did_you_mean(name, clause.values)))
    return values
