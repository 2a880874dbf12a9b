"""Markup that nothing has understood, and that would be printed as words: where, and what its author may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from whereas.assembly.markup_names import ROLES
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

MARKUP = Rule(
    "markup",
    "No markup is left in the text that a reader sees.",
    bad="1. The seller ~~makes~~ delivers.",
    good="1. The seller delivers.",
)


_WRITTEN = {"this": "{this}`clause`", "define": "{define}`Term`", "no-term": "{no-term}`words`"}
#: Each kind of markup, as it looks where it was not understood, and how it is written. The first that fits is it.
_KINDS = {
    "comment": (r"\{#\s[^{}]*\}?", "a comment is written {## like this ##}"),
    "attributes": (
        r"\{#[^{}]*\}?|\{\.[A-Za-z][^{}]*\}?|\{(?:number|format|start)=[^{}]*\}?",
        "a label stands at the beginning of its item, paragraph or heading, or on a line of its own before that; "
        "nothing has two of them",
    ),
    "value": (r"\{\{|\}\}", "a value is written {{ name }}, with two braces on either side"),
    "tag": (r"\{%|%\}", "a condition is written {% if ... %} ... {% endif %}"),
    "link": (r"\[[^\[\]]*\]\(#[^()\s]*\)?|\[\]\(", "a link to a provision is written [](#label)"),
    "address": (
        r"\[[^\[\]]*\]\((?i:javascript|vbscript|file|data):(?:[^()\s]|\([^()\s]*\))*\)?",
        "links begin with http, https, mailto or tel",
    ),
    "role": (
        rf"\{{(?:{'|'.join(ROLES)})\}}",
        "it is written {role}, with a backtick on either side of the name and no space before it",
    ),
    "target": (
        r"\A\([\w.-]+\)=(?=\s|\Z)",
        "such a label stands on a line of its own; before words it is written {#label}",
    ),
    "fence": (r":{3,}", "a directive begins with `:::{name}` and ends with `:::`, each on a line of its own"),
    "code": (
        r"`{3,}",
        "such a block begins and ends with ``` on a line of its own, with no other backtick in it; or write :::",
    ),
    "struck": (r"~~", "an agreement has no struck-out words: delete them, or leave them in"),
}
_MARKUP = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, (pattern, _) in _KINDS.items()))
#: What stands for a sign that is escaped, and so is no markup.
_ESCAPED = "\ufffd"
_ATTRIBUTES = re.compile(r"\{(?:[#.]|\w+=)[^{}]*\}")
_ROLE_BEFORE_CODE = re.compile(r"\{[A-Za-z][\w:+.-]*\}\Z")


class Leftover(NamedTuple):
    """A piece of markup in a text: where it begins, how it looks, what to say of it, and how such markup is written."""

    start: int
    text: str
    message: str
    hint: str

    def finding(self, place: Place) -> Finding:
        """The finding that it is, at its place."""
        return MARKUP.at(place, self.message, self.hint)


def leftovers(text: str, before_code: bool = False) -> Iterator[Leftover]:
    """The markup left in words that an author wrote; `before_code` says that words in backticks follow them."""
    last = 0
    for found in _MARKUP.finditer(text):
        last = found.end()
        yield _leftover(found, str(found.lastgroup))
    if before_code and (role := _ROLE_BEFORE_CODE.search(text, last)):
        yield _leftover(role, "role")


def _leftover(found: re.Match[str], kind: str) -> Leftover:
    message = f"{found[0]!r} is markup out of place, and would be printed as words"
    role = found[0][1:-1]
    written = _WRITTEN.get(role) or f"{{{role if role in ROLES else 'clause'}}}`label`"
    return Leftover(found.start(), found[0], message, _KINDS[kind][1].replace("{role}", written))


# ---- in Markdown


def leftovers_plugin(md: MarkdownIt, hint: str = "") -> None:
    """Make each piece of markup that is left a token of its own; code is as it stands, and so is an escaped sign.

    `hint` is what to say of each, where it is not how such markup is written.
    """
    md.core.ruler.before("text_join", "leftovers", lambda state: _find_leftovers(state, hint))


def _find_leftovers(state: StateCore, hint: str) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            first, *others = (list(_marked(line)) for line in _lines(token.children))
            token.children = [*first, *(new for line in others for new in _below_text(line))]
            for left in token.children if hint else ():
                if left.type == "leftover":
                    left.meta["leftover"] = left.meta["leftover"]._replace(hint=hint)


def _lines(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of a paragraph, line by line; the end of a line is that of its last one."""
    line: list[Token] = []
    for token in tokens:
        line.append(token)
        if token.type == "softbreak":
            yield line
            line = []
    yield line


def _marked(line: list[Token]) -> Iterator[Token]:
    """The tokens of a line, with those of plain text cut where markup is left in it."""
    kinds = [token.type for token in line]
    at = 0
    for plain, group in groupby(line, lambda token: token.type in ("text", "text_special")):
        run = list(group)
        at += len(run)
        if not plain:
            yield from run
            continue
        text = "".join(token.content for token in run)
        seen = "".join(token.content if token.type == "text" else _ESCAPED * len(token.content) for token in run)
        done = 0
        for found in leftovers(seen, before_code=kinds[at : at + 1] == ["code_inline"]):
            yield Token("text", "", 0, content=text[done : found.start])
            yield Token("leftover", "", 0, content=found.text, meta={"leftover": found})
            done = found.start + len(found.text)
        yield from [Token("text", "", 0, content=text[done:])] if done else run


def _below_text(line: list[Token]) -> list[Token]:
    """A line that is not the first of its paragraph: where attributes are all there is in it, they say nothing."""
    match [token for token in line if token.type != "softbreak" and token.content]:
        case [Token(type="leftover", content=text, meta=meta)] if _ATTRIBUTES.fullmatch(text):
            message = "a line of attributes became part of the text before it"
            meta["leftover"] = meta["leftover"]._replace(message=message, hint="put an empty line before it")
    return line
