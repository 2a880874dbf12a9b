"""What a page is, and the facts it sees: from its front matter, the clauses it names, and a deal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.assembly.cast import Cast, cast_roles
from whereas.assembly.deal_checks import check_deal
from whereas.assembly.declared import Declared, check_requirements, check_use, declare
from whereas.assembly.facts import Facts
from whereas.assembly.given import Given, known_value
from whereas.assembly.known import Known
from whereas.assembly.placements import Placement, by_name, clause_of
from whereas.assembly.syntax import Syntax
from whereas.assembly.undecided import Undecided
from whereas.language import Wording
from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place
from whereas.library.front_matter import Page
from whereas.library.library import Library
from whereas.values.types import TYPES


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
    undecided = Undecided()
    values = _values(declared, deal, cast, wording, undecided)
    roles = cast_roles(template.header, deal, cast, wording)
    omitted: dict[str, Place] = {}
    if deal:
        findings += check_deal(deal, template.header, declared.declarations, by_name(standard), clauses)
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
            text = TYPES[declaration.type].passage
            place = deal.text_place("values", name) if text else deal.value_place("values", name)
            origin = str(deal.place("values", name))
            given = Given(written[name], place, origin, deal.source, ("values", name))
        else:
            place = declared.places[name]
            given = Given(declaration.default, place, f"default, {place}")
        values[name] = known_value(name, declaration, given, wording, cast, undecided)
    return values
