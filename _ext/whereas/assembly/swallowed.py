"""Text that Markdown eats: what stands at the beginning of a line and is read as the mark of a list, a quotation or a
heading, so that it is not printed, or as HTML. Each check looks at a token and gives what may be wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from markdown_it.common.html_blocks import block_names
from markdown_it.tree import SyntaxTreeNode

from whereas.assembly.indents import stray_items
from whereas.assembly.typed import ends_clause, escaped, jumps
from whereas.language.endings import (
    ends_in_abbreviation,
    ends_in_cited,
    ends_in_open_word,
    first_of_numbers,
    is_unfinished,
)
from whereas.language.months import begins_with_month
from whereas.library.rule import Rule

MARKDOWN = Rule(
    "markdown",
    "Markdown takes nothing that was written for something else.",
    bad="The seller delivers on\n1. January 2027.",
    good="The seller delivers on 1 January 2027.",
)


_CLOSING = "*_`)]}\"'”’»“ \t"
_ALL_BOLD = re.compile(r"(\*\*|__)(?:(?!\1).)+\1", re.DOTALL)
_INLINE = """a abbr audio b bdi bdo big br button canvas cite code data del dfn em embed font i img input ins kbd label
map mark meter object picture q ruby s samp select small span strike strong sub sup svg time tt u var video wbr
script style textarea pre template noscript"""
_ELEMENTS = {*block_names, *_INLINE.split()}
_PROSE = re.compile(r"\n|[.;:,]$")


class Flaw(NamedTuple):
    """What is wrong with a text as Markdown: in which line of it, what, what to do, and by which rule."""

    line: int
    message: str
    hint: str
    rule: Rule = MARKDOWN


def marks_of(token: SyntaxTreeNode) -> list[str]:
    """The marks of a list's items as they were typed: "1.", "14)", "-"."""
    return [f"{item.info}{item.markup}" for item in token.children]


def list_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """A list that may be none: one that begins in the middle of a paragraph, or on the line of another item's mark."""
    ordered = token.type == "ordered_list"
    if ordered and _in_quotation(token):  # where what was typed is printed
        return
    marks, line, above = marks_of(token), _line(token), text_above(token)
    if _follows_mark(token) and (any(jumps(marks)) or not (_opens_cell(token, marks) or len(marks) > 1)):
        hint = "delete it, if it is a number that was typed"
        yield Flaw(line, f"a second mark on one line: {_eaten(marks[0])}", f"{hint}; {_if_words(marks[0])}")
    elif above and not introduces(above) and _may_be_words(token, marks, above):
        hint = "for a list, put an empty line before it, or a colon at the end of the line above"
        yield Flaw(line, f"a list in the middle of a paragraph: {_eaten(marks[0])}", f"{hint}; {_if_words(marks[0])}")
    elif ordered:
        yield from _item_flaws(token, marks)
        for item, mark in stray_items(token):
            message = f"{mark!r} stands further in than the item above, and is read as one beside that, not below it"
            hint = (
                "for an item below, let it begin right below the first word of that; else let both begin in one column"
            )
            yield Flaw(_line(item), message, hint)


def _follows_mark(token: SyntaxTreeNode) -> bool:
    """Whether a list begins on the line on which an item of another begins."""
    holder = token.parent
    return (
        holder is not None
        and holder.type == "list_item"
        and holder.children[0] is token
        and _line(holder) == _line(token)
    )


def _opens_cell(token: SyntaxTreeNode, marks: list[str]) -> bool:
    """Whether a list is the first thing in a bullet, as a cell of a table, or a list in one, may be."""
    around = token.parent and token.parent.parent
    return around is not None and around.type == "bullet_list" and marks[0][:-1] in ("", "1")


def _may_be_words(token: SyntaxTreeNode, marks: list[str], above: str) -> bool:
    """Whether a list right below a text may be a part of it: nobody breaks lines so that they happen to count.

    In an item, whose text is often the heading of what stands in it, a single number may be a list as well.
    """
    if token.parent is None or token.parent.type != "list_item" or any(jumps(marks)):
        return True
    return len(marks) == 1 and (token.type == "bullet_list" or ends_in_open_word(above))


def _item_flaws(token: SyntaxTreeNode, marks: list[str]) -> Iterator[Flaw]:
    """Items that are the rest of a date, or of a citation that ends the line above ("Nr.")."""
    months = [begins_with_month(_content(item), with_year=len(marks) == 1) for item in token.children]
    for index, (item, mark, month) in enumerate(zip(token.children, marks, months, strict=True)):
        above = text_above(item if index else token)
        wrapped = above and not ends_clause(above) and not (index and all(months))  # a list of months is one
        if month and (wrapped or len(marks) == 1 or is_unfinished(above)):
            yield Flaw(_line(item), f"a date loses its day: {_eaten(mark)}", _if_words(mark))
        elif ends_in_abbreviation(above, _content(item)) or (index and _goes_on(above, mark, _content(item))):
            hint = f"{_if_words(mark)}; for an item, put an empty line before it"
            yield Flaw(_line(item), f"the line above lacks its number: {_eaten(mark)}", hint)


def _goes_on(above: str, mark: str, text: str) -> bool:
    """Whether an item right below the text of another is the rest of it: "under Section", "2. The Buyer pays"."""
    above = re.sub("[*_`]", "", above)
    if is_unfinished(above) or (first_of_numbers(above) or int(mark[:-1])) < int(mark[:-1]):
        return True
    if not above[:1].isupper():
        return False
    # of items that are sentences, one without an end goes on
    sentences = ends_in_cited(above) and text.rstrip(_CLOSING).endswith((".", ";"))
    return sentences or (ends_in_open_word(above) and text[:1].islower())


def _eaten(mark: str) -> str:
    return f"{mark!r} is read as the mark of an item, and is not printed"


def emphasis_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """An emphasis that begins in the middle of a number, or of a word: 2*3*4."""
    before, around = token.previous_sibling, token.parent
    text = before.content if before is not None and before.type == "text" else ""
    if around is not None and (text[-1:].isdigit() or (len(token.markup) == 1 and text[-1:].isalpha())):
        line = _line(around) + sum(each.type in ("softbreak", "hardbreak") for each in _before(token))
        yield Flaw(line, f"{token.markup!r} is read as the mark of an emphasis, and is not printed", _if_words("*"))


def _before(token: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    while (before := token.previous_sibling) is not None:
        yield (token := before)


def quote_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """A line in the middle of a paragraph that begins with ">", and may be no quotation."""
    if (above := text_above(token)) and not introduces(above):
        message = "a quotation in the middle of a paragraph: '>' is read as its mark, and is not printed"
        hint = "for a quotation, put an empty line before it, or a colon at the end of the line above"
        yield Flaw(_line(token), message, f"{hint}; {_if_words('>')}")


def comment_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """A line in the middle of a paragraph that begins with "%" or "+++", and is not printed."""
    if text_above(token):
        mark = "%" if token.type == "myst_line_comment" else "+++"
        message = f"a comment in the middle of a paragraph: the line that begins with {mark!r} is not printed"
        yield Flaw(_line(token), message, f"for a comment, put an empty line before it; {_if_words(mark)}")


def heading_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """A heading that may be none: made of a paragraph by the line below it, or beginning in the middle of one."""
    text = token.children[0].content if token.children else ""
    if token.markup[:1] != "#":
        if _PROSE.search(text):
            message = "this paragraph is read as a heading, because of the line below it"
            yield Flaw(_line(token), message, "put an empty line between them")
    elif text_above(token) and (token.tag == "h1" or text[:1].isdigit()):
        message = "a heading in the middle of a paragraph: '#' is read as its mark, and is not printed"
        yield Flaw(_line(token), message, f"for a heading, put an empty line before it; {_if_words('#')}")


def fence_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """A line that begins with ":::", and names no directive."""
    if not token.info.strip().startswith("{"):
        message = f"{token.markup + token.info!r} is read as the beginning of a box, and is not printed"
        yield Flaw(_line(token), message, f"a directive is written `:::{{name}}`; {_if_words(':')}")


def code_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """Text set as code because it stands too far in."""
    message = "this text stands so far in that it is set as code, in which nothing is numbered, cited or filled in"
    yield Flaw(_line(token), message, "let it begin right below the first word of what it belongs to")


def is_break(html: str) -> bool:
    """Whether HTML only ends a line."""
    return bool(re.fullmatch(r"<br\s*/?>\s*", html, re.IGNORECASE))


def is_html(text: str) -> bool:
    """Whether what looks like HTML is that, or a comment, and not words such as "<insert name>"."""
    name = re.match(r"</?([A-Za-z][\w-]*)", text)
    return not name or name[1].lower() in _ELEMENTS


def html_flaws(token: SyntaxTreeNode) -> Iterator[Flaw]:
    """HTML, which paper does not show; a comment that does not end."""
    if token.content.startswith("</"):  # told where it begins
        return
    if not token.content.startswith("<!--"):
        message = f"{token.content.strip().splitlines()[0]!r} is HTML, which no PDF shows"
        yield Flaw(_line(token), message, r"write it as Markdown, or \< if it belongs to the words")
    elif "-->" not in token.content:
        yield Flaw(_line(token), "this comment has no end, and takes all the text below it", "end it with `-->`")


def reference_flaws(references: Mapping[str, Any], used: Container[str]) -> Iterator[Flaw]:
    """Lines such as "[Note]: see", which are read as the address of a link, and are none, or of no link."""
    for label, reference in references.items():
        if label not in used or not set("/#:.") & set(reference["href"]):
            message = "this line is read as the address of a link, and is not printed"
            yield Flaw(reference["map"][0] + 1, message, _if_words("[") + "; otherwise delete it, or use it in a link")


# ---- what stands above


def text_above(token: SyntaxTreeNode) -> str:
    """The paragraph that ends in the line right above, as it was written; nothing if there is an empty line between."""
    before = token.previous_sibling
    while before is not None and before.type in ("ordered_list", "bullet_list", "list_item"):
        before = before.children[-1] if before.children else None
    if before is None or before.type != "paragraph" or not before.map or before.map[1] != _line(token):
        return ""
    return before.children[0].content


def introduces(text: str) -> bool:
    """Whether a paragraph ends as one does that leads to a list: with a colon or a dash, or as a heading in bold."""
    return text.rstrip(_CLOSING).endswith((":", "—", "–")) or bool(_ALL_BOLD.fullmatch(text.strip()))


def _in_quotation(token: SyntaxTreeNode) -> bool:
    around = token.parent
    while around is not None and around.type != "blockquote":
        around = around.parent
    return around is not None


def _content(token: SyntaxTreeNode) -> str:
    return next((each.content for each in token.walk() if each.type == "inline"), "")


def _line(token: SyntaxTreeNode) -> int:
    return token.map[0] if token.map else 1


def _if_words(mark: str) -> str:
    return f"write {escaped(mark)} if it belongs to the words"
