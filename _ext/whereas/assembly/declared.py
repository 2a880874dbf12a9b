"""The values that an agreement and its clauses declare: once each, used somewhere, and given where they must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from whereas.assembly.facts import Facts
from whereas.assembly.placements import Placement
from whereas.assembly.template import holds, names_in
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, example_page
from whereas.library.rules import VALUE
from whereas.values.declaration import Declaration

_REQUIRING = example_page("1. The fee is {{ fee }}.", "values: {fee: {type: text, required_if: 1 < 2}}")
_DECLARING = "title: Fee\nstatus: approved\nvalues: {{fee: {{type: {}}}}}\ntext: 1. The fee is {{{{ fee }}}}."
DECLARED_TWICE = Rule(
    "declared-twice",
    "All that declare a value declare it alike.",
    bad={"clauses/approved.yaml": _DECLARING.format("money")},
    good={"clauses/approved.yaml": _DECLARING.format("text")},
)
REQUIRED_VALUE = Rule(
    "required-value",
    "A deal gives each value whose `required_if:` holds.",
    bad={**_REQUIRING, "deals/a.yaml": "agreement: a"},
    good={**_REQUIRING, "deals/a.yaml": "agreement: a\nvalues: {fee: ten euros}"},
)
UNUSED_VALUE = Rule(
    "unused-value",
    "A value that is given or declared is used.",
    bad={"deals/a.yaml": "agreement: a\nvalues: {fee: ten euros, price: nine euros}"},
    good={"deals/a.yaml": "agreement: a\nvalues: {fee: ten euros}"},
    severity="warning",
)


#: The value that a cover prints as the date of the agreement.
ON_THE_COVER = "effective_date"


@dataclass
class Declared:
    """The values a page and its clauses declare, and who declared each first."""

    declarations: dict[str, Declaration] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def add(self, name: str, declaration: Declaration, place: Place, findings: list[Finding]) -> None:
        """Note a declaration; another one of the same name must say the same."""
        if name not in self.declarations:
            self.declarations[name], self.places[name] = declaration, place
        elif _essence(self.declarations[name]) != _essence(declaration):
            message = f"the value {name!r} is declared otherwise here than in {self.places[name]}"
            findings.append(DECLARED_TWICE.at(place, message, "declare both alike, or rename one"))


def _essence(declaration: Declaration) -> Any:
    """What two declarations of one value must agree on: all but how they explain it."""
    return declaration.model_dump(exclude={"about", "example"})


def declare(
    header: AgreementHeader,
    placements: Iterable[Placement],
    clauses: Mapping[str, Clause],
    findings: list[Finding],
) -> Declared:
    """The values of an agreement: of its front matter, and of its clauses where they are not fitted to those."""
    declared = Declared()
    for name, declaration in header.values.items():
        declared.add(name, declaration, header.place("values", name), findings)
    for placed in placements:
        if clause := clauses.get(placed.id):
            for name, declaration in clause.values.items():
                if name not in dict(placed.fitting):
                    declared.add(name, declaration, clause.place("values", name), findings)
    return declared


def check_use(
    declared: Declared,
    text: str,
    placements: Iterable[Placement],
    clauses: Mapping[str, Clause],
    deal: Deal | None,
    agreement: str,
    findings: list[Finding],
) -> frozenset[str]:
    """The values that the texts use. One that a deal gives or somebody declares for nothing is a finding."""
    used = {ON_THE_COVER, *names_in(text)}
    for declaration in declared.declarations.values():
        used |= _condition_names(declaration.required_if)
    for placed in placements:
        fitting = dict(placed.fitting)
        for each in texts_of(placed, clauses.get(placed.id), deal):
            used |= {fitting.get(name, name) for name in names_in(each)}
    if deal is None:
        for name in declared.declarations.keys() - used:
            message = f"the value {name!r} is declared here, and nothing in {agreement!r} uses it"
            findings.append(UNUSED_VALUE.at(declared.places[name], message, "use it, or leave it out", severity="info"))
        return frozenset(declared.declarations)
    for name in deal.values:
        if name in declared.declarations and name not in used:
            message = f"the deal gives {name!r}, and nothing in it uses that value"
            hint = "leave it out; the clause or variant that would use it is not in the deal"
            findings.append(UNUSED_VALUE.at(deal.place("values", name), message, hint))
    return frozenset(used)


def texts_of(placed: Placement, clause: Clause | None, deal: Deal | None) -> Iterator[str]:
    """The texts of a clause: in a template all, of which deals may choose; in a deal those it has."""
    if deal is None:
        if clause:
            yield from (clause.text, *(each.text for each in clause.definitions.values()))
            yield from (variant.text for variant in clause.variants.values())
        return
    choice = deal.clauses.get(placed.name) or deal.add.get(placed.name)
    if choice is not None and getattr(choice, "omit", False):
        return
    own = choice.text if choice else ""
    if clause:
        variant = (choice.variant if choice else "") or placed.variant
        yield own or clause.variant_text(variant if variant in clause.variants else "")
        yield from (each.text for each in clause.definitions.values())
    else:
        yield own


def _condition_names(condition: str) -> frozenset[str]:
    return names_in(f"{{% if {condition} %}}{{% endif %}}") if condition else frozenset()


def check_requirements(declared: Declared, facts: Facts, deal: Deal | None, findings: list[Finding]) -> None:
    """A value whose `required_if` holds must be given by the deal; a condition that cannot be read is a finding."""
    for name, declaration in declared.declarations.items():
        if not declaration.required_if:
            continue
        try:
            required = holds(declaration.required_if, facts)
        except ValueError as error:
            message = f"the condition of `required_if` of {name!r} {error}"
            findings.append(VALUE.at(declared.places[name], message))
            continue
        if deal and required and facts.values[name]._value is None:
            message = f"the value {name!r} must be given, since {declaration.required_if}"
            findings.append(REQUIRED_VALUE.at(deal.place("values"), message, _meaning(declaration)))


def _meaning(declaration: Declaration) -> str:
    about = declaration.about and f"it is: {declaration.about}"
    example = f"for example: {declaration.example}" if declaration.example else ""
    return "; ".join(filter(None, (about, example)))
