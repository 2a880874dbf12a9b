"""Gaps that somebody meant to fill, in what is still a draft; of a final deal they are told as what stops it."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.placeholders import find_placeholders
from whereas.checks.spots import spot
from whereas.library.finding import Finding
from whereas.library.rule import Rule

PLACEHOLDER = Rule(
    "placeholder",
    "A gap is a value that has no content yet, and no sign that somebody typed.",
    bad={"agreements/a.md": "---\nagreement:\n---\n# A\n\n1. The price is [●].", "deals/a.yaml": "agreement: a"},
    good={
        "agreements/a.md": "---\nagreement:\n  values: {price: {type: money}}\n---\n# A\n\n1. It costs {{ price }}.",
        "deals/a.yaml": "agreement: a",
    },
    severity="warning",
    told="check",
)


def check_placeholders(case: Case) -> Iterator[Finding]:
    """`[●]`, `TBC`, `____`."""
    if case.final:
        return
    named = set[str]()  # a field that has a name is told once: "[Company Name]"
    for line in case.lines:
        form = "heading" if line.heading else "text"
        for start, end in find_placeholders(line.text, case.agreement.locale, form):
            words = line.text[start:end]
            if line.is_typed(start, end) and words not in named:
                named |= {words} if words[0] == "[" and words[1:2].isalpha() else set()
                message = f"{words!r} is a gap that somebody meant to fill"
                yield PLACEHOLDER.at(
                    spot(line, words, case), message, "write a value, {{ name }}, which shows as a blank"
                )
