"""XML as strings: text that says exactly what it says, and elements in the order that the schema asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape as _escape

from whereas.render.scripts import RIGHT_TO_LEFT, script_runs

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

SHAPE_NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
PICTURE_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
#: Of the part that tells where a file of ours comes from.
ORIGIN = "https://whereas.example.com/origin/1"

#: The children of w:pPr and w:rPr, in the order of ECMA-376 (17.3.1.26, 17.3.2.28).
_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr"),
)
_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
    *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em"),
    *("lang", "eastAsianLayout", "specVanish", "oMath"),
)

#: What XML cannot have at all, and what it could have and no reader would see as it is.
_UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
_SIGNS = re.compile("[\xad\u2011]")
_ELEMENTS = {"\xad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}

Properties = Mapping[str, str]
#: No properties at all.
NOTHING: Properties = {}


def escape(text: str) -> str:
    """Text as XML has it; a character that it cannot have is told by its number, as in PDFs."""
    return _escape(_UNFIT.sub(lambda found: f"[U+{ord(found[0]):04X}]", text), {'"': "&quot;"})


def element(name: str, /, **attributes: str | int) -> str:
    """An empty element of WordprocessingML: `element("jc", val="center")`."""
    said = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{said}/>"


def paragraph_properties(properties: Properties) -> str:
    """w:pPr of its children by name, in order; nothing where there are none."""
    return _ordered("pPr", properties, _PARAGRAPH)


def run_properties(properties: Properties) -> str:
    """w:rPr of its children by name, in order; nothing where there are none."""
    return _ordered("rPr", properties, _RUN)


def _ordered(name: str, properties: Properties, order: tuple[str, ...]) -> str:
    if not properties:
        return ""
    return f"<w:{name}>{''.join(properties[each] for each in order if each in properties)}</w:{name}>"


def text_runs(text: str, properties: Properties = NOTHING) -> str:
    """Runs that print a text: white space made plain, letters that are read from the right marked as such."""
    text = _SPACES.sub(" ", text)
    if text.isascii():
        return run(_said(text), properties) if text else ""
    found = []
    for script, piece in script_runs(text):
        own = {**properties, "rtl": "<w:rtl/>"} if script in RIGHT_TO_LEFT else properties
        found.append(run(_said(piece), own))
    return "".join(found)


def run(content: str, properties: Properties = NOTHING) -> str:
    """One run."""
    return f"<w:r>{run_properties(properties)}{content}</w:r>"


def _said(text: str) -> str:
    parts, at = [], 0
    for found in _SIGNS.finditer(text):
        parts += [_plain(text[at : found.start()]), _ELEMENTS[found[0]]]
        at = found.end()
    return "".join((*parts, _plain(text[at:])))


def _plain(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def paragraph(content: str, properties: Properties = NOTHING) -> str:
    """One paragraph."""
    return f"<w:p>{paragraph_properties(properties)}{content}</w:p>"


def field(code: str, result: str, properties: Properties = NOTHING) -> str:
    """A field with its result, runs that are printed until Word works it out anew."""
    marks = [run(f'<w:fldChar w:fldCharType="{kind}"/>', properties) for kind in ("begin", "separate", "end")]
    said = run(f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>', properties)
    return f"{marks[0]}{said}{marks[1]}{result}{marks[2]}"


def bookmark(number: int, name: str, content: str) -> str:
    """A bookmark around runs."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
