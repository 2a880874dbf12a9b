"""The parties as an agreement introduces them, and their signature blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.agreement.model import Paragraph, Provision, Provisions, Signature, SignatureLine, Signatures
from whereas.agreement.runs import Run, Styled, Text, Value
from whereas.agreement.terms import defining
from whereas.assembly.facts import Role

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.library.finding import Place


def parties_block(context: Context, place: Place) -> Provisions:
    """One numbered paragraph for each party: name, form, register, address, and the term it goes by."""
    roles = list(context.facts.roles.values())
    items = []
    for index, role in enumerate(roles):
        end = "." if index == len(roles) - 1 else "; and" if index == len(roles) - 2 else ";"
        runs = (*_introduction(role), Text(" (the "), *defining(role._term, context.style), Text(f"){end}"))
        items.append(Provision((Paragraph(runs, place),), f"party.{role._id}", place))
    return Provisions(tuple(items))


def _introduction(role: Role) -> tuple[Run, ...]:
    party = role._party
    name = Styled("strong", (_fact(role, "name"),))
    if party is None:  # the template: every fact of a company, as a blank
        register = (Text(" with registration number "), _fact(role, "registration"))
        form = (Text(", a "), _fact(role, "entity"), Text(" formed under the law of "), _fact(role, "jurisdiction"))
        return (name, *form, *register, Text(", whose registered office is at "), _fact(role, "address"))
    if party.kind == "person":
        return (name, Text(", of "), _fact(role, "address"))
    runs: list[Run] = [name]
    if party.entity:
        runs += [Text(f", {_article(party.entity)} "), _fact(role, "entity")]
        if party.jurisdiction:
            runs += [Text(" formed under the law of "), _fact(role, "jurisdiction")]
    if party.registration:
        runs += [Text(f" ({party.registration.label} "), _fact(role, "registration"), Text(")")]
    return (*runs, Text(", whose registered office is at "), _fact(role, "address"))


def _article(words: str) -> str:
    """`a` or `an`, by the sound that a legal form begins with."""
    lower = words.lower()
    return "an" if lower[:1] in "aeiou" and not lower.startswith(("uni", "eu", "one")) else "a"


def _fact(role: Role, fact: str) -> Run:
    return getattr(role, fact).run()  # type: ignore[no-any-return]


def signatures_block(context: Context) -> Signatures:
    """A signature block for each party, with the name and title of who signs where they are known."""
    return Signatures(tuple(_signature(role) for role in context.facts.roles.values()))


def _signature(role: Role) -> Signature:
    party = role._party
    person = party is not None and party.kind == "person"
    lead = "Signed by" if person else "Signed for and on behalf of"
    signatory = party.signatories[0] if party and party.signatories else None
    origin = str(party.place("signatories")) if party else ""

    def known(fact: str, words: str) -> tuple[Run, ...]:
        return (Value(f"{role._id}.{fact}", words, origin),) if words else ()

    lines = [SignatureLine("Signature")]
    if not person:
        lines.append(SignatureLine("Name", known("signatory", signatory.name if signatory else "")))
        lines.append(SignatureLine("Title", known("title", signatory.title if signatory else "")))
    lines += [SignatureLine("Place"), SignatureLine("Date")]
    return Signature((Text(lead),), (_fact(role, "name"),), tuple(lines), f"signature-{role._id}")
