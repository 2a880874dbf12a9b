"""The fields of a Word file, worked out as Word does (ECMA-376 part 1, 17.16.5): what each would print now."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from whereas.word.recount import Counted

#: Fields whose results Word makes by itself from pages, or that only lead somewhere.
LAID_OUT = ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES")
LEADING = ("TOC", "HYPERLINK", "TITLE", "DOCPROPERTY", "NOTEREF")


@dataclass
class Field:
    """A field: its code, and what it printed last."""

    code: str = ""
    cached: list[str] = field(default_factory=list)
    is_shown: bool = False  # whether its code has ended

    @property
    def kind(self) -> str:
        """Its kind: REF."""
        return (self.code.split() or [""])[0].upper()

    @property
    def target(self) -> str:
        """The bookmark that it leads to."""
        words = self.code.split()
        return words[1] if len(words) > 1 else ""

    @property
    def switches(self) -> set[str]:
        """Its switches: `\\w`."""
        return {each.lower() for each in re.findall(r"\\[a-zA-Z#*@!]", self.code)}


def printed(each: Field, label: Counted | None, words: str) -> str:
    """What a REF prints, for a bookmark in a paragraph of a label, around words."""
    if not {"\\w", "\\n", "\\r"} & each.switches:
        return words
    if label is None:
        return "0"
    said = label.full if "\\w" in each.switches else label.bare
    if "\\#" in each.switches:  # a number alone, whatever stands around it
        return re.sub(r"\D", "", said)
    return re.sub(r"[^\d.\-()]", "", said) if "\\t" in each.switches else said
