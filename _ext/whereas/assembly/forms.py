"""What classes before a heading or a list ask for: which kind it is, and in which form a list is numbered."""

from __future__ import annotations

from typing import Any, Literal

from whereas.agreement.model import ATTACHED, Kind

_KINDS: tuple[Kind, ...] = ("parties", "recitals", "unnumbered", *ATTACHED, "part")
#: List classes, and the first label each asks for.
_FORMATS = {
    "alpha": "(a)",
    "roman": "(i)",
    "upper-alpha": "(A)",
    "upper-roman": "(I)",
    "decimal": "(1)",
    "plain": "",
}


def section_kind(node: Any) -> Kind:
    """The kind of a section, by the classes of its heading."""
    return next((each for each in _KINDS if each in node["classes"]), "clause")


def holds_sections(kind: Kind) -> bool:
    """Whether clauses placed below a heading of this kind stand in it, and not beside it."""
    return kind == "part" or kind in ATTACHED


def list_format(node: Any) -> str | None:
    """The label, by example, that a list asks for: empty for none, None where it does not say."""
    return next((_FORMATS[each] for each in node["classes"] if each in _FORMATS), None)


def list_kind(node: Any) -> Literal["", "parties", "recitals"]:
    """What a list before the first heading says that it is."""
    classes = node["classes"]
    return "parties" if "parties" in classes else "recitals" if "recitals" in classes else ""
