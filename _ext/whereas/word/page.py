"""The pages of a Word file: paper and margins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.paper.sheet import Sheet
from whereas.word.xml import element

#: Width and height of papers, in twentieths of a point.
_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
_MM = 1440 / 25.4
_UNITS = {"mm": _MM, "cm": _MM * 10, "in": 1440.0, "pt": 20.0}
#: Where notes are written on a copy to mark up.
_NOTES = round(58 * _MM)


@dataclass(frozen=True)
class Page:
    """Paper and margins, in twentieths of a point."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    header: int = round(13 * _MM)
    footer: int = round(10 * _MM)
    gutter: int = 0

    @property
    def text(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right - self.gutter


def page_of(sheet: Sheet, house: Page | None) -> Page:
    """The page of a document: as the house has it, else as its settings say; a copy to mark up has room for notes."""
    if house:
        return replace(house, right=max(house.right, _NOTES)) if sheet.review else house
    width, height = _PAPERS[sheet.paper]
    top, bottom = (22, 21) if sheet.is_short else (28, 27) if sheet.paper == "a4" else (26, 25)
    left, right = _sides(sheet)
    return Page(width, height, left, right, round(top * _MM), round(bottom * _MM))


def _sides(sheet: Sheet) -> tuple[int, int]:
    if sheet.review:
        return round(24 * _MM), _NOTES
    if margin := sheet.identity.margin:
        own = round(float(margin[:-2]) * _UNITS[margin[-2:]])
        return own, own
    own = round((22 if sheet.is_short else 29) * _MM)
    return own, own


def section_properties(page: Page, references: str, kind: str = "", lines: bool = False, first: bool = False) -> str:
    """A section: its headers and footers, paper, margins; `lines` are numbered on each page.

    With `first`, the first page has a header and footer of its own.
    """
    size: dict[str, int | str] = {"w": page.width, "h": page.height}
    if page.width > page.height:
        size["orient"] = "landscape"
    margins = {name: getattr(page, name) for name in ("top", "right", "bottom", "left", "header", "footer", "gutter")}
    children = (
        references,
        element("type", val=kind) if kind else "",
        element("pgSz", **size),
        element("pgMar", **margins),
        element("lnNumType", countBy=1, restart="newPage") if lines else "",
        "<w:titlePg/>" if first else "",
    )
    return f"<w:sectPr>{''.join(children)}</w:sectPr>"
