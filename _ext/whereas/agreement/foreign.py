"""What stands in an agreement and is no contract text: which of the page's foreign nodes, and where."""

from __future__ import annotations

from whereas.agreement.model import Block
from whereas.agreement.runs import Foreign, Run
from whereas.agreement.walk import walk_runs


def walk_foreign(blocks: tuple[Block, ...]) -> list[int]:
    """The foreign runs and blocks in blocks, by index, in reading order."""
    found: list[int] = []

    def runs(line: tuple[Run, ...]) -> None:
        found.extend(run.index for run in walk_runs(line) if isinstance(run, Foreign))

    def block(each: Block) -> None:
        if isinstance(each, Foreign):
            found.append(each.index)
        for field in ("items", "blocks", "head", "rows", "entries"):
            for inner in getattr(each, field, ()):
                deeper(inner)
        if hasattr(each, "runs"):
            runs(each.runs)

    def deeper(inner: object) -> None:
        if isinstance(inner, tuple):
            for part in inner:
                deeper(part)
        else:
            block(inner)  # type: ignore[arg-type]

    for each in blocks:
        block(each)
    return found
