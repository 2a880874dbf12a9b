"""An agreement at a glance: the few facts that tell it from others."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.model import Agreement, Definitions, KeyTerms, Provision, Section
from whereas.agreement.runs import Run, Value
from whereas.agreement.walk import own_lines, walk_provisions, walk_runs, walk_sections

#: The types of fact that readers look for first, and how many of them a card has room for.
_FIRST = ("date", "money", "duration", "percent")
_MOST = 6
#: Those of the front sheet that come after which law governs, how long it lasts, and how it ends.
_SUMS = ("money", "percent")
#: The longest text that a card has room for.
_LONGEST = 60


def key_facts(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Names and texts of the facts to show: those of the front sheet, else its own dates and sums."""
    known = {fact.name: fact for fact in agreement.facts if fact.text and len(fact.text) <= _LONGEST}
    sheets = (block for section in walk_sections(agreement.sections) for block in section.blocks)
    named = next((block.names for block in sheets if isinstance(block, KeyTerms) and block.names), ())
    front = sorted((fact for fact in known.values() if fact.show == "front"), key=lambda fact: fact.type in _SUMS)
    named = named or tuple(fact.name for fact in front)
    if not named:
        used = [known[name] for name in _used(agreement) if name in known and known[name].type in _FIRST]
        settled = [fact for fact in used if not (fact.origin and fact.origin.default)]  # for this contract, not in all
        settled.sort(key=lambda fact: _FIRST.index(fact.type))
        named = tuple(fact.name for fact in settled[:_MOST])
    return tuple((known[name].title, known[name].alone or "") for name in named if name in known)


def _used(agreement: Agreement) -> dict[str, None]:
    """The facts that the text prints, in reading order; the definitions, in that of the alphabet, come last."""
    listing = _listing(agreement)
    runs = [(anchor in listing, run.name) for anchor, run in _runs(agreement) if isinstance(run, Value)]
    return dict.fromkeys(name for _, name in sorted(runs, key=lambda pair: pair[0]))


def _listing(agreement: Agreement) -> set[str]:
    """The anchors of the provisions that hold lists of definitions."""
    every = (each for section in walk_sections(agreement.sections) for each in walk_provisions(section.blocks))
    return {each.anchor for each in every if any(isinstance(block, Definitions) for block in each.blocks)}


def _runs(agreement: Agreement) -> Iterator[tuple[str, Run]]:
    """Every run, with the anchor of what it stands in."""
    for section in walk_sections(agreement.sections):
        holders: tuple[Section | Provision, ...] = (section, *walk_provisions(section.blocks))
        for holder in holders:
            yield from ((holder.anchor, run) for line in own_lines(holder) for run in walk_runs(line))
