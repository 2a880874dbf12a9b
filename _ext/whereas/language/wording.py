"""How an agreement words its facts: its locale, and what its house style adds to that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Wording:
    """How an agreement words its facts; a `date` of "" is the locale's long form, a `calendar` of "" is none."""

    locale: str = "en_GB"
    date: str = ""
    money: Literal["code", "symbol"] = "code"
    calendar: str = ""
