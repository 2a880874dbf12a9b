"""A value of an agreement, as sheets, cards and lists tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whereas.agreement.runs import ValueOrigin
from whereas.language.titles import title_of


@dataclass(frozen=True)
class Fact:
    """A value of the agreement as it was printed: None for a blank. Of one that has `rows`, each is its cells.

    It is called by its `label`, has a `unit` where it stands alone, and says on which sheet it is shown.
    """

    name: str
    type: str
    text: str | None
    origin: ValueOrigin | None = None
    about: str = ""
    rows: tuple[tuple[Fact, ...], ...] = ()
    label: str = ""
    unit: str = ""  # as it follows the number: "months"
    show: Literal["", "front", "particulars", "never"] = ""
    said: str = ""  # a figure in words, as texts of the agreement's language have it: "ninety days"

    @property
    def title(self) -> str:
        """What people call it: its label, or its name in words."""
        return title_of(self.name, self.label)

    @property
    def alone(self) -> str | None:
        """Its words where it stands alone: 3 months."""
        return f"{self.text} {self.unit}" if self.text and self.unit else self.text
