"""What a schedule says under its title of the clause that calls it: "(clause 12.3)"."""

from __future__ import annotations

from whereas.agreement.model import Block, Paragraph
from whereas.agreement.runs import Reference, Text


def is_call(block: Block) -> bool:
    """Whether it is a paragraph of nothing but a reference in brackets."""
    match block:
        case Paragraph(runs=(Text(text="("), Reference(), Text(text=")"))):
            return True
    return False
