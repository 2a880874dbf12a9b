"""Every expression of a template is worked out by itself: one that fails leaves a fault in its place, and no more.

Printed values, conditions, loops and `set` are each wrapped in a guard: a filter with a name that nobody can write. The
code that Jinja makes then hands the guard its line and a function that works the expression out, in place of what it
comes to; what is printed also has its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import cast

import jinja2.nodes as j
from jinja2.compiler import CodeGenerator, Frame

_PRINTED, _MET, _LISTED, _KEPT, _REFUSED = "each, printed", "each, met", "each, listed", "each, kept", "each, refused"
#: The guards by name, and the methods of the environment that do their work.
GUARDS = {_PRINTED: "printed", _MET: "met", _LISTED: "listed", _KEPT: "printed", _REFUSED: "refused"}
#: Begins a text that stands for an expression which cannot be read, and says why.
UNREADABLE = "\ue000"


class GuardedCode(CodeGenerator):
    """Jinja's code, in which guards take a function."""

    def visit_Filter(self, node: j.Filter, frame: Frame) -> None:  # noqa: N802 (the name is Jinja's)
        """Write a filter, or a guard."""
        if node.name not in GUARDS or node.node is None:
            super().visit_Filter(node, frame)
            return
        self.write(f"environment.{GUARDS[node.name]}({node.lineno}, lambda: ")
        self.visit(node.node, frame)
        self.write(f", {_what(node.node)!r})" if node.name == _PRINTED else ")")


def guard(tree: j.Template) -> None:
    """Put a guard around every expression of a template."""
    for output in tree.find_all(j.Output):
        output.nodes = [each if isinstance(each, j.TemplateData) else _guard(each, _PRINTED) for each in output.nodes]
    for condition in tree.find_all(j.If):
        condition.test = _guard(condition.test, _MET)
    for loop in tree.find_all(j.For):
        loop.iter = _guard(loop.iter, _LISTED)
        loop.test = _guard(loop.test, _MET) if loop.test else None
    for kept in tree.find_all(j.Assign):
        kept.node = _guard(kept.node, _KEPT)


def guarded(tree: j.Template) -> list[j.Filter]:
    """The guards of a template, each around its expression."""
    return [each for each in tree.find_all(j.Filter) if each.name in GUARDS]


def unguarded(node: j.Node) -> Iterator[j.Node]:
    """A template and all that is no expression in a guard."""
    yield node
    for child in node.iter_child_nodes():
        if not (isinstance(child, j.Filter) and child.name in GUARDS):
            yield from unguarded(child)


def unreadable(expression: j.Filter) -> str:
    """Why a guarded expression could not be read; nothing if it could."""
    node = expression.node
    text = node.value if isinstance(node, j.Const) else ""
    return text[1:] if isinstance(text, str) and text.startswith(UNREADABLE) else ""


def nothing_printed(expression: j.Filter) -> str:
    """Why a guarded expression that is printed can never print a word; nothing if it can."""
    node: j.Node | None = expression.node if expression.name == _PRINTED else None
    while isinstance(node, j.Filter):
        node = node.node
    match node:
        case j.Name(name="deal"):
            return "`deal` is for conditions, as in `{% if deal %}`, and nothing that can be printed"
        case j.Const(value=str(words)) if not any(_is_seen(sign) for sign in words):
            return "this prints nothing; leave it out"
        case j.List(items=items) | j.Tuple(items=items) if not items:
            return "this prints nothing; leave it out"
        case j.List(items=items) | j.Tuple(items=items) if any(isinstance(each, j.List | j.Tuple) for each in items):
            return "a list in a list is nothing that can be printed"
    return ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZ"


def refuse(expression: j.Filter, why: str) -> None:
    """Put what says why in the place of a guarded expression that may not be there."""
    expression.node = _guard(j.Const(why, lineno=expression.lineno), _REFUSED)


def _what(expression: j.Expr) -> str:
    """The name that an expression begins with: `buyer` of `buyer.name | upper`."""
    node: j.Node | None = expression
    while isinstance(node, j.Filter | j.Getattr):
        node = node.node
    return node.name if isinstance(node, j.Name) else ""


def _guard(expression: j.Node, name: str) -> j.Filter:
    return j.Filter(cast(j.Expr, expression), name, [], [], None, None, lineno=expression.lineno)
