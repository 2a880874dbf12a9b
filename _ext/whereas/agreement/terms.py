"""Defined terms: how a house sets a term where it is defined."""

from __future__ import annotations

from whereas.agreement.runs import Definition, Run, Text
from whereas.agreement.styles import Style


def defining(term: str, style: Style) -> tuple[Run, ...]:
    """A term at the place of its definition, in the style's quotes: “Effective Date”."""
    before, after = style.quotes
    return (Text(before), Definition(term, term), Text(after))
