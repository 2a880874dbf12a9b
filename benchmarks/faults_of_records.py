"""Faults in the records themselves: a clause that nobody answers for, a deal that names a stranger, a key twice.

Each is written into records of its folder, one into each file, and is found if the check names its rule in that file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class RecordFault:
    """A fault: its rule, how it looks in the table, the folder of records, and what becomes of one's text.

    `change` gives None where a record has no place for it. A fault that is `new` is a record more. One that `breaks`
    keeps what follows from it from being told. One that is told `elsewhere` is told where it matters.
    """

    rule: str
    shown: str
    folder: str
    change: Callable[[str], str | None]
    new: bool = False
    breaks: bool = False
    elsewhere: bool = False
    guess: bool = False


def _put(rule: str, folder: str, added: str, before: str = r"^text:|^agreement:|^name:") -> RecordFault:
    """Lines before a key that each record has."""

    def change(text: str) -> str | None:
        return (
            re.sub(rf"(?m)(?={before})", lambda _: f"{added}\n", text, count=1)
            if re.search(f"(?m){before}", text)
            else None
        )

    return RecordFault(rule, added.replace("\n", " ⏎ "), folder, change)


def _without(rule: str, folder: str, key: str) -> RecordFault:
    """A key, with all that belongs to it, left out."""
    pattern = rf"(?m)^{key}:.*\n(?:[ -]+.*\n)*"
    return RecordFault(rule, f"without {key}:", folder, lambda text: _changed(re.sub(pattern, "", text, count=1), text))


def _instead(rule: str, folder: str, pattern: str, new: str, shown: str) -> RecordFault:
    """Other words in the place of some."""
    return RecordFault(rule, shown, folder, lambda text: _changed(re.sub(pattern, new, text, count=1), text))


def _changed(new: str, old: str) -> str | None:
    return new if new != old else None


def _same_fallback(text: str) -> str | None:
    """A fallback that offers what holds anyhow."""
    value = re.search(r"(?m)^  (\w+): \{[^{}\n]*default: (\w+(?: \w+)?)[,}]", text)
    new = f"fallbacks:\n  - position: The same\n    values: {{{value[1]}: {value[2]}}}" if value else ""
    return _changed(re.sub(r"(?m)^fallbacks:$", new, text, count=1), text) if value else None


def _excepted(text: str) -> str | None:
    """An exception from a rule that there is not."""
    return None if "\nexceptions:" in text else f"{text}exceptions: {{zeta: {{because: So, approved_by: CFO}}}}\n"


_CLAUSE = "title: Zeta\nsummary: Says so.\nstatus: approved\nowner: Legal\ntext: |\n  1. The seller delivers.\n"
RECORD_KINDS = [
    _without("clause-summary", "clauses", "summary"),
    _without("clause-owner", "clauses", "owner"),
    _put("review-passed", "clauses", "review: 2020-01-31"),
    _instead("clause-retired", "clauses", r"(?m)^status: approved", "status: retired", "status: retired"),
    _instead("schema", "clauses", r"(?m)^status: approved", "status: aproved", "status: aproved"),
    _put("unknown-key", "clauses", "gidance: Use it."),
    _put("duplicate-key", "clauses", "owner: Legal\nowner: Sales"),
    _put("yaml", "clauses", "tags: [one"),
    _put("ignore", "clauses", "# whereas: ignore doubled-wrod -- a quotation"),
    _put("ignore", "clauses", "# whereas: ignore doubled-word"),
    _put("ignore-unused", "clauses", "# whereas: ignore doubled-word -- a quotation"),
    _instead("schema", "clauses", r"(?m)^values:$", "values:\n  zeta: {type: date, default: soon}", "a date: soon"),
    _instead("unused-value", "clauses", r"(?m)^values:$", "values:\n  zeta: {type: text}", "a value for nothing"),
    RecordFault("fallback-idle", "a fallback: The same", "clauses", _same_fallback),
    RecordFault("clause-unused", "a clause for nothing", "clauses", lambda _: _CLAUSE, new=True),
    _instead("unknown-agreement", "deals", r"(?m)^agreement: (\w+)", r"agreement: \1x", "agreement: another"),
    _instead("unknown-value", "deals", r"(?m)^values:$", "values:\n  omega: 5", "a value that there is not"),
    _instead(
        "stranger",
        "deals",
        r"(?m)^(  \w+: [a-z][^\n\[\]{}#>\"']{24,})$",
        r"\1 of Orion Freight Ltd",
        "of Orion Freight Ltd",
    ),
    _instead("unknown-party", "deals", r"(?m)^(parties:.*?)(\w+)(?=\}|,)", r"\1\2x", "a party that there is not"),
    RecordFault("exception", "an exception from no rule", "deals", _excepted),
    _put("unknown-key", "deals", "agrement: nda"),
    _put("duplicate-key", "deals", "reference: A-1\nreference: A-2"),
    replace(_without("no-signatory", "parties", "signatories"), elsewhere=True),
    _put("unknown-key", "parties", "adress: [1 High Street]"),
]
_BREAK = ("yaml", "unknown-key", "schema", "duplicate-key", "unknown-agreement", "unknown-party")
RECORD_KINDS = [replace(kind, breaks=kind.rule in _BREAK) for kind in RECORD_KINDS]
