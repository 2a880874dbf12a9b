"""What is alike is one thing: what a thousand deals say in the same words is one object, and is worked out once.

Agreements are frozen data, and most of what stands in one stands in others as well: a clause without values has the
same provisions in each, with the same numbers. So whoever makes a piece of an agreement asks for the one that is like
it (`alike`, `line_alike`), and what is costly to learn of a line is learned once (`once`). It is kept in
memory for as long as it is asked for: what was not for long gives way to what is new.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from whereas.agreement.remade import remade

A = TypeVar("A")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class _Lately:
    """What was asked for lately: the `most` things that were, and those that were the most before them."""

    def __init__(self, most: int) -> None:
        self.most, self.new, self.old = most, dict[Any, Any](), dict[Any, Any]()

    def __len__(self) -> int:
        return len(self.new) + len(self.old)

    def known(self, key: Any) -> Any:
        """What is known of a key that is none of the newest, and is now; None where nothing is."""
        found = self.old.get(key)
        return None if found is None else self.keep(key, found)

    def keep(self, key: Any, found: T) -> T:
        """Take something in, and give it; with one too many, what was not asked for of late is let go."""
        if len(self.new) >= self.most:
            self.old, self.new = self.new, {}
        self.new[key] = found
        return found

    def clear(self) -> None:
        """Let go of all."""
        self.new, self.old = {}, {}


_pieces = _Lately(20_000)
_learned: list[_Lately] = []
_on = True


def keep_alike(on: bool) -> None:
    """Whether anything is kept: without it all is worked out anew, which gives the same."""
    global _on
    _on = on
    forget_alike()


def forget_alike() -> None:
    """Let go of all that is kept."""
    for table in (_pieces, *_learned):
        table.clear()


def alike(new: T) -> T:
    """The first piece that was made of the very same parts; words and numbers are compared by what they say."""
    if not _on:
        return new
    key = (type(new), *[part if type(part) in _PLAIN else _key_of(part) for part in vars(new).values()])
    return _pieces.new.get(key) or _pieces.known(key) or _pieces.keep(key, new)


def _key_of(part: Any) -> Any:
    """What stands for a thing that is not hashed by what it is."""
    if type(part) is not tuple:
        return id(part)
    return part if not part or type(part[0]) is str else tuple(map(id, part))


#: Hashed by what they are.
_PLAIN = frozenset({str, int, bool, type(None)})


def line_alike(runs: T) -> T:
    """The first line that said the same in the same way."""
    if not _on or not runs:
        return runs
    return _pieces.new.get(runs) or _pieces.known(runs) or _pieces.keep(runs, runs)


def once(learn: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """A pure function of frozen things, asked once for the very same ones."""
    learned = _table()

    @functools.wraps(learn)
    def asked(*things: *Ts) -> T:
        if not _on:
            return learn(*things)
        key = tuple([thing if type(thing) in _PLAIN else _key_of(thing) for thing in things])
        known = learned.new.get(key) or learned.known(key)
        if known is None:
            known = learned.keep(key, (learn(*things), things))  # as long as things are kept, no other has their id
        return known[0]  # type: ignore[no-any-return]

    return asked


def once_each(learn: Callable[[A], T]) -> Callable[[A], T]:
    """The same for a function of one thing, which is asked very often."""
    learned = _table()

    @functools.wraps(learn)
    def asked(thing: A) -> T:
        if not _on:
            return learn(thing)
        known = learned.new.get(id(thing)) or learned.known(id(thing))
        if known is None:
            known = learned.keep(id(thing), (learn(thing), thing))
        return known[0]  # type: ignore[no-any-return]

    return asked


def _table() -> _Lately:
    """What one function has learned."""
    _learned.append(_Lately(8_000))
    return _learned[-1]


if TYPE_CHECKING:
    from dataclasses import replace as remade_alike
else:

    def remade_alike(thing: T, **changes: Any) -> T:
        """`remade`, and where something changes the first piece that is like it."""
        new = remade(thing, **changes)
        return new if new is thing else alike(new)


__all__ = ["alike", "forget_alike", "keep_alike", "line_alike", "once", "once_each", "remade_alike"]
