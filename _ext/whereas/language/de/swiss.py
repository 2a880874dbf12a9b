"""German as the Swiss write it: "Strasse", "gemäss", and quotations between «these»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

_LETTERS = str.maketrans({"ß": "ss", "„": "«", "“": "»"})


def swiss(words: Any) -> Any:
    """The same words, or record of words, in Swiss spelling; what is no words stays."""
    match words:
        case str():
            return words.translate(_LETTERS)
        case Mapping():
            return {key: swiss(each) for key, each in words.items()}
        case tuple():
            made = map(swiss, words)
            return type(words)(*made) if hasattr(words, "_fields") else tuple(made)
    if is_dataclass(words) and not isinstance(words, type):
        return replace(words, **{each.name: swiss(getattr(words, each.name)) for each in fields(words)})
    return words
