"""What a page is, and the facts it sees: from its front matter, the clauses it names, and a deal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.assembly.cast import Cast, cast_roles
from whereas.assembly.declared import Declared, check_requirements, check_use, declare
from whereas.assembly.facts import Facts, Given, known_value
from whereas.assembly.known import Known
from whereas.assembly.placements import Placement, by_name, clause_of
from whereas.assembly.syntax import Syntax
from whereas.language import Wording
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place, Trouble, did_you_mean
from whereas.library.front_matter import Page
from whereas.library.library import Library


@dataclass(frozen=True)
class Template:
    """An agreement page that deals can fill: where it is, what it says, and how its text is to be parsed."""

    docname: str
    page: Page
    header: AgreementHeader
    syntax: Syntax

    @property
    def file(self) -> str:
        """The page's file, as messages name it."""
        return self.page.file


def page_facts(
    template: Template,
    deal: Deal | None,
    standard: tuple[Placement, ...],
    added: tuple[Placement, ...],
    library: Library,
    wording: Wording,
    findings: list[Finding],
    own_text: str = "",
) -> Facts:
    """The facts a template's text sees, in a deal or with blanks; `own_text` is that of a deal's own page.

    `standard` are the clauses that the pages place, `added` those of the deal. What is wrong with the declarations or
    the deal goes to the findings.
    """
    placements = (*standard, *added)
    clauses = {each.id: clause for each in placements if (clause := clause_of(each, library))}
    declared = declare(template.header, placements, clauses, findings)
    cast = Cast(library, findings)
    undecided: set[str] = set()
    values = _values(declared, deal, cast, wording, undecided)
    roles = cast_roles(template.header, deal, cast, wording)
    omitted: dict[str, Place] = {}
    if deal:
        _check_deal(deal, template, by_name(standard), clauses, findings)
        omitted = {name: deal.place("clauses", name) for name, choice in deal.clauses.items() if choice.omit}
    facts = Facts(
        values,
        roles,
        omitted,
        frozenset(each.name for each in placements),
        (deal.title or deal.id) if deal else "",
        wording,
        undecided,
        frozenset(cast.asked),
    )
    agreement = template.docname.rsplit("/", 1)[-1]
    used = check_use(declared, template.page.body + own_text, placements, clauses, deal, agreement, findings)
    check_requirements(declared, facts, deal, findings)
    undecided.clear()  # what the page's own text depends on is yet to be seen
    return replace(facts, used=used)


def _values(
    declared: Declared,
    deal: Deal | None,
    cast: Cast,
    wording: Wording,
    undecided: set[str],
) -> dict[str, Known]:
    written = deal.values if deal else {}
    values = {}
    for name, declaration in declared.declarations.items():
        if deal and written.get(name) is not None:
            text = declaration.type == "markdown"
            place = deal.text_place("values", name) if text else deal.value_place("values", name)
            given = Given(written[name], place, str(deal.place("values", name)))
        else:
            place = declared.places[name]
            given = Given(declaration.default, place, f"default, {place}")
        known = known_value(name, declaration, given, wording, cast.findings, undecided)
        if declaration.type == "party" and isinstance(known._value, str):
            party = cast.party(known._value, given.place)
            known = Known(name, party, "", given.origin, declaration, wording, given.place, undecided)
        values[name] = known
    for name in written:
        if deal and name not in declared.declarations:
            message = f"no value {name!r} is declared by {deal.agreement!r} or its clauses"
            hint = did_you_mean(name, declared.declarations)
            cast.findings.append(Finding(deal.place("values", name), "unknown-value", message, hint))
    return values


def _check_deal(
    deal: Deal, template: Template, standard: dict[str, Placement], clauses: dict[str, Clause], findings: list[Finding]
) -> None:
    """What the deal says of roles and clauses must be there to be said."""
    for id in deal.parties:
        if id not in template.header.roles:
            message = f"{deal.agreement!r} has no role {id!r}"
            hint = did_you_mean(id, template.header.roles)
            findings.append(Finding(deal.place("parties", id), "unknown-role", message, hint))
    for id in template.header.roles:
        if deal.status == "final" and id not in deal.parties:
            message = f"the deal is final, and nobody plays the role {id!r}"
            hint = f"add `{id}:` with the name of a file in parties/"
            findings.append(Finding(deal.place("parties"), "missing-role", message, hint))
    for name, choice in deal.clauses.items():
        place = deal.place("clauses", name)
        if name not in standard:
            message = f"{deal.agreement!r} has no clause {name!r}"
            findings.append(Finding(place, "unknown-clause", message, did_you_mean(name, standard)))
        elif choice.variant and (clause := clauses.get(standard[name].id)):
            try:
                check_variant(clause, choice.variant, deal.place("clauses", name, "variant"))
            except Trouble as trouble:
                findings += trouble.findings
    for name in deal.add:
        if name in standard:
            message = f"{deal.agreement!r} has the clause {name!r} already"
            hint = "change it under `clauses:`, or add it under another name with `clause:`"
            findings.append(Finding(deal.place("add", name), "clause-twice", message, hint))


def check_variant(clause: Clause, variant: str, place: Place) -> None:
    """Raise Trouble when a clause has no such variant."""
    if variant and variant not in clause.variants:
        message = f"the clause {clause.id!r} has no variant {variant!r}"
        raise Trouble(Finding(place, "unknown-variant", message, did_you_mean(variant, clause.variants)))
