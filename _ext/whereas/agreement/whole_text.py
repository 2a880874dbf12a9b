"""The text under a heading as one: what stands there, with the headings in it as bold words."""

from __future__ import annotations

from whereas.agreement.model import Agreement, Block, Paragraph, Provision, Provisions, Section
from whereas.agreement.runs import Styled


def text_of_clause(agreement: Agreement) -> tuple[Block, ...]:
    """The blocks of an agreement of one clause, under that clause's heading."""
    return text_below(agreement.sections[0])


def text_below(section: Section) -> tuple[Block, ...]:
    """The blocks of a section, those of the sections in it too."""
    headed = tuple(Provisions((_provision(each),)) for each in section.sections)
    return (*section.blocks, *headed)


def _provision(section: Section) -> Provision:
    """A headed section as a provision that its heading opens; one without heading is a provision already."""
    if section.kind == "bare" and isinstance(section.blocks[0], Provisions):
        return section.blocks[0].items[0]
    heading = Paragraph((Styled("strong", section.title),), section.place)
    return Provision(
        (heading, *text_below(section)),
        section.label,
        section.place,
        section.marker,
        section.number,
        section.scope,
        section.level,
        section.anchor,
        section.given,
    )
