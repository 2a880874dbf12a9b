"""The lift: docutils as MyST makes it becomes agreement data; what is no contract text is kept in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from docutils import nodes

from whereas.agreement.model import Block, Bullets, Paragraph, Provision, Provisions, Quote, Section
from whereas.agreement.rules import LABEL_UNNUMBERED, MISPLACED
from whereas.agreement.runs import Item, Run
from whereas.assembly.context import Context
from whereas.assembly.forms import (
    check_attributes,
    given_number,
    holds_sections,
    list_form,
    quoted_markers,
    section_kind,
)
from whereas.assembly.lift_boxes import is_note, is_plain, lift_descriptions, lift_note, lift_table
from whereas.assembly.lift_lines import LineLifter
from whereas.assembly.myst import is_idle
from whereas.assembly.names import Names
from whereas.assembly.page_title import check_beside_title, check_title
from whereas.assembly.quotes import educate_quotes
from whereas.assembly.stand_ins import lifted_blocks
from whereas.assembly.template import Rendered
from whereas.assembly.written import check_written
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

QUOTES_TWICE = Rule(
    "quotes-twice",
    "`{define}` stands in no quotation marks, which it sets itself.",
    bad='1. "{define}`Fee`" means ten euros. The Fee is due. The Fee is low.',
    good="1. {define}`Fee` means ten euros. The Fee is due. The Fee is low.",
)


#: The blocks of contract text that take a label: it is that of the item which they open.
_LABELLED = nodes.paragraph | nodes.enumerated_list | nodes.bullet_list | nodes.block_quote | nodes.table


@dataclass(frozen=True)
class Lifted:
    """A text lifted: its title, if it has one, the blocks before its first section, and its sections."""

    title: tuple[Run, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def lift(document: nodes.document, rendered: Rendered, context: Context, names: Names, prefix: str = "") -> Lifted:
    """Lift a parsed text; `prefix` goes before its labels, `names` are those of its provisions.

    Slots stay open; foreign nodes go to the context, filled.
    """
    lifter = _Lifter(document, rendered, context, prefix, names)
    context.findings += check_written(document, rendered, context.style)
    for node in list(document.findall(lambda node: isinstance(node, nodes.comment) or is_idle(node))):
        node.parent.remove(node)
    for mark in educate_quotes(document, context.style):
        message, hint = "`{define}` sets the quotation marks itself", "remove those around it"
        context.findings.append(QUOTES_TWICE.at(lifter.place(mark), message, hint))
    top = next((node for node in document.children if isinstance(node, nodes.section)), None)
    if prefix or top is None:
        blocks, sections = lifter.body(document.children)
        return Lifted((), blocks, tuple(sections))
    at = document.children.index(top)
    below, beside = top.children[1:], document.children[at + 1 :]
    wrong = [check_title(rendered.text, top, lifter.place), check_beside_title(below, beside, lifter.place)]
    reported = {each.place for each in context.findings}  # Markdown may have made a heading of what is none
    context.findings += [each for found in wrong for each in found if each.place not in reported]
    body = [*document.children[:at], *below, *beside]
    blocks, sections = lifter.body(body)
    return Lifted(lifter.runs(top[0]), blocks, tuple(sections))


class _Lifter(LineLifter):
    def __init__(
        self, document: nodes.document, rendered: Rendered, context: Context, prefix: str, names: Names
    ) -> None:
        super().__init__(document, rendered, context, prefix, names)
        self.headed = bool(prefix)  # whether the first heading has come
        self.waiting: list[str] = []  # labels of `(label)=` lines, for whatever comes next
        self.quoted = 0  # how deep in quotations it is
        self.placed: list[Section] = []  # by directives: clauses, and those of a whole agreement
        self.around = "a list or a quotation"  # what blocks stand in, where they do

    # ---- sections

    def section(self, node: nodes.section) -> list[Section]:
        """A section, and what directives placed below it, which are its equals unless it is a schedule or a part."""
        kind, label, place = section_kind(node), self.label(node), self.place(node)
        given = given_number(node, place)
        self.check(node)
        self.headed = True
        with self.names.of(node) as name:
            blocks, sections = self.body(node.children[1:])
        anchor = "" if label else name
        inside = holds_sections(kind)
        clauses = [] if inside else [each for each in sections if self.is_placed(each)]
        own = [each for each in sections if inside or not self.is_placed(each)]
        title = self.runs(node[0]) if isinstance(node[0], nodes.title) else ()
        if kind == "clause" and not title:
            self.context.findings += [_below_bare(each.place) for each in own]
            return [_bare(Provision(blocks, label, place, anchor=anchor, given=given)), *sections]
        section = Section(title, kind, label, place, blocks, tuple(own), anchor=anchor, given=given)
        return [section, *clauses]

    def body(self, children: Iterable[nodes.Node]) -> tuple[tuple[Block, ...], list[Section]]:
        """What stands below a heading. Text after what a directive placed goes on with the last section of that."""
        blocks: list[Block] = []
        sections: list[Section] = []
        for node in children:
            if isinstance(node, nodes.section):
                sections += self.section(node)
            elif isinstance(node, lifted_blocks):
                self.check(node)
                if node.whole and node.blocks and self.headed:
                    self.context.findings.append(_below_heading(self.place(node)))
                self.placed += node.sections
                sections += node.sections
                self.go_on(blocks, sections, node.blocks)
            else:
                self.go_on(blocks, sections, self.blocks([node]))
        return tuple(blocks), sections

    def go_on(self, blocks: list[Block], sections: list[Section], found: tuple[Block, ...]) -> None:
        """Add what stands next below a heading."""
        if found and sections and self.is_placed(sections[-1]):
            sections[-1] = _with_more(sections[-1], found)
            self.placed.append(sections[-1])
        else:
            blocks += found

    def is_placed(self, section: Section) -> bool:
        """Whether a directive placed a section."""
        return any(each is section for each in self.placed)

    # ---- blocks

    def blocks(self, children: Iterable[nodes.Node]) -> tuple[Block, ...]:
        return tuple(block for node in children for block in self.block(node))

    def block(self, node: nodes.Node) -> Iterator[Block]:
        self.check(node)
        match node:
            case lifted_blocks():
                yield from node.blocks
                for section in node.sections:
                    self.misplaced(node, self.around)
                    yield from section.blocks
            case nodes.paragraph():
                if self.label(node):
                    self.unnumbered(self.place(node))
                yield Paragraph(self.runs(node), self.place(node))
            case nodes.table() if is_plain(node):
                yield lift_table(node, self, self.table_number(node))
            case _ if isinstance(node, _LABELLED) and self.own.intersection(node["names"]):
                self.unnumbered(self.place(node))
                node["names"] = []
                yield from self.block(node)
            case nodes.enumerated_list() if self.quoted:
                yield self.quoted_list(node)
            case nodes.enumerated_list():
                form = list_form(node, self.place(node), self.headed, self.context.findings)
                yield Provisions(tuple(map(self.provision, node.children)), form.format, form.kind, form.start)
            case nodes.bullet_list():
                yield Bullets(tuple(self.blocks(item.children) for item in node.children))
            case nodes.block_quote():
                self.quoted += 1
                yield Quote(self.blocks(node.children))
                self.quoted -= 1
            case nodes.Element() if is_note(node):
                around, self.around = self.around, f"a {node.tagname}"
                yield lift_note(node, self, self.marks(node), self.context.style.locale)
                self.around = around
            case nodes.definition_list():
                yield lift_descriptions(node, self)
            case nodes.target() if self.is_ours(node):
                self.waiting += _names(node)
            case nodes.target() if _names(node):
                self.targets.append(node)
            case nodes.comment():
                return
            case _:
                yield self.foreign(node)

    def provision(self, item: nodes.Node) -> Provision:
        children = list(item.children)
        label = self.label(item)
        while children and isinstance(children[0], nodes.target) and self.is_ours(children[0]):
            target: Any = children.pop(0)
            label = label or self.prefix + _names(target)[0]
        if children and isinstance(children[0], _LABELLED):
            first: Any = children[0]
            label = label or self.label(first)
            first["names"] = first["dupnames"] = []
        place = self.place(children[0] if children else item)
        given = given_number(item, place) or (given_number(children[0], place) if children else None)
        self.check(item)
        with self.names.of(item) as name:
            return Provision(self.blocks(children), label, place, anchor="" if label else name, given=given)

    def quoted_list(self, node: nodes.enumerated_list) -> Provisions:
        """A list in a quotation, which has the numbers that stand there."""
        form = list_form(node, self.place(node), self.headed, self.context.findings)
        markers = quoted_markers(node, form)
        items = [replace(self.provision(item), marker=marker) for item, marker in zip(node, markers, strict=True)]
        for item in items:
            if item.label:
                self.unnumbered(item.place)
        return Provisions(tuple(replace(item, label="") for item in items), quoted=True)

    def table_number(self, node: nodes.table) -> tuple[Run, ...]:
        """The number that a table has if it has a label or a caption, and is no part of a quotation."""
        label = self.label(node)
        if label and self.quoted:
            self.unnumbered(self.place(node))
        is_numbered = (label or isinstance(node[0], nodes.title)) and not self.quoted
        return (Item(label, part="table", place=self.place(node)),) if is_numbered else ()

    def marks(self, node: nodes.Element) -> tuple[Run, ...]:
        """The label that something has for Sphinx's own references, as a run without words."""
        names = [name for name in node["names"] if name in self.own]
        if not names and not self.targets:
            return ()
        target = nodes.target("", "", names=names, ids=node["ids"])
        target.parent, target.line = node.parent, node.line
        return (self.foreign(target),)

    # ---- labels and attributes

    def check(self, node: nodes.Node) -> None:
        """Report what is written before contract text and means nothing there."""
        if not isinstance(node, nodes.table) or is_plain(node):
            known = self.context.findings  # a node with a label is looked at twice
            known += [each for each in check_attributes(node, self.place(node)) if each not in known]

    def label(self, node: Any) -> str:
        """The label an author gave a node, with the prefix of its text; each is given out once."""
        names = [name for name in _names(node) if name in self.own] + self.waiting
        self.waiting = []
        return self.prefix + names[0] if names else ""

    def unnumbered(self, place: Place) -> None:
        message = "this label stands on text that has no number, so nothing can cite it"
        hint = "put the label on a numbered provision"
        self.context.findings.append(LABEL_UNNUMBERED.at(place, message, hint, severity="warning"))

    def is_ours(self, target: nodes.target) -> bool:
        """Whether a `(label)=` line stands before contract text; before anything else it is Sphinx's."""
        siblings = target.parent.children
        following = siblings[siblings.index(target) + 1 :]
        after = next((node for node in following if not isinstance(node, nodes.target)), None)
        ours = nodes.paragraph | nodes.enumerated_list | nodes.section | lifted_blocks
        is_table = isinstance(after, nodes.table) and is_plain(after)
        return bool(_names(target)) and (after is None or is_table or isinstance(after, ours))


def _names(node: nodes.Element) -> list[str]:
    """The names that an author gave a node: also those that docutils takes back from it, since another has them too.

    What docutils itself calls a section, after its title, is none of them.
    """
    names: list[str] = [*node.get("names", ()), *node.get("dupnames", ())]
    if isinstance(node, nodes.section) and (title := nodes.fully_normalize_name(node[0].astext())) in names:
        names.remove(title)
    return names


def _with_more(section: Section, blocks: tuple[Block, ...]) -> Section:
    """A section with more text at its end, which is that of the last section in it."""
    if section.sections:
        return replace(section, sections=(*section.sections[:-1], _with_more(section.sections[-1], blocks)))
    return replace(section, blocks=(*section.blocks, *blocks))


def _below_heading(place: Place) -> Finding:
    message = "this agreement has text before its first heading, which becomes part of what stands above it here"
    return MISPLACED.at(place, message, "put {agreement} before the first heading of this page")


def _bare(item: Provision) -> Section:
    """What stands below a heading without words: a provision, beside those that have headings."""
    return Section((), "bare", place=item.place, blocks=(Provisions((item,)),))


def _below_bare(place: Place) -> Finding:
    message = "this heading stands below one that has no words"
    return MISPLACED.at(place, message, "give that heading its words, or put this one on the same level")
