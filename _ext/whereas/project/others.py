"""The other agreements that a page says it stands on, uses the terms of, or cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whereas.agreement.uses import Term
from whereas.assembly.facts import Facts
from whereas.assembly.imports import imported_terms
from whereas.assembly.others import Other
from whereas.assembly.pages import Template, page_facts
from whereas.language import Wording
from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule
from whereas.plan.plan import Plan
from whereas.project.sources import Sources

STANDS_ON_ITSELF = Rule(
    "stands-on-itself",
    "A deal amends, or belongs to, one that came before it.",
    bad={"deals/a.yaml": "agreement: a\namends: a"},
    good={"deals/a.yaml": "agreement: a\namends: first"},
)


@dataclass(frozen=True)
class NamedAgreement:
    """Another agreement: its template, and the deal where the page stands on one.

    `lends` says whether its terms and values may be used, `itself` whether `cites:` names it.
    """

    template: Template
    deal: Deal | None = None
    lends: bool = True
    itself: bool = False

    @property
    def other(self) -> Other:
        """What is to be cited of it."""
        page = f"deals/{self.deal.id}" if self.deal else self.template.docname
        return Other(self.template.docname, page, self.itself)


@dataclass(frozen=True)
class Others:
    """Finds the agreements that a page names in its front matter, and those that its deal names.

    `files` takes every file that is looked at, there or not, and `findings` what is named and not there.
    """

    sources: Sources
    files: set[Path]
    findings: list[Finding]

    def named(self, header: AgreementHeader, deal: Deal | None) -> tuple[NamedAgreement, ...]:
        """The agreements; where a deal is among them, it stands for its template."""
        stands_on = [*self._deals(header, ()), *(self._deals(deal, (deal.id,)) if deal else ())]
        found = {source.other.page: source for source in stands_on}
        filled = {source.template.docname for source in stands_on}
        lenders, cited = self._templates(header, "terms_of"), self._templates(header, "cites")
        for docname, template in (lenders | cited).items():
            if docname not in filled:
                found[docname] = NamedAgreement(template, None, docname in lenders, docname in cited)
        return tuple(found.values())

    def _templates(self, header: AgreementHeader, key: str) -> dict[str, Template]:
        """The agreements that the front matter names under a key, by their pages."""
        named = [self._template(name, header.place(key, index)) for index, name in enumerate(getattr(header, key))]
        return {template.docname: template for template in named if template}

    def _template(self, name: str, place: Place) -> Template | None:
        try:
            return self.sources.find_template(name, place, self.files)
        except FindingsError as failure:
            self.findings.extend(failure.findings)
            return None

    def _deals(self, record: AgreementHeader | Deal, above: tuple[str, ...]) -> Iterator[NamedAgreement]:
        """The deals that a record stands on, each followed by those that it stands on itself; `above` lead to it."""
        library = self.sources.library
        for key, ids in (("amends", record.amends), ("of", record.of)):
            for index, id in enumerate(ids):
                place = record.place(key, index)
                if id in above:
                    itself = "itself" if id == above[-1] else f"{id!r}, which stands on it in turn"
                    message = f"the deal {above[-1]!r} is said to stand on {itself}"
                    self.findings.append(STANDS_ON_ITSELF.at(place, message, "name the one that came first"))
                    continue
                self.files.add(library.path("deals", id))
                try:
                    deal = library.find("deals", id, place)
                except FindingsError as failure:
                    self.findings.extend(failure.findings)
                    continue
                if template := self._template(deal.agreement, deal.place("agreement")):
                    yield NamedAgreement(template, deal)
                    yield from self._deals(deal, (*above, id))

    # ---- what they lend

    def terms(self, source: NamedAgreement, wording: Wording) -> tuple[Term, ...]:
        """The terms that an agreement may define."""
        return imported_terms(source.template, self._plan(source), wording)

    def facts(self, source: NamedAgreement, wording: Wording) -> Facts:
        """What an agreement knows; what is wrong with it is told on its own page."""
        library = self.sources.library
        facts = page_facts(source.template, self._plan(source), library, wording, [])
        self.files.update(facts.asked)
        return facts

    def _plan(self, source: NamedAgreement) -> Plan:
        plan = self.sources.plan(source.template, source.deal)
        self.files.update(plan.files)
        return plan
