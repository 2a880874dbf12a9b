"""A clause as a text places it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whereas.library.deals import Deal
from whereas.library.finding import Place


@dataclass(frozen=True)
class Placement:
    """A clause as a text places it: which, where, in which variant, and what it, its names and its number are there.

    An `optional` one stands only in deals that take it in.
    """

    id: str
    place: Place
    variant: str = ""
    title: str = ""
    alias: str = ""
    fitting: tuple[tuple[str, str], ...] = ()
    number: str = ""
    optional: bool = False

    @classmethod
    def of(cls, argument: str, options: Mapping[str, Any], place: Place) -> Placement:
        """What a `{clause}` directive says, its options as they are parsed."""
        variant, title, alias, number = (options.get(each, "") for each in ("variant", "title", "as", "number"))
        return cls(argument, place, variant, title, alias, options.get("with", ()), number, "optional" in options)

    @classmethod
    def added(cls, name: str, deal: Deal) -> Placement:
        """What a deal says of a clause under `add:`, where it stands for a directive."""
        addition, place = deal.add[name], deal.place("add", name)
        return cls(addition.clause or name, place, alias=name, fitting=tuple(addition.with_.items()))

    @property
    def name(self) -> str:
        """What it is called in the agreement: its labels begin with it, and a deal speaks of it by this name."""
        return self.alias or self.id
