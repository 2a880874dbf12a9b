"""Signature blocks: who signs beside the lines to sign on; several who sign stand below, two and two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from whereas.agreement.model import Signature, SignatureLine, Signatures, Signer
from whereas.word.frame import KEEP, Frame
from whereas.word.lines import BOLD, LineWriter
from whereas.word.tables import AFTER, cell, grid, row
from whereas.word.xml import Properties, element, paragraph, text_runs

#: The column of what a line is for, that between two columns, and how high a line is: twentieths of a point.
_LABEL, _GAP, _HEIGHT = 1190, 480, 440
_RULE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
_LOW = element("vAlign", val="bottom")


def signatures(block: Signatures, lines: LineWriter, frame: Frame) -> str:
    """The blocks, all on one page if they fit on one, none of them ever split."""
    last = len(block.blocks) - 1
    if last and all(len(each.signers) == 1 for each in block.blocks):
        pairs = list(zip_longest(block.blocks[::2], block.blocks[1::2]))
        return "".join(
            [_beside_each_other(each, lines, frame, 2 * index + 1 < last) for index, each in enumerate(pairs)]
        )
    return "".join([_signature(each, lines, frame, index < last) for index, each in enumerate(block.blocks)])


def _beside_each_other(
    pair: tuple[Signature | None, Signature | None], writer: LineWriter, frame: Frame, goes_on: bool
) -> str:
    """Two parties, of which each has one to sign; beside the last of an odd number there is nobody."""
    width = frame.width - frame.left
    half = (width - _GAP) // 2
    widths = [_LABEL, half - _LABEL, _GAP, _LABEL, width - half - _GAP - _LABEL]
    span = element("gridSpan", val=2)
    left, right = (cell(half, _lead(each, writer) if each else "", span, keep=True) for each in pair)
    one, other = (each.signers[0] if each else None for each in pair)
    rows = [row([left, cell(_GAP, "", keep=True), right]), *_pair((one, other), widths, writer, goes_on)]
    return grid(widths, rows, frame.left, "SignatureTable", "0400") + (_KEPT_AFTER if goes_on else AFTER)


def _lead(block: Signature, lines: LineWriter) -> str:
    """The words above the lines, or beside them."""
    return "".join(
        paragraph(lines.runs(runs, own), _text("SignatureText"))
        for runs, own in ((block.lead, {}), (block.party, BOLD), (block.tail, {}))
        if runs
    )


def _signature(block: Signature, lines: LineWriter, frame: Frame, goes_on: bool) -> str:
    width = frame.width - frame.left
    half = (width - _GAP) // 2
    lead = _lead(block, lines)
    if len(block.signers) == 1:
        widths = [half, _GAP, _LABEL, width - half - _GAP - _LABEL]
        rows = _beside(lead, block.signers[0].lines, widths, lines, goes_on)
    else:
        widths = [_LABEL, half - _LABEL, _GAP, _LABEL, width - half - _GAP - _LABEL]
        rows = [row([cell(width, lead, element("gridSpan", val=len(widths)))])]
        pairs = list(zip_longest(block.signers[::2], block.signers[1::2]))
        for index, pair in enumerate(pairs):
            rows += _pair(pair, widths, lines, goes_on or index + 1 < len(pairs))
    return grid(widths, rows, frame.left, "SignatureTable", "0400") + (_KEPT_AFTER if goes_on else AFTER)


_KEPT_AFTER = paragraph("", {"pStyle": element("pStyle", val="TableEnd"), **KEEP})


def _beside(
    lead: str, lines: Sequence[SignatureLine], widths: list[int], writer: LineWriter, goes_on: bool
) -> list[str]:
    """One who signs, beside the words."""
    rows = []
    for index, line in enumerate(lines):
        keep = goes_on or index + 1 < len(lines)
        merge = element("vMerge", val="restart") if index == 0 else element("vMerge")
        first = cell(widths[0], lead if index == 0 else "", merge, keep)
        rows.append(
            row([first, cell(widths[1], "", keep=keep), *_line(line, widths[2:], writer, keep)], height=_HEIGHT)
        )
    return rows or [row([cell(widths[0], lead), *(cell(width, "") for width in widths[1:])])]


def _pair(pair: tuple[Signer | None, Signer | None], widths: list[int], writer: LineWriter, goes_on: bool) -> list[str]:
    """Two who sign, side by side."""
    left, right = (signer.lines if signer else () for signer in pair)
    rows = []
    for index, (one, other) in enumerate(zip_longest(left, right)):
        keep = goes_on or index + 1 < max(len(left), len(right))
        cells = [
            *_line(one, widths[:2], writer, keep),
            cell(widths[2], "", keep=keep),
            *_line(other, widths[3:], writer, keep),
        ]
        rows.append(row(cells, height=_HEIGHT))
    gap = cell(sum(widths), "", element("gridSpan", val=len(widths)), keep=True)
    return [*rows, row([gap])] if goes_on else rows


def _line(line: SignatureLine | None, widths: list[int], writer: LineWriter, keep: bool) -> list[str]:
    if line is None:
        return [cell(width, "", keep=keep) for width in widths]
    label = paragraph(text_runs(line.label), _text("SignatureLabel", keep))
    return [
        cell(widths[0], label, _LOW),
        cell(widths[1], paragraph(writer.runs(line.runs), _text("SignatureText", keep)), _RULE + _LOW),
    ]


def _text(style: str, keep: bool = True) -> Properties:
    own = {"pStyle": element("pStyle", val=style)}
    return {**own, **KEEP} if keep else own
