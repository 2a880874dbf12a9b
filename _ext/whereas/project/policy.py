"""The policy as a whole: whether its rules ask for what some agreement has, and for clauses that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from whereas.assembly.policy import POLICY_RULE, clauses_of, names_of
from whereas.language.nearest import did_you_mean
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.finding import Finding, FindingsError
from whereas.library.library import Library

#: What a rule can name beside values and roles.
_OTHERS = frozenset({"deal", "parties"})


def check_policy(
    library: Library, clauses: Mapping[str, Clause], agreements: Mapping[str, AgreementHeader], names: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with the rules, whatever deals there are; why they cannot be read, where that is so.

    `clauses` and `agreements` are those that can be read, `names` what pages and deals call clauses beside their files.
    """
    try:
        policy = library.policy
    except FindingsError as failure:
        yield from failure.findings
        return
    yield from policy.findings
    if not policy.rules:
        return
    known = {*_OTHERS, *(name for each in clauses.values() for name in (*each.values, *each.roles))}
    known |= {name for each in agreements.values() for name in (*each.values, *each.roles)}
    placed = {*clauses, *names}
    for name, rule in policy.rules.items():
        for key, condition in (("when", rule.when), ("must", rule.must)):
            at = policy.value_place("rules", name, key)
            for asked in sorted(names_of(condition) - known):
                yield POLICY_RULE.at(at, f"no agreement has a value or role {asked!r}", did_you_mean(asked, known))
            for clause in sorted(clauses_of(condition) - placed):
                yield POLICY_RULE.at(at, f"there is no clause {clause!r}", did_you_mean(clause, placed))
        for agreement in rule.agreements:
            if agreement not in agreements:
                message = f"there is no agreement {agreement!r}"
                place = policy.place("rules", name, "agreements")
                yield POLICY_RULE.at(place, message, did_you_mean(agreement, agreements))
