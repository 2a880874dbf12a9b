"""Where a deal says otherwise than its agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whereas.library.finding import NOWHERE, Place


@dataclass(frozen=True)
class Deviation:
    """One departure of a deal from its agreement.

    Of which kind: a clause in a variant, omitted, reserved, with text or title of its own, added, or included where the
    agreement has it by choice; a value other than
    the default, for the whole deal or (`clause-value`) for one clause. `subject` names the clause or value. What is
    added stands on one `side` of another clause, which is `given`. Where a value has rows, the departures are what
    differs in them: a `cell`, whose subject is `lines.2.amount`, or a row, `lines.2`.
    """

    kind: Literal[
        "variant",
        "omitted",
        "reserved",
        "text",
        "title",
        "added",
        "included",
        "value",
        "clause-value",
        "cell",
        "row-added",
        "row-left-out",
    ]
    subject: str
    standard: str = ""
    given: str = ""
    because: str = ""
    place: Place = NOWHERE
    title: str = ""  # of the clause
    side: Literal["", "after", "before"] = ""

    @property
    def clause(self) -> str:
        """The name of the clause that it is about; empty for a value of the whole deal."""
        of_all = self.value is not None and self.kind != "clause-value"
        return "" if of_all else self.subject.partition(".")[0].lower()

    @property
    def value(self) -> str | None:
        """The name of the value that it is about; None for a clause."""
        match self.kind:
            case "value" | "cell" | "row-added" | "row-left-out":
                return self.subject.partition(".")[0]
            case "clause-value":
                return self.subject.partition(".")[2]
        return None
