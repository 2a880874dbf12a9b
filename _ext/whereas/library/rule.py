"""A rule: what is looked for, how bad it is, and what it looks like; a rule makes its findings."""

from __future__ import annotations

from dataclasses import dataclass

from whereas.library.finding import Finding, Place, Severity


@dataclass(frozen=True)
class Rule:
    """A rule as it is declared, once, in the file of its subject; `bad` and `good` are texts of an agreement."""

    id: str
    meaning: str
    bad: str
    good: str
    severity: Severity = "error"

    def at(self, place: Place, message: str, hint: str) -> Finding:
        """A finding of this rule: where, what is wrong, and what to do about it."""
        return Finding(place, self.id, message, hint, self.severity)
