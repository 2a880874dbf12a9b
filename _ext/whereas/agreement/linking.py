"""Linking: every use of a defined term becomes one that leads to its definition, so that nobody marks uses by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import assert_never

from whereas.agreement.alike import once
from whereas.agreement.holding import may_hold
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Defined,
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
from whereas.agreement.remade import remade
from whereas.agreement.runs import Broken, Foreign, Run, Styled, TermUse, Text, Unlinked, Value
from whereas.agreement.term_lines import OPAQUE
from whereas.agreement.tree import changed, kept, rebuilt
from whereas.agreement.uses import Found, Term, TermPattern, compile_terms
from whereas.agreement.walk import change_runs, run_in_heading, text_of


def link_terms(agreement: Agreement, terms: tuple[Term, ...], locale: str) -> Agreement:
    """The agreement with every use of a term made one; what has none is the very same object as before."""
    linker = _linker(terms, locale)
    return remade(
        agreement, blocks=linker.blocks(agreement.blocks), sections=changed(agreement.sections, linker.section)
    )


@lru_cache(maxsize=16)  # the deals of one template mostly define the same terms in the same places
def _linker(terms: tuple[Term, ...], locale: str) -> _Linker:
    return _Linker(compile_terms(terms, locale), {term.term: term.anchor for term in reversed(terms)})


@once
def _linked(linker: _Linker, each: Provision, own: str) -> Provision:
    """A provision linked, in the definition of a term of its own or in none."""
    return linker.linked(each)


#: The runs that may need a change where no term was found.
_TO_CHANGE = frozenset({TermUse, Styled})


def _words(run: Run) -> str:
    return run.text if isinstance(run, (Text, TermUse, Value)) else text_of((run,))


class _Linker:
    """One walk; `own` is the term in whose definition it stands."""

    def __init__(self, pattern: TermPattern, anchors: Mapping[str, str]) -> None:
        self.pattern = pattern
        self.anchors = anchors
        self.own = ""
        self.uses: dict[tuple[str, str], TermUse] = {}

    def section(self, each: Section) -> Section:
        title, blocks = _stripped(each.title), self.blocks(each.blocks)
        return remade(each, title=title, blocks=blocks, sections=changed(each.sections, self.section))

    def blocks(self, many: tuple[Block, ...]) -> tuple[Block, ...]:
        return changed(many, self.block)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return remade(block, runs=self.line(block.runs))
            case Provisions():
                return remade(block, items=changed(block.items, self.provision))
            case Definitions():
                return remade(block, entries=changed(block.entries, self.entry))
            case Signatures():
                return change_runs(block, self.signature)
            case KeyTerms():
                return block
            case Bullets() | Table() | Quote() | Note() | Descriptions() | TermIndex() | Foreign() | Broken():
                return rebuilt(block, _stripped, self.blocks)  # their own lines are headings
            case _:
                assert_never(block)

    def entry(self, each: Defined) -> Defined:
        around, self.own = self.own, each.term
        blocks = self.blocks(each.blocks)
        self.own = around
        return remade(each, blocks=blocks)

    def provision(self, each: Provision) -> Provision:
        return _linked(self, each, self.own)

    def linked(self, each: Provision) -> Provision:
        """A provision with the uses in it linked, not looked up among those that were."""
        first = each.blocks[0] if each.blocks else None
        opens = first.runs[:1] if isinstance(first, Paragraph) else ()
        if not isinstance(first, Paragraph) or not (opens and type(opens[0]) is Styled and run_in_heading(each)):
            blocks = self.blocks(each.blocks)
            return remade(each, blocks=blocks)
        opening = remade(first, runs=self.line(first.runs, heading=True))
        return remade(each, blocks=kept(each.blocks, (opening, *self.blocks(each.blocks[1:]))))

    def signature(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return changed(_stripped(runs), lambda run: self.anchored(run) if isinstance(run, TermUse) else run)

    def line(self, runs: tuple[Run, ...], heading: bool = False) -> tuple[Run, ...]:
        """A line; its heading, where it opens with one, stays as it is."""
        alone = runs[0] if len(runs) == 1 else None
        if type(alone) is Text:  # most lines
            found = self.find(alone.text)
            return self.text(alone, 0, found) if found else runs
        words = list(map(_words, runs))
        # what is a use is decided on the words alone, however they are set: so a second time finds nothing more
        found = self.find("".join(words))
        if not found and not may_hold(runs[1:] if heading else runs, _TO_CHANGE):
            return runs
        return self.runs(runs, words, 0, found, heading)

    def find(self, text: str) -> list[Found]:
        found = self.pattern.find(text)
        return [each for each in found if each.term != self.own] if self.own else found

    def runs(
        self, runs: tuple[Run, ...], words: list[str], at: int, found: list[Found], heading: bool = False
    ) -> tuple[Run, ...]:
        """Runs that begin `at` that many signs into the line, with the words of each."""
        done: list[Run] = []
        for run, said in zip(runs, words, strict=True):
            if type(run) is Text and not heading:
                done += self.text(run, at, found)
            elif isinstance(run, TermUse):
                done.append(self.anchored(run))
            elif isinstance(run, Styled) and run.style == "no-term" and not heading:
                done += _unlinked(run.runs)
            elif not isinstance(run, Styled) or heading or run.style in OPAQUE:
                heading = False
                done.append(run)
            else:
                inner = self.runs(run.runs, list(map(_words, run.runs)), at, found)
                done.append(remade(run, runs=inner))
            at += len(said)
        return kept(runs, tuple(done))

    def text(self, run: Text, at: int, found: list[Found]) -> tuple[Run, ...]:
        """The pieces of a text; a term that goes on in another run is none."""
        pieces: list[Run] = []
        text, said = run.text, 0
        for start, end, term in found:
            start, end = start - at, end - at
            if start >= 0 and end <= len(text):
                if start > said:
                    pieces.append(Text(text[said:start]))
                pieces.append(self.use(term, text[start:end]))
                said = end
        if not said:
            return (run,)
        if said < len(text):
            pieces.append(Text(text[said:]))
        return tuple(pieces)

    def use(self, term: str, text: str) -> TermUse:
        """A use; those that say the same are one object, since terms are used again and again."""
        known = self.uses.get((term, text))
        if known is None:
            known = self.uses[term, text] = TermUse(term, text, self.anchors.get(term, ""))
        return known

    def anchored(self, run: TermUse) -> TermUse:
        anchor = run.anchor if run.term == self.own else self.anchors.get(run.term, run.anchor)
        return run if anchor == run.anchor else remade(run, anchor=anchor)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A line in which nothing is linked anyhow, without the style that says so."""
    if not any(isinstance(run, Styled) and run.style == "no-term" for run in runs):
        return runs
    done: list[Run] = []
    for run in runs:
        done += run.runs if isinstance(run, Styled) and run.style == "no-term" else (run,)
    return tuple(done)


def _unlinked(runs: tuple[Run, ...]) -> Iterator[Run]:
    for run in runs:
        match run:
            case Text() | TermUse():
                yield Unlinked(run.text)
            case Styled(style="no-term"):
                yield from _unlinked(run.runs)
            case Styled():
                yield Styled(run.style, tuple(_unlinked(run.runs)))
            case _:
                yield run
