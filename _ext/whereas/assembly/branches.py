"""All branches of a template: the texts it may give, so many that what stands in any branch stands in one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import jinja2
import jinja2.nodes as j

from whereas.assembly.marks import slot_mark
from whereas.assembly.template import parse_template, traced

#: What stands for something printed: the mark of a slot.
PRINTED = slot_mark(0)


class Branch(NamedTuple):
    """A text that a template may give, and the line of the template that each of its lines comes from."""

    text: str
    lines: tuple[int, ...]


def branches(text: str) -> tuple[Branch, ...]:
    """The texts that a template may give; one that cannot be read gives itself, its tags as words."""
    try:
        found = _texts(parse_template(text).body) if "{%" in text or "{{" in text or "{##" in text else []
    except (jinja2.TemplateSyntaxError, RecursionError):  # told where it is rendered
        found = []
    if not found:
        return (Branch(text, tuple(range(1, text.count("\n") + 2))),)
    traces = [traced(each, text) for each in found]
    return tuple(Branch("\n".join(line for line, _ in each), tuple(at.line for _, at in each)) for each in traces)


def _texts(body: Iterable[j.Node]) -> list[str]:
    """The texts of nodes that follow one another: as many as the one with the most has."""
    parts = [_branches(node) for node in body]
    count = max((len(each) for each in parts), default=1)
    return ["".join(each[min(index, len(each) - 1)] for each in parts) for index in range(count)]


def _branches(node: j.Node) -> list[str]:
    match node:
        case j.Output():
            return ["".join(each.data if isinstance(each, j.TemplateData) else PRINTED for each in node.nodes)]
        case j.If():
            bodies = [node.body, *(each.body for each in node.elif_), node.else_]
            return [text for body in bodies for text in _texts(body)]
        case j.For():
            return [*_texts(node.body), *(_texts(node.else_) if node.else_ else ())]
    return [""]
