"""The lift of lines: what stands in a paragraph becomes runs; what is no contract text is kept in its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from docutils import nodes

from whereas.agreement.rules import MISPLACED
from whereas.agreement.runs import Blank, Broken, Foreign, Item, LineBreak, Link, Reference, Run, Slot, Styled, Text
from whereas.assembly.context import Context, foreign_name
from whereas.assembly.fence import CONTRACT_TEXT, harms_of
from whereas.assembly.marks import SLOT
from whereas.assembly.named_files import broken_words, settle_files
from whereas.assembly.names import Names
from whereas.assembly.stand_ins import leftover, lifted_blocks, lifted_run
from whereas.assembly.template import Rendered, fill_text
from whereas.library.finding import Place
from whereas.library.rule import Rule

ROLE = Rule(
    "role",
    "A role such as {clause} or {this} is asked for what it can give.",
    bad="1. The seller delivers under {this}`page`.",
    good="1. The seller delivers under {this}`clause`.",
)


_STYLED = {
    "strong": "strong",
    "emphasis": "emphasis",
    "literal": "literal",
    "subscript": "subscript",
    "superscript": "superscript",
    "inline": "span",
}


def words_with_slots(text: str) -> Iterator[Run]:
    """The runs of plain text: its words, and the slots where facts go."""
    for index, part in enumerate(SLOT.split(text.replace("\n", " "))):
        if index % 2:
            yield Slot(int(part))
        elif part:
            yield Text(part)


class LineLifter:
    """Lifts the lines of one parsed text; `prefix` goes before its labels, `names` are those of its provisions."""

    def __init__(
        self, document: nodes.document, rendered: Rendered, context: Context, prefix: str, names: Names
    ) -> None:
        """Begin a text."""
        self.names = names
        self.rendered = rendered
        self.context = context
        self.prefix = prefix
        self.targets: list[nodes.target] = []  # of `(label)=` lines, where what comes next is not ours
        self.source = document["source"]
        self.own = {name for name, explicit in document.nametypes.items() if explicit}

    def runs(self, node: nodes.Node) -> tuple[Run, ...]:
        found: list[Run] = []
        for run in (run for child in node.children for run in self.run(child)):
            after = found[-1] if found else None
            if isinstance(after, Item) and after.only_counts and isinstance(run, Text):
                run = Text(run.text.lstrip())  # what is named prints nothing, and so has no space after it
            if type(after) is Text and type(run) is Text:  # a line ended between them: a term may stand across it
                found[-1] = Text(after.text + run.text)
            else:
                found.append(run)
        return tuple(found)

    def run(self, node: nodes.Node) -> Iterator[Run]:
        match node:
            case nodes.Text():
                yield from words_with_slots(str(node))
            case leftover():
                self.out_of_place(node)
                yield Broken(node.astext())
            case lifted_run():
                run = node.run
                if isinstance(run, Broken):
                    self.context.findings.append(ROLE.at(self.place(node), run.why))
                if isinstance(run, Item) and not run.label:
                    run = replace(run, anchor=self.names.of_item(run.anchor, self.line(node)))
                yield replace(run, place=self.place(node)) if isinstance(run, Reference | Item) else run
            case nodes.reference() if node.get("id_link"):
                yield self.link(node)
            case nodes.reference() if "refuri" in node:
                words = self.runs(node) or (Text(node["refuri"]),)
                harms = self.harms(node)
                yield from words if harms else (Link(node["refuri"], words),)
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

    def out_of_place(self, node: leftover) -> None:
        """Report markup that is left in a text."""
        finding = node.found.finding(self.place(node))
        if finding not in self.context.findings:  # the words of a link are looked at twice
            self.context.findings.append(finding)

    def link(self, node: nodes.reference) -> Run:
        """MyST's `[words](#label)`: a reference of ours, or, if no agreement has the label, still MyST's own."""
        label = unquote(node["refuri"][1:]).lower()
        label = self.prefix + label if self.prefix and label in self.own else label
        words = self.runs(node)
        return Reference((label,), "clause", words, self.place(node), foreign=self.foreign(node))

    # ---- what is not ours

    def foreign(self, node: nodes.Node) -> Foreign:
        """Keep a node as it is; inside it only facts are filled, and references settled when numbers are known."""
        for inner in list(node.findall(lifted_blocks)):
            self.misplaced(node, f"a {foreign_name(node)}")
            inner.parent.remove(inner)
        place = self.place(node)  # before it loses the parents that would tell
        node = self.harmless(node)
        self.inside(node)
        node = settle_files(node, place, self.context)
        for left in list(node.findall(leftover)):
            self.out_of_place(left)
            left.parent.replace(left, nodes.inline("", left.astext(), classes=["wh-broken"]))
        places = [(each, self.place(each)) for each in node.findall(nodes.Element)]
        for each, there in places:
            each.source, each.line = there.file, there.line
        node.source, node.line = place.file, place.line
        if isinstance(node, nodes.Element):
            for target in self.targets:  # its label, which now stands for Sphinx's own references
                node["names"] += target["names"]
                node["ids"] += target["ids"]
            self.targets = []
        named = [each for each in node.findall(nodes.Element) if self.own.intersection(each.get("names", ()))]
        self.context.named += [each for each in named if not isinstance(each, nodes.footnote)]  # found in another way
        for text in [text for text in node.findall(nodes.Text) if SLOT.search(text)]:
            self.context.facts.undecided.update(self.blanks(text))
            text.parent.replace(text, nodes.Text(self.filled(str(text))))
        return self.context.keep(node, self.filled(node.astext()) if isinstance(node, nodes.Inline) else "")

    def harms(self, node: nodes.Node) -> list[nodes.Element]:
        """Report the formulas, links and pictures below a node that contract text cannot have."""
        found = list(harms_of(node))
        for each, message, hint in found:
            finding = CONTRACT_TEXT.at(self.place(each), message, hint)
            if finding not in self.context.findings:
                self.context.findings.append(finding)
        return [each for each, _, _ in found]

    def harmless(self, node: nodes.Node) -> nodes.Node:
        """A node without what contract text cannot have, which its words stand for."""
        for each in dict.fromkeys(self.harms(node)):
            if isinstance(each, nodes.image | nodes.math | nodes.math_block):
                broken = broken_words(each.astext() or str(each.get("uri", "")), each)
                if each is node:
                    return broken
                each.parent.replace(each, broken)
            else:
                each["refuri"] = "#"
        return node

    def inside(self, node: nodes.Node) -> None:
        """Report what stands in a foreign node and is of the agreement."""
        for each in node.findall(lifted_run):
            if isinstance(each.run, Item):
                self.misplaced(each, f"a {foreign_name(node)}")
        for numbered in node.findall(nodes.enumerated_list):
            if "plain" not in numbered["classes"]:
                message = f"a numbered list in a {foreign_name(node)} has no numbers of the agreement"
                hint = "put it outside, or {.plain} before it, if nothing is to cite it"
                self.context.findings.append(MISPLACED.at(self.place(numbered), message, hint))

    def misplaced(self, node: nodes.Node, inside: str) -> None:
        message = f"contract text cannot stand inside {inside}"
        self.context.findings.append(MISPLACED.at(self.place(node), message, "put the directive outside it"))

    def blanks(self, text: str) -> Iterator[str]:
        """The names of the blanks in plain text."""
        slots = (self.rendered.slots[int(index)] for index in SLOT.findall(text))
        return (slot.name for slot in slots if isinstance(slot, Blank) and slot.name)

    # ---- places

    def filled(self, text: str) -> str:
        """Plain text with the slots' words in it."""
        return fill_text(text, self.rendered.slots)

    def place(self, node: nodes.Node) -> Place:
        """Where a node stands."""
        return self.rendered.place(self.line(node))

    def line(self, node: nodes.Node) -> int:
        """The line of a node: MyST knows that of its block, and the line ends before it tell the rest."""
        block = node
        while block.parent is not None and (block.line is None or _is_within_lines(block)):
            block = block.parent
        line = block.line or 1
        if block is not node and isinstance(block, nodes.TextElement) and block.source == self.source:
            before = itertools.takewhile(lambda each: each is not node, block.findall())
            line += sum(str(text).count("\n") for text in before if isinstance(text, nodes.Text))
        return line


def _is_within_lines(node: nodes.Node) -> bool:
    """Whether a node is part of a paragraph or a heading; a picture may also stand by itself."""
    return isinstance(node, nodes.Text) or (
        isinstance(node, nodes.Inline) and isinstance(node.parent, nodes.TextElement | nodes.reference)
    )
