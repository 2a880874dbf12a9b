"""What a deal speaks of: its agreement must have the roles, values and clauses, and each has a place of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from whereas.language.nearest import did_you_mean
from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Choice, Deal
from whereas.library.finding import Finding
from whereas.library.rule import Rule, example_page
from whereas.library.rules import UNKNOWN_CLAUSE, UNKNOWN_ROLE, UNKNOWN_VALUE

CLAUSE_TWICE = Rule(
    "clause-twice",
    "A clause stands once in an agreement under one name.",
    bad="```{clause} approved\n```\n\n```{clause} approved\n```",
    good="```{clause} approved\n```\n\n```{clause} approved\n:as: again\n```",
)
_BUYING = example_page("1. The goods are paid.", "roles: {buyer: Buyer}")
MISSING_ROLE = Rule(
    "missing-role",
    "In a final deal somebody plays each role.",
    bad={**_BUYING, "deals/a.yaml": "agreement: a\nstatus: final"},
    good={**_BUYING, "deals/a.yaml": "agreement: a\nstatus: final\nparties: {buyer: orbit}"},
)


def check_deal(
    deal: Deal, header: AgreementHeader, values: Collection[str], clauses: Collection[str], whole: bool = True
) -> Iterator[Finding]:
    """What in a deal its agreement does not have: roles, values, clauses.

    `values` are those that the agreement and its clauses declare, `clauses` the names of those that its texts place.
    Unless all clauses could be read (`whole`), nobody knows which values there are.
    """
    kinds = {"role": (header.roles, "parties"), "value": (values, "values"), "clause": (clauses, "clauses")}

    def hint(name: str, kind: str) -> str:
        for other, (known, key) in kinds.items():
            if other != kind and name in known:
                return f"it is a {other}: write it under `{key}:`"
        if kind == "clause" and name in Choice.model_fields:
            return "indent it below the name of the clause that it belongs to"
        if name in Deal.model_fields:
            return "it belongs at the top level, under no other key"
        return did_you_mean(name, kinds[kind][0])

    for name in deal.values:
        if whole and name not in values:
            message = f"no value {name!r} is declared by {deal.agreement!r} or its clauses"
            yield UNKNOWN_VALUE.at(deal.place("values", name), message, hint(name, "value"))
    for id in deal.parties:
        if id not in header.roles:
            message = f"{deal.agreement!r} has no role {id!r}"
            yield UNKNOWN_ROLE.at(deal.place("parties", id), message, hint(id, "role"))
    for id in header.roles:
        if deal.status == "final" and id not in deal.parties:
            message = f"the deal is final, and nobody plays the role {id!r}"
            todo = f"add `{id}:` with the name of a file in parties/"
            yield MISSING_ROLE.at(deal.place("parties"), message, todo)
    for name in deal.clauses:
        if name not in clauses:
            message = f"{deal.agreement!r} has no clause {name!r}"
            yield UNKNOWN_CLAUSE.at(deal.place("clauses", name), message, hint(name, "clause"))
    for name in deal.add:
        if name in clauses:
            message = f"{deal.agreement!r} has the clause {name!r} already"
            todo = "change it under `clauses:`, or add it under another name with `clause:`"
            yield CLAUSE_TWICE.at(deal.place("add", name), message, todo)
