"""The marks of private-use characters that keep, in a rendered text, the places of slots and lines."""

from __future__ import annotations

import re

OPEN, CLOSE, LINE, LINE_END = "\ue000", "\ue001", "\ue002", "\ue003"
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")
LINE_MARK = re.compile(f"{LINE}(\\d+){LINE_END}")
PRIVATE = re.compile(f"[{OPEN}-{LINE_END}]")


def slot_mark(index: int) -> str:
    """The mark that keeps the place of a slot."""
    return f"{OPEN}{index}{CLOSE}"
