"""LaTeX from agreement data, in the macros of `legalagreement.sty`. Every label is text, none a LaTeX counter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sphinx.util.texescape import escape as tex_escape

from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Signature,
    Signatures,
    Table,
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
    Reference,
    Run,
    Styled,
    TermUse,
    Text,
    Value,
)

Piece = str | Foreign

_COMMANDS = {
    "strong": "textbf",
    "emphasis": "emph",
    "literal": "texttt",
    "subscript": "textsubscript",
    "superscript": "textsuperscript",
}


def escape(text: str) -> str:
    """Text that TeX prints exactly so; characters that would start a comment, a command or a ligature are disarmed."""
    escaped = tex_escape(text, "xelatex")
    return escaped.replace("\N{NO-BREAK SPACE}", "~").replace("\n", " ").replace("\N{SOFT HYPHEN}", r"\-")


@dataclass(frozen=True)
class LatexRenderer:
    """Renders blocks; `anchor` makes a page's anchor one of the whole PDF."""

    anchor: Callable[[str], str]

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Piece]:
        """The LaTeX of blocks, piece by piece."""
        for index, block in enumerate(blocks):
            if isinstance(block, Paragraph) and index + 1 < len(blocks) and isinstance(blocks[index + 1], Provisions):
                yield from self.block(block)
                yield "\\LegalKeep\n"
            else:
                yield from self.block(block)

    def block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Paragraph():
                yield from self.runs(block.runs)
                yield "\\par\n"
            case Provisions():
                for item in block.items:
                    yield from self.provision(item)
            case Bullets():
                yield "\\begin{legalbullets}\n"
                for each in block.items:
                    yield "\\item "
                    yield from self.blocks(each)
                yield "\\end{legalbullets}\n"
            case Table():
                yield from self.table(block)
            case Definitions():
                for entry in block.entries:
                    yield from self.defined(entry)
            case Quote():
                yield "\\begin{quote}\n"
                yield from self.blocks(block.blocks)
                yield "\\end{quote}\n"
            case Signatures():
                yield "\\begin{legalsignatures}\n"
                for signature in block.blocks:
                    yield from self.signature(signature)
                yield "\\end{legalsignatures}\n"
            case Foreign():
                yield block
            case Broken():
                yield f"\\LegalBroken{{{escape(block.text)}}}\\par\n"

    def provision(self, item: Provision) -> Iterator[Piece]:
        yield f"\\begin{{legalpara}}{{{item.level}}}{{{escape(item.marker)}}}{{{self.anchor(item.anchor)}}}\n"
        yield from self.blocks(item.blocks)
        yield "\\end{legalpara}\n"

    def defined(self, entry: Defined) -> Iterator[Piece]:
        yield f"\\begin{{legaldefinition}}{{{self.anchor(entry.anchor)}}}\n"
        yield from self.blocks(entry.blocks)
        yield "\\end{legaldefinition}\n"

    def table(self, table: Table) -> Iterator[Piece]:
        total = sum(table.widths) or 1
        columns = "".join(f"L{{{width / total:.4f}}}" for width in table.widths)
        yield f"\\begin{{legaltable}}{{{len(table.widths)}}}{{{columns}}}\n"
        for row in table.head:
            yield from self.row(row, "\\LegalTableHead ")
        if table.head:
            yield "\\LegalTableBody\n"
        for row in table.rows:
            yield from self.row(row, "")
        yield "\\end{legaltable}\n"

    def row(self, row: tuple[Cell, ...], lead: str) -> Iterator[Piece]:
        commands = {"center": "\\centering ", "right": "\\raggedleft "}
        for index, cell in enumerate(row):
            yield (" & " if index else "") + commands.get(cell.align, "") + lead
            match cell.blocks:
                case (Paragraph(runs=runs),):
                    yield from self.runs(runs)
                case blocks:
                    yield from self.blocks(blocks)
        yield " \\\\\n"

    def signature(self, block: Signature) -> Iterator[Piece]:
        yield "\\begin{legalsignature}{"
        yield from self.runs(block.lead)
        yield "}{"
        yield from self.runs(block.party)
        yield "}{}\n"
        for line in block.lines:
            yield f"\\SigLine{{{escape(line.label)}}}["
            if line.runs:
                yield "{"
                yield from self.runs(line.runs)
                yield "}"
            yield "]\n"
        yield "\\end{legalsignature}\n"

    # ---- runs

    def runs(self, runs: tuple[Run, ...]) -> Iterator[Piece]:
        """The LaTeX of a line."""
        for run in runs:
            yield from self.run(run)

    def run(self, run: Run) -> Iterator[Piece]:
        match run:
            case Text():
                yield escape(run.text)
            case Styled():
                yield f"\\{_COMMANDS[run.style]}{{" if run.style in _COMMANDS else "{"
                yield from self.runs(run.runs)
                yield "}"
            case Link():
                yield f"\\href{{{_url(run.url)}}}{{"
                yield from self.runs(run.runs)
                yield "}"
            case LineBreak():
                yield "\\newline "
            case Value():
                yield f"\\LegalValue{{{escape(run.text)}}}"
            case Blank():
                yield f"\\LegalBlank{{{escape(run.text)}}}"
            case TermUse():
                yield escape(run.text)
            case Definition():
                yield f"\\LegalTerm{{{escape(run.text)}}}"
            case Item():
                yield f"\\LegalItem{{{escape(run.marker)}}}{{{self.anchor(run.anchor)}}}"
            case Reference():
                yield from self.reference(run)
            case Foreign():
                yield run
            case Broken():
                yield f"\\LegalBroken{{{escape(run.text)}}}"

    def reference(self, run: Reference) -> Iterator[Piece]:
        if run.words and isinstance(run.parts[0], Cited):
            yield f"\\LegalRef{{{self.anchor(run.parts[0].anchor)}}}{{"
            yield from self.runs(run.words)
            yield "}"
            return
        for part in run.parts:
            if isinstance(part, Cited):
                yield f"\\LegalRef{{{self.anchor(part.anchor)}}}{{{escape(part.text)}}}"
            else:
                yield escape(part.text)


def _url(url: str) -> str:
    return url.translate({ord("%"): r"\%", ord("#"): r"\#", ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})
