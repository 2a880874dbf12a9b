"""What has changed since the last build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from whereas.site.fresh.clause_parts import shows_same
from whereas.site.fresh.files import Paths, State


@dataclass
class Changes:
    """What one build finds: since when it reads, the files that changed or are missing, the pages that it reads."""

    began: int = 0
    files: set[Paths] = field(default_factory=set)
    missing: set[Paths] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    _same: dict[tuple[Paths, frozenset[str]], bool] = field(default_factory=dict)

    def matters(self, paths: Paths, known: State, taken: frozenset[str]) -> bool:
        """Whether the change of a clause matters to pages that have these variants of it."""
        key = (paths, taken)
        if key not in self._same:
            there = [path for path in map(Path, paths) if path.is_file()]
            self._same[key] = len(there) == 1 and shows_same(known.content, there[0].read_bytes(), taken)
        return not self._same[key]
