"""What stands in a contract and is no contract text: each kind of docutils node in a form that Word has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from whereas.agreement.runs import Foreign
from whereas.render.printed import numbers_of
from whereas.render.urls import safe_url
from whereas.word.frame import STEP, Frame
from whereas.word.lines import BOLD, ITALIC, STYLED, styled
from whereas.word.parts import Parts
from whereas.word.pictures import picture
from whereas.word.tables import AFTER, PADDING, boxed, cell, grid, row
from whereas.word.xml import Properties, element, field, paragraph, run, text_runs

_STYLED: dict[type[nodes.Element], Properties] = {
    nodes.strong: BOLD,
    nodes.emphasis: ITALIC,
    nodes.title_reference: ITALIC,
    nodes.literal: STYLED["literal"],
    nodes.math: STYLED["literal"],
    nodes.subscript: STYLED["subscript"],
    nodes.superscript: STYLED["superscript"],
}
#: What prints nothing.
_MUTE = (nodes.Invisible, nodes.raw, nodes.system_message, addnodes.index, nodes.footnote)


@dataclass(frozen=True)
class Nodes:
    """Finds the nodes of a page: those that a mark stands for, the words of a heading, a footnote, a picture's file."""

    foreign: Callable[[Foreign], list[nodes.Node]]
    heading: Callable[[str], list[nodes.Node]]
    footnote: Callable[[str], nodes.footnote | None]
    picture: Callable[[nodes.image], Path | None]


class ForeignWriter:
    """Writes nodes, in lines and by themselves."""

    def __init__(self, parts: Parts, found: Nodes) -> None:
        """Take the parts of the file, and what finds nodes."""
        self.parts, self.found = parts, found
        self.notes: dict[str, int] = {}

    def inline(self, mark: Foreign, properties: Properties) -> str:
        """What a mark in a line stands for."""
        return self.inlines(self.found.foreign(mark), properties)

    def block(self, mark: Foreign, frame: Frame) -> str:
        """What a mark that stands by itself stands for."""
        return self.blocks(self.found.foreign(mark), frame)

    # ---- in a line

    def inlines(self, many: Iterable[nodes.Node], properties: Properties) -> str:
        """Runs of nodes in a line."""
        return "".join([self.one(node, properties) for node in many])

    def one(self, node: nodes.Node, properties: Properties) -> str:
        match node:
            case nodes.Text():
                return text_runs(str(node), properties)
            case nodes.footnote_reference():
                return self.footnote(node)
            case nodes.image():
                return picture(node, self.found.picture(node), self.parts, 0) or text_runs(_alt(node), properties)
            case nodes.reference() if "refuri" in node and not node.get("internal"):
                url = safe_url(node["refuri"])
                content = self.inlines(node.children, styled("Hyperlink", properties))
                if url == "#":
                    return content
                return (
                    f'<w:hyperlink r:id="{self.parts.leads_to("hyperlink", url, outside=True)}">{content}</w:hyperlink>'
                )
            case _ if isinstance(node, _MUTE):
                return ""
            case nodes.Element():
                own = {**properties, **_STYLED.get(type(node), {})}
                return self.inlines(node.children, own)
        return ""

    def footnote(self, node: nodes.footnote_reference) -> str:
        """A footnote where it is called; called again, it is the same."""
        id = str(node.get("refid", ""))
        note = self.found.footnote(id)
        mark = styled("FootnoteReference")
        if note is None:
            return text_runs(node.astext(), mark)
        if id in self.notes:
            return field(f"NOTEREF {self.parts.name(f'{id}:note')} \\f \\h", text_runs(str(self.notes[id]), mark), mark)
        number = self.notes[id] = len(self.notes) + 1
        first, *rest = [each for each in note.children if not isinstance(each, nodes.label)] or [nodes.paragraph()]
        own = {"pStyle": element("pStyle", val="FootnoteText")}
        lead = run("<w:footnoteRef/>", mark) + text_runs(" ")
        words = first.children if isinstance(first, nodes.paragraph) else [first]
        place = len(self.parts.footnotes)
        self.parts.footnotes.append("")
        content = paragraph(lead + self.inlines(words, {}), own) + self.blocks(rest, Frame(6000, style="FootnoteText"))
        self.parts.footnotes[place] = f'<w:footnote w:id="{number}">{content}</w:footnote>'
        return self.parts.anchored(f"{id}:note", run(f'<w:footnoteReference w:id="{number}"/>', mark))

    # ---- by themselves

    def blocks(self, many: Iterable[nodes.Node], frame: Frame) -> str:
        """Paragraphs and tables of nodes; words that stand among them are a paragraph."""
        written, words = [], list[nodes.Node]()
        for node in (*many, None):
            if isinstance(node, nodes.Text | nodes.Inline | nodes.reference):
                words.append(node)
                continue
            if words and (said := self.inlines(words, {})):
                written.append(paragraph(said, frame.plain()))
            words = []
            if node is not None:
                written.append(self.by_itself(node, frame))
        return "".join(written)

    def by_itself(self, node: nodes.Node, frame: Frame) -> str:
        match node:
            case _ if isinstance(node, _MUTE):
                return ""
            case nodes.paragraph() | nodes.line():
                return paragraph(self.inlines(node.children, {}), frame.plain())
            case nodes.literal_block() | nodes.doctest_block() | nodes.math_block():
                lines = node.astext().split("\n")
                own = {"pStyle": element("pStyle", val="Code"), "ind": element("ind", left=frame.left)}
                return paragraph(run("<w:br/>").join(text_runs(_kept(line)) for line in lines), own)
            case nodes.image():
                shown = picture(node, self.found.picture(node), self.parts, frame.width - frame.left)
                return paragraph(shown or text_runs(_alt(node)), frame.plain())
            case nodes.caption() | nodes.rubric() | nodes.title():
                return paragraph(self.inlines(node.children, BOLD), frame.plain())
            case nodes.bullet_list():
                return "".join(self.item(each, "•", frame) for each in node.children)
            case nodes.enumerated_list():
                items = zip(node.children, numbers_of(node), strict=True)
                return "".join(self.item(each, number, frame) for each, number in items)
            case nodes.term():
                return paragraph(self.inlines(node.children, BOLD), frame.kept().plain())
            case nodes.definition() | nodes.field_body():
                return self.blocks(node.children, frame.deeper(STEP // 2))
            case nodes.block_quote():
                return self.blocks(node.children, replace(frame.deeper(STEP // 2), style=frame.style or "Quote"))
            case nodes.attribution():
                own = {**frame.plain(), "jc": element("jc", val="right")}
                return paragraph(text_runs("—") + self.inlines(node.children, {}), own)
            case nodes.table():
                return self.table(node, frame)
            case nodes.Element() if isinstance(node, nodes.Admonition | nodes.topic | nodes.sidebar):
                return self.box(node, frame)
            case nodes.Element():
                return self.blocks(node.children, frame)
        return ""

    def item(self, node: nodes.Node, mark: str, frame: Frame) -> str:
        """An item of a list that is none of the agreement's: its mark is typed, as nothing cites it."""
        inner = frame.deeper(STEP // 2)
        assert isinstance(node, nodes.Element)
        first = node.children[0] if node.children else None
        words = self.inlines(first.children, {}) if isinstance(first, nodes.paragraph) else ""
        rest = node.children[1:] if isinstance(first, nodes.paragraph) else node.children
        own = {**inner.plain(), "ind": element("ind", left=inner.left, hanging=STEP // 2)}
        own["tabs"] = f"<w:tabs>{element('tab', val='left', pos=inner.left)}</w:tabs>"
        return paragraph(text_runs(mark) + run("<w:tab/>") + words, own) + self.blocks(rest, inner)

    def box(self, node: nodes.Element, frame: Frame) -> str:
        """A note in a box under its title."""
        label = admonitionlabels.get(node.tagname) if isinstance(node, nodes.Admonition) else None
        inside, title = list(node.children), text_runs(str(label)) if label else ""
        if inside and isinstance(inside[0], nodes.title):
            title = self.inlines(inside.pop(0).children, {})
        return boxed(title, lambda inner: self.blocks(inside, inner), frame)

    def table(self, node: nodes.table, frame: Frame) -> str:
        """A table as docutils has it."""
        columns = [int(each["colwidth"]) for each in node.findall(nodes.colspec)]
        width = frame.width - frame.left
        widths = [round(width * each / sum(columns)) for each in columns]
        titles = [each for each in node.children if isinstance(each, nodes.title)]
        rows = [self.row(each, widths) for each in node.findall(nodes.row)]
        look = "0420" if any(isinstance(each.parent, nodes.thead) for each in node.findall(nodes.row)) else "0400"
        return self.blocks(titles, frame) + grid(widths, rows, frame.left, look=look) + AFTER

    def row(self, node: nodes.row, widths: list[int]) -> str:
        heads = isinstance(node.parent, nodes.thead)
        cells, at = [], 0
        for entry in node.children:
            assert isinstance(entry, nodes.Element)
            span = 1 + int(entry.get("morecols", 0))
            width = sum(widths[at : at + span])
            inner = Frame(width - PADDING, style="TableHeading" if heads else "TableText", outer=False)
            spans = element("gridSpan", val=span) if span > 1 else ""
            cells.append(cell(width, self.blocks(entry.children, inner), spans))
            at += span
        return row(cells, heads)


def _kept(line: str) -> str:
    """A line of code, whose spaces count."""
    return line.replace("\t", "    ").replace("  ", "\N{NO-BREAK SPACE} ")


def _alt(node: nodes.image) -> str:
    return str(node.get("alt") or Path(node.get("uri", "")).name)
