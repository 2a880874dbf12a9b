"""A copy of an agreement: all that it takes to read it without the project that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from whereas.agreement.model import Agreement
from whereas.agreement.runs import Foreign
from whereas.agreement.styles import Style
from whereas.library.finding import Finding


@dataclass(frozen=True)
class Copy:
    """An agreement in its style; the words of what only docutils can draw; footnotes; what is wrong with it.

    `foreign` has words by the index of their mark, with the marks of `render.words` around formulas; a footnote is its
    number and its words.
    """

    agreement: Agreement
    style: Style
    foreign: tuple[tuple[int, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def _foreign(self) -> dict[int, str]:
        return dict(self.foreign)

    def words(self, mark: Foreign) -> str:
        """What a mark stands for, in words."""
        return self._foreign.get(mark.index, mark.text)
