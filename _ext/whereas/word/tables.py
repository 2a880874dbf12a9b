"""Tables of Word: rows that do not split, heads repeated on each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from whereas.agreement.model import Block, Cell, Definitions, Paragraph, Table, TermIndex
from whereas.render.columns import column_shares
from whereas.word.frame import KEEP, Frame
from whereas.word.lines import BOLD, LineWriter
from whereas.word.parts import Parts
from whereas.word.xml import Properties, element, field, paragraph, run, text_runs

#: How much of a cell is left free at both sides together, in twentieths of a point.
PADDING = 130
_ALIGN = {"center": "center", "right": "right"}
#: A table needs a paragraph after it, which would else run into the next one.
AFTER = paragraph("", {"pStyle": element("pStyle", val="TableEnd")})


class WritesBlocks(Protocol):
    """What writes the blocks of cells, and the lines in them."""

    parts: Parts
    lines: LineWriter

    def blocks(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """Blocks one below the other."""
        ...


def grid(
    widths: Sequence[int], rows: Sequence[str], left: int, style: str = "AgreementTable", look: str = "0420"
) -> str:
    """A table of rows that are written already, with widths in twentieths of a point."""
    columns = "".join(element("gridCol", w=width) for width in widths)
    properties = (
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=left, type="dxa") if left else "",
        element("tblLayout", type="fixed"),
        element("tblLook", val=look),
    )
    return f"<w:tbl><w:tblPr>{''.join(properties)}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Sequence[str], heads: bool = False, height: int = 0) -> str:
    """A row of cells, which no page parts."""
    own = "<w:cantSplit/>" + (element("trHeight", val=height, hRule="atLeast") if height else "")
    return f"<w:tr><w:trPr>{own}{'<w:tblHeader/>' if heads else ''}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, content: str, properties: str = "", keep: bool = False) -> str:
    """A cell, which ends with a paragraph; an empty one may have to stay with the row that follows."""
    if not content or content.endswith("</w:tbl>"):
        content += paragraph("", {"pStyle": element("pStyle", val="TableText"), **(KEEP if keep else {})})
    return f"<w:tc><w:tcPr>{element('tcW', w=width, type='dxa')}{properties}</w:tcPr>{content}</w:tc>"


def table(block: Table, body: WritesBlocks, frame: Frame) -> str:
    """A table with its caption."""
    shares = column_shares(block)
    inner = frame.width - frame.left - len(shares) * PADDING
    widths = [round(inner * share) + PADDING for share in shares]
    caption = paragraph(body.lines.runs(block.caption), {"pStyle": element("pStyle", val="Caption"), **_in(frame)})
    rows = [
        *(row(_cells(each, widths, body, len(each), "TableHeading"), heads=True) for each in block.head),
        *(row(_cells(each, widths, body, block.stubs, "TableText")) for each in block.rows),
    ]
    look = "04A0" if block.stubs else "0420"
    return (
        (caption if block.caption else "") + grid(widths, rows, frame.left, look=look if block.head else "0400") + AFTER
    )


def particulars(block: Table, body: WritesBlocks, frame: Frame) -> str:
    """A sheet of facts, in close rows; a clause to which some belong stands above them, over all columns."""
    width = frame.width - frame.left
    widths = [round(width * share / sum(block.widths)) for share in block.widths]
    rows = [row(_cells(each, widths, body, 0, "TableHeading"), heads=True) for each in block.head]
    for cells in block.rows:
        match cells:
            case (Cell(blocks=(Paragraph(runs=runs),)), *others) if not any(other.blocks for other in others):
                above = paragraph(body.lines.runs(runs), {"pStyle": element("pStyle", val="Particulars"), **KEEP})
                rows.append(row([cell(sum(widths), above, element("gridSpan", val=len(widths)))]))
            case _:
                rows.append(row(_cells(cells, widths, body, 0, "Particulars")))
    return grid(widths, rows, frame.left, "ParticularsTable") + AFTER


def _in(frame: Frame) -> Properties:
    return {"ind": element("ind", left=frame.left)} if frame.left else {}


def _cells(cells: tuple[Cell, ...], widths: Sequence[int], body: WritesBlocks, stubs: int, style: str) -> list[str]:
    return [
        cell(width, _cell(each, width, body, index < stubs, style))
        for index, (each, width) in enumerate(zip(cells, widths, strict=False))
    ]


def _cell(each: Cell, width: int, body: WritesBlocks, bold: bool, style: str) -> str:
    inner = Frame(width - PADDING, style=style, outer=False)
    match each.blocks:
        case (Paragraph(runs=runs),):
            own: dict[str, str] = {"pStyle": element("pStyle", val=style)}
            if each.align in _ALIGN:
                own["jc"] = element("jc", val=_ALIGN[each.align])
            return paragraph(body.lines.runs(runs, BOLD if bold and style != "TableHeading" else {}), own)
    return body.blocks(each.blocks, inner)


def boxed(title: str, content: Callable[[Frame], str], frame: Frame) -> str:
    """Text under a title, between two rules."""
    width = frame.width - frame.left
    head = paragraph(title, {"pStyle": element("pStyle", val="NoteTitle"), **KEEP}) if title else ""
    inner = content(Frame(width - PADDING, outer=False))
    return grid([width], [f"<w:tr>{cell(width, head + inner)}</w:tr>"], frame.left, "NoteTable", "0400") + AFTER


def definitions_table(block: Definitions, body: WritesBlocks, frame: Frame) -> str:
    """The terms beside their meanings."""
    width = frame.width - frame.left
    widths = [round(width * 0.28), round(width * 0.72)]
    rows = []
    for entry in block.entries:
        match entry.blocks:
            case (Paragraph(runs=runs), *rest):
                term = body.parts.anchored(entry.anchor, body.lines.runs(runs))
                first = paragraph(term, {"pStyle": element("pStyle", val="TableText")})
                inner = Frame(widths[1] - PADDING, style="TableText", outer=False)
                rows.append(row([cell(widths[0], first), cell(widths[1], body.blocks(tuple(rest), inner))]))
    return grid(widths, rows, frame.left, look="0400") + AFTER


def term_index(index: TermIndex, body: WritesBlocks, frame: Frame) -> str:
    """The index of terms, with the page of each definition as a field."""
    width = frame.width - frame.left
    widths = [round(width * share) for share in (0.36, 0.20, 0.09, 0.35)]
    text: Properties = {"pStyle": element("pStyle", val="TableText")}
    heading: Properties = {"pStyle": element("pStyle", val="TableHeading")}
    heads = [cell(size, paragraph(text_runs(head), heading)) for size, head in zip(widths, index.heads, strict=True)]
    rows = [row(heads, heads=True)]
    for term, home, anchor, uses in index.rows:
        page = field(f"PAGEREF {body.parts.name(anchor)} \\h", run(""))
        said = [body.lines.runs(term), body.lines.runs(home), page, body.lines.runs(uses)]
        rows.append(row([cell(size, paragraph(each, text)) for size, each in zip(widths, said, strict=True)]))
    return grid(widths, rows, frame.left) + AFTER
