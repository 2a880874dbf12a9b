"""What stands in an agreement and is no contract text: which of the page's foreign nodes, and where."""

from __future__ import annotations

from whereas.agreement.model import Block
from whereas.agreement.runs import Foreign
from whereas.agreement.tree import Blocks, descend, parts
from whereas.agreement.walk import walk_runs


def walk_foreign(blocks: tuple[Block, ...]) -> list[int]:
    """The foreign runs and blocks in blocks, by index."""
    found: list[int] = []
    for block in descend(blocks):
        if isinstance(block, Foreign):
            found.append(block.index)
        for part in parts(block):
            if not isinstance(part, Blocks):
                found += [run.index for run in walk_runs(part) if isinstance(run, Foreign)]
    return found
