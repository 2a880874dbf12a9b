"""The words of a PDF, in the order in which they were set, each kind of them for itself, and what lies over them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, NameObject

from whereas.paper.verdict import UnreadableError
from whereas.pdf.alphabets import Alphabets
from whereas.pdf.asides import Aside, asides_of
from whereas.pdf.hidden import hidden_on
from whereas.pdf.letters import Letter, letters_of
from whereas.pdf.marked import APART, FRAME, HEAD, Step, steps_of
from whereas.pdf.positions import Box, Mark, Setting, marks_of, words_in
from whereas.pdf.reading_order import is_out_of_order
from whereas.render.scripts import SHAPED

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what is wrong with a file is said in our own words

#: What is read from top to bottom: the text, contents, each footnote.
_IN_ORDER = ("", HEAD, "/TOC", "/Note")
_DRAWING = (b"Do", b"INLINE IMAGE")


@dataclass(frozen=True)
class PrintedPage:
    """One page, by its label ("12"): its text, header and footer, its part of the contents, footnotes, marks upon it.

    `head` is what stands in place of a cover, `asides` is what it prints beside the text.
    `pictures` is how many pictures are drawn in the text, `formulas` how many formulas are set, and `hidden` says how
    some of the words are hidden, if they are.
    """

    label: str
    text: str
    frame: str = ""
    contents: str = ""
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    pictures: int = 0
    formulas: int = 0
    hidden: str = ""
    asides: tuple[Aside, ...] = ()
    head: str = ""


@dataclass(frozen=True)
class Paper:
    """A PDF: its pages, what it says of itself, and its language (en-GB).

    `misread` says which letters are read as others, or look like others, `unread` which are seen and not read, and
    `unknown` are the fonts of which nobody here can tell.
    """

    sheets: tuple[PrintedPage, ...]
    facts: dict[str, str]
    language: str = ""
    misread: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def covers(self) -> tuple[PrintedPage, ...]:
        """The pages before page 1."""
        return tuple(sheet for sheet in self.sheets if not sheet.label.isdigit())

    @property
    def body(self) -> tuple[PrintedPage, ...]:
        """The pages from page 1 on."""
        return tuple(sheet for sheet in self.sheets if sheet.label.isdigit())

    @cached_property
    def letters(self) -> list[Letter]:
        """The letters of its text."""
        return letters_of((sheet.label, sheet.text) for sheet in self.body)


def read_paper(path: Path) -> Paper:
    """Read a PDF; raises UnreadableError where it cannot be."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise UnreadableError("it is encrypted")
        if "/XFA" in (_root(reader).get("/AcroForm") or {}):
            raise UnreadableError("it is an XFA form, which each program may show in its own way")
        labels, alphabets = reader.page_labels, Alphabets()
        sheets = tuple(_sheet(label, page, reader, alphabets) for label, page in zip(labels, reader.pages, strict=True))
        language = str(_root(reader).get("/Lang", ""))
        misread, unread, unknown = alphabets.compare()
        facts = {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}
    except ImportError:
        raise UnreadableError("its letters are looked at with fontTools: pip install 'whereas[verify]'") from None
    except FileNotFoundError:
        raise UnreadableError("there is no such file") from None
    except IsADirectoryError:
        raise UnreadableError("it is a folder") from None
    except (OSError, PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(
            str(error) if isinstance(error, UnreadableError) else "it is no PDF that can be read"
        ) from None
    return Paper(sheets, facts, language, misread, unread, unknown)


def _root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


# ---- one page -------------------------------------------------------------------------------------------------------


def _sheet(label: str, page: Any, reader: PdfReader, alphabets: Alphabets) -> PrintedPage:
    """Read one page, and note its letters."""
    marks = (*marks_of(page), *_added(page))
    contents = page.get_contents()
    if contents is None:
        return PrintedPage(label, "", marks=marks)
    stream = ContentStream(contents, reader, "bytes")
    steps = tuple(steps_of(stream.operations))
    page[NameObject("/Contents")] = stream
    hidden = hidden_on(page, ((step.operands, step.operator, step.adorns, "/OC" in step.within) for step in steps))

    def text(kind: str, number: int = 0) -> str:
        """The words of one kind: all others are cut out of the content, and what moves them about is kept."""
        kept = [step for step in steps if not step.shows or (step.kind == kind and number in (0, step.number))]
        stream.operations = [(step.operands, step.operator) for step in kept]
        return str(page.extract_text()) if any(step.shows for step in kept) else ""

    found = {kind: {step.number for step in steps if step.kind == kind} for kind in (*APART, FRAME)}
    if any(mark.field for mark in marks):
        words = [(step.operands, step.operator, step.kind == "" and "/Signing" not in step.within) for step in steps]
        boxes = tuple(words_in(words, page["/Resources"].get("/Font", {})))
        marks = tuple(replace(mark, over=any(map(mark.box.covers, boxes))) for mark in marks)
    said, frame = text(""), text(FRAME) if found[FRAME] else ""
    listed = text("/TOC") if found["/TOC"] else ""
    head = text(HEAD) if found[HEAD] else ""
    notes = tuple(text("/Note", number) for number in sorted(found["/Note"]))
    alphabets.note(label, page, stream, steps)
    return PrintedPage(
        label,
        said,
        frame,
        listed,
        notes,
        marks,
        sum(step.operator in _DRAWING and step.kind == "" for step in steps),
        len({step.number for step in steps if step.kind == "/Formula" and not step.aside}),
        hidden or _disorder(page, steps, bool(SHAPED.search(said))),
        asides_of(page, stream, steps),
        head,
    )


def _disorder(page: Any, steps: tuple[Step, ...], leftwards: bool) -> str:
    """That words stand in another order than in the file, in words; empty if they do not."""
    setting = Setting(page["/Resources"].get("/Font", {}))
    found: dict[tuple[str, int], list[Box]] = {}
    for step in steps:
        box = setting.follow(step.operands, step.operator)
        if box and not step.aside and step.kind in _IN_ORDER:
            found.setdefault((step.kind, step.number), []).append(box)
    moved = any(is_out_of_order(each, leftwards) for each in found.values())
    return "some of its words stand in another order" if moved else ""


def _added(page: Any) -> Iterator[Mark]:
    """What another program has drawn: TeX writes a page in one go, and those who draw upon it do so in streams more."""
    streams = page.get("/Contents")
    streams = streams.get_object() if streams is not None else None
    if isinstance(streams, list) and len(streams) > 1:
        *others, _ = sorted((stream.get_object().get_data() for stream in streams), key=len)
        if any(set(stream.split()) - {b"q", b"Q"} for stream in others):
            yield Mark("drawing", Box(0, 0, 0, 0))
