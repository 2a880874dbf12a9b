"""What stands open in an agreement, and where its facts land in it. Pure functions over a numbered agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from whereas.agreement.citing import cite
from whereas.agreement.holding import Kinds, holds
from whereas.agreement.model import Agreement, Section
from whereas.agreement.runs import Blank, Run, Value
from whereas.agreement.styles import Style
from whereas.agreement.targets import Targets
from whereas.agreement.walk import own_lines, walk_provisions, walk_runs, walk_sections
from whereas.language.titles import title_of

#: The number of a provision, in words of its own ("1.2 of Schedule 1"), and its anchor.
Spot = tuple[str, str]
_BLANKS = frozenset({Blank})
_FACTS = frozenset({Blank, Value})


class OpenPoint(NamedTuple):
    """A blank: its name, its words, what it means, and the anchor of what it first stands in.

    One that is not `printed` decides what the text says.
    """

    name: str
    words: str
    about: str = ""
    anchor: str = ""
    printed: bool = True


def open_points(agreement: Agreement) -> tuple[OpenPoint, ...]:
    """All that is blank in a numbered agreement, each once: what is printed, in reading order, then what decides.

    This is what "open" means, wherever it is shown, counted, or keeps a deal from being final.
    """
    found: dict[str, OpenPoint] = {}
    for anchor, line in _placed_lines(agreement, _BLANKS):
        for run in walk_runs(line):
            if isinstance(run, Blank) and run.name:  # one without a name is a label to be settled elsewhere
                found.setdefault(run.name, OpenPoint(run.name, _bracketed(run.text), run.about, anchor))
    titles = {fact.name: fact.title for fact in agreement.facts}
    for name in agreement.undecided:
        found.setdefault(name, OpenPoint(name, titles.get(name) or title_of(name), printed=False))
    return tuple(found.values())


def _bracketed(text: str) -> str:
    """What stands in the brackets of a blank, without the words around them: [Notice] days."""
    return text.partition("[")[2].rpartition("]")[0] or text


def unapproved(agreement: Agreement) -> Iterator[Section]:
    """The sections that come from a clause which is a draft, or has been retired."""
    for section in walk_sections(agreement.sections):
        if section.origin and section.origin.status in ("draft", "retired"):
            yield section


def spots_of_facts(agreement: Agreement, targets: Targets, style: Style) -> dict[str, tuple[Spot, ...]]:
    """Name of a fact to the provisions that print it, in reading order."""
    found: dict[str, dict[Spot, None]] = {}
    for anchor, line in _placed_lines(agreement, _FACTS):
        for run in walk_runs(line):
            if isinstance(run, Value | Blank) and run.name:
                spot = (number_at(anchor, targets, style), anchor)
                found.setdefault(run.name.split(".")[0], {})[spot] = None
    return {name: tuple(spots) for name, spots in found.items()}


def number_at(anchor: str, targets: Targets, style: Style) -> str:
    """The number of what has an anchor, as it is cited from outside; nothing where it has none."""
    target = targets.get(f"#{anchor}")
    return "".join(part.text for part in cite([target], style, "number")) if target and target.number else ""


def _placed_lines(agreement: Agreement, kinds: Kinds) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The lines with the anchor of the innermost provision or section around them; sheets of key terms left out.

    Sections that hold no run of these kinds are passed over.
    """
    whole = Section((), blocks=agreement.blocks, sections=agreement.sections)
    for section in walk_sections((whole,)):
        yield section.anchor, section.title
        if not any(holds(block, kinds) for block in section.blocks):
            continue
        for line in own_lines(section):
            yield section.anchor, line
        for provision in walk_provisions(section.blocks):
            anchor = provision.anchor if provision.marker else section.anchor
            yield from ((anchor, line) for line in own_lines(provision))
