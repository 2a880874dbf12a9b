"""Nodes that stand for agreement data while MyST's output is still docutils; the lift takes every one of them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from whereas.agreement.model import Block, Section
    from whereas.assembly.leftovers import Leftover
from whereas.agreement.runs import Run


class lifted_blocks(nodes.General, nodes.Element):
    """What a directive of ours gives: blocks and whole sections, ready made."""

    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    whole: bool = False  # whether it is the whole of an agreement


class lifted_run(nodes.Inline, nodes.TextElement):
    """What a role of ours gives: one run, ready made."""

    run: Run


class leftover(nodes.Inline, nodes.TextElement):
    """Markup that nothing has understood."""

    found: Leftover


class site_only(nodes.General, nodes.Element):
    """What stands in a directive that only a site has, while there is none; it is no data, and stays."""


def blocks_node(
    blocks: tuple[Block, ...] = (), sections: tuple[Section, ...] = (), whole: bool = False
) -> lifted_blocks:
    """A node that holds blocks and sections."""
    node = lifted_blocks()
    node.blocks, node.sections, node.whole = blocks, sections, whole
    return node


def run_node(run: Run, text: str) -> lifted_run:
    """A node that holds a run; `text` is what it shows should it never be lifted."""
    node = lifted_run(text, text)
    node.run = run
    return node
