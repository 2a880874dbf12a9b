"""What a search can find of an agreement: each provision with its number, each definition with its term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whereas.agreement.holding import may_hold
from whereas.agreement.model import Agreement, Block, Definitions, KeyTerms, Provision, Provisions, Section
from whereas.agreement.runs import Blank, Definition, Foreign, Item, Run, Styled, TermUse, Text, Value
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

#: Around the name of a fact, in the place of its words. No file may have these.
PLACE = ("\ufdd2", "\ufdd3")
_NAMED, _SAID, _END = "\ufdd4", "\ufdd5", "\ufdd6"
_GIVEN = frozenset({Value, Blank, TermUse, Definition, Styled})
_FACT = re.compile(
    rf"{_NAMED}(?<![\w{_END}]{_NAMED})(?<!\d[.,']{_NAMED})([^{_SAID}]*){_SAID}([^{_END}]*\w[^{_END}]*){_END}(?![\w{_NAMED}]|[.,']\d)"
)
_MARKS = re.compile(rf"{_NAMED}[^{_SAID}]*{_SAID}|{_END}")


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


class Facts:
    """What the facts of a page say, by name; in a text that is looked through, the name stands in the place of it."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    @staticmethod
    def marked(name: str, words: str) -> str:
        """The words of a fact with marks around them."""
        return f"{_NAMED}{name}{_SAID}{words}{_END}"

    def placed(self, text: str) -> str:
        """A text with names in the place of marked words, except of those that are part of a longer word or number."""
        text = _FACT.sub(self._named, text) if _END in text else text
        return _MARKS.sub("", text) if _END in text else text

    def _named(self, fact: re.Match[str]) -> str:
        """The name of a fact, with a number where others of that name say something else."""
        (name, words), nth = fact.groups(), 1
        while self.words.setdefault(own := f"{name}~{nth}" if nth > 1 else name, words) != words:
            nth += 1
        return own.join(PLACE)


def passages(agreement: Agreement, style: Style, words: Words, facts: Facts) -> Iterator[SearchEntry]:
    """Everything that can be found, in reading order; `words` gives the words of a foreign run.

    In their texts stand the names of `facts`, which learn what these say: all else is alike in many deals.
    """
    finder = _Finder(style, words, _roles(agreement), facts)
    yield from finder.inside(agreement.blocks, "")
    for section in walk_sections(agreement.sections):
        title = plain(text_of(section.title))
        if section.kind != "bare":
            yield finder.numbered(section, title, finder.text(section.blocks))
        yield from finder.inside(section.blocks, title)


def words_of(blocks: tuple[Block, ...], words: Words) -> str:
    """All that blocks say, the numbers of provisions left out."""
    return plain(" ".join([text_of(line, words) for line in _lines(blocks)]))


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Run, ...]]:
    for block in blocks:
        yield from walk_lines(block)


def _roles(agreement: Agreement) -> dict[str, int]:
    """Which of the parties each term of one is, without its article too."""
    roles = dict[str, int]()
    for nth, (said, _) in enumerate(agreement.parties, start=1):
        words = said.split(" ")
        for at in range(len(words)):
            roles.setdefault(" ".join(words[at:]), nth)
    return roles


class _Finder:
    def __init__(self, style: Style, words: Words, roles: dict[str, int], facts: Facts) -> None:
        self.style, self.words, self.roles, self.facts = style, words, roles, facts

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
                    yield SearchEntry(entry.anchor, "", entry.term, self.said(_lines(entry.blocks)))
        for line in _own(blocks):
            for run in walk_runs(line):
                if isinstance(run, Item) and run.part == "table":
                    yield self.numbered(run, f"{title}\t{caption_of(line)}", "")
                elif isinstance(run, Item) and not run.only_counts:
                    yield self.numbered(run, f"{title}\t", self.said((line,), run.marker))

    def numbered(self, each: Section | Provision | Item, title: str, text: str) -> SearchEntry:
        number = full_number(each.number, each.scope, self.style) if each.number else ""
        inward = " ".join((*each.scope, each.number)) if each.scope and each.number else ""
        return SearchEntry(each.anchor, number, title, text, inward)

    def text(self, blocks: tuple[Block, ...]) -> str:
        """The words that stand in a provision itself; its definitions are found by themselves."""
        return self.said(_own(blocks))

    def said(self, lines: Iterable[tuple[Run, ...]], marker: str = "") -> str:
        """What lines say after a marker, the name of a fact in its place."""
        text = " ".join([text_of(self.marked(line), self.words) for line in lines])
        return self.facts.placed(plain(text.partition(marker)[2] if marker else text))

    def marked(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """A line with marks around the words of its facts."""
        if not may_hold(runs, _GIVEN):
            return runs
        return tuple([run if type(run) is Text else self.mark(run) for run in runs])

    def mark(self, run: Run) -> Run:
        """A value by its name, a party by which of them it is and how it is spoken of: "1 the *"."""
        match run:
            case Value() | Blank():
                name = run.name
            case TermUse() | Definition() if run.term in self.roles:
                name = f"{self.roles[run.term]} {run.text.replace(run.term, '*')}"
            case Styled():
                return Styled(run.style, self.marked(run.runs))
            case _:
                return run
        return Text(self.facts.marked(name, run.text))


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
