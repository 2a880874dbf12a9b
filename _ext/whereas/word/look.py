"""How a Word file looks: as near to our PDFs as Word can come, in styles with names that people know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whereas.project.identity import Identity
from whereas.word.frame import STEP
from whereas.word.labelled import indent_of
from whereas.word.levels import DEEPEST
from whereas.word.parts import Parts
from whereas.word.style import WordStyle
from whereas.word.style_names import ATTACHED, counting_style, inserted, linked_style, style_of
from whereas.word.tables import PADDING
from whereas.word.xml import NOTHING, Properties, element, paragraph_properties, run_properties

#: A typeface that every Word has, near to that of our PDFs.
TYPEFACE, TYPEWRITER = "Cambria", "Consolas"
BOLD: Properties = {"b": "<w:b/>", "bCs": "<w:bCs/>"}
#: Between lines, and below paragraphs (4.8 pt, 3.6 where there are few pages), as in our PDFs.
_LINES, _BELOW, _CLOSE = 264, 96, 72
_BLANK, _BROKEN, _MARK = "8F4E00", "B00000", "FFF1B8"


def colour(identity: Identity, name: str) -> str:
    """A colour of the house as Word has it."""
    return str(getattr(identity, name))[1:].upper()


def size(points: float) -> dict[str, str]:
    """A size of letters."""
    return {name: element(name, val=round(points * 2)) for name in ("sz", "szCs")}


def fonts(name: str) -> dict[str, str]:
    """A typeface."""
    return {"rFonts": element("rFonts", ascii=name, hAnsi=name, cs=name, eastAsia=name)}


def typeface(font: object, otherwise: str) -> str:
    """The typeface of a house, where it names one that is installed."""
    return font if isinstance(font, str) and font else otherwise


def spaced(before: float, after: float, lines: int = 0) -> dict[str, str]:
    """Space above and below, in points."""
    own: dict[str, str | int] = {"line": lines, "lineRule": "auto"} if lines else {}
    return {"spacing": element("spacing", before=round(before * 20), after=round(after * 20), **own)}


def indent(left: int, hanging: int = 0) -> dict[str, str]:
    """Where text stands."""
    return {"ind": element("ind", left=left, **({"hanging": hanging} if hanging else {}))}


def align(how: str) -> dict[str, str]:
    """How lines are aligned."""
    return {"jc": element("jc", val=how)}


def outline(level: int) -> dict[str, str]:
    """Where a heading stands in the outline, from 0."""
    return {"outlineLvl": element("outlineLvl", val=level)}


def all_styles(parts: Parts) -> list[WordStyle]:
    """The styles of a file, all that it uses and those that an editor of it will look for."""
    house = parts.sheet.identity
    counting = [*_headings(parts), *_levels(parts)]
    by_hand = _by_hand(parts, {each.name: each for each in counting})
    return [*_plain(house), *counting, *by_hand, *_around(parts), *_characters(house), *_tables(house)]


def _by_hand(parts: Parts, known: dict[str, WordStyle]) -> Iterator[WordStyle]:
    """The styles of headings whose numbers are words: as those that count, without counting."""
    labels = (label for label in parts.numbers.labels.values() if label.num is None and label.is_heading)
    for name in sorted({style_of(label, label.family) for label in labels}):
        own = {key: xml for key, xml in known[name].paragraph.items() if key != "numPr"}
        yield replace(known[name], name=inserted(name), paragraph=own)


def _plain(house: Identity) -> Iterator[WordStyle]:
    yield WordStyle("Normal", is_default=True, priority=0)
    yield WordStyle("Default Paragraph Font", "character", is_default=True, is_quick=False, priority=1)
    yield WordStyle("Body Text", based="Normal", priority=1)
    for step in range(1, DEEPEST + 1):
        yield WordStyle(f"Clause Text {step}", based="Body Text", paragraph=indent(STEP * step), priority=12)
    yield WordStyle("Definition", based="Body Text", paragraph=indent(STEP), priority=13)
    hang = indent(STEP // 2, STEP // 2)
    yield WordStyle("List Bullet", based="Body Text", priority=14, paragraph={"numPr": _counts(0, BULLETS), **hang})
    own = {**indent(STEP // 2), "ind": element("ind", left=STEP // 2, right=STEP // 2)}
    yield WordStyle("Quote", based="Body Text", paragraph=own, priority=29)
    yield WordStyle("Caption", based="Normal", paragraph={"keepNext": "<w:keepNext/>", **spaced(8, 4)}, run=BOLD)
    yield WordStyle("Code", based="Normal", paragraph={**spaced(4, 4), **align("left")}, run=_code(house))


#: The number of the list that bullets have.
BULLETS = 99


def _counts(depth: int, number: int) -> str:
    level = element("ilvl", val=depth) if depth else ""
    return f"<w:numPr>{level}{element('numId', val=number)}</w:numPr>"


def _headings(parts: Parts) -> Iterator[WordStyle]:
    above = 6.0 if parts.sheet.is_short else 11.5
    house = parts.sheet.identity
    accent = {"color": element("color", val=colour(house, "accent"))}
    keep = {"keepNext": "<w:keepNext/>", "keepLines": "<w:keepLines/>"}
    plain = {**keep, **align("left"), "suppressAutoHyphens": "<w:suppressAutoHyphens/>"}
    yield WordStyle(
        "Unnumbered Heading",
        based="Normal",
        next="Body Text",
        paragraph={**plain, **spaced(1.1 * above, 5), **outline(0)},
        run={**BOLD, **accent, **size(11.5)},
        priority=9,
    )
    for family in parts.numbers.families.values():
        for depth in range(len(family.levels)):
            if family.name in ATTACHED or (family.name == "text"):
                continue
            if not parts.numbers.heads(family.name, depth) and not (family.name == "main" and depth < 2):
                continue
            name = counting_style(family.name, depth, heads=True)
            level = family.levels[depth]
            wide = bool(level.sample.word.strip().isalpha()) and depth == 0
            look = align("center") if wide else indent(indent_of(parts, family.name, depth, True), STEP)
            linked = linked_style(parts.numbers, family.name, depth) == name
            yield WordStyle(
                name,
                based="Normal",
                next=counting_style(family.name, min(depth + 1, len(family.levels) - 1), heads=False),
                paragraph={
                    **plain,
                    **({"numPr": _counts(depth, family.number)} if linked else {}),
                    **spaced((above if depth == 0 else 0.56 * above), 5),
                    **look,
                    **outline(depth + (1 if family.name == "paragraphs" else 0)),
                },
                run={**BOLD, **(accent if depth == 0 else {}), **(size(11.5) if depth == 0 else {})},
                priority=9,
            )


def _levels(parts: Parts) -> Iterator[WordStyle]:
    """The styles that count, but for headings."""
    house, numbers = parts.sheet.identity, parts.numbers
    accent = {"color": element("color", val=colour(house, "accent"))}
    keep = {"keepNext": "<w:keepNext/>", "keepLines": "<w:keepLines/>"}
    for family in numbers.families.values():
        for depth in range(len(family.levels)):
            name = counting_style(family.name, depth, heads=False)
            linked = linked_style(numbers, family.name, depth) == name
            counts = {"numPr": _counts(depth, family.number)} if linked or family.name in ATTACHED else {}
            if family.name not in ATTACHED:
                left = indent_of(parts, family.name, depth, False)
                yield WordStyle(name, based="Body Text", paragraph={**counts, **indent(left, STEP)}, priority=10)
                continue
            begins = depth == 0 and family.name != "parts"
            yield WordStyle(
                name,
                based="Normal",
                next="Body Text",
                paragraph={
                    **keep,
                    **({"pageBreakBefore": "<w:pageBreakBefore/>"} if begins else {}),
                    **counts,
                    "suppressAutoHyphens": "<w:suppressAutoHyphens/>",
                    **spaced(0 if begins else 14, 9, 360 if begins else 0),
                    **align("center"),
                    **outline(0 if depth == 0 else 1),
                },
                run={**BOLD, **accent, **size(15 if begins else 11.5)},
                priority=11,
            )


def _around(parts: Parts) -> Iterator[WordStyle]:
    """Cover, contents, header and footer, notes."""
    house = parts.sheet.identity
    accent = {"color": element("color", val=colour(house, "accent"))}
    grey = {"color": element("color", val=colour(house, "grey"))}
    centre = {**align("center"), "suppressAutoHyphens": "<w:suppressAutoHyphens/>"}
    yield _aside("Title", paragraph={**centre, **spaced(0, 0)}, run={**accent, **size(26)}, priority=8)
    yield _aside("Cover Party", paragraph={**centre, **spaced(14, 2)}, run={**BOLD, **size(15)})
    yield _aside("Cover Role", paragraph={**centre, **spaced(0, 6)}, run={"i": "<w:i/>", "iCs": "<w:iCs/>"})
    yield _aside("Cover Text", paragraph={**centre, **spaced(6, 6)})
    small = {**spaced(0, 0, 240), **align("left")}
    for name in ("Header", "Footer"):
        yield _aside(name, paragraph=small, run={**grey, **size(8.5)})
    yield _aside("TOC Heading", paragraph=spaced(0, 9), run={**BOLD, **accent})
    edge = _tabs(parts)
    for depth, (left, hanging) in enumerate(((STEP, STEP), (STEP + 1361, 1361), (1474, 1474), (1474 + 794, 794)), 1):
        run = {**grey, **size(9.5)} if depth in (2, 4) else {}
        own = {**spaced(2 if depth % 2 else 0, 0, 240), **align("left"), "tabs": edge}
        own["ind"] = element("ind", left=left, hanging=hanging)
        yield _aside(f"toc {depth}", paragraph=own, run=run)
    yield _aside("Note Title", paragraph=spaced(3, 2), run={**BOLD, **accent})
    yield _aside("footnote text", paragraph={**spaced(0, 2, 240)}, run=size(9))


def _aside(
    name: str, paragraph: Properties, run: Properties = NOTHING, based: str = "Normal", priority: int = 60
) -> WordStyle:
    """A style of what stands around the text, which nobody looks for, and whose lines nobody counts."""
    own = {"suppressLineNumbers": "<w:suppressLineNumbers/>", **paragraph}
    return WordStyle(name, based=based, paragraph=own, run=run, priority=priority, is_quick=False)


def _tabs(parts: Parts) -> str:
    right = element("tab", val="right", leader="dot", pos=parts.page.text)
    return f"<w:tabs>{right}</w:tabs>"


def _code(house: Identity) -> dict[str, str]:
    return {**fonts(typeface(house.mono, TYPEWRITER)), "noProof": "<w:noProof/>", **size(9.5)}


def _characters(house: Identity) -> Iterator[WordStyle]:
    def own(name: str, **run: str) -> WordStyle:
        return WordStyle(name, "character", run=run, priority=40)

    accent = element("color", val=colour(house, "accent"))
    yield own("Defined Term", **BOLD)
    yield own("Cross Reference", color=accent)
    yield own("Hyperlink", color=accent)
    yield own("Blank", color=element("color", val=_BLANK))
    yield own("Value", shd=element("shd", val="clear", color="auto", fill=_MARK))
    yield own("Broken", color=element("color", val=_BROKEN), **BOLD)
    yield own("Literal", **_code(house))
    yield own("footnote reference", vertAlign=element("vertAlign", val="superscript"))


def _tables(house: Identity) -> Iterator[WordStyle]:
    accent, rule = colour(house, "accent"), colour(house, "rule")
    small = {**spaced(3, 3, 240), **align("left")}
    yield WordStyle("Table Text", based="Normal", paragraph=small, run=size(9.5), priority=58)
    close = spaced(1, 1, 240)
    yield WordStyle("Particulars", based="Table Text", paragraph=close, run=size(9), is_quick=False, priority=58)
    head = {**BOLD, "color": element("color", val=accent)}
    yield WordStyle("Table Heading", based="Table Text", paragraph={"keepNext": "<w:keepNext/>"}, run=head, priority=58)
    yield WordStyle("Table End", based="Normal", paragraph=spaced(0, 4, 120), run=size(5), is_quick=False, priority=59)
    yield WordStyle(
        "Signature Text", based="Normal", paragraph=spaced(1, 1, 240) | align("left"), is_quick=False, priority=59
    )
    label = {"color": element("color", val=colour(house, "grey")), **size(8.5)}
    yield WordStyle("Signature Label", based="Signature Text", run=label, is_quick=False, priority=59)
    free = "".join(element(side, w=PADDING // 2, type="dxa") for side in ("left", "right"))
    margins = f"<w:tblCellMar>{free}</w:tblCellMar>"
    normal = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr>'
    yield WordStyle("Table Normal", "table", table=normal, is_default=True, is_quick=False, priority=99)

    def borders(**edges: tuple[int, str]) -> str:
        names = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(
            element(name, val="single", sz=edges[name][0], space=0, color=edges[name][1])
            for name in names
            if name in edges
        )
        return f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>"

    lines = borders(top=(7, accent), bottom=(7, accent), insideH=(2, rule))
    below = element("bottom", val="single", sz=4, space=0, color=accent)
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{below}</w:tcBorders></w:tcPr></w:tblStylePr>'
    yield WordStyle("Agreement Table", "table", based="Table Normal", table=lines + first, is_quick=False, priority=59)
    around = borders(top=(7, accent), bottom=(7, accent))
    yield WordStyle(
        "Particulars Table", "table", based="Table Normal", table=around + first, is_quick=False, priority=59
    )
    yield WordStyle(
        "Note Table",
        "table",
        based="Table Normal",
        table=borders(top=(5, accent), bottom=(3, rule)),
        is_quick=False,
        priority=59,
    )
    yield WordStyle("Signature Table", "table", based="Table Normal", is_quick=False, priority=59)


def defaults(parts: Parts) -> str:
    """What holds for all text: typeface, size, colour, language, space between lines."""
    house = parts.sheet.identity
    language = parts.sheet.agreement.locale.replace("_", "-")
    run = {
        **fonts(typeface(house.font, TYPEFACE)),
        "color": element("color", val=colour(house, "ink")),
        **size(float(house.size.removesuffix("pt")) - (0.5 if parts.sheet.is_short else 0)),
        "lang": element("lang", val=language, eastAsia="zh-CN", bidi="ar-SA"),
    }
    spacing = element("spacing", after=_CLOSE if parts.sheet.is_short else _BELOW, line=_LINES, lineRule="auto")
    paragraph = {"widowControl": "<w:widowControl/>", "spacing": spacing, **align("both")}
    return (
        f"<w:docDefaults><w:rPrDefault>{run_properties(run)}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph_properties(paragraph)}</w:pPrDefault></w:docDefaults>"
    )
