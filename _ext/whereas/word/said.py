"""What a Word file says: its paragraphs with their labels in order, what stands around them, and what is odd in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whereas.word.archive import Archive, Element, R, W, opened, value
from whereas.word.fields import LAID_OUT, LEADING, Field, printed
from whereas.word.recount import Counted, Lists
from whereas.word.shown import Looks

_SPACES = re.compile(r"[ \t\n\r\v\f\xa0\u2028\u2029]+")
#: What stands in a text and says nothing.
_MUTE = {
    *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "tblPrEx", "proofErr"),
    *("permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
    *("lastRenderedPageBreak", "footnoteRef", "separator", "continuationSeparator", "fldData"),
}
_AROUND = {"p", "r", "hyperlink", "smartTag", "sdt", "sdtContent", "body", "tbl", "hdr", "ftr", "footnote"}
_CHANGES = {"ins": "put in", "del": "taken out", "moveFrom": "moved away", "moveTo": "moved here"}
_WORDS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Line:
    """A paragraph: where it stands (the number around it), its label, its words; or the beginning of a cell."""

    place: str
    label: str
    words: str

    @property
    def said(self) -> str:
        """Label and words."""
        return f"{self.label} {self.words}".strip()


@dataclass
class Said:
    """What a file says."""

    archive: Archive
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    around: list[str] = field(default_factory=list)  # in headers and footers
    odd: list[str] = field(default_factory=list)  # what a reader would not see, or see otherwise
    labels: dict[str, Counted | None] = field(default_factory=dict)  # of the paragraph of each bookmark
    marked: dict[str, str] = field(default_factory=dict)  # what stands in each bookmark


def read_said(path: Path) -> Said:
    """Read a Word file; raises UnreadableError."""
    archive = opened(path)
    return _Reading(archive, archive.main).said


class _Reading:
    def __init__(self, archive: Archive, main: str) -> None:
        self.archive, self.part = archive, main
        self.said = Said(archive)
        self.lists = Lists(archive)
        self.looks = Looks(archive, self.lists)
        self.open: dict[str, tuple[str, list[str]]] = {}  # bookmarks: id to name and words
        self.waiting: list[str] = []  # bookmarks that begin before the paragraph that they are of
        self.fields: list[Field] = []
        self.refs: list[tuple[str, Field]] = []
        self.place = ""
        self.style = ""
        self.label: Counted | None = None
        body = archive.tree(main)
        for each in body:
            if each.tag != f"{W}body":
                self.tell(f"has a {_name(each)} behind its pages")
        self.said.lines = list(self.blocks(body.find(f"{W}body")))
        self.asides()
        self.check_fields()

    def tell(self, what: str) -> None:
        where = f"in {self.place}, " if self.place else ""
        self.said.odd.append(f"{where}the file {what}")

    # ---- blocks

    def blocks(self, parent: Element) -> Iterator[Line]:
        for each in parent:
            name = _name(each)
            if name == "p":
                yield from self.paragraph(each)
            elif name == "tbl":
                yield from self.table(each)
            elif name == "bookmarkStart":
                self.begin(each)
                self.waiting.append(each.get(f"{W}name"))
            elif name == "bookmarkEnd":
                self.close(each)
            elif name in ("sdt", "sdtContent", "smartTag", "customXml"):
                yield from self.blocks(each)
            elif name in _CHANGES:
                self.tell(f"has words {_CHANGES[name]} that nobody has accepted")
            elif name not in _MUTE:
                self.tell(f"has a {name}, which may show anything")

    def table(self, table: Element) -> Iterator[Line]:
        for row in table:
            if _name(row) != "tr":
                continue
            properties = row.find(f"{W}trPr")
            if properties is not None and any(_name(each) in ("hidden", "ins", "del") for each in properties):
                self.tell("has a row that is hidden, or marked as put in or taken out")
            for cell in row:
                if _name(cell) != "tc":
                    continue
                span, merge = value(cell, "tcPr/gridSpan", "1"), cell.find(f"{W}tcPr/{W}vMerge")
                below = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                yield Line(self.place, "", f"\0cell {span}{' below' if below else ''}")
                yield from self.blocks(cell)
            yield Line(self.place, "", "\0row")

    def paragraph(self, element: Element) -> Iterator[Line]:
        properties = element.find(f"{W}pPr")
        self.style = value(properties, "pStyle")
        self.label = self.lists.next(element, self.style)
        if self.label and self.label.label != "•":
            self.place = self.label.full
            if odd := self.looks.odd(self.label.level.run, self.style, self.label.label):
                self.tell(f"has a number that {odd}")
        if properties is not None:
            if properties.find(f"{W}framePr") is not None:
                self.tell("has words in a frame, which may stand anywhere")
            if any(_name(each) in _CHANGES for each in properties.iterfind(f"{W}rPr/*")):
                self.tell("has a paragraph put in or taken out that nobody has accepted")
        self.said.labels.update(dict.fromkeys(self.waiting, self.label))
        self.waiting.clear()
        words = re.sub("^•(?=\\S)", "• ", _plain("".join(self.words(element))))  # some programs drop a tab there
        label = self.label.label if self.label else ""
        if words or label:
            yield Line(self.place, label, words)

    # ---- words

    def words(self, parent: Element) -> Iterator[str]:
        for each in parent:
            name = _name(each)
            if name in _MUTE:
                continue
            if name == "bookmarkStart":
                self.begin(each)
                self.said.labels[each.get(f"{W}name")] = self.label
            elif name == "bookmarkEnd":
                self.close(each)
            elif name == "fldSimple":
                self.fields.append(Field(each.get(f"{W}instr", ""), is_shown=True))
                yield from self.words(each)
                yield from self.end_field()
            elif name == "fldChar":
                yield from self.field_mark(each.get(f"{W}fldCharType"))
            elif name == "instrText":
                if self.fields:
                    self.fields[-1].code += each.text or ""
            elif name == "t" or name in _WORDS:
                yield from self.say(_WORDS.get(name, each.text or ""), parent)
            elif name == "footnoteReference":
                yield from self.say("\0note", parent)
            elif name == "drawing":
                yield f"\0picture {self.picture(each)}"
            elif name in _AROUND:
                yield from self.words(each)
            elif name in _CHANGES:
                self.tell(
                    f"has words {_CHANGES[name]} that nobody has accepted: {_plain(''.join(each.itertext()))!r:.80}"
                )
            else:
                self.tell(f"has a {name}, which may show anything")

    def say(self, words: str, run: Element) -> Iterator[str]:
        if any(not each.is_shown for each in self.fields):
            return
        if words.strip() and (odd := self.looks.odd(run.find(f"{W}rPr"), self.style, words)):
            self.tell(f"has words that nobody sees as they are: {_plain(words)!r:.80} {odd}")
        if any(each.kind in LAID_OUT for each in self.fields):
            return
        for each in self.fields:
            each.cached.append(words)
        for _, content in self.open.values():
            content.append(words)
        yield words

    def begin(self, element: Element) -> None:
        self.open[element.get(f"{W}id")] = element.get(f"{W}name"), []

    def close(self, element: Element) -> None:
        if found := self.open.pop(element.get(f"{W}id"), None):
            self.said.marked[found[0]] = _plain("".join(found[1]))

    def picture(self, drawing: Element) -> str:
        """A mark of the picture that is shown."""
        shown = [each.get(f"{R}embed") for each in drawing.iter(f"{_A}blip")]
        targets = {each.id: each for each in self.archive.relations(self.part)}
        found = [targets.get(id) for id in shown]
        if len(found) != 1 or found[0] is None or found[0].outside or "".join(drawing.itertext()).strip():
            self.tell("has a drawing, which may show anything")
            return "?"
        return hashlib.sha256(self.archive.parts.get(found[0].target, b"")).hexdigest()[:12]

    # ---- fields

    def field_mark(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].is_shown = True
        elif kind == "end" and self.fields:
            yield from self.end_field()

    def end_field(self) -> Iterator[str]:
        done = self.fields.pop()
        if done.kind == "REF":
            self.refs.append((self.place, done))
        elif done.kind not in (*LAID_OUT, *LEADING):
            self.tell(f"has a field that may print anything: {_plain(done.code)!r:.60}")
        yield ""

    def check_fields(self) -> None:
        """Whether each citation goes on saying what it says now, once Word works it out anew."""
        for place, each in self.refs:
            self.place = place
            shown = _plain("".join(each.cached))
            if each.target not in self.said.labels:
                self.tell(f"has a citation that leads nowhere: {shown!r:.60}")
                continue
            then = _plain(printed(each, self.said.labels[each.target], self.said.marked.get(each.target, "")))
            if then != shown:
                self.tell(f"shows {shown!r:.60}, and {then!r:.60} as soon as Word works it out anew")

    # ---- what stands around

    def asides(self) -> None:
        self.place = ""
        for kind in ("footnotes", "endnotes"):
            if name := self.archive.part(kind):
                self.part = name
                for each in self.archive.tree(name):
                    if each.get(f"{W}type", "normal") == "normal":
                        self.said.notes += self.blocks(each)
        main = self.archive.main
        frames = (each for each in self.archive.relations(main) if each.kind in ("header", "footer"))
        for name in dict.fromkeys(each.target for each in frames):
            self.part = name
            root = self.archive.tree(name)
            shapes = [each for each in root.iter() if _name(each) in ("pict", "AlternateContent", "object")]
            for each in shapes:
                self.said.around += _shaped(each)
                each.getparent().remove(each)
            self.said.around += [line.said for line in self.blocks(root)]


def _shaped(shape: Element) -> list[str]:
    """The words of a shape in a header: those of a watermark, and others."""
    found = [str(each.get("string")) for each in shape.iter() if _name(each) == "textpath" and each.get("string")]
    return list(dict.fromkeys((*found, *filter(None, (_plain(each.text or "") for each in shape.iter(f"{W}t"))))))


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
