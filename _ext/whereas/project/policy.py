"""The policy as a whole: whether its rules ask for what some agreement has, and for clauses that there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from whereas.assembly.policy import POLICY_RULE, clauses_named, names_named
from whereas.language.nearest import did_you_mean
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.project.project import Project

#: What a rule can name beside values and roles.
_OTHERS = frozenset({"deal", "parties"})


def check_policy(project: Project) -> Iterator[Finding]:
    """What is wrong with the rules, whatever deals there are; why they cannot be read, where that is so."""
    try:
        policy = project.library.policy
    except FindingsError as failure:
        yield from failure.findings
        return
    yield from policy.findings
    known, clauses = (_names(project), _clauses(project)) if policy.rules else (set(), set())
    for name, rule in policy.rules.items():
        at = policy.place("rules", name)
        for asked in sorted(names_named(rule) - known):
            yield POLICY_RULE.at(at, f"no agreement has a value or role {asked!r}", did_you_mean(asked, known))
        for clause in sorted(clauses_named(rule) - clauses):
            yield POLICY_RULE.at(at, f"there is no clause {clause!r}", did_you_mean(clause, clauses))
        for agreement in rule.agreements:
            if agreement not in project.agreements:
                message = f"there is no agreement {agreement!r}"
                yield POLICY_RULE.at(
                    policy.place("rules", name, "agreements"), message, did_you_mean(agreement, project.agreements)
                )


def _names(project: Project) -> set[str]:
    """All values and roles that agreements and clauses have."""
    found = set(_OTHERS)
    for id in project.clauses:
        with suppress(FindingsError):
            found |= {*project.clauses[id].values, *project.clauses[id].roles}
    for name in project.agreements:
        with suppress(FindingsError):
            header = project.sources.find_template(name, NOWHERE, set()).header
            found |= {*header.values, *header.roles}
    return found


def _clauses(project: Project) -> set[str]:
    """All names that clauses have: those of their files, those that pages call them by, those that deals add."""
    found = set(project.clauses)
    for id in project.deals:
        with suppress(FindingsError):
            found |= {*project.library.find("deals", id, NOWHERE).add}
    for known, _ in project.known.values():
        found |= {label.partition(".")[0] for label in known.targets}
    return found
