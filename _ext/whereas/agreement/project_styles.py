"""The styles of a project: those that ship, and its own, which may be like one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whereas.agreement.styles import STYLES, Style, parse_style
from whereas.language.nearest import did_you_mean

#: So many styles may be like one another in a row.
_MOST = 50


def parse_styles(written: Mapping[str, Any]) -> dict[str, Style]:
    """The styles of a project, in whatever order, and those that ship.

    Raises ValueError that names the style that is wrong.
    """
    return dict(STYLES) | _Styles(written).read


class _Styles:
    """The styles of a project being read, each after the one that it is like."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self.written = written
        self.read: dict[str, Style] = {}
        for name in written:
            self.find(name, ())

    def find(self, name: str, whose: tuple[str, ...]) -> Style:
        """A style; `whose` are those that are like it, the nearest last."""
        if name not in self.written or (whose[-1:] == (name,) and name in STYLES):
            return parse_style(name, STYLES)
        if name in whose:
            circle = " is like ".join(map(repr, (*whose[whose.index(name) :], name)))
            raise ValueError(f"the style {name!r}: {circle}; one of them must be like a style that ships")
        if len(whose) > _MOST:
            raise ValueError(f"the style {name!r}: more than {_MOST} styles are like it, one after the other")
        if name not in self.read:
            self.read[name] = self.parse(name, whose)
        return self.read[name]

    def parse(self, name: str, whose: tuple[str, ...]) -> Style:
        each = self.written[name]
        like = each if isinstance(each, str) else each.get("like", "uk") if isinstance(each, dict) else None
        known = dict(STYLES)
        if isinstance(like, str) and (like in self.written or like in STYLES):
            known[like] = self.find(like, (*whose, name))
        elif isinstance(like, str):
            known |= dict.fromkeys(self.written, STYLES["uk"])  # names, for what may have been meant
        try:
            return parse_style({**each, "name": name} if isinstance(each, dict) else each, known)
        except ValueError as error:
            hint = f"; {did_you_mean(each, known)}" if isinstance(each, str) else ""
            raise ValueError(f"the style {name!r}: {error}{hint}") from None
