"""Docutils nodes from agreement data, for every builder that is neither HTML nor LaTeX: the same words and numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from docutils import nodes

from whereas.agreement.key_terms import as_table, index_table
from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Described,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signature,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Value,
)
from whereas.agreement.walk import text_of
from whereas.library.finding import NOWHERE, Place
from whereas.render.figures import together
from whereas.render.urls import safe_url

_STYLED: dict[str, type[nodes.TextElement]] = {
    "strong": nodes.strong,
    "emphasis": nodes.emphasis,
    "literal": nodes.literal,
    "subscript": nodes.subscript,
    "superscript": nodes.superscript,
}


class DocutilsRenderer:
    """Renders blocks; `foreign` gives the nodes that a mark stands for."""

    def __init__(self, foreign: Callable[[Foreign], list[nodes.Node]]) -> None:
        """Take how to find foreign nodes."""
        self.foreign = foreign

    def blocks(self, blocks: tuple[Block, ...]) -> list[nodes.Node]:
        """The nodes of blocks."""
        return [node for block in blocks for node in self.block(block)]

    def block(self, block: Block) -> list[nodes.Node]:
        match block:
            case Paragraph():
                return [self.paragraph(block.runs, block.place)]
            case Provisions():
                return [node for item in block.items for node in self.provision(item)]
            case Bullets():
                return [nodes.bullet_list("", *(nodes.list_item("", *self.blocks(each)) for each in block.items))]
            case Table():
                return [self.table(block)]
            case Definitions():
                return [node for entry in block.entries for node in self.blocks(entry.blocks)]
            case Quote():
                return [nodes.block_quote("", *self.blocks(block.blocks))]
            case Note():
                title = nodes.title(text_of(block.title), "", *self.runs(block.title))
                inner = nodes.container("", *self.blocks(block.blocks))  # else text runs its paragraphs together
                return [nodes.admonition("", title, inner, classes=[block.kind])]
            case Descriptions():
                return [nodes.definition_list("", *map(self.described, block.items))]
            case Signatures():
                return [node for each in block.blocks for node in self.signature(each)]
            case TermIndex():
                return [self.table(index_table(block))]
            case KeyTerms():
                return [self.table(as_table(block, origins=False))]
            case Foreign():
                return self.foreign(block)
            case Broken():
                return [nodes.paragraph(block.text, block.text)]
            case _:
                assert_never(block)

    def paragraph(self, runs: tuple[Run, ...], place: Place, lead: str = "") -> nodes.paragraph:
        words = lead + text_of(runs)
        paragraph = nodes.paragraph(words, lead, *self.runs(runs))
        paragraph.source, paragraph.line = place.file or None, place.line
        return paragraph

    def provision(self, item: Provision) -> list[nodes.Node]:
        """The number opens the first paragraph; what is deeper stands further in."""
        rest, lead = item.blocks, f"{item.marker} " if item.marker else ""
        found: list[nodes.Node] = []
        if lead:
            runs: tuple[Run, ...] = ()
            place = item.place
            if rest and isinstance(rest[0], Paragraph):
                runs, place, rest = rest[0].runs, rest[0].place, rest[1:]
            paragraph = self.paragraph(runs, place, lead if runs else item.marker)
            paragraph["ids"] = [item.anchor]
            found.append(paragraph)
        inner = self.blocks(rest)
        if inner:
            found.append(nodes.block_quote("", *inner))
        return found

    def table(self, table: Table) -> nodes.table:
        group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in table.widths), cols=len(table.widths))
        for column in group.children[: table.stubs]:
            column["stub"] = 1  # type: ignore[index]
        if table.head:
            group += nodes.thead("", *(self.row(row) for row in table.head))
        group += nodes.tbody("", *(self.row(row) for row in table.rows))
        caption = [nodes.title(text_of(table.caption), "", *self.runs(table.caption))] if table.caption else []
        return nodes.table("", *caption, group)

    def described(self, each: Described) -> nodes.definition_list_item:
        """One entry of a list of descriptions."""
        term = nodes.term(text_of(each.term), "", *self.runs(each.term))
        return nodes.definition_list_item("", term, nodes.definition("", *self.blocks(each.blocks)))

    def row(self, row: tuple[Cell, ...]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", *self.blocks(cell.blocks)) for cell in row))

    def signature(self, block: Signature) -> list[nodes.Node]:
        more = (run for runs in (block.party, block.tail) if runs for run in (Text(" "), *runs))
        found: list[nodes.Node] = [self.paragraph((*block.lead, *more), NOWHERE)]
        for signer in block.signers:
            found += [nodes.paragraph("", f"{line.label} ", *self.runs(line.runs)) for line in signer.lines]
        return found

    # ---- runs

    def runs(self, runs: tuple[Run, ...]) -> list[nodes.Node]:
        """The nodes of a line."""
        return [node for run in together(runs) for node in self.run(run)]

    def run(self, run: Run) -> list[nodes.Node]:
        match run:
            case Styled():
                return [_STYLED.get(run.style, nodes.inline)(text_of(run.runs), "", *self.runs(run.runs))]
            case Link():
                return [nodes.reference("", "", *self.runs(run.runs), refuri=safe_url(run.url))]
            case LineBreak():
                return [nodes.Text("\n")]
            case Definition():
                return [nodes.strong(run.text, run.text)]
            case Item():
                return [nodes.inline(run.marker, run.marker, ids=[run.anchor])]
            case Reference():
                return self.reference(run)
            case Foreign():
                return self.foreign(run)
            case Text() | Value() | Blank() | TermUse() | Broken() | Passage() | Slot():
                return [nodes.Text(text_of((run,)))]
            case _:
                assert_never(run)

    def reference(self, run: Reference) -> list[nodes.Node]:
        if run.words and isinstance(run.parts[0], Cited):
            return [nodes.reference("", "", *self.runs(run.words), refid=run.parts[0].anchor, internal=True)]
        return [
            nodes.reference("", part.text, refid=part.anchor, internal=True)
            if isinstance(part, Cited)
            else nodes.Text(part.text)
            for part in run.parts
        ]
