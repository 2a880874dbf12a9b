"""How an agreement words its facts: its locale, and what its house style adds to that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Wording:
    """How an agreement words its facts; a `date` of "" is the locale's long form, a `calendar` of "" is none.

    With `any_calendar`, which one it is depends on the agreement, and is not known here: on a clause's own page.
    """

    locale: str = "en_GB"
    date: str = ""
    money: Literal["code", "symbol"] = "code"
    calendar: str = ""
    any_calendar: bool = False
