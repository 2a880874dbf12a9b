"""An agreement that nobody can sign: no signature blocks, a party without a signatory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.model import Signatures
from whereas.agreement.walk import text_of, walk_sections
from whereas.checks.case import Case
from whereas.language.registry import language_of
from whereas.library.finding import Finding
from whereas.library.rule import Rule

_HEAD = "---\nagreement: {roles: {buyer: Buyer}}\n---\n# A\n\n"
_PARTIES = f"{_HEAD}{{.parties}}\n## Parties\n\n```{{parties}}\n```\n"
_DEAL = {"deals/a.yaml": "agreement: a\nparties: {buyer: orbit}"}
NO_SIGNATURES = Rule(
    "no-signatures",
    "An agreement between parties has a place where they sign.",
    bad={"agreements/a.md": _PARTIES, **_DEAL},
    good={"agreements/a.md": f"{_PARTIES}\n{{.unnumbered}}\n## Signatures\n\nSigned here.", **_DEAL},
    severity="warning",
    told="check",
)
NO_SIGNATORY = Rule(
    "no-signatory",
    "Somebody signs for each company.",
    bad={"agreements/a.md": f"{_HEAD}```{{signatures}}\n```", **_DEAL},
    good={
        "agreements/a.md": f"{_HEAD}```{{signatures}}\n```",
        "deals/a.yaml": "agreement: a\nparties: {buyer: {party: orbit, signatories: [{name: Ada Moreau}]}}",
    },
    severity="warning",
    told="check",
)


def check_signatures(case: Case) -> Iterator[Finding]:
    """Whether the parties can sign; what is drawn up for others to sign has no parties of its own."""
    agreement = case.agreement
    if any(isinstance(block, Signatures) for block in case.blocks):
        yield from _signatories(case)
        return
    signing = re.compile(rf"\b(?:{language_of(agreement.locale).drafting.signing})\b", re.IGNORECASE)
    sections = tuple(walk_sections(agreement.sections))
    if any(signing.search(text_of(section.title)) for section in sections):
        return
    for section in sections:
        if section.kind == "parties":
            hint = "add `:::{signatures}` below a heading, which writes the blocks of all parties"
            yield NO_SIGNATURES.at(section.place, "the parties of this agreement have no place to sign", hint)
            return


def _signatories(case: Case) -> Iterator[Finding]:
    for role, many in case.deal.parties.items() if case.deal else ():
        for each in many:
            party = case.parties.get(each.party)
            own = each.signatories if each.signatories is not None else party and party.signatories
            if party and not party.is_person and not own:
                message = f"nobody signs for {each.party!r}"
                hint = "give its file, or the party in this deal, its `signatories:`"
                yield NO_SIGNATORY.at(case.deal.place("parties", role), message, hint)  # type: ignore[union-attr]
