"""One full stop at the end of a sentence: after "X Systems, Inc." the sentence needs no other."""

from __future__ import annotations

from whereas.agreement.alike import once_each, remade_alike
from whereas.agreement.model import Agreement, Block, Provision, Provisions, Section
from whereas.agreement.remade import remade
from whereas.agreement.runs import LineBreak, Link, Run, Styled, Text
from whereas.agreement.tree import changed, kept
from whereas.agreement.walk import change_runs, text_of


def one_stop(agreement: Agreement) -> Agreement:
    """The agreement without the stops that come right after a fact, or other words set apart, which end with one."""

    def section(each: Section) -> Section:
        blocks, sections = changed(each.blocks, _block), changed(each.sections, section)
        return remade(each, title=_whole(each.title), blocks=blocks, sections=sections)

    return remade(agreement, blocks=changed(agreement.blocks, _block), sections=changed(agreement.sections, section))


def _block(block: Block) -> Block:
    return _provisions(block) if isinstance(block, Provisions) else change_runs(block, _whole)


@once_each
def _provisions(block: Provisions) -> Block:
    return remade_alike(block, items=changed(block.items, _item))


@once_each
def _item(item: Provision) -> Provision:
    return remade_alike(item, blocks=changed(item.blocks, _block))


def _whole(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return _line(runs, False)[0] if len(runs) > 1 else runs


def _line(runs: tuple[Run, ...], stopped: bool) -> tuple[tuple[Run, ...], bool]:
    """A line, after words that end with one stop or do not; gives it, and whether it ends with one."""
    done: list[Run] = []
    for run in runs:
        match run:
            case Styled() | Link():
                inner, stopped = _line(run.runs, stopped)
                run = remade(run, runs=inner)
            case LineBreak():
                stopped = False
            case _:
                if stopped and isinstance(run, Text) and _begins(run.text):
                    run = Text(run.text[1:])
                words = text_of((run,))
                stopped = words.endswith(".") and not words.endswith("..") if words else stopped
        if run != Text(""):
            done.append(run)
    return kept(runs, tuple(done)), stopped


def _begins(text: str) -> bool:
    return text.startswith(".") and not text.startswith("..")
