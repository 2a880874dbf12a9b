"""One agreement as a Word file: its parts, written and packed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from whereas.agreement.model import Agreement, Section
from whereas.agreement.runs import Foreign, Reference
from whereas.agreement.styles import Style
from whereas.agreement.walk import (
    all_blocks,
    run_in_heading,
    text_of,
    walk_lines,
    walk_provisions,
    walk_runs,
    walk_sections,
)
from whereas.paper.sheet import Sheet
from whereas.word import properties
from whereas.word.body import BodyWriter
from whereas.word.counting import count_labels
from whereas.word.cover import cover, head, listed
from whereas.word.foreign import ForeignWriter, Nodes
from whereas.word.frames import Frames, frames
from whereas.word.house import NO_HOUSE, House
from whereas.word.house_styles import as_the_house_has, house_defaults
from whereas.word.lines import LineWriter
from whereas.word.lists import numbering
from whereas.word.look import all_styles, defaults
from whereas.word.origin import origin
from whereas.word.package import packed, relationships
from whereas.word.page import section_properties
from whereas.word.parts import Parts, Relationship
from whereas.word.sections import SectionWriter
from whereas.word.theme import theme
from whereas.word.xml import HEAD, NAMESPACES, PICTURE_NAMESPACES, element

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@dataclass(frozen=True)
class Written:
    """A file, and the citations in it that Word cannot work out: they are words, right as they stand."""

    content: bytes
    written: tuple[str, ...]
    typed: tuple[str, ...]


def render_word(sheet: Sheet, style: Style, nodes: Nodes, house: House = NO_HOUSE, logo: Path | None = None) -> Written:
    """The Word file of a sheet's agreement; `nodes` finds what is no contract text, `house` says how it looks."""
    agreement = sheet.agreement
    parts = Parts(
        sheet, count_labels(agreement, style), house, logo, _titles(agreement), _titled(agreement), _noted(agreement)
    )
    foreign = ForeignWriter(parts, nodes)
    lines = LineWriter(parts, foreign.inline)
    body = BodyWriter(parts, lines, foreign.block)
    sections = SectionWriter(body, _title(lines, foreign, nodes))
    around = frames(parts)
    front = head(parts) if sheet.is_short else cover(parts, around.references["cover"])
    text = front + listed(parts) + sections.agreement(agreement)
    last = section_properties(
        parts.page,
        around.references["text"],
        "" if sheet.is_short else "nextPage",
        lines=sheet.review,
        first=sheet.is_short,
    )
    document = f"<w:document {NAMESPACES} {PICTURE_NAMESPACES}><w:body>{text}{last}</w:body></w:document>"
    typed = tuple(each.marker for each in parts.numbers.labels.values() if each.num is None and not each.is_run_in)
    return Written(packed(_files(document, parts, around)), tuple(parts.written), typed)


def _title(lines: LineWriter, foreign: ForeignWriter, nodes: Nodes) -> Callable[[Section], str]:
    """What writes the words of a heading; one with a footnote or formula in it is taken from its page."""

    def title(section: Section) -> str:
        if _has_foreign(section):
            return foreign.inlines(nodes.heading(section.anchor), {})
        return lines.runs(section.title)

    return title


def _titles(agreement: Agreement) -> dict[str, str]:
    """The titles by which something can be cited."""
    found = {section.anchor: text_of(section.title) for section in walk_sections(agreement.sections)}
    return found | {each.anchor: run_in_heading(each) for each in walk_provisions(all_blocks(agreement))}


def _titled(agreement: Agreement) -> frozenset[str]:
    """The anchors of what is cited by its title."""
    lines = (line for block in all_blocks(agreement) for line in walk_lines(block))
    cites = (run for line in lines for run in walk_runs(line) if isinstance(run, Reference))
    return frozenset(
        part.anchor for run in cites if run.form == "clause-title" for part in run.parts if hasattr(part, "anchor")
    )


def _noted(agreement: Agreement) -> frozenset[str]:
    """The anchors of headings with a footnote or formula."""
    return frozenset(each.anchor for each in walk_sections(agreement.sections) if _has_foreign(each))


def _has_foreign(section: Section) -> bool:
    return any(isinstance(run, Foreign) for run in walk_runs(section.title))


def _files(document: str, parts: Parts, around: Frames) -> dict[str, bytes]:
    """All parts by name."""
    sheet = parts.sheet
    inner = [
        Relationship("rId1", "styles", "styles.xml"),
        Relationship("rId2", "settings", "settings.xml"),
        Relationship("rId3", "numbering", "numbering.xml"),
        Relationship("rId4", "fontTable", "fontTable.xml"),
        *([Relationship("rId5", "footnotes", "footnotes.xml")] if parts.footnotes else []),
        Relationship("rId6", "theme", "theme/theme1.xml"),
        Relationship("rId7", "customXml", "../customXml/item1.xml"),
        *around.relations,
        *parts.relationships,
    ]
    outer = [
        Relationship("rId1", "officeDocument", "word/document.xml").xml(),
        f'<Relationship Id="rId2" Type="{_PACKAGE}" Target="docProps/core.xml"/>',
        Relationship("rId3", "extended-properties", "docProps/app.xml").xml(),
        Relationship("rId4", "custom-properties", "docProps/custom.xml").xml(),
    ]
    styles = "".join(style.xml() for style in as_the_house_has(all_styles(parts), parts.house))
    language = element("lang", val=sheet.agreement.locale.replace("_", "-"))
    default = house_defaults(parts.house, language) if parts.house.styles else defaults(parts)
    files = {
        "_rels/.rels": relationships(outer),
        "word/document.xml": f"{HEAD}{document}",
        "word/_rels/document.xml.rels": relationships([each.xml() for each in inner]),
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}>{default}{styles}</w:styles>",
        "word/settings.xml": properties.settings(bool(parts.footnotes), around.has_even),
        "word/numbering.xml": numbering(parts),
        "word/fontTable.xml": properties.typefaces(sheet),
        "word/theme/theme1.xml": theme(sheet.identity),
        "docProps/core.xml": properties.core(sheet),
        "docProps/app.xml": properties.app(sheet),
        "docProps/custom.xml": properties.custom(sheet),
        **origin(parts),
    }
    if parts.footnotes:
        files["word/footnotes.xml"] = (
            f"{HEAD}<w:footnotes {NAMESPACES} {PICTURE_NAMESPACES}>{''.join((*_MARKS, *parts.footnotes))}</w:footnotes>"
        )
    written = {name: text.encode() for name, text in files.items()}
    if parts.house.theme:
        written["word/theme/theme1.xml"] = parts.house.theme
    return written | around.files | {f"word/media/{name}": data for name, data in parts.media.items()}


#: What stands above footnotes; Word asks for both.
_MARKS = tuple(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
