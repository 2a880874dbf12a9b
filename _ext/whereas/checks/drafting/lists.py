"""Lists whose items do not go together: "and" and "or", a list of one, what stands after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whereas.agreement.walk import text_of
from whereas.checks.case import Case
from whereas.checks.listed import Listed
from whereas.checks.texts import is_looped
from whereas.language.registry import language_of
from whereas.library.finding import Finding
from whereas.library.rule import Rule

LIST_JOINS = Rule(
    "list-joins",
    "The items of a list are joined by “and” or by “or”, and not by both.",
    bad="1. The seller delivers:\n   1. goods; and\n   1. parts; or\n   1. plans.",
    good="1. The seller delivers:\n   1. goods;\n   1. parts; or\n   1. plans.",
    severity="warning",
    told="check",
)
LIST_UNJOINED = Rule(
    "list-unjoined",
    "A list says whether all of its items are meant, or one of them: by “and” or “or”, or in the words before it.",
    bad="1. The seller delivers:\n   1. goods;\n   1. parts;\n   1. plans.",
    good="1. The seller delivers:\n   1. goods;\n   1. parts; and\n   1. plans.",
    severity="warning",
    told="check",
)
LIST_OF_ONE = Rule(
    "list-of-one",
    "A list below a provision has more than one item.",
    bad="1. The seller delivers:\n   1. goods.",
    good="1. The seller delivers:\n   1. goods; and\n   1. parts.",
    severity="info",
    told="check",
)
LIST_AFTER = Rule(
    "list-after",
    "What stands after a list goes on with its sentence, or begins a new one where the list has ended it.",
    bad="1. The seller delivers:\n   1. goods; and\n   1. parts.\n\n   in boxes that the buyer gives.",
    good="1. The seller delivers:\n   1. goods; and\n   1. parts,\n\n   in boxes that the buyer gives.",
    severity="warning",
    told="check",
)
#: A list of less may well do without.
_SEVERAL = 2


def check_lists(case: Case) -> Iterator[Finding]:
    """Every list that stands in a provision."""
    for each in case.lists:
        entries = each.entries
        if each.nested and len(entries) == 1 and not is_looped(entries[0].item.place, case.texts):
            yield LIST_OF_ONE.at(
                entries[0].item.place, "this is a list of one item", "write it into the sentence before"
            )
        said = {entry.join: entry.item for entry in entries[:-1] if entry.join and entry.sign}
        if len(said) > 1:
            one, other = sorted(said)[:2]
            message = f"items of this list are joined by {one!r} as well as by {other!r}"
            yield LIST_JOINS.at(said[other].place, message, "join them by one, or make two lists")
        elif not said and _goes_on(each):
            message = "nothing says whether all items of this list are meant, or one of them"
            yield LIST_UNJOINED.at(entries[-2].item.place, message, "write “and” or “or” after the last but one")
        yield from _after(each, case)


def _goes_on(each: Listed) -> bool:
    """Whether a list is one sentence, the last item of which is its end, and no word before it says what is meant."""
    entries = each.entries
    if len(entries) < _SEVERAL or any(entry.sign not in ";," for entry in entries[:-1]):
        return False
    signs = {entry.sign for entry in entries[:-1]}
    lead = re.search(rf"\b(?:{language_of(each.locale).drafting.any_of})\b", each.lead, re.IGNORECASE)
    return "" not in signs and not lead and entries[-1].sign == "." and not any(entry.join for entry in entries)


def _after(each: Listed, case: Case) -> Iterator[Finding]:
    """Text after a list: `(b) parts.` and then "in boxes"; `(b) parts` and then "The buyer pays"."""
    if not each.after or not (words := text_of(each.after.runs).strip()) or not each.entries[-1].words:
        return
    last = each.entries[-1]
    signs = [entry.sign for entry in each.entries[:-1]]
    if last.sign == "." and words[0].islower() and each.lead.endswith((":", ",", "—", "–")):
        message = "these words go on with a sentence that the list above has ended"
        yield LIST_AFTER.at(each.after.place, message, "end the list with a comma, or begin a sentence")
    elif last.sign in (";", ",") and signs and _begins(words, case):
        message = "a sentence begins here, and the list above has not ended its own"
        yield LIST_AFTER.at(each.after.place, message, "end the list with a full stop, or go on with its sentence")


def _begins(words: str, case: Case) -> bool:
    """Whether words are a sentence: they begin with one that has its capital from that alone, and is no term."""
    found = re.match(r"[^\W\d_a-z\u00df-\u00ff][^\W\d_]*(?=\s)", words)
    if not found or not words.endswith("."):
        return False
    lower = re.compile(rf"(?<![\w-]){found[0].lower()}(?![\w-])")
    return any(lower.search(line.text) for line in case.lines)
