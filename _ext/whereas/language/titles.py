"""What a value is called: by its label, or by its name in words where nobody has given it one."""

from __future__ import annotations


def title_of(name: str, label: str = "") -> str:
    """The label; else `Effective date` for effective_date, and for loan:effective_date."""
    words = own_name(name).replace("_", " ").strip()
    return label or words[:1].upper() + words[1:]


def own_name(name: str) -> str:
    """The name of a fact in the agreement that declares it: fee of loan:fee."""
    return name.rpartition(":")[2]
