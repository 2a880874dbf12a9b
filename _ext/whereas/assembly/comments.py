"""HTML comments, taken out of a text before anything is made of it: they are words for nobody."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def comments_plugin(md: MarkdownIt) -> None:
    """Have a parser leave out comments that end; one that does not is told where the text is read."""
    md.core.ruler.after("inline", "comments", _take_out)


def without_comments(text: str) -> str:
    """A line, such as the title of a box, without the comments in it."""
    return _COMMENT.sub("", text).strip() if "<!--" in text else text


def _take_out(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "html_block":
            token.content = _COMMENT.sub("", token.content)
        elif token.children and "<!--" in token.content:
            token.content = _without(token.children, token.content)
    state.tokens = [token for token in state.tokens if token.type != "html_block" or token.content.strip()]


def _without(tokens: list[Token], text: str) -> str:
    """Take comments out of the tokens of a line, with the space beside each; gives its text without them."""
    kept: list[Token] = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type != "html_inline" or not _COMMENT.fullmatch(token.content):
            kept.append(token)
            continue
        text = text.replace(token.content, "", 1)
        if after is None or after.content[:1] == " " or after.type == "softbreak":
            if kept and kept[-1].type == "text":
                kept[-1].content = kept[-1].content.rstrip(" ")
            elif after is not None and not kept:
                after.content = after.content.lstrip(" ")
    tokens[:] = kept
    return text.strip()
