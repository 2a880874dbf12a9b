"""Cited by: for each provision of an agreement, the others that cite it. A pure function over resolved references."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.citing import cite
from whereas.agreement.holding import may_hold
from whereas.agreement.model import Agreement, Block, Provision, Provisions, Section
from whereas.agreement.runs import Cited, Item, Link, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.targets import Target, Targets
from whereas.agreement.tree import children
from whereas.agreement.walk import own_lines, walk_runs

#: The runs that cite, or may hold one that does.
_CITING = frozenset({Reference, Styled, Link})
#: The anchors of a provision and of what stands around it, innermost last.
Path = tuple[str, ...]


def cited_by(agreement: Agreement, targets: Targets, style: Style) -> dict[str, tuple[Text | Cited, ...]]:
    """Anchor of each cited provision to the numbers of those that cite it, as the style joins them ("5.4 and 6.1").

    A citation of a run-in item counts for the provision that holds it. What a provision or its own inner ones say of
    it ("this clause 4 ...") does not count: the reader is there already.
    """
    held: dict[str, str] = {}  # the anchor of a run-in item, to that of the provision around it
    found: dict[str, dict[str, Target]] = {}
    places = list(_places(agreement))
    for path, line in places:
        for run in line:
            if isinstance(run, Item):
                held[run.anchor] = path[-1]
    for path, line in places:
        citer = targets.get(f"#{path[-1]}")
        for run in line if citer else ():
            for anchor in _anchors(run, targets):
                anchor = held.get(anchor, anchor)
                if citer and anchor not in path:
                    found.setdefault(anchor, {})[citer.anchor] = citer
    return {anchor: cite(citers.values(), style, "uses") for anchor, citers in found.items()}


def _anchors(run: Run, targets: Targets) -> Iterator[str]:
    """What a reference leads to. Of clauses joined to a run only the ends are printed: its labels name them all."""
    if isinstance(run, Reference):
        for label in run.labels:
            if label in targets:
                yield targets[label].anchor
        yield from (part.anchor for part in run.parts if isinstance(part, Cited) and part.anchor)


def _places(agreement: Agreement) -> Iterator[tuple[Path, list[Run]]]:
    """Every provision and section with the runs of its own lines, in reading order."""
    yield from _blocks(agreement.blocks, ())
    for section in agreement.sections:
        yield from _section(section, ())


def _section(section: Section, around: Path) -> Iterator[tuple[Path, list[Run]]]:
    path = around
    if section.kind != "bare":
        path = (*around, section.anchor)
        yield path, [*walk_runs(section.title), *_runs(section)]
    yield from _blocks(section.blocks, path)
    for each in section.sections:
        yield from _section(each, path)


def _blocks(blocks: tuple[Block, ...], around: Path) -> Iterator[tuple[Path, list[Run]]]:
    for block in blocks:
        match block:
            case Provisions():
                for item in block.items:
                    path = (*around, item.anchor)
                    yield path, list(_runs(item))
                    yield from _blocks(item.blocks, path)
            case _:
                for inner in children(block):
                    yield from _blocks(inner, around)


def _runs(holder: Section | Provision) -> Iterator[Run]:
    """The runs of a provision's own lines that may cite, apart from the lists of where terms are used."""
    listed = {entry.uses for block in holder.blocks for entry in getattr(block, "entries", ())}
    for line in own_lines(holder):
        if line not in listed and may_hold(line, _CITING | {Item}):
            yield from walk_runs(line)
