"""The text of an agreement as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from whereas.agreement.key_terms import as_table
from whereas.agreement.model import (
    Block,
    Bullets,
    Defined,
    Definitions,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.runs import Broken, Foreign, Run, Styled, Text
from whereas.agreement.walk import run_in_heading
from whereas.word.frame import KEEP, STEP, Frame
from whereas.word.labelled import Labelled
from whereas.word.lines import BOLD, LineWriter, styled
from whereas.word.parts import Parts
from whereas.word.signatures import signatures
from whereas.word.tables import boxed, definitions_table, particulars, table, term_index
from whereas.word.xml import NOTHING, Properties, element, paragraph, text_runs

#: Writes what is no contract text and stands by itself.
WriteForeign = Callable[[Foreign, Frame], str]


class BodyWriter:
    """Writes blocks; `foreign` writes what is no contract text, `lines` what stands in a line."""

    def __init__(self, parts: Parts, lines: LineWriter, foreign: WriteForeign) -> None:
        """Take the parts of the file and the writers of the rest."""
        self.parts, self.lines, self.foreign = parts, lines, foreign
        self.labelled = Labelled(parts)

    def blocks(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """Blocks one below the other; a paragraph that introduces what follows stays with it."""
        written = []
        for index, block in enumerate(blocks):
            leads = index + 1 < len(blocks) and _leads(block, blocks[index + 1])
            written.append(self.block(block, replace(frame, keep=frame.keep or leads)))
        return "".join(written)

    def kept_to_next(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """Blocks, the last provision of which stays with the section after it: nobody signs a page of its own."""
        match blocks:
            case (*before, Provisions(items=(*others, end))):
                first = self.provisions(tuple(others), frame) if others else ""
                return self.blocks(tuple(before), frame) + first + self.provision(end, frame.kept())
            case (*before, end):
                return self.blocks(tuple(before), frame) + self.block(end, frame.kept())
        return ""

    def block(self, block: Block, frame: Frame) -> str:
        match block:
            case Paragraph():
                return self.line(block.runs, frame)
            case Provisions():
                return self.provisions(block.items, frame)
            case Bullets():
                inner = frame.deeper(STEP // 2)
                return "".join([self.bullet(each, inner) for each in block.items])
            case Table():
                return table(block, self, frame)
            case Definitions(table=True):
                return definitions_table(block, self, frame)
            case Definitions():
                return "".join([self.defined(entry, frame) for entry in block.entries])
            case TermIndex():
                return term_index(block, self, frame)
            case KeyTerms():
                return particulars(as_table(block, origins=False), self, frame)
            case Quote():
                return self.blocks(block.blocks, replace(frame.deeper(STEP // 2), style=frame.style or "Quote"))
            case Note():
                title = self.lines.runs(block.title)
                return boxed(title, lambda inner: self.blocks(block.blocks, inner), frame)
            case Descriptions():
                return "".join(
                    [
                        self.line(each.term, frame.kept(), BOLD) + self.blocks(each.blocks, frame.deeper(STEP // 2))
                        for each in block.items
                    ]
                )
            case Signatures():
                return signatures(block, self.lines, frame)
            case Foreign():
                return self.foreign(block, frame)
            case Broken():
                return paragraph(text_runs(block.text, styled("Broken")), frame.plain())
            case _:
                assert_never(block)

    def line(self, runs: tuple[Run, ...], frame: Frame, properties: Properties = NOTHING) -> str:
        """A paragraph without a number."""
        return paragraph(self.lines.runs(runs, properties), frame.plain())

    def bullet(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """An item of a list without numbers: its first paragraph has the bullet."""
        own = {"ind": element("ind", left=frame.left, hanging=STEP // 2)} if frame.left != STEP // 2 else {}
        own = {"pStyle": element("pStyle", val="ListBullet"), **own} | (dict(KEEP) if len(blocks) > 1 else {})
        match blocks:
            case (Paragraph(runs=runs), *rest):
                return paragraph(self.lines.runs(runs), own) + self.blocks(tuple(rest), frame)
        return paragraph("", own) + self.blocks(blocks, frame)

    def provisions(self, items: tuple[Provision, ...], frame: Frame) -> str:
        """A list; the last item stays with the one before it, if that is short, and so never begins a page."""
        bound = len(items) - 2
        return "".join(
            [
                self.provision(item, frame.kept() if at == bound and len(item.blocks) == 1 else frame)
                for at, item in enumerate(items)
            ]
        )

    def provision(self, item: Provision, frame: Frame) -> str:
        """A provision: its first paragraph has the number, and what is deeper stands further in."""
        inner = replace(frame.provision(item.level), keep=frame.keep)
        label = self.parts.label(item.anchor)
        match item.blocks:
            case (Paragraph(runs=runs), *rest):
                content, others = self.titled(item, runs), tuple(rest)
            case others:
                content = ""
        content = self.parts.anchored(item.anchor, content)
        keeps = frame.keep or (bool(others) and (not item.blocks or _leads(item.blocks[0], others[0])))
        if label is None:
            own: Properties = replace(inner, keep=keeps).plain()
        else:
            own, content = self.labelled.paragraph(label, inner.left, content, keeps)
        return paragraph(content, own) + self.blocks(others, inner)

    def titled(self, item: Provision, runs: tuple[Run, ...]) -> str:
        """The line of a provision; a title that others cite is in a bookmark of its own."""
        if item.anchor in self.parts.titled and (title := run_in_heading(item)):
            match runs:
                case (Styled(runs=(Text(text=text),)), *rest):
                    own = self.parts.anchored(f"{item.anchor}:title", text_runs(title, BOLD))
                    return own + text_runs(text[len(title) :], BOLD) + self.lines.runs(tuple(rest))
        return self.lines.runs(runs)

    def defined(self, entry: Defined, frame: Frame) -> str:
        """A definition, in the style of those; its limbs stand further in."""
        inner = replace(frame, style="", outer=False, keep=False)
        own = inner.plain()
        if frame.left == STEP and not frame.style:
            own = {"pStyle": element("pStyle", val="Definition")}
        match entry.blocks:
            case (Paragraph(runs=runs), *rest):
                if rest and _leads(entry.blocks[0], rest[0]):
                    own |= KEEP
                content = self.parts.anchored(entry.anchor, self.lines.runs(runs))
                return paragraph(content, own) + self.blocks(tuple(rest), inner)
        return self.blocks(entry.blocks, inner)


def _leads(block: Block, following: Block) -> bool:
    """Whether a paragraph introduces what follows."""
    led = Provisions | Bullets | Definitions | Note | Descriptions | Signatures | Table
    return isinstance(block, Paragraph) and isinstance(following, led)
