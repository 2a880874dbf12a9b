"""What a check of one line finds in it."""

from __future__ import annotations

from dataclasses import dataclass

from whereas.library.rule import Rule


@dataclass(frozen=True)
class Mark:
    """Words of a line, from `start` to `end`, that break a rule; `given` if values count, too."""

    rule: Rule
    start: int
    end: int
    message: str
    hint: str = ""
    about: str = ""
    given: bool = False
