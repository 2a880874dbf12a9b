"""What came of comparing a document with the project."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableError(ValueError):
    """A file that cannot be read, and why."""


@dataclass(frozen=True)
class Verdict:
    """What came of it: the page of the project that a file was compared with, and the first difference, if any."""

    docname: str
    same: bool
    said: str
