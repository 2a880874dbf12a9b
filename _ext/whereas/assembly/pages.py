"""What a page is, and the facts it sees: from its front matter, the clauses it names, and a deal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.assembly.cast import Cast, cast_roles
from whereas.assembly.facts import Facts
from whereas.assembly.known_value import known_value
from whereas.assembly.syntax import Syntax
from whereas.assembly.undecided import Undecided
from whereas.assembly.value_checks import check_requirements, check_use
from whereas.language import Wording
from whereas.library.agreements import AgreementHeader
from whereas.library.finding import Finding
from whereas.library.front_matter import Page
from whereas.library.library import Library
from whereas.plan.plan import Plan


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
    template: Template, plan: Plan, library: Library, wording: Wording, findings: list[Finding], own_text: str = ""
) -> Facts:
    """The facts a template's text sees, in a deal or with blanks; `own_text` is that of a deal's own page.

    What is wrong with the plan or the values goes to the findings.
    """
    deal = plan.deal
    findings += plan.findings
    cast = Cast(library, findings)
    undecided = Undecided()
    values = {
        name: known_value(name, each.declaration, each.given, wording, cast, undecided)
        for name, each in plan.values.items()
    }
    facts = Facts(
        values,
        cast_roles(template.header, deal, cast, wording),
        plan.omitted,
        frozenset(plan.by_name),
        (deal.title or deal.id) if deal else "",
        wording,
        undecided,
        frozenset(cast.asked),
        shelf=frozenset(library.ids("clauses")),
    )
    agreement = template.docname.rsplit("/", 1)[-1]
    used = check_use(plan, template.page.body + own_text, agreement, template.syntax, findings)
    check_requirements(plan, facts, used, findings)
    undecided.clear()  # what the page's own text depends on is yet to be seen
    return replace(facts, used=used)
