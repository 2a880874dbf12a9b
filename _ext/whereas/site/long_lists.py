"""Long lists in the contents beside a page, as of hundreds of deals: of these only the page itself is shown there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: A list of more pages is found by its own page, and by search.
_MOST = 60
_TAG = re.compile(r"<(/?)(ul|li|input)\b([^>]*)>")


@dataclass
class _List:
    start: int
    toggle: int  # where the box that opens it begins, or the list itself
    items: list[tuple[int, int, bool]] = field(default_factory=list)  # from, to, on the way to the current page


def shorten(markup: str) -> str:
    """Contents without the items of long lists that do not lead to the current page; without the list, if none does."""
    if markup.count("<li") <= _MOST:
        return markup
    away = list(_away(markup))
    made, end = [], 0
    for start, stop in sorted(away):
        if start >= end:
            made.append(markup[end:start])
            end = stop
    return "".join((*made, markup[end:]))


def _away(markup: str) -> list[tuple[int, int]]:
    lists: list[_List] = []
    items: list[tuple[int, bool]] = []
    found: list[tuple[int, int]] = []
    toggle = -1
    for tag in _TAG.finditer(markup):
        closes, name, attributes = tag.groups()
        if name == "input":
            toggle = tag.start()
        elif name == "ul" and not closes:
            lists.append(_List(tag.start(), toggle if toggle >= 0 else tag.start()))
            toggle = -1
        elif name == "li" and not closes:
            items.append((tag.start(), "current" in attributes))
            toggle = -1
        elif name == "li":
            start, is_current = items.pop()
            lists[-1].items.append((start, tag.end(), is_current))
        else:
            done = lists.pop()
            if len(done.items) > _MOST:
                kept = any(is_current for _, _, is_current in done.items)
                found += (
                    [(start, end) for start, end, is_current in done.items if not is_current]
                    if kept
                    else [(done.toggle, tag.end())]
                )
    return found
