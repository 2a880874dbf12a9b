"""A record's file as the author wrote it: every node knows its line, no scalar is guessed at, no key is lost.

Scalars stay text (`NO`, `1:30`, `2026-01-05`, `0123` mean what the declared type says), except an empty value, which is
None.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from whereas.library.finding import Place
from whereas.library.rule import Rule

DUPLICATE_KEY = Rule(
    "duplicate-key",
    "A key is written once in its mapping.",
    bad={"deals/a.yaml": "agreement: a\nstatus: draft\nstatus: final"},
    good={"deals/a.yaml": "agreement: a\nstatus: draft"},
)


#: A record of more nodes than this, aliases counted each time they are used, is refused ("billion laughs").
MOST_NODES = 50_000
#: Mappings and lists may stand in one another so deep.
DEEPEST = 100
#: A file larger than this (bytes) is refused before it is parsed.
LARGEST_FILE = 2_000_000

Keys = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Source:
    """A YAML or JSON file read: its data as dicts, lists, strings and None, and the place of every node."""

    file: str
    data: Any
    #: by path of keys: where an entry of a mapping has its key, and an item of a list its value
    places: dict[Keys, Place] = field(default_factory=dict)
    #: first line of the text of block scalars and others, by path of keys
    texts: dict[Keys, Place] = field(default_factory=dict)
    #: the scalars whose lines are lines of the file
    blocks: frozenset[Keys] = frozenset()
    #: where the values begin, by path of keys
    values: dict[Keys, Place] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Where the node at this path of keys stands (a mapping's entry: its key), or the nearest node around it."""
        return _nearest(self.places, path) or Place(self.file)

    def value_place(self, *path: str | int) -> Place:
        """Where the value at this path of keys begins, or the nearest value around it."""
        return _nearest(self.values, path) or self.place(*path)

    def below(self, *path: str | int) -> Source:
        """What stands at a path of keys, as a source of its own."""
        data, depth = self.data, len(path)
        for key in path:
            data = data[key]

        def inside(places: dict[Keys, Place]) -> dict[Keys, Place]:
            return {keys[depth:]: place for keys, place in places.items() if keys[:depth] == path}

        blocks = frozenset(keys[depth:] for keys in self.blocks if keys[:depth] == path)
        return Source(self.file, data, inside(self.places), inside(self.texts), blocks, inside(self.values))

    def moved(self, old: Keys, new: Keys | None) -> Source:
        """The same with an entry of a mapping elsewhere; without it where that is taken already, or None."""
        data = copy.deepcopy(self.data)
        entry = _mapping(data, old).pop(str(old[-1]), None)
        if new and new not in self.places:
            _mapping(data, new)[str(new[-1])] = entry
        else:
            new = None

        def with_new(paths: Mapping[Keys, T]) -> dict[Keys, T]:
            inside = {path: path[len(old) :] for path in paths if path[: len(old)] == old}
            kept = {path: each for path, each in paths.items() if path not in inside}
            return {**kept, **{(*new, *rest): paths[path] for path, rest in inside.items() if new}}

        blocks = frozenset(with_new(dict.fromkeys(self.blocks)))
        return Source(self.file, data, with_new(self.places), with_new(self.texts), blocks, with_new(self.values))

    def located(self, *path: str | int) -> Keys:
        """The keys under which the node at this path, or the nearest around it, was written."""
        return _located(self.places, path)

    def written(self, *path: str | int) -> Keys:
        """The path of a node that is there, or would be, with no index where one item was written without the list."""
        found = _located(self.places, path)
        rest = list(path)
        for key in found:
            while rest and rest.pop(0) != key:
                pass
        return (*found, *(key for index, key in enumerate(rest) if index or key != 0))

    def with_part(self, key: Keys, other: Source, path: Keys) -> Source:
        """The same with one node from elsewhere, which stands in the other source at this path; its data stay."""

        def joined(own: dict[Keys, Place], theirs: dict[Keys, Place]) -> dict[Keys, Place]:
            kept = {at: place for at, place in own.items() if at[: len(key)] != key}
            new = {(*key, *at[len(path) :]): place for at, place in theirs.items() if at[: len(path)] == path}
            return {**kept, **new}

        return replace(
            self,
            places=joined(self.places, other.places),
            texts=joined(self.texts, other.texts),
            values=joined(self.values, other.values),
        )

    def is_block(self, *path: str | int) -> bool:
        """Whether a scalar is a literal block (`|`), so that its lines are the file's lines."""
        return path in self.blocks

    def text_place(self, *path: str | int) -> Place:
        """Where the text of a scalar begins: below the `|` of a block, else where the value stands."""
        return self.texts.get(path) or self.place(*path)


def _mapping(data: Any, path: Keys) -> dict[str, Any]:
    """The mapping in which the entry at a path is, or would be."""
    for step in path[:-1]:
        if isinstance(data, dict) and data.get(str(step)) is None:
            data[str(step)] = {}
        data = data[step]
    return data if isinstance(data, dict) else {}


def _nearest(places: dict[Keys, Place], path: Keys) -> Place | None:
    return places.get(_located(places, path))


def _located(places: dict[Keys, Place], path: Keys) -> Keys:
    """As far along a path as there is something; the one item of a list may have been written without the list."""
    here: Keys = ()
    for step in path:
        if (*here, step) in places:
            here = (*here, step)
        elif step != 0:
            break
    return here


class Lines:
    """The lines of a text: turns a position in it into a place in the file."""

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        """Take the text, the file's name, and the line of the file on which the text begins."""
        self.file = file
        self.first_line = first_line
        # PyYAML's own lines also end at U+2028, those of editors do not
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, position: int) -> Place:
        """The place of the character at a position, counted from 0."""
        line = bisect_right(self.starts, position) - 1
        return Place(self.file, line + self.first_line, position - self.starts[line] + 1)
