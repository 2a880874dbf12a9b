"""The same with something else in it: what most steps of settling an agreement do to most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import replace as remade
else:

    def remade(thing: T, **changes: Any) -> T:
        """`dataclasses.replace` for plain frozen data, but the very same object where nothing changes.

        So that whoever looks for changes need not compare; and several times as fast, since nothing is initialised.
        """
        own = vars(thing)
        for name, value in changes.items():
            if own[name] is not value:
                new = object.__new__(type(thing))
                vars(new).update(own, **changes)
                return new
        return thing


__all__ = ["remade"]
