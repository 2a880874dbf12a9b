"""Capitals at the start of a sentence: "The Company", "Clause 7.2"; elsewhere "the Company", "clause 7.2"."""

from __future__ import annotations

import re
from dataclasses import replace

from whereas.agreement.model import (
    Agreement,
    Block,
    Bullets,
    Defined,
    Definitions,
    Link,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Reference,
    Run,
    Section,
    Styled,
    TermUse,
)
from whereas.agreement.walk import text_of

#: A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(r"(?:^|\W)(?:e\.g|i\.e|cf|vs|No|Nos|Art|Ltd|Inc|Co|Corp|Nr|Abs|Ziff|lit|bzw|z\.\s?B)\.$")
_END = re.compile(r"[.!?][\"'”’»)\]]*$")


def capitalise_sentences(agreement: Agreement) -> Agreement:
    """The agreement with the first letter of a role or reference raised where a sentence begins with it."""

    def section(each: Section) -> Section:
        return replace(each, blocks=_blocks(each.blocks, ""), sections=tuple(map(section, each.sections)))

    sections = tuple(map(section, agreement.sections))
    return replace(agreement, blocks=_blocks(agreement.blocks, ""), sections=sections)


def _blocks(blocks: tuple[Block, ...], before: str) -> tuple[Block, ...]:
    """Blocks after the words `before`: a list whose lead-in is unfinished goes on with its sentence."""
    done: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph():
                runs, before = _line(block.runs, before)
                block = replace(block, runs=runs)
            case Provisions():
                items = tuple(_item(item, before) for item in block.items)
                block = replace(block, items=items)
            case Bullets():
                block = Bullets(tuple(_blocks(item, before) for item in block.items))
            case Quote():
                block = Quote(_blocks(block.blocks, before))
            case Definitions():
                block = Definitions(tuple(_defined(entry) for entry in block.entries))
        done.append(block)
    return tuple(done)


def _item(item: Provision, before: str) -> Provision:
    return replace(item, blocks=_blocks(item.blocks, "" if _ended(before) else before))


def _defined(entry: Defined) -> Defined:
    return replace(entry, blocks=_blocks(entry.blocks, ""))


def _line(runs: tuple[Run, ...], before: str) -> tuple[tuple[Run, ...], str]:
    """One line after the words `before`; gives the line and what has been said by its end."""
    # a paragraph of its own begins a sentence, unless what stands before it waits to be gone on with
    said = "" if _ended(before) else before
    done: list[Run] = []
    for run in runs:
        if isinstance(run, Styled | Link):
            inner, said_inside = _line_inside(run.runs, said)
            run = replace(run, runs=inner)
            said = said_inside
        else:
            if _ended(said):
                run = _raised(run)
            said += text_of((run,))
        done.append(run)
    return tuple(done), said


def _line_inside(runs: tuple[Run, ...], said: str) -> tuple[tuple[Run, ...], str]:
    done: list[Run] = []
    for run in runs:
        if _ended(said):
            run = _raised(run)
        said += text_of((run,))
        done.append(run)
    return tuple(done), said


def _ended(said: str) -> bool:
    """Whether a new sentence begins after these words."""
    said = said.rstrip()
    return not said or (bool(_END.search(said)) and not _ABBREVIATION.search(said))


def _raised(run: Run) -> Run:
    match run:
        case TermUse():
            return replace(run, text=_upper(run.text))
        case Reference(parts=(first, *rest)) if not run.words:
            return replace(run, parts=(replace(first, text=_upper(first.text)), *rest))
    return run


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
