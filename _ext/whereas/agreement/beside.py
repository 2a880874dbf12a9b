"""Headed and bare provisions side by side: Markdown puts a list below the heading before it, whatever is meant."""

from __future__ import annotations

from collections.abc import Iterator

from whereas.agreement.model import Agreement, Block, Paragraph, Provisions, Section
from whereas.agreement.walk import text_of, walk_sections
from whereas.library.finding import Finding
from whereas.library.rule import Rule

BESIDE = Rule(
    "beside",
    "A numbered provision does not become part of the headed one before it by chance.",
    bad="### Duties\n\nThe seller delivers.\n\n1. The buyer pays.",
    good="### Duties\n\nThe seller delivers:\n\n1. goods,\n1. parts.",
    severity="warning",
)


def check_beside(agreement: Agreement) -> Iterator[Finding]:
    """Lists of a numbered agreement that stand within a headed provision and look as if they should stand beside it.

    That is so if text of its own comes first, and ends before the list begins, and there is only one item, which
    nobody would number, or the items around the headed provision are bare ones as well.
    """
    for around in walk_sections(agreement.sections):
        mixed = any(map(_numbered, around.blocks)) or any(each.kind == "bare" for each in around.sections)
        for section in around.sections:
            if section.kind == around.kind == "clause" and (found := _after_text(section)):
                item, lone = found.items[0], len(found.items) == 1
                if lone or mixed:
                    heading = text_of(section.title)
                    message = f"this is numbered {item.number}, as part of {heading!r}, because it follows text there"
                    hint = (
                        "if it stands beside that, put a heading without words (`###` alone) before it, in place of"
                        " `1.`; if it is part of it, end the text before the list with a colon"
                    )
                    yield BESIDE.at(item.place, message, hint)


def _after_text(section: Section) -> Provisions | None:
    """The one list of a section, if it follows a whole sentence of the section's own."""
    lists = [at for at, block in enumerate(section.blocks) if _numbered(block)]
    if len(lists) != 1 or lists[0] == 0:
        return None
    before, found = section.blocks[lists[0] - 1], section.blocks[lists[0]]
    ends = isinstance(before, Paragraph) and text_of(before.runs).rstrip().endswith(".")
    return found if ends and isinstance(found, Provisions) and found.format is None else None


def _numbered(block: Block) -> bool:
    return isinstance(block, Provisions) and block.format != ""
