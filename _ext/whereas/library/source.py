"""YAML as the author wrote it: every node knows its line, no scalar is guessed at, no key is lost.

Scalars stay text (`NO`, `1:30`, `2026-01-05`, `0123` mean what the declared type says), except an empty value, which is
None. Follows YAML 1.1 as PyYAML composes it; tags are ignored, so nothing is ever constructed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from whereas.library.finding import Finding, Place, Trouble

if TYPE_CHECKING:
    from pathlib import Path

#: A record of more nodes than this, aliases counted each time they are used, is refused ("billion laughs").
MOST_NODES = 50_000
#: A file larger than this (bytes) is refused before it is parsed.
LARGEST_FILE = 2_000_000

#: Control characters have no look and break XML and TeX; all other Unicode is welcome.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """A YAML file read: its data as plain dicts, lists, strings and None, and the place of every node."""

    file: str
    data: Any
    places: dict[Keys, Place] = field(default_factory=dict)
    #: first line of the text of block scalars and others, by path of keys
    texts: dict[Keys, Place] = field(default_factory=dict)
    #: the scalars whose lines are lines of the file
    blocks: frozenset[Keys] = frozenset()

    def place(self, *path: str | int) -> Place:
        """Where the node at this path of keys stands, or the nearest node around it."""
        for end in range(len(path), -1, -1):
            if found := self.places.get(path[:end]):
                return found
        return Place(self.file)

    def below(self, key: str) -> Source:
        """What stands under a key of the top mapping, as a source of its own."""

        def inside(places: dict[Keys, Place]) -> dict[Keys, Place]:
            return {path[1:]: place for path, place in places.items() if path[:1] == (key,)}

        return Source(
            self.file,
            self.data[key],
            inside(self.places),
            inside(self.texts),
            frozenset(path[1:] for path in self.blocks),
        )

    def is_block(self, *path: str | int) -> bool:
        """Whether a scalar is a literal block (`|`), so that its lines are the file's lines."""
        return path in self.blocks

    def text_place(self, *path: str | int) -> Place:
        """Where the text of a scalar begins: below the `|` of a block, else where the value stands."""
        return self.texts.get(path) or self.place(*path)


def load_source(path: Path, file: str) -> Source:
    """Read one YAML file; `file` is how messages name it.

    Raises Trouble when the file cannot be read, is no YAML, is too large, or repeats a key.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Trouble(Finding(Place(file), "yaml", f"the file is larger than {LARGEST_FILE:,} bytes"))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise Trouble(Finding(Place(file), "yaml", f"the file cannot be read: {reason}")) from None
    return parse_source(text, file)


def parse_source(text: str, file: str, first_line: int = 1) -> Source:
    """Parse YAML text that stands in `file` from `first_line` on; raises Trouble as `load_source` does."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        message = ": ".join(part for part in (error.context, error.problem) if part)
        hint = "is a text with ': ' or a quote in it missing its quotes?" if "mapping values" in message else ""
        raise Trouble(Finding(Place(file, line, column), "yaml", f"this is not YAML: {message}", hint)) from None
    except RecursionError:
        raise Trouble(Finding(Place(file, first_line), "yaml", "this is nested too deep to be read")) from None
    except (yaml.YAMLError, ValueError) as error:
        # a reader error has a position only: say on which line it is
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) + first_line if isinstance(position, int) else first_line
        reason = getattr(error, "reason", str(error))
        raise Trouble(Finding(Place(file, line), "yaml", f"this is not YAML: {reason}")) from None
    reader = _Reader(file, first_line)
    data = reader.read(root, ()) if root is not None else None
    if reader.findings:
        raise Trouble(*reader.findings)
    return Source(file, data, reader.places, reader.texts, frozenset(reader.blocks))


class _Reader:
    """One walk over the composed nodes of one file."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.places: dict[Keys, Place] = {}
        self.texts: dict[Keys, Place] = {}
        self.blocks: set[Keys] = set()
        self.findings: list[Finding] = []
        self.count = 0
        self.open: set[int] = set()  # nodes being read, so that an alias to itself is seen

    def read(self, node: yaml.Node, path: Keys) -> Any:
        self.count += 1
        if self.count > MOST_NODES or id(node) in self.open:
            raise Trouble(Finding(self.at(node), "yaml", "aliases repeat so much here that the file is refused"))
        self.places.setdefault(path, self.at(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, path)
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
            assert isinstance(node, yaml.MappingNode)  # a composed node is one of the three
            return self.mapping(node, path)
        finally:
            self.open.discard(id(node))

    def scalar(self, node: yaml.ScalarNode, path: Keys) -> str | None:
        if node.style in ("|", ">"):
            self.texts[path] = Place(self.file, self.at(node).line + 1)
            if node.style == "|":
                self.blocks.add(path)
        elif node.style is None and node.tag == "tag:yaml.org,2002:null":
            return None
        if bad := CONTROL.search(node.value):
            message = f"there is the control character U+{ord(bad[0]):04X} in this"
            self.findings.append(Finding(self.at(node), "yaml", message))
        return str(node.value)

    def mapping(self, node: yaml.MappingNode, path: Keys) -> dict[str, Any]:
        data: dict[str, Any] = {}
        merged: list[yaml.Node] = []
        seen: dict[str, Place] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(Finding(self.at(key), "yaml", "a key must be a plain word"))
            elif key.tag == "tag:yaml.org,2002:merge":
                merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
            elif key.value in seen:
                first = seen[key.value]
                message = f"the key {key.value!r} is written twice here, first in line {first.line}"
                self.findings.append(Finding(self.at(key), "duplicate-key", message, "keep one of them"))
            else:
                name = str(key.value)
                seen[name] = self.places[*path, name] = self.at(key)
                data[name] = self.read(value, (*path, name))
        for other in merged:
            found = self.read(other, (*path, "<<"))
            for name, value in found.items() if isinstance(found, dict) else ():
                if name not in data:
                    data[name] = value
                    self.places[*path, name] = self.places[*path, "<<", name]
        return data

    def at(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + self.first_line, node.start_mark.column + 1)
