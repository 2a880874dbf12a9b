"""Clauses that nobody looks after, or nobody uses, and steps of a negotiation that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.checks.shelf.shelf import Shelf
from whereas.library.clauses import Clause, Fallback, unknown_variant
from whereas.library.finding import Finding
from whereas.library.rule import Rule

_PAGE = {"agreements/a.md": "---\nagreement:\n---\n# A\n\n```{clause} duty\n```\n", "deals/a.yaml": "agreement: a"}
_CARED = "title: Duty\nsummary: Says who delivers.\nowner: Legal\nstatus: approved\n"
_TEXT = "text: 1. The seller delivers.\n"
_GOOD = {**_PAGE, "clauses/duty.yaml": _CARED + _TEXT}


def _bad(old: str, new: str = "") -> dict[str, str]:
    return {**_PAGE, "clauses/duty.yaml": (_CARED + _TEXT).replace(old, new)}


RETIRED = Rule(
    "clause-retired",
    "A clause that is retired is in no agreement and in no draft.",
    bad=_bad("approved", "retired"),
    good=_GOOD,
    severity="warning",
    told="check",
)
UNUSED_CLAUSE = Rule(
    "clause-unused",
    "A clause of the library stands in an agreement.",
    bad={
        "clauses/duty.yaml": _CARED + _TEXT,
        "agreements/a.md": "---\nagreement:\n---\n# A\n\n1. The seller delivers.",
    },
    good=_GOOD,
    severity="info",
    told="check",
)
UNUSED_VARIANT = Rule(
    "variant-unused",
    "A variant of a clause is used somewhere, or offered in its fallbacks.",
    bad=_bad(_TEXT, f"{_TEXT}variants: {{short: {{text: 1. Delivery.}}}}\n"),
    good=_bad(
        _TEXT, f"{_TEXT}variants: {{short: {{text: 1. Delivery.}}}}\nfallbacks: [{{position: Short, variant: short}}]\n"
    ),
    severity="info",
    told="check",
)
NO_OWNER = Rule(
    "clause-owner",
    "Somebody answers for a clause.",
    bad=_bad("owner: Legal\n"),
    good=_GOOD,
    severity="info",
    told="check",
)
NO_SUMMARY = Rule(
    "clause-summary",
    "A clause says in a sentence what it does.",
    bad=_bad("summary: Says who delivers.\n"),
    good=_GOOD,
    severity="info",
    told="check",
)
REVIEW = Rule(
    "review-passed",
    "A clause is looked at again by the day that it names (`review:`).",
    bad=_bad("owner", "review: 2001-01-31\nowner"),
    good=_bad("owner", "review: 9001-01-31\nowner"),
    severity="warning",
    told="check",
)
IDLE = Rule(
    "fallback-idle",
    "A fallback changes something.",
    bad=_bad(_TEXT, f"{_TEXT}fallbacks: [{{position: As it is, text: 1. The seller delivers.}}]\n"),
    good=_bad(_TEXT, f"{_TEXT}fallbacks: [{{position: Shorter, text: 1. Delivery.}}]\n"),
    severity="warning",
    told="check",
)


def check_use(shelf: Shelf) -> Iterator[Finding]:
    """Clauses and variants that stand nowhere, and retired ones that do."""
    for id, clause in shelf.clauses.items():
        if clause.status == "retired":
            if names := shelf.places(id):
                message = f"this clause is retired, and stands in {', '.join(map(repr, names))}"
                yield RETIRED.at(clause.place("status"), message, "place another clause there")
        elif not shelf.is_used(id):
            yield UNUSED_CLAUSE.at(clause.place("title"), "this clause stands in no agreement", "retire it, or use it")
        offered = {each.variant for each in clause.fallbacks}
        for variant in clause.variants if shelf.is_used(id) else ():
            if variant not in offered and not shelf.is_used(id, variant):
                message = f"the variant {variant!r} stands in no agreement, and no fallback offers it"
                yield UNUSED_VARIANT.at(
                    clause.place("variants", variant), message, "remove it, or say when to offer it"
                )


def check_care(shelf: Shelf) -> Iterator[Finding]:
    """What is known of each clause that is not retired."""
    for clause in shelf.clauses.values():
        if clause.status == "retired":
            continue
        if not clause.owner:
            yield NO_OWNER.at(clause.place("title"), "nobody answers for this clause", "give it an `owner:`")
        if not clause.summary:
            yield NO_SUMMARY.at(clause.place("title"), "this clause does not say what it does", "give it a `summary:`")
        if clause.review and clause.review < shelf.today.isoformat():
            message = f"this clause was to be looked at again by {clause.review}"
            yield REVIEW.at(clause.place("review"), message, "look at it, and set the next date")


def check_fallbacks(shelf: Shelf) -> Iterator[Finding]:
    """Fallbacks that offer a variant that there is not, the standard text, or the values that hold anyway."""
    for clause in shelf.clauses.values():
        for index, fallback in enumerate(clause.fallbacks):
            if fallback.variant and fallback.variant not in clause.variants:
                yield unknown_variant(clause, fallback.variant, clause.value_place("fallbacks", index, "variant"))
            elif _is_idle(clause, fallback):
                message = f"the fallback {fallback.position!r} changes nothing"
                yield IDLE.at(clause.place("fallbacks", index), message, "say what it changes, or remove it")


def _is_idle(clause: Clause, fallback: Fallback) -> bool:
    """Whether what a fallback offers is there already; one that offers nothing but a position is the end of a talk."""
    same = (
        [_plain(clause.variant_text(fallback.variant)) == _plain(clause.text)]
        if fallback.variant in clause.variants
        else []
    )
    same += [_plain(fallback.text) == _plain(clause.text)] if fallback.text else []
    declared = {name: clause.values[name].default for name in fallback.values if name in clause.values}
    same += [str(declared[name]) == str(value) for name, value in fallback.values.items() if name in declared]
    return bool(same) and all(same) and not fallback.changes


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
