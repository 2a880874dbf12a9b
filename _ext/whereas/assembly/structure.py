"""The structure of a text before its conditions and loops: what each of its provisions and headings is called.

These names become anchors. They come of labels, of headings and of places among the neighbours in the source, in all
branches of its conditions; so what a deal leaves out or chooses moves none of them, and the words around them neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from whereas.agreement.anchors import slug
from whereas.assembly.branches import PRINTED, branches
from whereas.assembly.comments import without_comments
from whereas.assembly.syntax import Syntax

#: A provision or heading of a text: the line that it begins in, and which of those that begin there.
Key = tuple[int, int]
#: What every text has in which something is numbered or headed.
_LISTED = re.compile(r"\d[.)]|#|^[=-]+\s*$", re.MULTILINE)
#: What stands on a page before its first heading.
ROOT = "p"


class ProvisionSpot(NamedTuple):
    """What a provision or heading is called, and what it stands in."""

    name: str
    around: Key | None


class _Found(NamedTuple):
    key: Key
    around: Key | None
    label: str
    heading: str | None = None  # its words; None for an item, and for a heading without words, which is one


@dataclass(frozen=True)
class _BranchReader:
    """Reads one branch: `lines` are those of the template, and the first heading of a page is its title."""

    lines: tuple[int, ...]
    titled: bool

    def read(self, tokens: list[Token]) -> Iterator[_Found]:
        """Every provision and heading, in reading order."""
        begun: Counter[int] = Counter()
        headings: list[tuple[int, Key | None]] = []
        lists: list[bool] = []  # whether each list around is numbered
        items: list[Key] = []
        waiting, quoted, titled = "", 0, self.titled
        for index, token in enumerate(tokens):
            match token.type:
                case "myst_target":
                    waiting = token.content
                    continue
                case "blockquote_open" | "blockquote_close":
                    quoted += token.nesting
                case "ordered_list_open" | "bullet_list_open":
                    lists.append(token.type == "ordered_list_open" and not quoted)
                case "ordered_list_close" | "bullet_list_close":
                    lists.pop()
                case "list_item_open" if lists[-1]:
                    around = items[-1] if items else headings[-1][1] if headings else None
                    items.append(self.key(token, begun))
                    yield _Found(items[-1], around, _label(tokens[index : index + 3]) or waiting)
                case "list_item_close" if lists[-1]:
                    items.pop()
                case "heading_open" if not lists and not quoted:
                    level = int(token.tag[1:])
                    headings = [each for each in headings if each[0] < level]
                    if titled:
                        titled = False
                        headings = [(0, None)]
                    else:
                        key, words = self.key(token, begun), _words(tokens[index + 1])
                        around = headings[-1][1] if headings else None
                        yield _Found(key, around, _label([token]) or waiting, words or None)
                        headings.append((level, key))
            if token.nesting >= 0 and token.type != "inline":
                waiting = ""

    def key(self, token: Token, begun: Counter[int]) -> Key:
        line = self.lines[min(token.map[0], len(self.lines) - 1)] if token.map else 0
        begun[line] += 1
        return line, begun[line]


def _words(heading: Token) -> str:
    return without_comments(heading.content).replace(PRINTED, " ").strip()


def _label(tokens: list[Token]) -> str:
    """The label that stands on an item or heading, or on what opens it."""
    for token in tokens:
        if token.type == "myst_target":
            return token.content
        if label := token.attrs.get("id"):
            return str(label)
        if token.type == "inline":
            break
    return ""


@lru_cache(maxsize=2048)
def structure_of(text: str, syntax: Syntax, base: str, taken: frozenset[str], titled: bool) -> dict[Key, ProvisionSpot]:
    """What all that stands in a text is called.

    `base` is what names begin with, empty for a page; those in `taken` are not free; the first heading of a text that
    is `titled` is its title.
    """
    found: dict[Key, _Found] = {}
    if not _LISTED.search(text):  # most definitions
        return {}
    for branch, lines in branches(text):
        for each in _BranchReader(lines, titled).read(_parser(syntax).parse(branch)):
            found.setdefault(each.key, each)
    names: dict[Key, str] = {}
    used = set(taken)

    def give(key: Key, name: str, shared: bool = False) -> None:
        again, first = 1, name
        while name in used and not shared:
            again += 1
            name = f"{first}_{again}"
        names[key] = name
        used.add(name)

    lead = f"{base}-" if base else ""
    for each in found.values():
        if each.label:  # given twice, it is told
            give(each.key, lead + slug(each.label), shared=True)
    in_order = [found[key] for key in sorted(found)]
    for each in in_order:
        if each.heading is not None and not each.label:
            give(each.key, lead + (slug(each.heading) or "section"))
    positions: Counter[Key | None] = Counter()
    for each in in_order:
        if each.heading is None:
            positions[each.around] += 1
            if not each.label:
                around = names[each.around] if each.around else base or ROOT
                give(each.key, f"{around}-{positions[each.around]}")
    return {key: ProvisionSpot(names[key], each.around) for key, each in found.items()}


@lru_cache(maxsize=16)
def _parser(syntax: Syntax) -> MarkdownIt:
    """A parser that reads blocks and leaves the words in them."""
    parser = syntax.parser()
    parser.core.ruler.disable("inline")
    return parser
