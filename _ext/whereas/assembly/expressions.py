"""How an expression is written, for messages about what it comes to."""

from __future__ import annotations

import re

_PRINTS = re.compile(r"\{\{-?\s*([^{}]*?)\s*-?\}\}")


def expression_of(line: str, name: str) -> str:
    """The expression of a line that begins with a name, as it is written; "this" where that may be one of several."""
    found = [each for each in _PRINTS.findall(line) if each.startswith(name)]
    return f"`{{{{ {found[0]} }}}}`" if len(found) == 1 else "this"
