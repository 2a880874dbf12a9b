"""The pages of a Word file: paper, margins, header and footer with their fields, watermark."""

from __future__ import annotations

from whereas.paper.sheet import Sheet
from whereas.word.xml import element

#: Width and height of papers, in twentieths of a point.
_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
_MM = 1440 / 25.4
_UNITS = {"mm": _MM, "cm": _MM * 10, "in": 1440.0, "pt": 20.0}


def sides(sheet: Sheet) -> tuple[int, int]:
    """The margins at the left and right; a copy to mark up has room for notes at the right."""
    if sheet.review:
        return round(24 * _MM), round(58 * _MM)
    if margin := sheet.identity.margin:
        own = round(float(margin[:-2]) * _UNITS[margin[-2:]])
        return own, own
    return round(31 * _MM), round(29 * _MM)


def text_width(sheet: Sheet) -> int:
    """The width between the margins."""
    return _PAPERS[sheet.paper][0] - sum(sides(sheet))


def section_properties(sheet: Sheet, references: str, kind: str = "", own: str = "") -> str:
    """A section: its headers and footers, paper, margins; `own` is what else it has."""
    width, height = _PAPERS[sheet.paper]
    left, right = sides(sheet)
    edge = round((34 if sheet.paper == "a4" else 31) * _MM)
    paper = element("pgSz", w=width, h=height)
    margins = element(
        "pgMar", top=edge, right=right, bottom=edge, left=left, header=round(15 * _MM), footer=round(12 * _MM), gutter=0
    )
    type_ = element("type", val=kind) if kind else ""
    return f"<w:sectPr>{references}{type_}{paper}{margins}{own}</w:sectPr>"
