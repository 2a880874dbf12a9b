"""The blocks in which the parties sign, and those of witnesses and of a notary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.agreement.model import Signature, SignatureLine, Signatures, Signer
from whereas.agreement.runs import Text
from whereas.assembly.acting import Acting
from whereas.assembly.filling import Runs, fact_of, filled, said_of
from whereas.language.frame import Phrases
from whereas.language.registry import phrases
from whereas.library.parties import Party

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def signatures_block(context: Context, witnesses: int = 0, notary: bool = False) -> Signatures:
    """A block for each party to sign in, with whatever is known of those who sign; then so many witnesses, a notary."""
    words = phrases(context.facts.wording.locale)
    deed = bool(context.template and context.template.header.form == "deed")
    blocks = []
    for role in context.facts.roles.values():
        members = role._members()
        for position, member in enumerate(members, start=1):
            anchor = f"signature-{role._id}" + (f"-{position}" if len(members) > 1 else "")
            blocks.append(_signature(Acting(member, words, context.style.conjunction), deed, anchor))
    if witnesses:
        blocks.append(Signature((Text(words.witnesses),), (), (_witness(words),) * witnesses, "signature-witnesses"))
    if notary:
        lines = Signer(tuple(map(SignatureLine, words.notary_lines)))
        blocks.append(Signature((Text(words.notary),), (), (lines,), "signature-notary"))
    return Signatures(tuple(blocks))


def _signature(acting: Acting, deed: bool, anchor: str) -> Signature:
    role, words = acting.role, acting.words
    party = role._parties[0] if role._parties else None
    name = (fact_of(role, "name"),)
    if party and party.is_person and not party.signatories:
        own = Signer(tuple(map(SignatureLine, (words.signature, words.place, words.date))))
        lead, witnessed = words.deed_by if deed else words.signed_by, deed or party.witness
        tail: Runs = (Text(words.presence),) if witnessed else ()
        return Signature((Text(lead),), name, (own, *[_witness(words)] * witnessed), anchor, tail)
    people = [*acting.persons(party)] if party else [(None, None)]
    # one signatory alone executes a deed before a witness
    witnessed = (party is not None and party.witness) or (deed and len(people) == 1)
    several = len({each.id for each, _ in people if each}) > 1
    signers: list[Signer] = []
    for each, position in people:
        signers += [_signer(acting, each, position, several), *[_witness(words)] * witnessed]
    tail = acting.everybody(party) if deed else acting.companies(party) if party else ()
    tail = filled(words.acting_by, signatories=tail) if tail else ()
    if witnessed:
        comma = ", " if tail else ""
        tail = (*tail, Text(comma + (words.each_presence if len(people) > 1 else words.presence)))
    lead = words.deed_for if deed else words.signed_for
    return Signature((Text(lead),), name, tuple(signers), anchor, tail)


def _signer(acting: Acting, party: Party | None, position: int | None, several: bool) -> Signer:
    """The lines of one who signs for a party; for which, where several companies are signed for."""
    words, name, title = acting.words, Runs(), Runs()
    if party and position is not None:
        signatory, at = party.signatories[position], ("signatories", position)
        name = (said_of(acting.role, party, "signatory", signatory.name, *at, "name"),)
        known = [
            said_of(acting.role, party, field, text, *at, field)
            for field, text in (("title", signatory.title), ("capacity", signatory.capacity))
            if text
        ]
        title = (*known[:1], *(run for each in known[1:] for run in (Text(", "), each)))
    signed_for = said_of(acting.role, party, "name", party.name, "name") if party and several else None
    return Signer(
        (
            *((SignatureLine(words.on_behalf, (signed_for,)),) if signed_for else ()),
            SignatureLine(words.by or words.signature),
            SignatureLine(words.name, name),
            SignatureLine(words.title, title),
            SignatureLine(words.place),
            SignatureLine(words.date),
        )
    )


def _witness(words: Phrases) -> Signer:
    lines = (words.witness, words.name, words.address, words.occupation)
    return Signer(tuple(map(SignatureLine, lines)))
