"""The lift: docutils as MyST makes it becomes agreement data; what is no contract text is kept in its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from docutils import nodes

from whereas.agreement.model import Block, Bullets, Cell, Kind, Paragraph, Provision, Provisions, Quote, Section, Table
from whereas.agreement.runs import Foreign, Item, LineBreak, Link, Reference, Run, Slot, Styled, Text
from whereas.assembly.context import Context
from whereas.assembly.myst import is_duplicate_name
from whereas.assembly.placeholders import lifted_blocks, lifted_run
from whereas.assembly.quotes import educate_quotes
from whereas.assembly.template import SLOT, Rendered, fill_text
from whereas.library.finding import Finding, Place

_KINDS: tuple[Kind, ...] = ("parties", "recitals", "unnumbered", "schedule", "part")
#: List classes, and the first label each asks for.
_FORMATS = {
    "alpha": "(a)",
    "roman": "(i)",
    "upper-alpha": "(A)",
    "upper-roman": "(I)",
    "decimal": "(1)",
    "plain": "",
}
#: A line such as `{.roman}` or `{#label}`, which MyST takes for text when it stands right below some.
_ATTRIBUTES = re.compile(r"^\{[.#][\w. #-]+\}$", re.MULTILINE)
_STYLED = {
    "strong": "strong",
    "emphasis": "emphasis",
    "literal": "literal",
    "subscript": "subscript",
    "superscript": "superscript",
    "inline": "span",
}


@dataclass(frozen=True)
class Lifted:
    """A text lifted: its title, if it has one, the blocks before its first section, and its sections."""

    title: tuple[Run, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def lift(document: nodes.document, rendered: Rendered, context: Context, prefix: str = "") -> Lifted:
    """Lift a parsed text; `prefix` goes before its labels. Slots stay open; foreign nodes go to the context, filled."""
    lifter = _Lifter(document, rendered, context, prefix)
    for node in list(document.findall(nodes.comment)):
        node.parent.remove(node)
    for mark in educate_quotes(document, context.style):
        message, hint = "`{define}` sets the quotation marks itself", "take away those around it"
        context.findings.append(Finding(lifter.place(mark), "quotes-twice", message, hint))
    top = next((node for node in document.children if isinstance(node, nodes.section)), None)
    if prefix or top is None:
        blocks, sections = lifter.body(document.children, None)
        return Lifted((), blocks, tuple(sections))
    at = document.children.index(top)
    body = [*document.children[:at], *top.children[1:], *document.children[at + 1 :]]
    blocks, sections = lifter.body(body, None)
    return Lifted(lifter.runs(top[0]), blocks, tuple(sections))


class _Lifter:
    def __init__(self, document: nodes.document, rendered: Rendered, context: Context, prefix: str) -> None:
        self.document = document
        self.rendered = rendered
        self.context = context
        self.prefix = prefix
        self.waiting: list[str] = []  # labels of `(label)=` lines, for whatever comes next
        self.targets: list[nodes.target] = []  # the same, where what comes next is not ours
        self.own = {name for name, explicit in document.nametypes.items() if explicit}

    # ---- sections

    def section(self, node: nodes.section) -> list[Section]:
        """A section, and the clauses placed below it, which are its equals unless it is a schedule or a part."""
        kind: Kind = next((each for each in _KINDS if each in node["classes"]), "clause")
        label = self.label(node)
        blocks, sections = self.body(node.children[1:], kind)
        inside = kind in ("schedule", "part")
        clauses = [] if inside else [each for each in sections if each.origin]
        own = [each for each in sections if inside or not each.origin]
        title = self.runs(node[0]) if isinstance(node[0], nodes.title) else ()
        section = Section(title, kind, label, self.place(node), blocks, tuple(own))
        return [section, *clauses]

    def body(self, children: Iterable[nodes.Node], kind: Kind | None) -> tuple[tuple[Block, ...], list[Section]]:
        """What stands below a heading. Text that follows a clause placed by a directive goes on with that clause."""
        blocks: list[Block] = []
        sections: list[Section] = []
        for node in children:
            if isinstance(node, nodes.section):
                sections += self.section(node)
            elif isinstance(node, lifted_blocks):
                blocks += node.blocks
                sections += node.sections
            elif found := self.blocks([node]):
                if sections and sections[-1].origin:
                    sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *found))
                else:
                    blocks += found
        return tuple(blocks), sections

    # ---- blocks

    def blocks(self, children: Iterable[nodes.Node]) -> tuple[Block, ...]:
        return tuple(block for node in children for block in self.block(node))

    def block(self, node: nodes.Node) -> Iterator[Block]:
        match node:
            case lifted_blocks():
                yield from node.blocks
                for section in node.sections:
                    self.misplaced(node, "a list or a quotation")
                    yield from section.blocks
            case nodes.paragraph():
                if self.label(node):
                    self.unnumbered(node)
                yield Paragraph(self.runs(node), self.place(node))
            case nodes.enumerated_list():
                format = next((_FORMATS[each] for each in node["classes"] if each in _FORMATS), None)
                yield Provisions(tuple(self.provision(item) for item in node.children), format)
            case nodes.bullet_list():
                yield Bullets(tuple(self.blocks(item.children) for item in node.children))
            case nodes.block_quote():
                yield Quote(self.blocks(node.children))
            case nodes.table() if _is_plain(node):
                yield self.table(node)
            case nodes.target() if self.is_ours(node):
                self.waiting += node["names"]
            case nodes.target() if node["names"]:
                self.targets.append(node)
            case nodes.comment():
                return
            case nodes.system_message() if is_duplicate_name(node.astext()):
                return  # told with both places when the agreement is whole
            case _:
                yield self.foreign(node)

    def provision(self, item: nodes.Node) -> Provision:
        children = list(item.children)
        label = self.label(item)
        while children and isinstance(children[0], nodes.target) and self.is_ours(children[0]):
            target: Any = children.pop(0)
            label = label or self.prefix + target["names"][0]
        if children and isinstance(children[0], nodes.paragraph):
            first = children[0]
            label = label or self.label(first)
            first["names"] = first["dupnames"] = []
        place = self.place(children[0] if children else item)
        return Provision(self.blocks(children), label, place)

    def table(self, node: nodes.table) -> Table:
        group = next(child for child in node.children if isinstance(child, nodes.tgroup))
        widths: list[int] = []
        head: list[tuple[Cell, ...]] = []
        rows: list[tuple[Cell, ...]] = []
        for child in group.children:
            if isinstance(child, nodes.colspec):
                widths.append(int(child.get("colwidth", 1)))
            else:
                found = [tuple(self.cell(entry) for entry in row.children) for row in child.children]
                (head if isinstance(child, nodes.thead) else rows).extend(found)
        return Table(tuple(widths), tuple(head), tuple(rows))

    def cell(self, entry: Any) -> Cell:
        align = next((each[5:] for each in entry["classes"] if each in ("text-left", "text-center", "text-right")), "")
        return Cell(self.blocks(entry.children), align)

    def foreign(self, node: nodes.Node) -> Foreign:
        """Keep a node as it is; inside it only facts are filled, and references settled when numbers are known."""
        for inner in list(node.findall(lifted_blocks)):
            self.misplaced(node, f"a {node.__class__.__name__}")
            inner.parent.remove(inner)
        place = self.place(node)  # before it loses the parents that would tell
        for each in node.findall(nodes.Element):
            there = self.rendered.place(each.line) if each.line else place
            each.source, each.line = there.file, there.line
        node.source, node.line = place.file, place.line
        if isinstance(node, nodes.Element):
            for target in self.targets:  # its label, which now stands for Sphinx's own references
                node["names"] += target["names"]
                node["ids"] += target["ids"]
            self.targets = []
        named = [each for each in node.findall(nodes.Element) if self.own.intersection(each.get("names", ()))]
        self.context.named += [each for each in named if not isinstance(each, nodes.footnote)]  # found in another way
        self.context.foreign.append(node)
        for text in [text for text in node.findall(nodes.Text) if SLOT.search(text)]:
            text.parent.replace(text, nodes.Text(self.filled(str(text))))
        return Foreign(
            len(self.context.foreign) - 1, self.filled(node.astext()) if isinstance(node, nodes.Inline) else ""
        )

    def misplaced(self, node: nodes.Node, inside: str) -> None:
        message = f"contract text cannot stand inside {inside}"
        self.context.findings.append(Finding(self.place(node), "misplaced", message, "put the directive outside it"))

    # ---- runs

    def runs(self, node: nodes.Node) -> tuple[Run, ...]:
        found = [run for child in node.children for run in self.run(child)]
        return tuple(found)

    def run(self, node: nodes.Node) -> Iterator[Run]:
        match node:
            case nodes.Text():
                if _ATTRIBUTES.search(str(node)):
                    message = "a line of attributes became part of the text before it"
                    finding = Finding(self.place(node), "attributes", message, "put an empty line before it")
                    self.context.findings.append(finding)
                yield from self.text(str(node))
            case lifted_run():
                run = node.run
                yield replace(run, place=self.place(node)) if isinstance(run, Reference | Item) else run
            case nodes.reference() if node.get("id_link"):
                yield self.link(node)
            case nodes.reference() if "refuri" in node:
                yield Link(node["refuri"], self.runs(node))
            case nodes.system_message() if is_duplicate_name(node.astext()):
                return
            case nodes.raw():
                if node.astext().startswith("<br"):
                    yield LineBreak()
                elif node.get("format") != "latex" or node.astext().strip() != "\\\\":
                    yield self.foreign(node)
            case nodes.literal() if not node["classes"]:
                yield Styled("literal", self.runs(node))
            case nodes.Element() if node.__class__.__name__ in _STYLED:
                yield Styled(_STYLED[node.__class__.__name__], self.runs(node))
            case _:
                yield self.foreign(node)

    def text(self, text: str) -> Iterator[Run]:
        for index, part in enumerate(SLOT.split(text.replace("\n", " "))):
            if index % 2:
                yield Slot(int(part))
            elif part:
                yield Text(part)

    def link(self, node: nodes.reference) -> Run:
        """MyST's `[words](#label)`: a reference of ours, or, if no agreement has the label, still MyST's own."""
        label = unquote(node["refuri"][1:]).lower()
        label = self.prefix + label if self.prefix and label in self.own else label
        words = self.runs(node)
        return Reference((label,), "clause", words, self.place(node), foreign=self.foreign(node).index)

    def filled(self, text: str) -> str:
        """Plain text with the slots' words in it."""
        return fill_text(text, self.rendered.slots)

    # ---- labels and places

    def label(self, node: Any) -> str:
        """The label an author gave a node, with the prefix of its text; each is given out once."""
        given = [*node.get("names", ())]
        if not isinstance(node, nodes.section):  # docutils takes a name back that is given twice
            given += node.get("dupnames", ())
        names = [name for name in given if name in self.own] + self.waiting
        self.waiting = []
        return self.prefix + names[0] if names else ""

    def unnumbered(self, node: nodes.paragraph) -> None:
        message = "this label stands on text that has no number, so nothing can cite it"
        hint = "put the label on a numbered provision"
        self.context.findings.append(Finding(self.place(node), "label-unnumbered", message, hint, "warning"))

    def is_ours(self, target: nodes.target) -> bool:
        """Whether a `(label)=` line stands before contract text; before anything else it is Sphinx's."""
        siblings = target.parent.children
        following = siblings[siblings.index(target) + 1 :]
        after = next((node for node in following if not isinstance(node, nodes.target)), None)
        ours = nodes.paragraph | nodes.enumerated_list | nodes.section | lifted_blocks
        return bool(target["names"]) and (after is None or isinstance(after, ours))

    def place(self, node: nodes.Node) -> Place:
        """Where a node stands: MyST knows the line of its block, and the line ends before it tell the rest."""
        block = node
        while block.parent is not None and (block.line is None or isinstance(block, nodes.Inline)):
            block = block.parent
        line = block.line or 1
        if block is not node and isinstance(block, nodes.TextElement):
            before = itertools.takewhile(lambda each: each is not node, block.findall())
            line += sum(str(text).count("\n") for text in before if isinstance(text, nodes.Text))
        return self.rendered.place(line)


def _is_plain(table: nodes.table) -> bool:
    """Whether a table has nothing that only docutils knows how to draw: spans, a caption, stubs."""
    if any(isinstance(child, nodes.title) for child in table.children):
        return False
    return not any("morecols" in entry or "morerows" in entry for entry in table.findall(nodes.entry))
