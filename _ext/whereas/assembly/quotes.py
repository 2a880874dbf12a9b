"""Typographic quotation marks, apostrophes, dashes and dots in contract text, by what the reader will see.

Facts and citations are not known yet, and stand for words: a value stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.utils import smartquotes

from whereas.agreement.remade import remade
from whereas.agreement.runs import Item, Reference, Run, Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.walk import text_of
from whereas.assembly.marks import SLOT
from whereas.assembly.stand_ins import leftover, lifted_run
from whereas.language.quotation import WORDS, Marks, Segment, turn_quotes

_VERBATIM = (nodes.literal, nodes.literal_block, nodes.FixedTextElement, nodes.math, nodes.raw, leftover)
_UNSEEN = (nodes.target, nodes.system_message, nodes.comment, nodes.Invisible)
_NUMBERED = {"1": "bde", "2": "bDe", "3": "bie"}


def educate_quotes(document: nodes.document, style: Style) -> list[nodes.Node]:
    """Turn the marks of each line of a parsed text, and give the definitions that have a second pair around them."""
    action, marks, doubled = _action(document), marks_of(style), list[nodes.Node]()
    if not action:
        return []
    for block in document.findall(nodes.TextElement):
        if isinstance(block, nodes.Inline) or isinstance(block.parent, nodes.TextElement):
            continue
        leaves = list(_leaves(block))
        pieces = [_pieces(leaf, action) for leaf in leaves]
        flat = [piece for each in pieces for piece in each]
        texts = turn_quotes(flat, marks) if _turns(action) else [piece.text for piece in flat]
        start, before = 0, ""
        for leaf, each in zip(leaves, pieces, strict=True):
            new = texts[start : start + len(each)]
            start += len(each)
            if _defines(leaf) and before.endswith(('"', marks.open)) and new[0] == style.quotes[0]:
                doubled.append(leaf)
            before = "".join(new)
            _change(leaf, new)
    return doubled


def typographic(text: str, page: nodes.document, style: Style) -> str:
    """The same for a text that is no markup, such as the heading of a clause."""
    action = _action(page)
    text = _dashed(text, action) if action else text
    return turn_quotes([Segment(text)], marks_of(style))[0] if _turns(action) else text


def _action(document: nodes.document) -> str:
    """What Sphinx's `smartquotes_action` asks for; nothing where typographic marks are not wanted."""
    env = getattr(document.settings, "env", None)
    config = document.settings if env is None else env.config
    return str(config.smartquotes_action) if config.smartquotes else ""


def _turns(action: str) -> bool:
    """Whether Sphinx's `smartquotes_action` asks for quotation marks."""
    return "q" in action or action in _NUMBERED


def marks_of(style: Style) -> Marks:
    """The marks of a style: those in which it defines terms, and for inner quotations those of its language."""
    table, tag = smartquotes.smartchars.quotes, style.locale.replace("_", "-").lower()
    known = tuple(table.get(tag) or table.get(tag.partition("-")[0]) or table["en"])
    own = style.quotes if style.quotes != Style.quotes else known[:2]
    return Marks(*own, *known[2:])


def _leaves(node: Any) -> Iterator[nodes.Node]:
    """What a reader sees of a line, in order: texts, what roles of ours give, and whatever has no text."""
    for child in node.children:
        if isinstance(child, nodes.Text | lifted_run) or not child.children:
            if not isinstance(child, _UNSEEN):
                yield child
        elif not isinstance(child, _UNSEEN):
            yield from _leaves(child)


def _pieces(leaf: nodes.Node, action: str) -> list[Segment]:
    match leaf:
        case lifted_run():
            return [Segment(text, fixed) for text, fixed in _of_run(leaf.run)]
        case nodes.Text() if _is_verbatim(leaf):
            return [Segment(str(leaf), True)]
        case nodes.Text():
            parts = SLOT.split(_dashed(str(leaf), action))
            return [Segment(WORDS, True) if index % 2 else Segment(part) for index, part in enumerate(parts)]
        case nodes.raw():  # the end of a line
            return [Segment(" ", True)]
    return [Segment(WORDS, True)]


def _dashed(text: str, action: str) -> str:
    """A text with its dashes and dots: `--`, `---` and `...`."""
    rest = _NUMBERED.get(action, action).replace("q", "")
    return next(iter(smartquotes.educate_tokens([("plain", text)], rest)), text) if rest else text


def _of_run(run: Run) -> list[tuple[str, bool]]:
    """The words of what a role gives, and whether they stay."""
    match run:
        case Reference(words=(_, *_) as words) | Styled(runs=words):
            return [(text_of((each,)), not isinstance(each, Text)) for each in words]
        case Item() if run.only_counts:
            return [("", True)]
        case Reference() | Item():
            return [(WORDS, True)]
    return [(text_of((run,)), True)]


def _change(leaf: nodes.Node, texts: list[str]) -> None:
    """Put new texts in their place."""

    def words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(Text(text) if isinstance(run, Text) else run for run, text in zip(runs, texts, strict=True))

    match leaf:
        case lifted_run(run=Reference(words=(_, *_) as old) as run):
            leaf.run = remade(run, words=words(old))
        case lifted_run(run=Styled(runs=old) as run):
            leaf.run = remade(run, runs=words(old))
        case nodes.Text() if not _is_verbatim(leaf):
            marks = iter(SLOT.finditer(str(leaf)))
            new = "".join(next(marks)[0] if index % 2 else text for index, text in enumerate(texts))
            if new != leaf:
                parent: Any = leaf.parent
                parent.replace(leaf, nodes.Text(new))


def _defines(leaf: nodes.Node) -> bool:
    """Whether this is the mark that a `{define}` begins with."""
    return isinstance(leaf, lifted_run) and isinstance(leaf.run, Text)


def _is_verbatim(text: nodes.Node) -> bool:
    node: Any = text.parent
    while node is not None and not isinstance(node, nodes.document):
        if isinstance(node, _VERBATIM):
            return True
        node = node.parent
    return False
