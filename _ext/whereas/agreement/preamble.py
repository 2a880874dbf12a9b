"""The preamble: what stands under the title, before the first heading. Its numbers are not those of the clauses."""

from __future__ import annotations

from typing import Literal

from whereas.agreement.model import Agreement, Provisions, Section
from whereas.agreement.runs import Blank, Value
from whereas.agreement.walk import walk_lines, walk_runs


def has_preamble(agreement: Agreement) -> bool:
    """Whether what stands before the first heading introduces clauses; without clauses of their own it is them."""
    return any(_is_clause(section) for section in agreement.sections)


def _is_clause(section: Section) -> bool:
    match section.kind:
        case "clause" | "bare":
            return True
        case "part":
            return any(map(_is_clause, section.sections))
    return False


def front_kind(block: Provisions, introduces: bool) -> Literal["", "parties", "recitals"]:
    """What a list before the first heading is: what it says of itself, else the parties if each item names one.

    All else that introduces clauses are recitals.
    """
    if block.kind or not introduces:
        return block.kind
    named = all(any(map(_names_party, walk_lines(Provisions((item,))))) for item in block.items)
    return "parties" if named else "recitals"


def _names_party(line: tuple[object, ...]) -> bool:
    """Whether a line has the legal name of a party, `{{ seller.name }}`."""
    return any(isinstance(run, Value | Blank) and run.name.endswith(".name") for run in walk_runs(line))  # type: ignore[arg-type]
