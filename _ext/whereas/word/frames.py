"""Headers and footers: ours, or those of the house, with our facts in their fields and what a draft must say."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from lxml import etree

from whereas.paper.sheet import Sheet
from whereas.word.archive import Element, W, parsed
from whereas.word.cover import cover_footer, cover_header, footer, header, unsigned, watermark
from whereas.word.house import Aside
from whereas.word.package import relationships
from whereas.word.parts import Parts, Relationship
from whereas.word.pictures import logo
from whereas.word.xml import HEAD, NAMESPACES, PICTURE_NAMESPACES, SHAPE_NAMESPACES

#: The parts: of the cover, else of the first page; of pages, of even pages if the house has those; and which of the
#: house's they are.
_SECTIONS = {"cover": ("first",), "text": ("default", "even")}
_ROOTS = {"header": "hdr", "footer": "ftr"}


@dataclass
class Frames:
    """The parts of headers and footers, what leads to them, and what gives each section its own."""

    files: dict[str, bytes] = field(default_factory=dict)
    relations: list[Relationship] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)  # by section
    has_even: bool = False


def frames(parts: Parts) -> Frames:
    """All of them."""
    made = Frames()
    for section, pages in _SECTIONS.items():
        said = []
        for kind in _ROOTS:
            for which in pages:
                house = parts.house.aside(kind, which)
                if which == "even" and house is None:
                    continue
                made.has_even = made.has_even or which == "even"
                number = len(made.relations)
                id, name = f"rId{11 + number}", f"{kind}{number + 1}.xml"
                made.relations.append(Relationship(id, kind, name))
                leads = which if which == "even" or (which == "first" and parts.sheet.is_short) else "default"
                said.append(f'<w:{kind}Reference w:type="{leads}" r:id="{id}"/>')
                files = _of_house(house, kind, parts.sheet, name) if house else _own(kind, section, parts, name)
                made.files.update(files)
        made.references[section] = "".join(said)
    if parts.sheet.is_short:
        made.references["text"] += made.references.pop("cover")
    return made


def _own(kind: str, section: str, parts: Parts, name: str) -> dict[str, bytes]:
    """A header or footer of ours; the logo stands at the head of the cover."""
    drawing, files = "", {}
    if kind == "header" and section == "cover" and (shown := logo(parts.sheet.identity, parts.logo)):
        drawing, target, data = shown
        leads = Relationship("rId1", "image", f"media/{target}")
        files = {f"word/media/{target}": data, f"word/_rels/{name}.rels": relationships([leads.xml()]).encode()}
    writers = {
        ("header", "cover"): lambda: cover_header(parts, drawing),
        ("footer", "cover"): lambda: footer(parts) if parts.sheet.is_short else cover_footer(parts),
        ("header", "text"): lambda: header(parts),
        ("footer", "text"): lambda: footer(parts),
    }
    root = _ROOTS[kind]
    spaces = f"{NAMESPACES} {SHAPE_NAMESPACES} {PICTURE_NAMESPACES}"
    content = f"{HEAD}<w:{root} {spaces}>{writers[kind, section]()}</w:{root}>"
    return {f"word/{name}": content.encode(), **files}


# ---- of the house ---------------------------------------------------------------------------------------------------


def _of_house(aside: Aside, kind: str, sheet: Sheet, name: str) -> dict[str, bytes]:
    """A header or footer of the house, its fields filled, with what a draft must say."""
    root = parsed(aside.content, name)
    _fill(root, sheet)
    if kind == "header" and (mark := watermark(sheet, int(re.sub(r"\D", "", name)))):
        first = root.find(f".//{W}p")
        if first is None:
            first = etree.SubElement(root, f"{W}p")
        first.append(_element(mark))
    if kind == "footer" and (line := unsigned(sheet)):
        root.append(_element(line))
    leads, files = [], {}
    for id, (ending, data) in sorted(aside.pictures.items()):
        target = f"{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        files[f"word/media/{target}"] = data
        leads.append(Relationship(id, "image", f"media/{target}").xml())
    leads += [Relationship(id, "hyperlink", to, outside=True).xml() for id, to in sorted(aside.addresses.items())]
    if leads:
        files[f"word/_rels/{name}.rels"] = relationships(leads).encode()
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return {f"word/{name}": written, **files}


def _element(xml: str) -> Element:
    """An element of ours in the tree of others."""
    return etree.fromstring(f"<x {NAMESPACES} {SHAPE_NAMESPACES}>{xml}</x>")[0]


def _fill(root: Element, sheet: Sheet) -> None:
    """Have the fields print what they will print: until Word works them out, they say what the house's file said."""
    code, shown = "", False
    text: str | None = ""
    for each in root.iter():
        name = str(each.tag).removeprefix(W)
        if name == "fldSimple" and (text := _fact(each.get(f"{W}instr", ""), sheet)) is not None:
            words = list(each.iter(f"{W}t"))
            for index, run in enumerate(words):
                run.text = "" if index else text
        elif name == "fldChar":
            kind = each.get(f"{W}fldCharType")
            code, shown = ("", False) if kind != "separate" else (code, True)
            text = _fact(code, sheet) if shown else None
        elif name == "instrText":
            code += each.text or ""
        elif name == "t" and shown and text is not None:
            each.text, text = text, ""


def _fact(code: str, sheet: Sheet) -> str | None:
    """What a field prints of the file's properties; None for others."""
    agreement = sheet.agreement
    known = {
        "TITLE": agreement.title,
        "SUBJECT": sheet.subject,
        "AUTHOR": sheet.author,
        "DOCPROPERTY TITLE": agreement.title,
        "DOCPROPERTY REFERENCE": agreement.reference,
        "DOCPROPERTY VERSION": agreement.version,
        "DOCPROPERTY STATUS": agreement.status,
        "DOCPROPERTY FINGERPRINT": sheet.fingerprint,
    }
    return known.get(" ".join(re.sub(r'\\.*|"', "", code).split()).upper())
