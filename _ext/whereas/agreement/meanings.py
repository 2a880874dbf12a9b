"""What the defined terms of an agreement mean: the words that define each, as they are printed. A pure function."""

from __future__ import annotations

from whereas.agreement.model import Agreement
from whereas.agreement.runs import Definition
from whereas.agreement.term_lines import walk_placed
from whereas.agreement.walk import text_of, walk_runs


def meanings(agreement: Agreement) -> dict[str, str]:
    """Each term with the line that defines it in the text, else with its entry in a list of definitions."""
    listed: dict[str, list[str]] = {}
    said: dict[str, str] = {}
    for line in walk_placed(agreement):
        words = text_of(line.runs)
        if line.own:
            listed.setdefault(line.own, []).append(words)
            continue
        for run in walk_runs(line.runs):
            if isinstance(run, Definition):
                said.setdefault(run.term, words)
    return {term: " ".join(words) for term, words in listed.items()} | said
