"""SOURCE_DATE_EPOCH, the date of all that is built: seconds since 1970 (https://reproducible-builds.org/specs/)."""

from __future__ import annotations

import os
import re

_NAME = "SOURCE_DATE_EPOCH"
_SECONDS = re.compile(r"[0-9]{1,12}")
#: The end of the year 9999, after which nobody writes dates.
_LAST = 253_402_300_799
#: What was wrong, and taken away before Sphinx came to it.
_held: list[str] = []


def hold_wrong_date() -> None:
    """Take a date away that is none: Sphinx reads it before extensions, and stops with a report."""
    if _is_wrong(os.environ.get(_NAME)):
        _held[:] = [os.environ.pop(_NAME)]


def wrong_date() -> str:
    """What is wrong with the date, now or before it was held; nothing if nothing is."""
    said = _held.pop() if _held else os.environ.get(_NAME)
    if not _is_wrong(said):
        return ""
    return f"{_NAME} must be seconds since 1970, as 1700000000, not {said!r:.60}: change it, or unset it"


def _is_wrong(said: str | None) -> bool:
    return said is not None and not (_SECONDS.fullmatch(said) and int(said) <= _LAST)
