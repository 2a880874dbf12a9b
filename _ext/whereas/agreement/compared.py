"""What became of each clause between two Agreements: clauses set side by side, then the words within them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from whereas.agreement.comparison import Difference, Kind, TextLine, compare_lines, lines_of, words_of
from whereas.agreement.holding import holds
from whereas.agreement.model import Agreement, Block, KeyTerms, Section, TermIndex
from whereas.agreement.outside import blocks_for_outside
from whereas.agreement.runs import Broken
from whereas.agreement.whole_text import text_below


@dataclass(frozen=True)
class ComparedClause:
    """A clause, or a section that holds none, in both agreements or in one.

    `name` is what the agreements call it, `rows` are its heading, if that has changed, and its lines.
    """

    name: str
    kind: Kind
    rows: tuple[Difference, ...]

    @property
    def changed(self) -> bool:
        """Whether a word differs; that numbers have moved is no difference."""
        return any(row.kind != "same" for row in self.rows)


def compare_agreements(old: Agreement, new: Agreement) -> tuple[ComparedClause, ...]:
    """Every clause of either, in the order of the new one; those it has no more stand where the old one had them."""
    before, after = dict(_parts(old)), dict(_parts(new))
    return tuple(_compared(name, before.get(name), after.get(name)) for name in _in_order([*before], [*after]))


def name_of(section: Section) -> str:
    """What an agreement calls a clause, or a section that is none."""
    return section.label or (section.origin.id.lower() if section.origin else section.anchor)


def _parts(agreement: Agreement) -> Iterator[tuple[str, tuple[TextLine, ...]]]:
    """The clauses of an agreement by name, each as its heading and its lines; what is broken in it says nothing."""
    yield "", _lines(agreement.blocks)
    yield from chain.from_iterable(map(_below, agreement.sections))


def _below(section: Section) -> Iterator[tuple[str, tuple[TextLine, ...]]]:
    within = any(each.origin for each in _inner(section))
    text = section.blocks if within else text_below(section)
    heading = TextLine(words_of(section.title))
    yield name_of(section), (heading, *_lines(text))
    if within:
        yield from chain.from_iterable(map(_below, section.sections))


def _lines(blocks: tuple[Block, ...]) -> tuple[TextLine, ...]:
    """The lines of what is said; sheets and lists that repeat it, and change with it, are left out."""
    own = tuple(each for each in blocks if not isinstance(each, KeyTerms | TermIndex))
    return tuple(lines_of(blocks_for_outside(own) if any(holds(each, _BROKEN) for each in own) else own))


_BROKEN = frozenset({Broken, KeyTerms})


def _inner(section: Section) -> Iterator[Section]:
    for each in section.sections:
        yield each
        yield from _inner(each)


def _in_order(old: list[str], new: list[str]) -> Iterator[str]:
    """The names of both: each that only the old list has follows what it followed there."""
    kept, after = set(new), dict[str, list[str]]()
    last = ""
    for name in old:
        if name in kept:
            last = name
        else:
            after.setdefault(last, []).append(name)
    for name in new:
        yield name
        yield from after.get(name, ())


def _compared(name: str, old: tuple[TextLine, ...] | None, new: tuple[TextLine, ...] | None) -> ComparedClause:
    kind: Kind = "added" if old is None else "removed" if new is None else "same"
    before, after = old or (), new or ()
    if kind == "same" and [line.key for line in before] == [line.key for line in after]:
        return ComparedClause(name, kind, ())
    rows = compare_lines(before, after)
    headed = kind == "same" and rows[0].kind == "same" and not rows[0].marker
    return ComparedClause(name, kind, rows[1:] if headed else rows)
