"""What Whereas has to say about a file: a place in it, and a finding there."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A line of a file that an author edits: the path as seen from the project's folder, lines and columns from 1."""

    file: str
    line: int = 1
    column: int = 0

    def __str__(self) -> str:
        """`file:line`, the form editors and terminals can follow."""
        return f"{self.file}:{self.line}"

    @property
    def precise(self) -> str:
        """`file:line:column`, or `file:line` where no column is known."""
        return f"{self}:{self.column}" if self.column else str(self)

    def below(self, lines: int) -> Place:
        """The place so many lines further down."""
        return Place(self.file, self.line + lines)


#: The place of what was not written in a file.
NOWHERE = Place("")


class Finding(NamedTuple):
    """One message: which rule, how bad, where, what is wrong, and what to do about it; in the order of what is told."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    about: str = (
        ""  # what it is about, where other pages decide whether that is so: a term; or the words that are wrong
    )

    def __str__(self) -> str:
        """The message with its hint, without the place."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class FindingsError(Exception):
    """Raised where a record cannot be had; carries the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        """Take at least one finding."""
        super().__init__("\n".join(f"{finding.place}: {finding}" for finding in findings))
        self.findings = findings
