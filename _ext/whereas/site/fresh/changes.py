"""What has changed since the last build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from whereas.site.fresh.clause_parts import Difference, difference
from whereas.site.fresh.files import Paths, State, content_of


@dataclass
class Changes:
    """What one build finds."""

    began: int = 0  #: when the build began to look
    since: int = 0  #: when the last build began that was not finished; else the same
    files: set[Paths] = field(default_factory=set)  #: that say something else than when they were read
    missing: set[Paths] = field(default_factory=set)  #: that were looked for, and were not there
    pages: set[str] = field(default_factory=set)  #: that are read now
    settings: Any = None  #: what the builder is told
    writes_all: bool = False  #: whether every page is written, whatever the last build wrote
    pages_before: dict[str, Any] = field(default_factory=dict)  #: of what that wrote each page
    files_before: dict[Paths, State] = field(default_factory=dict)  #: what that made
    made: dict[str, Any] = field(default_factory=dict)  #: of what each page is written now
    resolved: set[str] = field(default_factory=set)  #: the pages that are written now
    told: dict[str, Any] = field(default_factory=dict)  #: what was said of pages that were written
    is_checked: bool = False  #: whether it was looked whether the pages agree
    _differences: dict[Paths, Difference] = field(default_factory=dict)

    def matters(self, paths: Paths, known: State, taken: frozenset[str]) -> bool:
        """Whether the change of a clause matters to pages that have these texts of it."""
        if paths not in self._differences:
            is_named = known.is_named(paths)  # messages and PDFs tell the name
            self._differences[paths] = difference(known.content, content_of(paths)) if is_named else Difference(True)
        found = self._differences[paths]
        return found.everyone or not found.takers.isdisjoint(taken)
