"""Where paragraphs stand: how far in, in which style, and whether they stay with what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whereas.word.xml import Properties, element

#: One step of indent, 12 mm, in twentieths of a point; a label stands in a column of one step.
STEP = 680


@dataclass(frozen=True)
class Frame:
    """The left edge of text, in twentieths of a point, and the style of paragraphs without a number.

    In what is `outer`, right below a heading, provisions know from their level where to stand. `width` is that between
    the margins.
    """

    width: int
    left: int = 0
    style: str = ""
    outer: bool = True
    keep: bool = False

    def deeper(self, by: int) -> Frame:
        """Further in."""
        return replace(self, left=self.left + by, outer=False, keep=False)

    def provision(self, level: int) -> Frame:
        """The text of a provision of a level."""
        left = STEP * max(level - 1, 1) if self.outer else self.left + STEP
        return replace(self, left=left, outer=False, keep=False)

    def kept(self) -> Frame:
        """The same, of which all stays with what follows."""
        return replace(self, keep=True)

    def plain(self) -> dict[str, str]:
        """The properties of a paragraph without a number."""
        if self.style:
            found = {"pStyle": element("pStyle", val=self.style)}
            if self.left:
                found["ind"] = element("ind", left=self.left)
        elif self.left and self.left % STEP == 0 and self.left // STEP <= 9:
            found = {"pStyle": element("pStyle", val=f"ClauseText{self.left // STEP}")}
        else:
            found = {"pStyle": element("pStyle", val="BodyText")}
            if self.left:
                found["ind"] = element("ind", left=self.left)
        return {**found, **KEEP} if self.keep else found


KEEP: Properties = {"keepNext": "<w:keepNext/>"}
