"""Labels that nothing in the project cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.shelf.shelf import Shelf
from whereas.library.clauses import Clause
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

_PAGE = {"agreements/a.md": "---\nagreement:\n---\n# A\n\n```{clause} duty\n```\n", "deals/a.yaml": "agreement: a"}
_DUTY = (
    "title: Duty\nsummary: Says who delivers.\nowner: Legal\nstatus: approved\n"
    "text: |\n  1. {#duty}\n     The seller delivers."
)
UNCITED = Rule(
    "label-uncited",
    "A label of a clause is cited somewhere in the project.",
    bad={**_PAGE, "clauses/duty.yaml": f"{_DUTY}\n  1. The buyer pays.\n"},
    good={**_PAGE, "clauses/duty.yaml": f"{_DUTY}\n  1. Under {{clause}}`.duty` the buyer pays.\n"},
    severity="info",
    told="check",
)
#: So many of a clause are named.
_NAMED = 5
_LABEL = re.compile(r"\{[^{}\n#]*#(?P<label>[\w.-]+)[^{}\n]*\}")
_ROLE, _LINK = re.compile(r"\{[\w:-]+\}`(?P<said>[^`]+)`"), re.compile(r"\]\(#?(?P<said>[\w.:/-]+)\)")


def check_labels(shelf: Shelf) -> Iterator[Finding]:
    """The labels in the texts of clauses that stand somewhere, of which no text, page or deal speaks."""
    texts = [text for clause in shelf.clauses.values() for _, text in _texts(clause)]
    cited = {label for text in (*texts, *shelf.written) for label in _cited(text)}
    for id, clause in shelf.clauses.items():
        found = [*_labels(clause)] if shelf.is_used(id) else []
        left = {label: place for label, place in reversed(found) if label not in cited}
        if left:
            labels = sorted(left, key=lambda label: left[label])
            said = ", ".join(map(repr, labels[:_NAMED])) + (
                f" and {len(labels) - _NAMED} more" * (len(labels) > _NAMED)
            )
            yield UNCITED.at(left[labels[0]], f"nothing cites {said} here", "cite what is meant, or leave labels out")


def _labels(clause: Clause) -> Iterator[tuple[str, Place]]:
    """The labels in the texts of a clause, each with its place."""
    for path, text in _texts(clause):
        for found in _LABEL.finditer(text):
            yield found["label"], clause.text_place(*path).below(text.count("\n", 0, found.start()))


def _texts(clause: Clause) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts of a clause, each with where it stands in its record."""
    yield ("text",), clause.text
    yield from ((("variants", name, "text"), each.text) for name, each in clause.variants.items())


def _cited(text: str) -> Iterator[str]:
    """The last part of each label that a text cites: `duty` of `.duty`, `law:duty` and `a.duty`."""
    for found in (*_ROLE.finditer(text), *_LINK.finditer(text)):
        for word in re.split(r"[,<>\s]+", found["said"]):
            yield re.split(r"[.:]", word.strip("."))[-1]
