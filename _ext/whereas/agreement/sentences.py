"""Capitals at the start of a sentence: "The Company", "Clause 7.2"; elsewhere "the Company", "clause 7.2"."""

from __future__ import annotations

from typing import assert_never

from whereas.agreement.alike import line_alike, once, remade_alike
from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Definitions,
    Descriptions,
    KeyTerms,
    Note,
    Paragraph,
    Provisions,
    Quote,
    Section,
    Signatures,
    Table,
    TermIndex,
)
from whereas.agreement.remade import remade
from whereas.agreement.runs import Broken, Foreign, Link, Reference, Run, Styled, TermUse, Text, Value
from whereas.agreement.tree import changed, kept, rebuilt
from whereas.agreement.walk import text_of
from whereas.language.registry import phrases
from whereas.language.sentences import ends_sentence


def capitalise_sentences(agreement: Agreement) -> Agreement:
    """The agreement with the first letter of a role or reference raised where a sentence begins with it."""

    def section(each: Section) -> Section:
        return remade(each, blocks=_blocks(each.blocks, "")[0], sections=changed(each.sections, section))

    sections = changed(agreement.sections, section)
    return remade(agreement, blocks=_blocks(agreement.blocks, "")[0], sections=sections)


def set_headings(agreement: Agreement) -> Agreement:
    """The agreement with headings that begin with a capital; one that is a role alone is its term: "Supplier"."""

    def section(each: Section) -> Section:
        title = heading(each.title, agreement.locale)
        return remade(each, title=title, sections=changed(each.sections, section))

    return remade(agreement, sections=changed(agreement.sections, section))


def heading(runs: tuple[Run, ...], locale: str) -> tuple[Run, ...]:
    """The words of a heading as a title."""
    if not runs:
        return runs
    first, *rest = runs
    if isinstance(first, Styled):
        return (remade(first, runs=heading(first.runs, locale)), *rest) if not rest else runs
    words = phrases(locale)
    articles = {words.the, *(article for pair in words.many for article in pair)}
    if isinstance(first, TermUse) and not rest and first.text.removesuffix(first.term).strip() in articles:
        return (remade(first, text=first.term),)
    return (_raised(first), *rest)


@once
def _blocks(blocks: tuple[Block, ...], said: str) -> tuple[tuple[Block, ...], str]:
    """Blocks after the words `said`, and what has been said by their end.

    A list whose lead-in is unfinished goes on with its sentence, and so does what follows an unfinished list.
    """
    done: list[Block] = []
    for block in blocks:
        lead = "" if _ended(said) else said
        match block:
            case Paragraph():
                runs, said = _line(block.runs, lead)
                block = block if runs is block.runs else remade_alike(block, runs=line_alike(runs))
            case Provisions():
                inner = [_blocks(item.blocks, lead) for item in block.items]
                items = (remade_alike(item, blocks=done) for item, (done, _) in zip(block.items, inner, strict=True))
                block = remade_alike(block, items=kept(block.items, tuple(items)))
                said = inner[-1][1] if inner else said
            case Bullets():
                inner = [_blocks(item, lead) for item in block.items]
                block = remade_alike(block, items=kept(block.items, tuple(done for done, _ in inner)))
                said = inner[-1][1] if inner else said
            case Quote():
                quoted, said = _blocks(block.blocks, lead)
                block = remade_alike(block, blocks=quoted)
            case Definitions() | Table() | Note() | Descriptions():
                block = rebuilt(block, lambda runs: _line(runs, "")[0], lambda blocks: _blocks(blocks, "")[0])
            case Signatures() | KeyTerms() | TermIndex() | Foreign() | Broken():
                pass
            case _:
                assert_never(block)
        done.append(block)
    return kept(blocks, tuple(done)), said


#: The runs whose first letter may be raised.
_OPENS = frozenset({TermUse, Value, Foreign, Reference})


def _line(runs: tuple[Run, ...], said: str) -> tuple[tuple[Run, ...], str]:
    """One line after the words `said`; gives the line and what has been said by its end."""
    done: list[Run] = []
    for run in runs:
        if isinstance(run, Styled | Link):
            opens = _ended(said)
            inner, said = _line(run.runs, said)
            if opens and isinstance(run, Styled) and run.style == "citation" and isinstance(inner[0], Text):
                inner = (Text(_upper(inner[0].text)), *inner[1:])
            run = remade(run, runs=inner)
        else:
            if type(run) in _OPENS and _ended(said):
                run = _raised(run)
            said += text_of((run,))
        done.append(run)
    return kept(runs, tuple(done)), said


def _ended(said: str) -> bool:
    """Whether a new sentence begins after these words."""
    return not said.strip() or ends_sentence(said, "")


def _raised(run: Run) -> Run:
    match run:
        case TermUse():
            return remade(run, text=_upper(run.text))
        case Value(spoken=True):
            return remade(run, text=_upper(run.text))
        case Foreign():
            return remade(run, opens=True)
        case Reference(parts=(first, *rest)) if not run.words:
            return remade(run, parts=kept(run.parts, (remade(first, text=_upper(first.text)), *rest)))
    return run


def _upper(text: str) -> str:
    first = text[:1].upper()
    return text if text[:1] == first else first + text[1:]
