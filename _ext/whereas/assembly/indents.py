"""How far in each item of a list stands, which Markdown forgets: one a little further in is none below the others."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode

#: How many columns further in nobody stands who is to be one of the same list.
_FURTHER = 2


def indents_plugin(md: MarkdownIt) -> None:
    """Note in each item's token in which column its mark stands."""
    md.core.ruler.after("block", "indents", _note_indents)


def _note_indents(state: StateCore) -> None:
    lines = [line.expandtabs(4) for line in state.src.split("\n")]
    begun: set[int] = set()
    for token in state.tokens:
        if token.type == "list_item_open" and token.map:
            line = token.map[0]
            text = lines[line].lstrip("> ") if line < len(lines) else ""
            if text and line not in begun:  # of two marks on one line, the second has no column to speak of
                token.meta["indent"] = len(lines[line]) - len(text)
            begun.add(line)


def stray_items(token: SyntaxTreeNode) -> Iterator[tuple[SyntaxTreeNode, str]]:
    """The items of a numbered list, each with its mark, that stand further in than the first and do not count on."""
    first, *others = token.children
    before = first
    for item in others:
        further = item.meta.get("indent", 0) - first.meta.get("indent", item.meta.get("indent", 0))
        if further >= _FURTHER and int(item.info) != int(before.info) + 1:
            yield item, f"{item.info}{item.markup}"
        before = item
