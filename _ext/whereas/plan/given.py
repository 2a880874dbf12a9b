"""A value as somebody wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whereas.agreement.runs import ValueOrigin
from whereas.library.finding import Place
from whereas.library.source import Keys, Source


@dataclass(frozen=True)
class Given:
    """A value as somebody wrote it, and where; `path` leads to it in the `source`, if that is at hand."""

    written: Any
    place: Place
    origin: ValueOrigin | None
    source: Source | None = None
    path: Keys = ()

    def own_source(self) -> Source:
        """The value as a source of its own, which knows the places of what is in it, or at least its own."""
        if self.source:
            return self.source.below(*self.path)
        here: dict[Keys, Place] = {(): self.place}
        return Source(self.place.file, self.written, here, values=here)
