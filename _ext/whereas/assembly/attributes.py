"""Attributes such as `{#label .class}`: on a line of their own before what they belong to, or on its very line.

`1. {#lead} Words.`, `{#lead} Words.`, `## {#x} Heading` and `## Heading {#x}` say the same as an attribute line before
the item, the paragraph or the heading. This plugin for markdown-it reads both, in place of MyST's, which loses the
words after `{#lead}` where the line happens to end with a brace. Attributes that belong to nothing stay in the text as
they are written, for the lift to report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

_LINE = "attribute_line"
_AT_END = re.compile(r"(?<!\\)\{[#.][^{}]*\}\Z")
#: What attributes say nothing of.
_NO_BEARERS = ("html_block", "hr", "myst_line_comment", "myst_block_break")


def attributes_plugin(md: MarkdownIt) -> None:
    """Read attributes wherever authors write them."""
    for ruler in (md.block.ruler, md.core.ruler):  # MyST's own; those of images and other words in a line stay
        ruler.disable("attr", ignoreInvalid=True)
    md.block.ruler.before("fence", _LINE, _attribute_line)
    md.core.ruler.after("block", "attributes_of_lines", _give_lines)
    md.core.ruler.after("attributes_of_lines", "attributes_in_lines", _take_from_lines)


def read_attributes(text: str) -> tuple[dict[str, str], str] | None:
    """The attributes that a text begins with, and the text after them; None where it begins with none."""
    if not text.startswith("{"):
        return None
    try:
        end, attributes = parse(text)
    except ParseError:
        return None
    return (attributes, text[end + 1 :]) if attributes else None


# ---- on a line of their own


def _attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of attributes and nothing else."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    found = read_attributes(line)
    if found is None or found[1]:
        return False
    if not silent:
        token = state.push(_LINE, "", 0)
        token.attrs, token.content, token.map = {**found[0]}, line, [start, start + 1]
        state.line = start + 1
    return True


def _give_lines(state: StateCore) -> None:
    """Give the attributes of such lines to what comes next; to the item, where that is all there is in it."""
    tokens: list[Token] = []
    waiting: list[Token] = []
    for token in [*state.tokens, None]:
        if token is not None and token.type == _LINE:
            waiting.append(token)
            continue
        bearer = token if token is not None and token.nesting >= 0 and token.type not in _NO_BEARERS else None
        if token is not None and token.type == "list_item_close" and tokens[-1].type == "list_item_open":
            bearer = tokens[-1]
        for line in waiting:
            if bearer is None or not _give(bearer, line.attrs):
                tokens += _as_written(line)
        waiting = []
        tokens += [token] if token is not None else []
    state.tokens = tokens


def _as_written(line: Token) -> list[Token]:
    """A paragraph of a line of attributes that belongs to nothing."""
    inline = Token("inline", "", 0, map=line.map, level=line.level + 1, content=line.content, children=[], block=True)
    return [
        Token("paragraph_open", "p", 1, map=line.map, level=line.level, block=True),
        inline,
        Token("paragraph_close", "p", -1, level=line.level, block=True),
    ]


# ---- on the line of what they belong to


def _take_from_lines(state: StateCore) -> None:
    """Take attributes out of the text that they open, or, in a heading, close."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if inline.type != "inline" or opening.type not in ("paragraph_open", "heading_open"):
            continue
        found = read_attributes(inline.content)
        empty = found and not found[1].strip() and opening.type == "paragraph_open"  # a heading may be without words
        if found and not empty and _give(opening, found[0]):
            inline.content = found[1].lstrip(" \t")
            if inline.content.startswith("\n"):  # the text begins in the line below
                inline.content = inline.content.lstrip()
                for token in (opening, inline):
                    token.map = token.map and [token.map[0] + 1, token.map[1]]
        if opening.type == "heading_open" and (at_end := _AT_END.search(inline.content)):
            found = read_attributes(at_end[0])
            if found and not found[1] and inline.content[: at_end.start()].strip() and _give(opening, found[0]):
                inline.content = inline.content[: at_end.start()].rstrip()


def _give(bearer: Token, attributes: Mapping[str, str | int | float]) -> bool:
    """Add attributes to those of a block; not a second label, which would take the place of the first."""
    if "id" in attributes and "id" in bearer.attrs:
        return False
    both = " ".join(str(each["class"]) for each in (bearer.attrs, attributes) if "class" in each)
    bearer.attrs = {**bearer.attrs, **attributes, **({"class": both} if both else {})}
    return True
