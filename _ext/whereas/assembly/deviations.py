"""How a deal departs from its agreement: clauses left out, varied, reworded or added, values other than the default."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from whereas.agreement.deviation import Deviation
from whereas.assembly.given import default_value
from whereas.assembly.placements import by_name, clause_of
from whereas.library.finding import Place
from whereas.values.declaration import as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whereas.assembly.context import Context
    from whereas.library.deals import Addition, Choice, Deal


def find_deviations(context: Context) -> tuple[Deviation, ...]:
    """Every departure of the page's deal from its template, in the order in which the deal states them."""
    deal = context.deal
    if deal is None or context.template is None:
        return ()
    titled = (
        replace(each, title=_title(each.subject.split(".")[0], deal, context)) for each in _of_clauses(deal, context)
    )
    return (*titled, *_of_values(deal, context))


def _of_clauses(deal: Deal, context: Context) -> Iterator[Deviation]:
    for name, choice in deal.clauses.items():
        place = deal.place("clauses", name)
        if choice.omit:
            kept = choice.reserved or deal.omitted == "reserved"
            yield Deviation("reserved" if kept else "omitted", name, because=choice.because, place=place)
            continue
        if choice.variant:
            yield Deviation("variant", name, "", choice.variant, choice.because, place)
        yield from _of_words(name, choice, place, deal, ("clauses", name), context)
    for name, addition in deal.add.items():
        place = deal.place("add", name)
        where = f"after {addition.after}" if addition.after else f"before {addition.before}"
        yield Deviation("added", name, "", where, addition.because, place)
        yield from _of_own_values(name, addition, deal, ("add", name), context)


def _of_words(
    name: str, choice: Choice, place: Place, deal: Deal, keys: tuple[str, str], context: Context
) -> Iterator[Deviation]:
    if choice.text:
        yield Deviation("text", name, "", "", choice.because, deal.place(*keys, "text"))
    if choice.title:
        yield Deviation(
            "title", name, _title(name, deal, context), choice.title, choice.because, deal.place(*keys, "title")
        )
    yield from _of_own_values(name, choice, deal, keys, context)


def _title(name: str, deal: Deal, context: Context) -> str:
    """The heading of a clause in the library; of one that the library does not have, the deal's own."""
    placed, added = by_name(context.placements).get(name), deal.add.get(name)
    clause = clause_of(placed, context.library) if placed else None
    return clause.title if clause else added.title if added else ""


def _of_own_values(
    name: str, choice: Choice | Addition, deal: Deal, keys: tuple[str, str], context: Context
) -> Iterator[Deviation]:
    for value, written in choice.values.items():
        known = context.facts.values.get(value)
        standard = "" if known is None or known._value is None else str(known)
        place = deal.place(*keys, "values", value)
        yield Deviation("clause-value", f"{name}.{value}", standard, _shown(written), choice.because, place)


def _of_values(deal: Deal, context: Context) -> Iterator[Deviation]:
    """Values that have a default, which is what the template says, and are given otherwise."""
    for name in deal.values:
        known = context.facts.values.get(name)
        if known is None or known._value is None or known._declared.default is None:
            continue
        standard = default_value(known, context.cast)
        if standard is not None and standard._essence != known._essence:
            yield Deviation("value", name, str(standard), str(known), "", deal.place("values", name))


def _shown(written: Any) -> str:
    if isinstance(written, dict):  # of a party the name of its file, of others what their parts say
        return written.get("party") or as_written(written)
    return written if isinstance(written, str) else ", ".join(map(str, written)) if written else ""
