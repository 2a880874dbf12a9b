"""LaTeX from agreement data, in the macros of `legalagreement.sty`. Every label is text, none a LaTeX counter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import assert_never

from whereas.agreement.calls import is_call
from whereas.agreement.key_terms import as_table
from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
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
from whereas.agreement.runs import Broken, Foreign
from whereas.library.finding import Place
from whereas.render.columns import column_shares
from whereas.render.latex_lines import LatexLines, Piece
from whereas.render.tex import escape


def source_mark(place: Place) -> str:
    """A comment that says which source the lines below it come from; what TeX has to say of them is told there."""
    return f"%@ {place}\n" if place.file and str(place).isprintable() else ""


def _before_table(blocks: tuple[Block, ...]) -> str:
    """What keeps the words that introduce a table with it: a table goes to the next page where few rows have room."""
    match blocks:
        case (Paragraph(), Table(), *_):
            return "\\LegalTableNext\n"
        case _:
            return ""


@dataclass(frozen=True)
class LatexRenderer(LatexLines):
    """Renders blocks; `anchor` makes a page's anchor one of the whole PDF, `mark` gives what is said of a source."""

    mark: Callable[[Place], str] = source_mark

    def section(self, blocks: tuple[Block, ...], tail: bool = False) -> Iterator[Piece]:
        """The LaTeX of a section's blocks; with `tail`, its last provision stays with the section that follows."""
        for index, block in enumerate(blocks):
            last = tail and index == len(blocks) - 1
            match block:
                case Provisions() if last:
                    yield from self.provisions(block, "\\LegalKeepNext\n")
                case Paragraph() if not index and is_call(block):
                    yield self.mark(block.place)
                    yield "\\LegalCalled{"
                    yield from self.runs(block.runs)
                    yield "}\n"
                case Provisions() | Table() | KeyTerms() | TermIndex() | Signatures():
                    yield from self.block(block)
                case _:
                    # below the heading, where its title begins
                    yield "\\LegalKeepNext\n" if last else ""
                    yield _before_table(blocks[index:])
                    yield "\\begin{legaltext}\n"
                    yield from self.block(block)
                    yield "\\end{legaltext}\n"
            yield from self._keep(blocks, index)

    def blocks(self, blocks: tuple[Block, ...], following: Block | None = None) -> Iterator[Piece]:
        """The LaTeX of blocks, piece by piece, without that of the block `following` them."""
        for index, block in enumerate(blocks):
            yield from self.block(block)
            yield from self._keep((*blocks, *([following] if following else [])), index)

    def _keep(self, blocks: tuple[Block, ...], index: int) -> Iterator[Piece]:
        """A paragraph that introduces what follows stays with it."""
        match blocks[index : index + 2]:
            case (Paragraph(), Provisions() | Bullets() | Definitions() | Note() | Descriptions() | Signatures()):
                yield "\\LegalKeep\n"

    def block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Paragraph():
                yield self.mark(block.place)
                yield from self.runs(block.runs)
                yield "\\par\n"
            case Provisions():
                yield from self.provisions(block)
            case Bullets():
                yield "\\begin{legalbullets}\n"
                for index, each in enumerate(block.items, start=1):
                    yield "\\LegalLast\n" if 1 < index == len(block.items) else ""
                    yield "\\item "
                    yield from self.blocks(each)
                yield "\\end{legalbullets}\n"
            case Table():
                yield from self.table(block)
            case Definitions(table=True):
                yield from self.definitions_table(block)
            case Definitions():
                for entry in block.entries:
                    yield from self.defined(entry)
            case TermIndex():
                yield from self.term_index(block)
            case KeyTerms():
                yield from self.particulars(as_table(block, origins=False))
            case Quote():
                yield "\\begin{quote}\n"
                yield from self.blocks(block.blocks)
                yield "\\end{quote}\n"
            case Note():
                yield "\\begin{legalnote}{"
                yield from self.runs(block.title)
                yield "}\n"
                yield from self.blocks(block.blocks)
                yield "\\end{legalnote}\n"
            case Descriptions():
                for described in block.items:
                    yield "\\begin{legaldescribed}{"
                    yield from self.runs(described.term)
                    yield "}\n"
                    yield from self.blocks(described.blocks)
                    yield "\\end{legaldescribed}\n"
            case Signatures():
                pairs = len(block.blocks) > 1 and all(len(each.signers) == 1 for each in block.blocks)
                yield f"\\begin{{legalsignatures}}{'[2]' if pairs else ''}\n"
                for index, signature in enumerate(block.blocks, start=1):
                    # the last one does not go to a page of its own
                    yield "\\nobreak\n" if 1 < index == len(block.blocks) else ""
                    yield from self.signature(signature)
                yield "\\end{legalsignatures}\n"
            case Foreign():
                yield block
            case Broken():
                yield f"\\LegalBroken{{{escape(block.text)}}}\\par\n"
            case _:
                assert_never(block)

    def provisions(self, block: Provisions, before_last: str = "", bound: bool = False) -> Iterator[Piece]:
        """The LaTeX of a list. The last item stays with that before it and, with `bound`, with what follows."""
        count = len(block.items)
        for index, item in enumerate(block.items, start=1):
            yield before_last if index == count else ""
            yield from self.provision(item, bound if index == count else index == count - 1)

    def provision(self, item: Provision, bound: bool = False) -> Iterator[Piece]:
        yield _before_table(item.blocks)
        yield self.mark(item.place)
        yield f"\\begin{{legalpara}}{{{item.level}}}{{{escape(item.marker)}}}{{{self.anchor(item.anchor)}}}\n"
        match item.blocks:
            case (*before, Provisions() as last) if bound:
                yield from self.blocks(tuple(before), last)
                yield from self.provisions(last, bound=True)
            case blocks:
                yield from self.blocks(blocks)
        yield "\\LegalBound\n" if bound else ""
        yield "\\end{legalpara}\n"

    def defined(self, entry: Defined) -> Iterator[Piece]:
        yield self.mark(entry.place)
        yield f"\\begin{{legaldefinition}}{{{self.anchor(entry.anchor)}}}\n"
        yield from self.blocks(entry.blocks)
        yield "\\end{legaldefinition}\n"

    def definitions_table(self, block: Definitions) -> Iterator[Piece]:
        """The terms beside their meanings."""
        yield "\\begin{legaltable}{2}{L{0.2800}L{0.7200}}\n\\LegalTablePlain\n"
        for index, entry in enumerate(block.entries):
            yield "\\LegalTableLine\n" if index else ""
            yield f"\\relax \\LegalAnchor{{{self.anchor(entry.anchor)}}}"
            match entry.blocks:
                case (Paragraph(runs=runs), Paragraph(runs=meaning)):
                    yield from self.runs(runs)
                    yield " & "
                    yield from self.runs(meaning)
                case (Paragraph(runs=runs), *rest):
                    yield from self.runs(runs)
                    yield " & "
                    yield from self.blocks(tuple(rest))
            yield " \\tabularnewline\n"
        yield "\\end{legaltable}\n"

    def term_index(self, index: TermIndex) -> Iterator[Piece]:
        """The index of terms, with the page of each definition."""
        yield "\\begin{legaltable}{4}{L{0.3600}L{0.2000}L{0.0900}L{0.3500}}\n"
        heads = [f"\\relax \\LegalTableHead {escape(head)}" for head in index.heads]
        heads[2] = (
            f"\\relax \\LegalTableHead \\LegalArtifact{{{escape(index.heads[2])}}}"  # a page is no part of the text
        )
        yield " & ".join(heads)
        yield " \\tabularnewline\n\\LegalTableFirst\n"
        yield " & ".join(f"\\relax \\LegalTableHead \\LegalArtifact{{{escape(head)}}}" for head in index.heads)
        yield " \\tabularnewline\n\\LegalTableBody\n"
        for number, (term, home, anchor, uses) in enumerate(index.rows):
            yield "\\LegalTableLine\n" if number else ""
            yield "\\relax "
            yield from self.runs(term)
            yield " & "
            yield from self.runs(home)
            yield f" & \\LegalArtifact{{\\pageref{{{self.anchor(anchor)}}}}} & "
            yield from self.runs(uses)
            yield " \\tabularnewline\n"
        yield "\\end{legaltable}\n"

    def particulars(self, table: Table) -> Iterator[Piece]:
        """A sheet of facts; a clause to which some belong stands above them, over all columns."""

        def row(cells: tuple[Cell, ...]) -> Iterator[Piece]:
            match cells:
                case (Cell(blocks=(Paragraph(runs=runs),)), *others) if not any(cell.blocks for cell in others):
                    yield f"\\LegalGroup{{{len(cells)}}}{{"
                    yield from self.runs(runs)
                    yield "}\n"
                case _:
                    yield from self.row(cells, "")

        yield from self.table(table, "legalparticulars", row)

    def table(
        self,
        table: Table,
        environment: str = "legaltable",
        write: Callable[[tuple[Cell, ...]], Iterator[Piece]] | None = None,
    ) -> Iterator[Piece]:
        """A table; `write` writes a row of its body."""
        if table.caption:
            yield "\\LegalCaption{"
            yield from self.runs(table.caption)
            yield "}\n"
        columns = "".join(f"L{{{width:.4f}}}" for width in column_shares(table))
        yield f"\\begin{{{environment}}}{{{len(table.widths)}}}{{{columns}}}\n"
        for row in table.head:
            yield from self.row(row, "\\LegalTableHead ")
        yield "\\LegalTableFirst\n" if table.head else "\\LegalTablePlain\n"
        for row in table.head:  # once more, at the head of each further page
            yield from self.row(row, "\\LegalTableHead ", again=True)
        yield "\\LegalTableBody\n" if table.head else ""
        for index, row in enumerate(table.rows):
            yield "" if not index else "\\LegalTableLine\n" if index + 1 < len(table.rows) else "\\LegalTableLast\n"
            yield from write(row) if write else self.row(row, "", stubs=table.stubs)
        yield f"\\end{{{environment}}}\n"

    def row(self, row: tuple[Cell, ...], lead: str, again: bool = False, stubs: int = 0) -> Iterator[Piece]:
        commands = {"center": "\\centering ", "right": "\\raggedleft "}
        for index, cell in enumerate(row):
            # \relax, because the end of the row above looks for a star or a bracket
            yield (" & " if index else "\\relax ") + commands.get(cell.align, "") + lead
            yield "\\bfseries " if index < stubs else ""
            yield "\\LegalAgain{" if again else ""
            match cell.blocks:
                case (Paragraph(runs=runs),):
                    yield from self.runs(runs)
                case blocks:
                    yield "\\LegalCellTop " if blocks and not isinstance(blocks[0], Paragraph) else ""
                    yield from self.blocks(blocks)
                    yield "\\LegalCellEnd" if blocks else ""
            yield "}" if again else ""
        yield " \\tabularnewline\n"

    def signature(self, block: Signature) -> Iterator[Piece]:
        yield f"\\begin{{legalsignature}}{{{len(block.signers)}}}"
        for runs in (block.lead, block.party, block.tail):
            yield "{"
            yield from self.runs(runs)
            yield "}"
        yield "\n"
        for signer in block.signers:
            yield "\\begin{legalsigner}\n"
            for line in signer.lines:
                yield f"\\SigLine{{{escape(line.label)}}}{{"
                yield from self.runs(line.runs)
                yield "}\n"
            yield "\\end{legalsigner}\n"
        yield "\\end{legalsignature}\n"
