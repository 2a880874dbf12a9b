"""A page's content, step by step: in what kind of marked content each operation stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ASIDE = "/Artifact"
#: Artifacts that all sheets print: headers and footers.
FRAME = "/Artifact/Pagination"
#: What stands at the head of the first page instead of a cover.
HEAD = "/Head"
#: Marked content that is no part of the text: what repeats or adorns it, contents, footnotes, formulas.
APART = (ASIDE, HEAD, "/TOC", "/Note", "/Formula")
_KINDS = (*APART, FRAME)
_SHOWING = (b"Tj", b"TJ", b"'", b'"')


@dataclass(frozen=True)
class Step:
    """One operation: in what kind of marked content it stands (the how manieth), if in any, and within which tags.

    `aside` is the number of the artifact around it, whatever it is within that.
    """

    operands: Any
    operator: bytes
    kind: str = ""
    number: int = 0
    aside: int = 0
    within: frozenset[str] = frozenset()

    @property
    def shows(self) -> bool:
        """Whether it sets words."""
        return self.operator in _SHOWING

    @property
    def adorns(self) -> bool:
        """Whether it is no text, nor repeats any: a watermark, bullet or number of a line."""
        return self.kind in (ASIDE, FRAME)


def steps_of(operations: Any) -> Iterator[Step]:
    """The operations, each with what it stands in. What is not ended is, with the page."""
    opened: list[tuple[str, str, int]] = []  # each open tag, of what kind it makes what stands in it, the how manieth
    counts: Counter[str] = Counter()
    for operands, operator in operations:
        if operator in (b"BMC", b"BDC"):
            tag, (kind, number) = _tag(operands), opened[-1][1:] if opened else ("", 0)
            if tag in _KINDS and tag != kind:
                counts[tag] += 1
                kind, number = tag, counts[tag]
            opened.append((tag, kind, number))
        elif operator == b"EMC" and opened:
            opened.pop()
        kind, number = opened[-1][1:] if opened else ("", 0)
        aside = next((each[2] for each in opened if each[1] == ASIDE), 0)
        yield Step(operands, operator, kind, number, aside, frozenset(each[0] for each in opened))


def _tag(operands: Any) -> str:
    """The tag of marked content; that of what all sheets print is told apart from other artifacts."""
    tag = str(operands[0]) if operands else ""
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
    return FRAME if tag == ASIDE and properties.get("/Type") == "/Pagination" else tag
