"""What the styles of a Word file are called: names that people know, and ids that Word makes of them."""

from __future__ import annotations

from whereas.word.levels import DEEPEST
from whereas.word.numbers import Label, Numbers

#: The styles that count, for each family: of its levels, and of the headings among them.
_LEVELS = {
    "main": "Clause Level {}",
    "text": "Text Level {}",
    "parties": "Party Level {}",
    "recitals": "Recital Level {}",
    "paragraphs": "Schedule Level {}",
    "definitions": "Definition Level {}",
}
_FIRST = {"parties": "Party", "recitals": "Recital"}
_HEADINGS = {"main": "heading {}", "paragraphs": "Schedule Heading {}"}
_ATTACHED = {
    "schedule": ("Schedule", "Schedule Appendix", "Schedule Part"),
    "annex": ("Annex", "Annex Appendix", "Annex Part"),
    "appendix": ("Appendix", "Appendix Level 2", "Appendix Part"),
    "parts": ("Part",),
}
#: The families of what is attached, and of parts.
ATTACHED = tuple(_ATTACHED)


def counting_style(family: str, depth: int, heads: bool) -> str:
    """The name of a style that counts at a depth of a family."""
    if family in _ATTACHED:
        names = _ATTACHED[family]
        return names[min(depth, len(names) - 1)]
    if heads and family in _HEADINGS:
        return _HEADINGS[family].format(depth + 1)
    if depth == 0 and family in _FIRST:
        return _FIRST[family]
    return _LEVELS[family].format(min(depth, DEEPEST - 1) + 1)


def style_id(name: str) -> str:
    """The id that Word makes of a name: `ClauseLevel2`, `Heading1`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def linked_style(numbers: Numbers, family: str, depth: int) -> str:
    """The name of the style that has a level of a family: applying it numbers a paragraph."""
    return counting_style(family, depth, numbers.heads(family, depth))


def inserted(name: str) -> str:
    """The name of the style of a heading that looks like another, and whose number was given by hand."""
    return f"Inserted {name[:1].upper()}{name[1:]}"


def style_of(label: Label, family: str) -> str:
    """The name of the style of a paragraph with a label."""
    return counting_style(family, label.depth, label.is_heading)
