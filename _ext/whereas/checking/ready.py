"""What stands between a deal and its signature, in the order in which it is best done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from whereas.assembly.policy import POLICY, Judged
from whereas.checks.drafting.signing import NO_SIGNATORY, NO_SIGNATURES
from whereas.checks.final import BLANK, DRAFT
from whereas.library.finding import Finding
from whereas.library.policy import POLICY_FILES
from whereas.plan.deal_checks import MISSING_ROLE
from whereas.project.tables import KnownAgreement, OpenItem

Name = Literal["parties", "values", "text", "policy", "clauses", "signatories", "status"]
#: The rules that say again what a step of its own asks for.
_COUNTED = {each.id for each in (BLANK, DRAFT, MISSING_ROLE, POLICY, NO_SIGNATORY, NO_SIGNATURES)}
_SIGNING = {NO_SIGNATORY.id, NO_SIGNATURES.id}


class Task(NamedTuple):
    """One thing to do: in words, and where: a line of a file, or an anchor of the deal's page."""

    words: str
    place: str = ""
    anchor: str = ""


class Step(NamedTuple):
    """A step on the way to signature, with what is left of it."""

    name: Name
    tasks: tuple[Task, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is left of it."""
        return not self.tasks


@dataclass(frozen=True)
class Readiness:
    """How far a deal has come: its steps, in order."""

    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(each.done for each in self.steps)

    @property
    def ready(self) -> bool:
        """Whether it can be signed."""
        return self.done == len(self.steps)


def readiness(known: KnownAgreement, findings: Iterable[Finding], judged: Iterable[Judged]) -> Readiness:
    """How ready a deal is, by what is known of it, what a check finds in it, and what the policy says.

    What is told for information stands in nobody's way.
    """
    wrong = sorted(each for each in findings if each.severity != "info")
    faults = [each for each in wrong if _is_of_policy(each)]
    text = [each for each in wrong if each.rule not in _COUNTED and not _is_of_policy(each)]
    text.sort(key=lambda each: each.severity != "error")
    tasks: dict[Name, Iterable[Task]] = {
        "parties": (Task(term) for term in known.unplayed),
        "values": map(_open, known.blanks),
        "text": map(_found, text),
        "policy": [
            *map(_found, faults),
            *(Task(each.message, str(each.place)) for each in judged if each.verdict == "broken"),
        ],
        "clauses": map(_open, known.drafts),
        "signatories": (_found(each) for each in wrong if each.rule in _SIGNING),
        "status": [] if known.status == "final" else [Task(known.status)],
    }
    return Readiness(tuple(Step(name, tuple(each)) for name, each in tasks.items()))


def _is_of_policy(finding: Finding) -> bool:
    return finding.place.file.rpartition("/")[2] in POLICY_FILES


def _open(item: OpenItem) -> Task:
    return Task(f"{item.words} ({item.number})" if item.number else item.words, anchor=item.anchor)


def _found(finding: Finding) -> Task:
    return Task(finding.message, str(finding.place) if finding.place.file else "")
