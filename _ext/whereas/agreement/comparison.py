"""How one text differs from another, word by word: provisions set side by side, then the words within them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, assert_never

from whereas.agreement.alike import once
from whereas.agreement.model import Block, Definitions, Paragraph, Provision, Provisions, Table
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
)
from whereas.agreement.tree import Blocks, parts
from whereas.agreement.walk import text_of

#: A word with the figures, hyphens and apostrophes in it ("1,000.50", "half-yearly", "EUR"), or one other sign.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:[.,’'\-‐‑/][^\W_\u3040-\u30ff\u3400-\u9fff]+)*%?|\S"  # noqa: RUF001
)

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands: with its style, whether a space goes before it, and what it is compared by.

    A reference is one word, which means what it cites: that its number has moved is no difference.
    """

    text: str
    key: str
    style: str = ""
    space: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both texts have, that were added or that were removed. Of words that both have, the new ones."""

    kind: Kind
    words: tuple[Word, ...]


@dataclass(frozen=True)
class TextLine:
    """A paragraph of a text: the label and the number of the provision it opens, how deep it stands, its words."""

    words: tuple[Word, ...]
    label: str = ""
    marker: str = ""
    depth: int = 0

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What it is compared by: of two that have the same, no word differs."""
        return self.label, self.depth, [word.key for word in self.words]

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each of its words stands in it."""
        return Counter(word.key for word in self.words)


@dataclass(frozen=True)
class Difference:
    """A paragraph in both texts, or in one; `old` is its number in the old text where the new one has another."""

    kind: Literal["same", "changed", "added", "removed"]
    pieces: tuple[Stretch, ...]
    marker: str = ""
    old: str = ""
    depth: int = 0


# ---- texts to lines -------------------------------------------------------------------------------------------------


def lines_of(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[TextLine]:
    """The lines of blocks, in reading order. A provision's number goes to the first of its lines."""
    for block in blocks:
        match block:
            case Provisions():
                for item in block.items:
                    yield from _lines_of_provision(item, depth + 1)
            case _:
                inner = depth if isinstance(block, Table | Definitions) else depth + 1
                for part in parts(block):
                    if isinstance(part, Blocks):
                        yield from lines_of(part.blocks, inner)
                    elif part or isinstance(block, Paragraph):
                        yield TextLine(words_of(part), depth=depth)


@once
def _lines_of_provision(item: Provision, depth: int) -> tuple[TextLine, ...]:
    return tuple(_provision(item, depth))


def _provision(item: Provision, depth: int) -> Iterator[TextLine]:
    first = item.blocks[0] if item.blocks else None
    own = first.runs if isinstance(first, Paragraph) else ()
    yield TextLine(words_of(own), item.label, item.marker, depth)
    yield from lines_of(item.blocks[1:] if own else item.blocks, depth)


@once
def words_of(runs: tuple[Run, ...]) -> tuple[Word, ...]:
    """The words of a line of runs."""
    return tuple(_words(runs))


def _words(runs: tuple[Run, ...]) -> Iterator[Word]:
    gap = False
    for text, key, style in _atoms(runs, ""):
        if key:
            yield _word(text, key, style, gap)
            gap = False
            continue
        end = 0
        for found in _WORD.finditer(text):
            yield _word(found[0], found[0], style, gap or found.start() > end)
            gap, end = False, found.end()
        gap = gap or end < len(text)


#: Texts have few words, many times each.
_word = once(Word)


def _atoms(runs: tuple[Run, ...], style: str) -> Iterator[tuple[str, str, str]]:
    """The texts of a line with their styles; those that are one word whatever they say have a key."""
    for run in runs:
        match run:
            case Styled():
                yield from _atoms(run.runs, style or run.style)
            case Link():
                yield from _atoms(run.runs, style)
            case Blank():
                yield run.text, f"[{run.name or run.text}]", "blank"
            case Reference():
                yield text_of((run,)), f"#{' '.join(run.labels)} {text_of(run.words)}", style
            case Item():
                yield run.marker, "#item", style
            case Definition():
                yield run.text, "", "strong"
            case Text() | LineBreak() | Value() | Passage() | TermUse() | Foreign() | Slot() | Broken():
                yield text_of((run,)), "", style
            case _:
                assert_never(run)


# ---- words ----------------------------------------------------------------------------------------------------------


def compare_words(old: tuple[Word, ...], new: tuple[Word, ...]) -> tuple[Stretch, ...]:
    """What of two lines is the same, what was removed and what was added: a removal goes before what replaces it."""
    matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
    spans = [[tag == "equal", i1, i2, j1, j2] for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    pieces: list[Stretch] = []
    for same, i1, i2, j1, j2 in _readable(spans, old):
        if same:
            pieces.append(Stretch("same", new[j1:j2]))
            continue
        pieces += [Stretch("removed", old[i1:i2])] if i2 > i1 else []
        pieces += [Stretch("added", new[j1:j2])] if j2 > j1 else []
    return tuple(pieces)


def _readable(spans: list[list[int]], old: tuple[Word, ...]) -> list[list[int]]:
    """The spans with islands taken away: a word or two that two changes happen to share, which nobody reads as kept."""
    at = 1
    while at < len(spans) - 1:
        before, island, after = spans[at - 1 : at + 2]
        count = sum(word.key[:1].isalnum() for word in old[island[1] : island[2]])
        least = min(max(each[2] - each[1], each[4] - each[3]) for each in (before, after))
        if island[0] and (count == 0 or (count <= 2 and count < least)):
            spans[at - 1 : at + 2] = [[False, before[1], after[2], before[3], after[4]]]
            at = max(at - 1, 1)
        else:
            at += 1
    return spans


# ---- lines ----------------------------------------------------------------------------------------------------------


def compare_lines(old: Iterable[TextLine], new: Iterable[TextLine]) -> tuple[Difference, ...]:
    """Both texts in one: paragraphs that correspond compared word by word, the others as removed or added.

    Labels and likeness say which paragraphs correspond; their numbers do not.
    """
    mine, theirs = tuple(old), tuple(new)
    pairs = zip(mine, theirs, strict=True) if _correspond(mine, theirs) else _pairs(mine, theirs)
    return tuple(_row(one, other) for one, other in pairs)


def _correspond(old: tuple[TextLine, ...], new: tuple[TextLine, ...]) -> bool:
    """Whether each paragraph has its like in the same place, so that no other pairing can be more alike.

    Those of one label count for more than any two others do together.
    """
    return len(old) == len(new) and all(
        one.label == other.label
        and one.depth == other.depth
        and bool(one.marker) == bool(other.marker)
        and (one.label or one.key == other.key)
        for one, other in zip(old, new, strict=True)
    )


@once
def _row(one: TextLine | None, other: TextLine | None) -> Difference:
    if one is None or other is None:
        kind: Kind = "added" if one is None else "removed"
        line = one or other
        assert line is not None
        return Difference(kind, (Stretch(kind, line.words),) if line.words else (), line.marker, "", line.depth)
    pieces = compare_words(one.words, other.words)
    changed = any(piece.kind != "same" for piece in pieces)
    moved = one.marker if one.marker != other.marker else ""
    return Difference("changed" if changed else "same", pieces, other.marker, moved, other.depth)


def _pairs(old: tuple[TextLine, ...], new: tuple[TextLine, ...]) -> list[tuple[TextLine | None, TextLine | None]]:
    """The pairing of most likeness that keeps the order of both."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likes: dict[tuple[int, int], float] = {}
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            likes[i, j] = like = _likeness(old[i], new[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], like + best[i + 1][j + 1] if like else 0)
    pairs: list[tuple[TextLine | None, TextLine | None]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and (like := likes[i, j]) and best[i][j] == like + best[i + 1][j + 1]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif i < len(old) and best[i][j] == best[i + 1][j]:
            pairs.append((old[i], None))
            i += 1
        else:
            pairs.append((None, new[j]))
            j += 1
    return pairs


@once
def _likeness(one: TextLine, other: TextLine) -> float:
    """How far two lines are one, from 0 for not at all: by their labels, by the share of their words."""
    if bool(one.marker) != bool(other.marker) or one.depth != other.depth:
        return 0.0
    total = len(one.words) + len(other.words)
    share = 2 * sum((one.bag & other.bag).values()) / total if total else 1.0
    if one.label and one.label == other.label:
        return 2.0 + share
    return share if share >= (0.8 if one.label and other.label else 0.5) else 0.0
