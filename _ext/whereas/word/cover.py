"""Cover, contents, header and footer of a Word file; all that Word can know by itself is a field."""

from __future__ import annotations

from whereas.paper.sheet import Sheet, contents
from whereas.word.frame import STEP
from whereas.word.look import colour, size
from whereas.word.page import section_properties
from whereas.word.parts import Parts
from whereas.word.xml import Properties, element, escape, field, paragraph, run, text_runs

_TAB = run("<w:tab/>")
#: How far down a cover begins, and how much less with each party, so that it stands in the middle of its page; not all
#: programs centre a page.
_TOP, _FOR_EACH = 4200, 900
#: At which level of the contents each kind of section stands.
_LISTED = {"clause": 1, "subclause": 2, "schedule": 3, "part": 4}


def cover(parts: Parts, references: str) -> str:
    """The parties, the title, the date; the section ends with it, and `references` are its header and footer."""
    sheet = parts.sheet
    lines = []
    top = max(_TOP - _FOR_EACH * len(sheet.agreement.parties), 0)
    for index, (role, name) in enumerate(sheet.agreement.parties):
        if index:
            lines.append(_line("CoverText", sheet.words.joining))
        own = {"spacing": element("spacing", before=top, after=40)} if index == 0 else {}
        lines.append(paragraph(text_runs(name), {"pStyle": element("pStyle", val="CoverParty"), **own}))
        if role:
            lines.append(_line("CoverRole", role))
    accent = colour(sheet.identity, "accent")
    edges = "".join(element(side, val="single", sz=5, space=14, color=accent) for side in ("top", "bottom"))
    around = f"<w:pBdr>{edges}</w:pBdr>"
    aside = element("ind", left=1400, right=1400)
    spacing = element("spacing", before=900 if lines else _TOP, after=500)
    title = paragraph(
        text_runs(sheet.agreement.title),
        {"pStyle": element("pStyle", val="Title"), "pBdr": around, "spacing": spacing, "ind": aside},
    )
    lines.append(title)
    lines += _dated(sheet)
    section = section_properties(parts.page, references)
    last = paragraph("", {"pStyle": element("pStyle", val="CoverText"), "sectPr": section})
    return "".join((*lines, last))


def head(parts: Parts) -> str:
    """The title and the date at the head of the first page, where there is no cover."""
    sheet = parts.sheet
    own = {"pStyle": element("pStyle", val="Title"), "spacing": element("spacing", before=0, after=120)}
    title = paragraph(text_runs(sheet.agreement.title, size(18)), own)
    return "".join((title, *_dated(sheet)))


def _dated(sheet: Sheet) -> list[str]:
    """The date, and the line of the house."""
    lines = [_line("CoverRole", sheet.dated)] if sheet.dated else []
    return [*lines, _line("CoverText", sheet.identity.note)] if sheet.identity.note else lines


def _line(style: str, text: str) -> str:
    return paragraph(text_runs(text), {"pStyle": element("pStyle", val=style)})


def listed(parts: Parts) -> str:
    """The contents, written out: number, title and page of each entry are fields.

    A field of Word for all of it would be empty for who does not lay it out anew, before which Word asks. On which page
    something stands nobody knows before Word lays it out, and a guess would be wrong: until then the place is empty,
    without the dots that would lead to nothing.
    """
    sheet = parts.sheet
    lines = []
    edge = _tabs(parts, centre=False)
    for section, kind in contents(sheet):
        name, label = parts.name(section.anchor), parts.label(section.anchor)
        title = text_runs(parts.titles[section.anchor])
        said = title if section.anchor in parts.noted else field(f"REF {name} \\h", title)
        words = _TAB.join((said, field(f"PAGEREF {name} \\h", text_runs("\N{NO-BREAK SPACE}"))))
        gap = _TAB if _width(section.marker) < _COLUMNS[kind] else text_runs("\N{EM SPACE}")
        own = {"pStyle": element("pStyle", val=f"Toc{_LISTED[kind]}"), "tabs": edge}
        if section.marker:
            said = label.own if label and label.num else section.marker
            number = text_runs(said)
            after = text_runs(section.marker.removeprefix(said))
            words = (field(f"REF {name} \\n \\h", number) if label and label.num else number) + after + gap + words
        else:
            own["ind"] = element("ind", left=_UNNUMBERED[kind], hanging=0)
        lines.append(paragraph(words, own))
    if not lines:
        return ""
    end = paragraph(run('<w:br w:type="page"/>'), {"pStyle": element("pStyle", val="BodyText")})
    return "".join((_line("TOCHeading", sheet.words.contents), *lines, end))


#: How wide numbers may be in the contents, in points, before titles have to begin further on.
_COLUMNS = {"clause": 32, "subclause": 62, "schedule": 68, "part": 36}


def _width(label: str) -> float:
    """About how wide a label is, in points."""
    return sum(3.2 if char in " .,:;()ijlrtfI1" else 7.6 if char.isupper() else 5.7 for char in label)


#: Where entries without a number stand.
_UNNUMBERED = {"clause": 0, "subclause": STEP, "schedule": 0, "part": 1474}


# ---- header and footer ----------------------------------------------------------------------------------------------


def _rule(sheet: Sheet, side: str, name: str, width: int) -> str:
    return f"<w:pBdr>{element(side, val='single', sz=width, space=4, color=colour(sheet.identity, name))}</w:pBdr>"


def _tabs(parts: Parts, *, centre: bool) -> str:
    width = parts.page.text
    middle = element("tab", val="center", pos=width // 2) if centre else ""
    return f"<w:tabs>{middle}{element('tab', val='right', pos=width)}</w:tabs>"


def header(parts: Parts) -> str:
    """The head of every page but the cover: title and reference."""
    sheet = parts.sheet
    own = {
        "pStyle": element("pStyle", val="Header"),
        "pBdr": _rule(sheet, "bottom", "rule", 4),
        "tabs": _tabs(parts, centre=False),
    }
    words = field("TITLE", text_runs(sheet.agreement.title))
    if sheet.agreement.reference:
        words += _TAB + property_field("Reference", sheet.agreement.reference)
    return paragraph(words + watermark(sheet, 1), own)


def footer(parts: Parts) -> str:
    """The foot of every page but the cover: state, fingerprint, page."""
    sheet = parts.sheet
    own = {
        "pStyle": element("pStyle", val="Footer"),
        "pBdr": _rule(sheet, "top", "rule", 4),
        "tabs": _tabs(parts, centre=True),
    }
    before, after = sheet.words.fingerprint.split("{fingerprint}")
    mark = text_runs(before) + property_field("Fingerprint", sheet.fingerprint) + text_runs(after)
    first = paragraph(text_runs(sheet.state) + _TAB + mark + _TAB + _page(sheet), own)
    others = (sheet.unsigned, sheet.identity.confidentiality)
    return first + "".join(_line("Footer", text) for text in others if text)


def _page(sheet: Sheet) -> str:
    """Which page of how many, in the words of the language."""
    fields = {"page": field("PAGE", text_runs("1")), "pages": field("NUMPAGES", text_runs("1"))}
    pieces = sheet.words.page.replace("{", "\0{").replace("}", "}\0").split("\0")
    return "".join(fields[each[1:-1]] if each[:1] == "{" else text_runs(each) for each in pieces)


def property_field(name: str, text: str) -> str:
    """What a property of the file says."""
    return field(f"DOCPROPERTY {name}", text_runs(text))


def cover_header(parts: Parts, logo: str = "") -> str:
    """The head of the cover: the house's sign, the reference, how confidential it is."""
    sheet = parts.sheet
    own = {
        "pStyle": element("pStyle", val="Header"),
        "pBdr": _rule(sheet, "bottom", "accent", 9),
        "tabs": _tabs(parts, centre=False),
    }
    words = text_runs(sheet.agreement.reference) + _TAB + text_runs(sheet.identity.confidentiality)
    above = paragraph(logo, {"pStyle": element("pStyle", val="Header")}) if logo else ""
    return above + paragraph(words + watermark(sheet, 2), own)


def cover_footer(parts: Parts) -> str:
    """The foot of the cover: that nobody should sign it, the firm, state and fingerprint."""
    sheet = parts.sheet
    centred = {"pStyle": element("pStyle", val="Footer"), "jc": element("jc", val="center")}
    before, after = sheet.words.fingerprint.split("{fingerprint}")
    mark = text_runs(before) + property_field("Fingerprint", sheet.fingerprint) + text_runs(after)
    own = {
        "pStyle": element("pStyle", val="Footer"),
        "pBdr": _rule(sheet, "top", "rule", 4),
        "tabs": _tabs(parts, centre=False),
    }
    above = [unsigned(sheet)] if sheet.unsigned else []
    above += [paragraph(text_runs(sheet.identity.firm), centred)] if sheet.identity.firm else []
    return "".join(above) + paragraph(text_runs(sheet.state) + _TAB + mark, own)


def unsigned(sheet: Sheet) -> str:
    """The line that nobody should sign it; nothing for what is final."""
    strong: Properties = {"b": "<w:b/>", "color": element("color", val="8F4E00")}
    centred = {"pStyle": element("pStyle", val="Footer"), "jc": element("jc", val="center")}
    return paragraph(text_runs(sheet.unsigned, strong), centred) if sheet.unsigned else ""


_SHAPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def watermark(sheet: Sheet, number: int) -> str:
    """What nobody should sign says so behind its text; `number` tells one header's from another's."""
    if not sheet.watermark:
        return ""
    width = min(62 * len(sheet.watermark), 470)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:74pt;rotation:306;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    shape = (
        f'<v:shape id="Watermark{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" style="{style}" '
        'o:allowincell="f" fillcolor="#f2f2f2" stroked="f"><v:textpath style="font-family:&quot;Cambria&quot;;'
        f'font-size:1pt;font-weight:bold" string="{escape(sheet.watermark)}"/></v:shape>'
    )
    return run(f"<w:pict>{_SHAPE if number else ''}{shape}</w:pict>", {"noProof": "<w:noProof/>"})
