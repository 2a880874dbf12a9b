"""The names of the provisions of a rendered text: those of its structure, and in which round of a loop each stands."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from docutils import nodes

from whereas.agreement.anchors import slug
from whereas.assembly.structure import ROOT, Key, ProvisionSpot
from whereas.assembly.template import Rendered


class _Around(NamedTuple):
    """What is being lifted, outermost first: where it stands in the source, its name, and the rounds in that."""

    key: Key | None
    name: str
    rounds: tuple[int, ...] = ()


class Names:
    """Gives the provisions and headings of one text their names, in reading order; they are known by their nodes."""

    def __init__(self, rendered: Rendered, spots: Mapping[Key, ProvisionSpot] = {}, base: str = "") -> None:
        """Take how the text was rendered, its structure, and what names begin with."""
        self.rendered, self.spots, self.base = rendered, spots, base or ROOT
        self.file = rendered.place(1).file
        self.begun: Counter[int] = Counter()
        self.around = [_Around(None, self.base)]

    @contextlib.contextmanager
    def of(self, node: nodes.Node) -> Iterator[str]:
        """The name of a provision or heading, while what stands in it is lifted."""
        found = self._found(node)
        self.around.append(found)
        try:
            yield found.name
        finally:
            self.around.pop()

    def of_item(self, name: str, line: int) -> str:
        """The name of a run-in item, which its text counts by itself."""
        return f"{self.base}-{name}{_rounds(self.rendered.trace(line).rounds)}"

    def _found(self, node: nodes.Node) -> _Around:
        line = node.line or 1
        self.begun[line] += 1
        if node.source != self.file:  # taken in from a file of its own
            return _Around(None, f"{self.base}-{slug(PurePath(str(node.source)).stem)}-line-{line}")
        at, rounds = self.rendered.trace(line)
        around, key = self.around[-1], (at, self.begun[line])
        spot = self.spots.get(key)
        if spot is None:  # read otherwise in all branches of its conditions
            return _Around(None, f"{self.base}-line-{at}{_rounds(rounds)}", rounds)
        name = spot.name
        if spot.around == around.key:
            own = self.spots[spot.around].name if spot.around else self.base
            if name.startswith(f"{own}-"):
                return _Around(
                    key, f"{around.name}{name.removeprefix(own)}{_rounds(rounds[len(around.rounds) :])}", rounds
                )
        return _Around(key, name + _rounds(rounds), rounds)


def _rounds(rounds: tuple[int, ...]) -> str:
    return "".join(f"_{count}" for count in rounds)
