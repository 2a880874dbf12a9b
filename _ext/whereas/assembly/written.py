"""Numbers that were typed, in a parsed text: before headings and items, in lists, and at the beginning of lines."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from docutils import nodes

from whereas.agreement.rules import EMPTY
from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import Style
from whereas.assembly.forms import section_kind, written
from whereas.assembly.swallowed import Flaw
from whereas.assembly.typed import Typed, escaped, jumps, typed_marks, typed_number, typed_numbers
from whereas.library.finding import Finding
from whereas.library.rule import Rule

if TYPE_CHECKING:
    from whereas.assembly.template import Rendered

TYPED_NUMBER = Rule(
    "typed-number",
    "Nobody types a number: provisions count by themselves.",
    bad="1. 1.1 The seller delivers.\n1. 1.2 The buyer pays.",
    good="1. The seller delivers.\n1. The buyer pays.",
)


_UNNUMBERED = ("parties", "recitals", "unnumbered")


def check_written(document: nodes.document, rendered: Rendered, style: Style) -> Iterator[Finding]:
    """What is wrong with a text as it was written: what Markdown may have eaten of it, and typed numbers."""
    flaws: list[Flaw] = document.get("flaws", [])
    for flaw in flaws:
        yield flaw.rule.at(rendered.place(flaw.line), flaw.message, flaw.hint)
    words, known = _words(style), {flaw.line for flaw in flaws}
    for node in document.findall(nodes.Element):
        match node:
            case nodes.enumerated_list() if node.line not in known:
                yield from _list(node, rendered, known)
            case nodes.list_item() if _is_wordless(node, rendered):
                hint = "write its text, or leave the whole item out"
                yield EMPTY.at(rendered.place(node.line), "this item has a label but no words", hint)
            case nodes.document() | nodes.section():
                yield from _headings(node, rendered, words)
                paragraphs = [each for each in node.children if isinstance(each, nodes.paragraph)]
                for number, paragraph in _in_a_row(paragraphs):
                    message = f"{number.text!r} is typed here, and stays as it is when other numbers change"
                    hint = f"write `1.` before the text for a number that counts; {_if_words(number.text)}"
                    yield TYPED_NUMBER.at(rendered.place(paragraph.line), message, hint)
            case nodes.paragraph():
                for line, mark in list(typed_marks(node.rawsource))[:1]:
                    message = f"{mark.text!r} at the beginning of a line runs on in the paragraph above it"
                    hint = _instead(mark)
                    yield TYPED_NUMBER.at(rendered.place((node.line or 1) + line), message, hint)


def _instead(mark: Typed) -> str:
    """What to write instead of a mark at the beginning of a line."""
    if mark.values == {1} and escaped(mark.text) == mark.text:
        return "for a list, put an empty line before it and write `-` before each item"
    within = "for a number within the sentence, write {item}`label`"
    words = "" if escaped(mark.text) == mark.text else f"; {_if_words(mark.text)}"
    return f"for a list, put an empty line before it and write `1.` and a space before each item; {within}{words}"


def _if_words(mark: str) -> str:
    return f"write {escaped(mark)} if it belongs to the words"


def _beside(number: Typed, what: str) -> tuple[str, str]:
    """What to say of a number before a text that gets one by itself, and what to do."""
    hint = "delete it" if escaped(number.text) == number.text else f"delete it, or {_if_words(number.text)}"
    return f"{number.text!r} is typed here, beside the number that {what} gets by itself", hint


# ---- headings and paragraphs


def _headings(parent: nodes.Element, rendered: Rendered, words: Sequence[str]) -> Iterator[Finding]:
    """Typed numbers in the headings right below another."""
    headed = [
        each
        for each in parent.children
        if isinstance(each, nodes.section)
        and isinstance(each[0], nodes.title)
        and section_kind(each) not in _UNNUMBERED
    ]
    titles: list[Any] = [each[0] for each in headed]
    texts = [title.rawsource for title in titles]
    found = dict(typed_numbers(texts, words))
    for index, section in enumerate(headed):
        number = found.get(index)
        if section_kind(section) != "clause":  # where its word says what it is, and it is told once
            number = number or typed_number(texts[index], (), words)
        if number:
            yield TYPED_NUMBER.at(rendered.place(section.line), *_beside(number, "a heading"))


def _words(style: Style) -> tuple[str, ...]:
    """The words that stand before numbers in a style, and what other styles call the same."""
    labels = (*style.levels, style.schedule, style.annex, style.appendix, style.part, style.table)
    own = (parse_sample(label).word.strip() for label in labels)
    return tuple({word for word in (*own, *style.clause[:1], "Article", "Section", "Clause") if word})


def _in_a_row(paragraphs: Sequence[nodes.paragraph]) -> Iterator[tuple[Typed, nodes.paragraph]]:
    """Paragraphs that count "1.1", "1.2" as those of an imported text do."""
    texts = [each.rawsource for each in paragraphs]
    multiple = {index: number for index, number in typed_numbers(texts) if number.shape in ("1.1", "1.x")}
    for index, number in multiple.items():
        if {index - 1, index + 1} & multiple.keys():
            yield number, paragraphs[index]


# ---- lists


def _list(node: nodes.enumerated_list, rendered: Rendered, known: Container[int]) -> Iterator[Finding]:
    """Typed numbers in the text of items, and numbers of items that are not those which are printed.

    Of the items in lines that are `known`, it is said already.
    """
    items: list[Any] = node.children
    opening: list[Any] = [each.children[0] if each.children else None for each in items]
    texts: list[str] = [each.rawsource if isinstance(each, nodes.paragraph) else "" for each in opening]
    for index, number in typed_numbers(texts):
        yield TYPED_NUMBER.at(rendered.place(opening[index].line), *_beside(number, "an item"))
    typed: list[str] = node.get("typed", [])
    if _in_quotation(node) or not typed:
        return
    wrong = [index for index in jumps(typed) if rendered.is_whole(items[index - 1].line, items[index].line)]
    first, last = int(typed[0][:-1]), _last_typed(node)
    if (
        first > 1
        and "start" not in written(node)
        and first != last + 1
        and rendered.is_whole(_line_before(node), node.line or 1)
    ):
        wrong.insert(0, 0)
    for index in (each for each in wrong if items[each].line not in known):
        message = f"{typed[index]!r} is read as the number of an item, and is not printed: items count by themselves"
        hint = f"{_if_words(typed[index])}; before an item write `1.`, or the number after the one above"
        yield TYPED_NUMBER.at(rendered.place(items[index].line), message, hint)


def _is_wordless(item: nodes.Element, rendered: Rendered) -> bool:
    """Whether an item has a label and nothing else, whatever conditions decide."""
    labels_alone = item["names"] and all(isinstance(child, nodes.target) for child in item.children)
    if not labels_alone or not isinstance(item.parent, nodes.enumerated_list):
        return False
    first, *below = rendered.source.splitlines()[rendered.trace(item.line or 1).line - 1 :] or [""]
    own = (first, *takewhile(lambda line: not line.strip() or line.startswith((" ", "\t", "{%")), below))
    return not any("{%" in line or "{{" in line for line in own)


def _before(node: nodes.Node) -> list[Any]:
    """What stands before a node in the same text, from the nearest on."""
    siblings = node.parent.children
    return siblings[siblings.index(node) - 1 :: -1] if siblings[0] is not node else []


def _last_typed(node: nodes.Node) -> int:
    """The last number of the list before this one in the same text, from which it may go on; 0 where there is none."""
    lists = [each for each in _before(node) if isinstance(each, nodes.enumerated_list)]
    typed: list[str] = lists[0].get("typed", []) if lists else []
    return int(typed[-1][:-1]) if typed else 0


def _line_before(node: nodes.Node) -> int:
    """The line of what stands right before a node, or around it."""
    return next((each.line for each in (*_before(node), node.parent) if each.line), 1)


def _in_quotation(node: nodes.Node) -> bool:
    around: Any = node.parent
    while around is not None and not isinstance(around, nodes.block_quote):
        around = around.parent
    return around is not None
