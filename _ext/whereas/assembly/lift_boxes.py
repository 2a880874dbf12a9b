"""The lift of what holds other text: tables, notes, lists of descriptions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from docutils import nodes

from whereas.agreement.model import Block, Cell, Described, Descriptions, Note, Table
from whereas.agreement.runs import Run, Text
from whereas.agreement.walk import CAPTION_DASH
from whereas.sphinx_seam.titles import box_title

_ALIGNED = ("text-left", "text-center", "text-right")


class Lifts(Protocol):
    """What lifts the blocks and lines in them."""

    def blocks(self, children: Iterable[nodes.Node]) -> tuple[Block, ...]:
        """The blocks of nodes."""

    def runs(self, node: nodes.Node) -> tuple[Run, ...]:
        """The runs of a line."""


def is_plain(table: nodes.table) -> bool:
    """Whether a table has no cells over several rows or columns, which only docutils knows how to draw."""
    return not any("morecols" in entry or "morerows" in entry for entry in table.findall(nodes.entry))


def is_note(node: Any) -> bool:
    """Whether a node is a note, whose title it has or we know."""
    titled = isinstance(node, nodes.Element) and bool(box_title(node.tagname))
    return isinstance(node, nodes.admonition) or (isinstance(node, nodes.Admonition) and titled)


def caption(number: tuple[Run, ...], words: tuple[Run, ...]) -> tuple[Run, ...]:
    """The caption of a table: its number, if it has one, and its words."""
    return (*number, Text(CAPTION_DASH), *words) if number and words else (*number, *words)


def lift_table(node: nodes.table, lifter: Lifts, number: tuple[Run, ...]) -> Table:
    """A table with all that is in its cells, and its number, if it has one."""
    widths: list[int] = []
    head: list[tuple[Cell, ...]] = []
    rows: list[tuple[Cell, ...]] = []
    words: tuple[Run, ...] = ()
    stubs = 0
    for child in node.children:
        if isinstance(child, nodes.title):
            words = lifter.runs(child)
    group = next(child for child in node.children if isinstance(child, nodes.tgroup))
    for child in group.children:
        if isinstance(child, nodes.colspec):
            widths.append(max(1, int(child.get("colwidth", 1))))  # MyST says 0 where there are hundreds
            stubs += bool(child.get("stub"))
        else:
            found = [tuple(_cell(entry, lifter) for entry in row.children) for row in child.children]
            (head if isinstance(child, nodes.thead) else rows).extend(found)
    return Table(tuple(widths), tuple(head), tuple(rows), caption(number, words), stubs)


def _cell(entry: Any, lifter: Lifts) -> Cell:
    align = next((each[5:] for each in entry["classes"] if each in _ALIGNED), "")
    return Cell(lifter.blocks(entry.children), align)


def lift_note(node: Any, lifter: Lifts, marks: tuple[Run, ...], locale: str) -> Note:
    """A note with its own title, or with that of its kind in a language; `marks` are of its labels."""
    if isinstance(node, nodes.admonition):
        return Note("", (*marks, *lifter.runs(node[0])), lifter.blocks(node.children[1:]))
    title = Text(box_title(node.tagname, locale))
    return Note(node.tagname, (*marks, title), lifter.blocks(node.children))


def lift_descriptions(node: nodes.definition_list, lifter: Lifts) -> Descriptions:
    """A list of descriptions; several of one term are one."""
    found = []
    for item in node.children:
        terms = [lifter.runs(each) for each in item.children if isinstance(each, nodes.term)]
        said = [each for each in item.children if isinstance(each, nodes.definition)]
        term = tuple(run for runs in terms for run in runs)
        found.append(Described(term, tuple(block for each in said for block in lifter.blocks(each.children))))
    return Descriptions(tuple(found))
