"""An agreement line by line as it is read, for checks of its words: each line knows where its words were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from whereas.agreement.alike import line_alike, once, once_each
from whereas.agreement.holding import holds
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Definitions,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Section,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Passage,
    Reference,
    Run,
    Slot,
    Styled,
    TermUse,
    Text,
    Value,
    ValueOrigin,
)
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import text_of
from whereas.library.finding import NOWHERE, Place

#: Stands in a line for what no check of words looks at: what is set as code is meant as it is.
UNREAD = "\N{OBJECT REPLACEMENT CHARACTER}"
#: Words and where they were written, of what is no contract text: a note, a footnote.
Foreigners = Mapping[int, tuple[Place, str]]


@dataclass(frozen=True)
class LinePiece:
    """A piece of a line: text, a value with its `name` and `origin`, or (`fixed`) the words of a term or a number."""

    text: str
    origin: ValueOrigin | None = None
    name: str = ""
    fixed: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it was written where its line was."""
        return not self.fixed and not self.origin

    @property
    def is_name(self) -> bool:
        """Whether it is what a party is called."""
        return self.name.endswith((".name", ".short"))


@dataclass(frozen=True)
class CheckedLine:
    """A line: where it begins, and its pieces; `heading` if it need not be a sentence.

    Of one that is `after` its place, as a caption or what is described, it is known only what is written before it.
    """

    place: Place
    pieces: tuple[LinePiece, ...]
    heading: bool = False
    after: bool = False

    @cached_property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is text, and no value, term or number."""
        return self.piece_at(start).is_text and self.piece_at(end - 1).is_text

    def bracketed(self) -> Iterator[tuple[int, int]]:
        """Where a value stands between brackets: from, to. Nobody has said that it is settled."""
        at = 0
        for before, piece, after in zip(self.pieces, self.pieces[1:], self.pieces[2:], strict=False):
            at += len(before.text)
            if piece.origin and before.text.endswith("[") and after.text.startswith("]"):
                yield at - 1, at + len(piece.text) + 1

    def piece_at(self, at: int) -> LinePiece:
        """The piece in which a character of the text stands."""
        for piece in self.pieces:
            if at < len(piece.text):
                return piece
            at -= len(piece.text)
        raise IndexError(at)


def lines_to_check(agreement: Agreement, foreign: Foreigners) -> Iterator[CheckedLine]:
    """Every line that is printed, headings too; sheets that repeat what stands elsewhere are left out."""
    reader, before = _LineReader(foreign), NOWHERE
    sections = (line for section in agreement.sections for line in reader.section(section))
    for line in (*reader.blocks(agreement.blocks), *sections):
        yield line_at(before, line.pieces, line.heading, True) if line.after else line
        before = before if line.after or line.place == NOWHERE else line.place


@dataclass(frozen=True)
class _LineReader:
    foreign: Foreigners

    def section(self, section: Section) -> Iterator[CheckedLine]:
        yield line_at(section.place, _pieces_of(section.title), True, False)
        yield from self.blocks(section.blocks)
        for inner in section.sections:
            yield from self.section(inner)

    def blocks(self, blocks: tuple[Block, ...], heading: bool = False) -> Iterator[CheckedLine]:
        for block in blocks:
            yield from self.block(block, heading)

    def block(self, block: Block, heading: bool) -> Iterator[CheckedLine]:
        match block:
            case Paragraph():
                yield line_at(block.place, _pieces_of(block.runs), heading, False)
            case Signatures():
                yield from _signed(block)
            case Foreign():
                if block.index in self.foreign:
                    place, words = self.foreign[block.index]
                    yield CheckedLine(place, (LinePiece(words),))
            case KeyTerms() | Broken():
                return
            case Provisions() if not holds(block, _FOREIGN):
                for item in block.items:
                    yield from _lines_of(item)
            case Provisions() | Bullets() | Table() | Definitions() | Quote() | Note() | Descriptions() | TermIndex():
                heads = sum(map(len, block.head)) if isinstance(block, Table) else 0
                for part in parts(block):
                    if isinstance(part, Blocks):
                        yield from self.blocks(part.blocks, heading=heads > 0)
                        heads -= 1
                    else:
                        yield line_at(NOWHERE, _pieces_of(part), True, True)
            case _:
                assert_never(block)


_FOREIGN = frozenset({Foreign})


@once_each
def _lines_of(item: Provision) -> tuple[CheckedLine, ...]:
    """The lines of a provision with nothing foreign in it."""
    return tuple(_LineReader({}).blocks(item.blocks))


def _signed(signatures: Signatures) -> Iterator[CheckedLine]:
    """The entries of signature blocks, whose own words are ours."""
    for block in signatures.blocks:
        for runs in (block.party, *(line.runs for signer in block.signers for line in signer.lines)):
            yield line_at(NOWHERE, _pieces_of(runs), False, False)


@once
def line_at(place: Place, pieces: tuple[LinePiece, ...], heading: bool, after: bool) -> CheckedLine:
    """The line of some pieces: one for all agreements that have it, so that what is learned of it is learned once."""
    return line_alike(CheckedLine(place, pieces, heading, after))


@once
def _pieces_of(runs: tuple[Run, ...]) -> tuple[LinePiece, ...]:
    return tuple(_pieces(runs))


def _pieces(runs: tuple[Run, ...]) -> Iterator[LinePiece]:
    for run in runs:
        match run:
            case Text():
                yield LinePiece(run.text)
            case Value():
                yield LinePiece(run.text, run.origin, run.name)
            case Styled(style="literal") | Blank() | Broken():
                yield LinePiece(UNREAD, fixed=True)
            case Styled() | Link():
                yield from _pieces(run.runs)
            case Reference(words=(_, *_)):
                yield from _pieces(run.words)
            case Foreign():
                yield LinePiece(run.text)
            case Reference() | LineBreak() | Passage() | TermUse() | Definition() | Item() | Slot():
                yield LinePiece(text_of((run,)), fixed=True)
            case _:
                assert_never(run)


def matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Where a pattern is found in a text: looked for once, whatever agreements have the text in common."""
    _, known = _found.get(id(pattern)) or _table_of(pattern)
    found = known.get(text)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[text] = tuple(pattern.finditer(text))
    return found


#: What patterns were found in texts. They are known by their ids: to hash a long pattern takes longer than to look up.
_found: dict[int, tuple[re.Pattern[str], dict[str, tuple[re.Match[str], ...]]]] = {}
_MOST, _PATTERNS = 1 << 12, 64


def _table_of(pattern: re.Pattern[str]) -> tuple[re.Pattern[str], dict[str, tuple[re.Match[str], ...]]]:
    """What is known of a pattern; of those that are known, the oldest is forgotten when there are too many."""
    if len(_found) >= _PATTERNS:
        del _found[next(iter(_found))]
    return _found.setdefault(id(pattern), (pattern, {}))
