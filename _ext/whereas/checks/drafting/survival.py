"""What survives the end of an agreement: the clauses that say so, and those that the agreement names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.alike import once
from whereas.agreement.model import Provision, Provisions, Section
from whereas.agreement.runs import Reference
from whereas.agreement.tree import descend
from whereas.agreement.walk import text_of, walk_lines, walk_runs, walk_sections
from whereas.checks.case import Case
from whereas.language.registry import language_of
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

_CLAUSE = "title: Secrets\nstatus: approved\nsurvives: {}\ntext: 1. The seller keeps secrets."
_PAGE = (
    "---\nagreement:\n---\n# A\n\n```{clause} secrets\n```\n\n```{clause} approved\n```\n\n{#end}\n## End\n\n"
    "1. {#survival}\n   After the end {clause}`end` and {clause}`{{ which }}` survive.\n"
)
SURVIVAL = Rule(
    "survival",
    "The clauses that the agreement names as going on after its end are those that do (`survives:`).",
    bad={"agreements/a.md": _PAGE.replace("{{ which }}", "approved"), "clauses/secrets.yaml": _CLAUSE.format("true")},
    good={"agreements/a.md": _PAGE.replace("{{ which }}", "secrets"), "clauses/secrets.yaml": _CLAUSE.format("true")},
    severity="warning",
    told="check",
)


def check_survival(case: Case) -> Iterator[Finding]:
    """Where a sentence says what survives: whether it names all clauses that do, and none that does not."""
    place, cited = _named(case)
    if place is None:
        return
    for section, above in _within(case.agreement.sections, frozenset()):
        clause = case.clauses.get(section.origin.id) if section.origin else None
        if clause is None or clause.survives is None:
            continue
        named = not cited.isdisjoint(_labels(section) | above)
        if clause.survives and not named:
            message = f"{clause.id!r} survives the end, and is not named here"
            yield SURVIVAL.at(place, message, "name it, or mend `survives:` in the clause")
        elif not clause.survives and section.label in cited:
            message = f"{clause.id!r} is named here, and does not survive the end"
            yield SURVIVAL.at(place, message, "leave it out, or mend `survives:` in the clause")


def _within(sections: tuple[Section, ...], above: frozenset[str]) -> Iterator[tuple[Section, frozenset[str]]]:
    """Each section with the labels of those that it is part of, whose names name it as well."""
    for section in sections:
        yield section, above
        yield from _within(section.sections, above | {section.label})


def _named(case: Case) -> tuple[Place | None, set[str]]:
    """Where an agreement says first what survives, and the labels of all that is named in such sentences."""
    pattern = re.compile(rf"\b(?:{language_of(case.agreement.locale).drafting.survives})\b", re.IGNORECASE)
    place, cited = None, set[str]()
    for section in walk_sections(case.agreement.sections):
        for block in descend(section.blocks):
            for item in block.items if isinstance(block, Provisions) else ():
                found = _surviving(item, pattern)
                place, cited = place or (item.place if found else None), cited | found
    return place, cited


@once
def _surviving(item: Provision, pattern: re.Pattern[str]) -> frozenset[str]:
    """The labels of all that a provision names, if it says of something that it survives."""
    lines = [line for inner in item.blocks for line in walk_lines(inner)]
    if not any(pattern.search(text_of(line)) for line in lines):
        return frozenset()
    runs = (run for line in lines for run in walk_runs(line))
    return frozenset(label for run in runs if isinstance(run, Reference) for label in run.labels)


def _labels(section: Section) -> set[str]:
    found = set[str]()
    for each in walk_sections((section,)):
        inner = (item.label for block in descend(each.blocks) if isinstance(block, Provisions) for item in block.items)
        found |= {each.label, *inner}
    return found - {""}
