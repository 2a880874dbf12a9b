"""Under which conditions each line of a template stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import jinja2
import jinja2.nodes as j

from whereas.assembly.template import parse_template, traced


class Condition(NamedTuple):
    """A tag around some text: what it is, `condition` or `loop`, and its line in the text (from 1)."""

    word: str
    line: int


@lru_cache(maxsize=64)
def conditions_of(text: str) -> dict[int, tuple[Condition, ...]]:
    """Line of a text to the tags around it, outermost first; none for what stands in any case."""
    found: dict[int, tuple[Condition, ...]] = {}
    try:
        tree = parse_template(text)
    except (jinja2.TemplateSyntaxError, RecursionError):  # told where it is rendered
        return found
    for line, around in _lines(tree.body, (), text):
        if len(around) > len(found.get(line, ())):  # of a line that stands in several, the innermost
            found[line] = around
    return found


def _lines(
    body: Iterable[j.Node], around: tuple[Condition, ...], text: str
) -> Iterator[tuple[int, tuple[Condition, ...]]]:
    for node in body:
        match node:
            case j.If():
                for branch in (node, *node.elif_):
                    yield from _lines(branch.body, (*around, Condition("condition", branch.lineno)), text)
                yield from _lines(node.else_, (*around, Condition("condition", node.lineno)), text)
            case j.For():
                yield from _lines((*node.body, *node.else_), (*around, Condition("loop", node.lineno)), text)
            case j.Output():
                for each in node.nodes:
                    if isinstance(each, j.TemplateData):
                        yield from ((trace.line, around) for _, trace in traced(each.data, text))
