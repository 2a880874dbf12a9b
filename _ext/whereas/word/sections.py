"""Headings and what stands below them, down to the last schedule."""

from __future__ import annotations

from collections.abc import Callable

from whereas.agreement.calls import is_call
from whereas.agreement.model import ATTACHED, Agreement, Block, Paragraph, Section, Signatures
from whereas.word.body import BodyWriter
from whereas.word.frame import KEEP, STEP, Frame
from whereas.word.xml import element, paragraph, run

#: Writes the words of a heading.
WriteTitle = Callable[[Section], str]


class SectionWriter:
    """Writes the sections of an agreement; `title` writes the words of a heading."""

    def __init__(self, body: BodyWriter, title: WriteTitle) -> None:
        """Take what writes blocks."""
        self.body, self.title = body, title
        self.parts = body.parts
        self.width = body.parts.page.text

    def agreement(self, agreement: Agreement) -> str:
        """The whole text."""
        written = [self.body.blocks(agreement.blocks, Frame(self.width))]
        after = False
        for section, following in zip(agreement.sections, (*agreement.sections[1:], None), strict=True):
            signed = following is not None and any(isinstance(block, Signatures) for block in following.blocks)
            written.append(self.section(section, after, signed and not section.sections))
            after = after or section.kind in ATTACHED
        return "".join(written)

    def section(self, section: Section, is_last_sheet: bool = False, signed: bool = False) -> str:
        """A section: its heading, its blocks, the sections in it; after the schedules on a page of its own.

        Where what follows is `signed`, its end goes to that page too.
        """
        heading = "" if section.kind == "bare" else self.heading(section, is_last_sheet)
        write = self.body.kept_to_next if signed else self.body.blocks
        blocks = section.blocks
        if section.kind in ATTACHED and blocks and is_call(blocks[0]):
            heading, blocks = heading + self.call(blocks[0]), blocks[1:]
        inner = write(blocks, Frame(self.width, self._left(section)))
        return "".join((heading, inner, *map(self.section, section.sections)))

    def call(self, block: Block) -> str:
        """Which clause calls what is attached, centred as the title of that is."""
        assert isinstance(block, Paragraph)
        own = {"pStyle": element("pStyle", val="BodyText"), **KEEP, "jc": element("jc", val="center")}
        return paragraph(self.body.lines.runs(block.runs), own)

    def _left(self, section: Section) -> int:
        """Where text without a number stands: below the title, unless the label stands above or beside that."""
        if section.kind not in ("clause", "bare") or not section.marker:
            return 0
        label = self.parts.label(section.anchor)
        if section.level == 1:
            return 0 if label and label.level and label.level.sample.word.strip().isalpha() else STEP
        return STEP * (section.level - 1)

    def heading(self, section: Section, is_last_sheet: bool) -> str:
        """The heading, in the style of its kind; a bookmark is around its words."""
        words = self.parts.anchored(section.anchor, self.title(section))
        label = self.parts.label(section.anchor) if section.marker else None
        if label is None:
            own = {"pStyle": element("pStyle", val="UnnumberedHeading")}
            if is_last_sheet:
                own["pageBreakBefore"] = "<w:pageBreakBefore/>"
            return paragraph(words, own)
        if label.num and self.body.labelled.stands_above(label):
            words = run("<w:br/>") + words
        left = STEP * max(section.level - 1, 1)
        own_, content = self.body.labelled.paragraph(label, left, words)
        return paragraph(content, own_)
