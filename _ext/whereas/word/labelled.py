"""A paragraph with a label: the style that counts, the list if it is another one, and where the text stands."""

from __future__ import annotations

from collections.abc import Mapping

from whereas.word.frame import KEEP, STEP
from whereas.word.levels import Level
from whereas.word.numbers import Label
from whereas.word.parts import Parts
from whereas.word.style_names import ATTACHED, inserted, linked_style, style_id, style_of
from whereas.word.xml import element, run, text_runs


class Labelled:
    """Writes what a label asks of its paragraph."""

    def __init__(self, parts: Parts) -> None:
        """Take the parts of the file, which know all labels."""
        self.parts = parts

    def paragraph(self, label: Label, left: int, content: str, keep: bool = False) -> tuple[Mapping[str, str], str]:
        """The properties of a paragraph whose text begins at `left`, and its content with what is typed."""
        own: dict[str, str] = dict(KEEP) if keep else {}
        if label.num is None and label.is_heading:
            own["pStyle"] = element("pStyle", val=style_id(inserted(style_of(label, label.family))))
            return own, self.typed(label, content)
        if label.num is None:
            own["pStyle"] = element("pStyle", val=f"ClauseText{min(max(left // STEP, 1), 9)}")
            own["ind"] = element("ind", left=left, hanging=STEP)
            return own, self.typed(label, content)
        numbers, family = self.parts.numbers, label.family
        style = style_of(label, family)
        own["pStyle"] = element("pStyle", val=style_id(style))
        if label.num != numbers.base(numbers.families[family]) or style != linked_style(numbers, family, label.depth):
            own["numPr"] = (
                f"<w:numPr>{element('ilvl', val=label.depth)}{element('numId', val=label.num.number)}</w:numPr>"
            )
        if family not in ATTACHED and left != indent_of(self.parts, family, label.depth, label.is_heading):
            own["ind"] = element("ind", left=left, hanging=STEP)
        if label.typed:
            content = text_runs(label.typed + " ") + content
        return own, content

    def stands_above(self, label: Label) -> bool:
        """Whether a heading's label is a line of its own, above the title: Schedule 1, Article I."""
        family = self.parts.numbers.families.get(label.family)
        if family is None or not label.is_heading or label.depth >= len(family.levels):
            return False
        return is_above(label.family, label.level or family.levels[label.depth])

    def typed(self, label: Label, content: str) -> str:
        """A label that Word cannot count stands before the text, and citations lead to it."""
        name = f"{label.anchor}:number"
        return (
            self.parts.anchored(name, text_runs(label.marker.rstrip(".")))
            + text_runs(label.marker[len(label.marker.rstrip(".")) :])
            + run("<w:br/>" if self.stands_above(label) else "<w:tab/>")
            + content
        )


#: At which depth parts are counted in what is attached; their labels stand beside their titles.
_PART = 2


def is_above(family: str, level: Level) -> bool:
    """Whether the label of a level's headings stands above their titles: of what is attached, or if it has a word."""
    if family in ATTACHED:
        return family != "parts" and level.depth < _PART
    return level.depth == 0 and level.sample.word.strip().isalpha()


def indent_of(parts: Parts, family: str, depth: int, heads: bool) -> int:
    """Where the text of a level stands in its style: below headings two levels begin at the same edge."""
    if heads:
        return STEP * max(depth, 1)
    headed = family in ("main", "paragraphs") and parts.numbers.heads(family, 0)
    return STEP * (max(depth, 1) if headed else depth + 1)
