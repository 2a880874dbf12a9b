"""What a check of the whole project tells, put together when all pages are read: as plain data, for pages to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from whereas.assembly.policy import Judged
from whereas.checking.ready import Readiness
from whereas.library.finding import Finding, FindingsError, Severity
from whereas.library.library import Library


class Noted(NamedTuple):
    """What a check finds in an agreement while it is read, and what the policy says of it."""

    found: tuple[Finding, ...] = ()
    judged: tuple[Judged, ...] = ()


class HouseRuleRow(NamedTuple):
    """A rule of the policy, as pages show it."""

    name: str
    must: str
    when: str
    message: str
    approval: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What a check tells: what stands, what is ignored and why, and what is known of deals.

    `of_pages` is what stands of each page with an agreement, `ready` how far each deal has come, `judged` what the
    policy says of it; `rules` are those of the policy, None if it cannot be read.
    `pages` are the pages of files, and `page` is the one that lists all this, if one does.
    """

    standing: tuple[Finding, ...] = ()
    ignored: tuple[tuple[Finding, str], ...] = ()
    of_pages: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    ready: Mapping[str, Readiness] = field(default_factory=dict)
    judged: Mapping[str, tuple[Judged, ...]] = field(default_factory=dict)
    rules: tuple[HouseRuleRow, ...] | None = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    page: str = ""

    def in_file(self, file: str) -> tuple[Finding, ...]:
        """What stands in a file."""
        return self.by_file.get(file, ())

    @cached_property
    def by_file(self) -> dict[str, tuple[Finding, ...]]:
        """What stands in each file."""
        found = dict[str, tuple[Finding, ...]]()
        for each in self.standing:
            found[each.place.file] = (*found.get(each.place.file, ()), each)
        return found


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many there are of each severity."""
    found: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for each in findings:
        found[each.severity] += 1
    return found


def rules_of(library: Library) -> tuple[HouseRuleRow, ...] | None:
    """The rules of the policy; None where it cannot be read, which is told."""
    try:
        rules = library.policy.rules
    except FindingsError:
        return None
    return tuple(HouseRuleRow(name, rule.must, rule.when, rule.message, rule.approval) for name, rule in rules.items())
