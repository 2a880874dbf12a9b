"""What a search can find of an agreement: each provision with its number, each definition with its term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from whereas.agreement.model import Agreement, Block, Definitions, KeyTerms, Provision, Provisions, Section
from whereas.agreement.runs import Foreign, Item, Run
from whereas.agreement.styles import Style
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import (
    Words,
    caption_of,
    run_in_heading,
    text_of,
    walk_lines,
    walk_provisions,
    walk_runs,
    walk_sections,
)
from whereas.render.outline import full_number, plain


class SearchEntry(NamedTuple):
    """One find: where it stands, its number, its title or term, its words, and its number the other way about.

    The title of a provision is that of its section, a tab, and its own heading if it has one. `inward` is
    "Schedule 1 2.1" for the number "2.1 of Schedule 1", and empty for the numbers of the main part.
    """

    anchor: str
    number: str = ""
    title: str = ""
    text: str = ""
    inward: str = ""


def passages(agreement: Agreement, style: Style, words: Words) -> Iterator[SearchEntry]:
    """Everything that can be found, in reading order; `words` gives the words of a foreign run."""
    finder = _Finder(style, words)
    yield from finder.inside(agreement.blocks, "")
    for section in walk_sections(agreement.sections):
        title = plain(text_of(section.title))
        if section.kind != "bare":
            yield finder.numbered(section, title, finder.text(section.blocks))
        yield from finder.inside(section.blocks, title)


def words_of(blocks: tuple[Block, ...], words: Words) -> str:
    """All that blocks say, the numbers of provisions left out."""
    return plain(" ".join(_line(line, words) for block in blocks for line in walk_lines(block)))


class _Finder:
    def __init__(self, style: Style, words: Words) -> None:
        self.style, self.words = style, words

    def inside(self, blocks: tuple[Block, ...], title: str) -> Iterator[SearchEntry]:
        """The definitions, items and provisions in blocks; what has no number is part of what it stands in."""
        yield from self.small(blocks, title)
        for each in walk_provisions(blocks):
            if each.number:
                heading, text = plain(run_in_heading(each)), self.text(each.blocks)
                yield self.numbered(each, f"{title}\t{heading}", text.removeprefix(f"{heading}.").lstrip())
                yield from self.small(each.blocks, title)

    def small(self, blocks: tuple[Block, ...], title: str) -> Iterator[SearchEntry]:
        """Definitions, and run-in items, whose words are those that follow their marker."""
        for block in blocks:
            if isinstance(block, Definitions):
                for entry in block.entries:
                    yield SearchEntry(entry.anchor, "", entry.term, words_of(entry.blocks, self.words))
        for line in _own(blocks):
            for run in walk_runs(line):
                if isinstance(run, Item) and run.part == "table":
                    yield self.numbered(run, f"{title}\t{caption_of(line)}", "")
                elif isinstance(run, Item) and not run.only_counts:
                    yield self.numbered(run, f"{title}\t", plain(_line(line, self.words).partition(run.marker)[2]))

    def numbered(self, each: Section | Provision | Item, title: str, text: str) -> SearchEntry:
        number = full_number(each.number, each.scope, self.style) if each.number else ""
        inward = " ".join((*each.scope, each.number)) if each.scope and each.number else ""
        return SearchEntry(each.anchor, number, title, text, inward)

    def text(self, blocks: tuple[Block, ...]) -> str:
        """The words that stand in a provision itself; its definitions are found by themselves."""
        return plain(" ".join(_line(line, self.words) for line in _own(blocks)))


def _own(blocks: tuple[Block, ...]) -> Iterator[tuple[Run, ...]]:
    for block in blocks:
        match block:
            case Definitions() | KeyTerms():
                pass
            case Provisions():
                for item in block.items:
                    yield from () if item.number else _own(item.blocks)
            case Foreign():
                yield (block,)
            case _:
                for part in parts(block):
                    if isinstance(part, Blocks):
                        yield from _own(part.blocks)
                    else:
                        yield part


def _line(runs: tuple[Run, ...], words: Words) -> str:
    return text_of(runs, words)
