"""What is alike is one thing: what a thousand deals say in the same words is one object, and is worked out once.

Agreements are frozen data, and most of what stands in one stands in others as well: a clause without values has the
same provisions in each, with the same numbers. So whoever makes a piece of an agreement asks for the one that is like
it (`alike`, `line_alike`), and what is costly to learn of a line is learned once (`once`). It is all kept in memory;
when it becomes too much it is forgotten, and begins anew.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from whereas.agreement.remade import remade

A = TypeVar("A")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_MOST = 50_000
_pieces: dict[Any, Any] = {}
_learned: list[dict[Any, Any]] = []
_on = True


def keep_alike(on: bool) -> None:
    """Whether anything is kept: without it all is worked out anew, which gives the same."""
    global _on
    _on = on
    _pieces.clear()
    for table in _learned:
        table.clear()


def alike(new: T) -> T:
    """The first piece that was made of the very same parts; words and numbers are compared by what they say."""
    if not _on:
        return new
    key = (type(new), *[part if type(part) in _PLAIN else _key_of(part) for part in vars(new).values()])
    known = _pieces.get(key)
    if known is None:
        if len(_pieces) >= _MOST:
            _pieces.clear()
        known = _pieces[key] = new
    return known


def _key_of(part: Any) -> Any:
    """What stands for a thing that is not hashed by what it is."""
    if type(part) is not tuple:
        return id(part)
    return part if not part or type(part[0]) is str else tuple(map(id, part))


#: Hashed by what they are.
_PLAIN = frozenset({str, int, bool, type(None)})


def line_alike(runs: T) -> T:
    """The first line that said the same in the same way."""
    if not _on:
        return runs
    if len(_pieces) >= _MOST:
        _pieces.clear()
    return _pieces.setdefault(runs, runs)  # type: ignore[no-any-return]


def once(learn: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """A pure function of frozen things, asked once for the very same ones."""
    learned = _table()

    @functools.wraps(learn)
    def asked(*things: *Ts) -> T:
        if not _on:
            return learn(*things)
        key = tuple([thing if type(thing) in _PLAIN else _key_of(thing) for thing in things])
        known = learned.get(key)
        if known is None:
            if len(learned) >= _MOST:
                learned.clear()
            known = learned[key] = (learn(*things), things)  # as long as things are kept, no other has their id
        return known[0]

    return asked


def once_each(learn: Callable[[A], T]) -> Callable[[A], T]:
    """The same for a function of one thing, which is asked very often."""
    learned = _table()

    @functools.wraps(learn)
    def asked(thing: A) -> T:
        if not _on:
            return learn(thing)
        known = learned.get(id(thing))
        if known is None:
            if len(learned) >= _MOST:
                learned.clear()
            known = learned[id(thing)] = (learn(thing), thing)
        return known[0]

    return asked


def _table() -> dict[Any, Any]:
    """What one function has learned."""
    _learned.append({})
    return _learned[-1]


if TYPE_CHECKING:
    from dataclasses import replace as remade_alike
else:

    def remade_alike(thing: T, **changes: Any) -> T:
        """`remade`, and where something changes the first piece that is like it."""
        new = remade(thing, **changes)
        return new if new is thing else alike(new)


__all__ = ["alike", "keep_alike", "line_alike", "once", "once_each", "remade_alike"]
