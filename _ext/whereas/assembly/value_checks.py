"""The values of an agreement: each used somewhere, and given where it must be."""

from __future__ import annotations

from whereas.agreement.model import ON_THE_COVER
from whereas.assembly.facts import Facts
from whereas.assembly.survey import names_used
from whereas.assembly.syntax import Syntax
from whereas.assembly.template import holds, names_in
from whereas.library.finding import Finding
from whereas.library.rule import Rule, example_page
from whereas.library.rules import VALUE
from whereas.plan.plan import Plan
from whereas.values.declaration import Declaration

_REQUIRING = example_page("1. The fee is {{ fee }}.", "values: {fee: {type: text, required_if: 1 < 2}}")
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


def check_use(plan: Plan, text: str, agreement: str, syntax: Syntax, findings: list[Finding]) -> frozenset[str]:
    """The values that the texts use. One that a deal gives or somebody declares for nothing is a finding."""
    used = {ON_THE_COVER, *names_used(text, syntax)}
    for value in plan.values.values():
        used |= _condition_names(value.declaration.required_if)
    for planned in plan.clauses:
        fitting = dict(planned.placed.fitting)
        for each in planned.texts() if plan.deal else planned.all_texts():
            used |= {fitting.get(name, name) for name in names_used(each, syntax)}
    if plan.deal is None:
        for name in plan.values.keys() - used:
            message = f"the value {name!r} is declared here, and nothing in {agreement!r} uses it"
            place = plan.values[name].declared_at
            findings.append(UNUSED_VALUE.at(place, message, "use it, or leave it out", severity="info"))
        return frozenset(plan.values)
    for name in plan.deal.values:
        if name in plan.values and name not in used:
            message = f"the deal gives {name!r}, and nothing in it uses that value"
            hint = "leave it out; the clause or variant that would use it is not in the deal"
            findings.append(UNUSED_VALUE.at(plan.deal.place("values", name), message, hint))
    return frozenset(used)


def _condition_names(condition: str) -> frozenset[str]:
    return names_in(f"{{% if {condition} %}}{{% endif %}}") if condition else frozenset()


def check_requirements(plan: Plan, facts: Facts, used: frozenset[str], findings: list[Finding]) -> None:
    """A value whose `required_if` holds must be given by the deal; a condition that cannot be read is a finding.

    What only variants that are not chosen use, nobody has to give.
    """
    for name, value in plan.values.items():
        condition = value.declaration.required_if
        if not condition:
            continue
        try:
            required = holds(condition, facts)
        except ValueError as error:
            message = f"the condition of `required_if` of {name!r} {error}"
            findings.append(VALUE.at(value.declared_at, message))
            continue
        unasked = value.clause and name not in used
        if plan.deal and required and not unasked and facts.values[name]._value is None:
            message = f"the value {name!r} must be given, since {condition}"
            place = plan.deal.place("values")
            findings.append(REQUIRED_VALUE.at(place, message, _meaning(value.declaration)))


def _meaning(declaration: Declaration) -> str:
    about = declaration.about and f"it is: {declaration.about}"
    example = f"for example: {declaration.example}" if declaration.example else ""
    return "; ".join(filter(None, (about, example)))
