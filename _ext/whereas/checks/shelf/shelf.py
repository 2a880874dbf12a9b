"""The library, and what the agreements of the project use of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from whereas.library.clauses import Clause
from whereas.library.parties import Party


@dataclass(frozen=True)
class Shelf:
    """The clauses and parties of a project; `used` are the agreements and drafts of deals that have each variant.

    A clause and a variant ("" for the standard text) are the key. `today` is the day on which this is asked.
    """

    clauses: Mapping[str, Clause]
    parties: Mapping[str, Party]
    used: Mapping[tuple[str, str], list[str]]
    settled: Mapping[tuple[str, str], list[str]] = field(default_factory=dict)  # the same of deals that are final
    written: Iterable[str] = ()  # all pages and deals as they are written: what they cite
    today: datetime.date = field(default_factory=lambda: datetime.datetime.now(datetime.UTC).date())

    def places(self, id: str) -> list[str]:
        """The agreements and drafts in which a clause stands, in any variant."""
        return sorted({name for (clause, _), names in self.used.items() if clause == id for name in names})

    def is_used(self, id: str, variant: str | None = None) -> bool:
        """Whether a clause, or one variant of it, stands anywhere."""
        return any(key[0] == id and variant in (None, key[1]) for key in (*self.used, *self.settled))
