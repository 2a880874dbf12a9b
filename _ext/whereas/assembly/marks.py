"""The marks of private-use characters that keep, in a rendered text, the places of slots and lines."""

from __future__ import annotations

import re

OPEN, CLOSE, LINE, LINE_END = "\ue000", "\ue001", "\ue002", "\ue003"
#: Where a loop begins, goes round, and ends.
LOOP, ROUND, LOOP_END = "\ue004", "\ue005", "\ue006"
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")
#: The marks that a rendered text is traced by.
TRACE = re.compile(f"({LINE}\\d+{LINE_END}|[{LOOP}-{LOOP_END}])")
PRIVATE = re.compile(f"[{OPEN}-{LOOP_END}]")


def slot_mark(index: int) -> str:
    """The mark that keeps the place of a slot."""
    return f"{OPEN}{index}{CLOSE}"


def line_mark(line: int) -> str:
    """The mark that goes before each line of text."""
    return f"{LINE}{line}{LINE_END}"
