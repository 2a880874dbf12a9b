"""YAML 1.1, as PyYAML composes it: nothing is ever constructed, and tags that ask for it are refused."""

from __future__ import annotations

from typing import Any

import yaml

from whereas.library.characters import bad_character
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule
from whereas.library.source import DEEPEST, DUPLICATE_KEY, LARGEST_FILE, MOST_NODES, Keys, Lines, Source

YAML = Rule(
    "yaml",
    "A YAML file can be read: it is YAML of the plain kind, and not too large.",
    bad={"deals/a.yaml": "agreement: a\ntitle: Orbit: robots"},
    good={"deals/a.yaml": 'agreement: a\ntitle: "Orbit: robots"'},
)


#: The tags that say no more than what a scalar, list or mapping is; "!" is the one that says nothing.
_PLAIN_NAMES = ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
_PLAIN_TAGS = {"!", *(f"tag:yaml.org,2002:{name}" for name in _PLAIN_NAMES)}
_NULLS = ("", "~", "null", "Null", "NULL")


def parse_source(text: str, file: str, first_line: int = 1) -> Source:
    """Parse YAML text that stands in `file` from `first_line` on; raises FindingsError as `load_source` does."""
    lines = Lines(text, file, first_line)
    if len(text) > LARGEST_FILE:
        raise FindingsError(YAML.at(lines.place(0), f"the text is longer than {LARGEST_FILE:,} characters"))
    if bad := bad_character(text.replace("\r", "\n")):
        raise FindingsError(YAML.at(lines.place(bad[0]), bad[1]))
    composer = _Composer(text, lines)
    try:
        root = composer.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise FindingsError(_not_yaml(error, lines)) from None
    except (ValueError, OverflowError):  # of `chr`
        message = "this is not YAML: there is no character of this number"
        raise FindingsError(YAML.at(lines.place(composer.index), message)) from None
    reader = _YamlReader(lines)
    data = reader.read(root, ()) if root is not None else None
    if findings := sorted({*composer.findings, *reader.findings}):
        raise FindingsError(*findings)
    return Source(file, data, reader.places, reader.texts, frozenset(reader.blocks), reader.values)


def _not_yaml(error: yaml.MarkedYAMLError, lines: Lines) -> Finding:
    """What PyYAML says is wrong, the usual mistakes in plain words."""
    mark, problem, hint = error.problem_mark or error.context_mark, error.problem or "", ""
    message = ": ".join(part for part in (error.context, problem) if part)
    if problem == "but found another document":
        message = "a second document begins here"
        hint = "one file is one record: take the line `---` away, or make two files"
    elif problem == "found character '\\t' that cannot start any token":
        message, hint = "there is a tab here", "indent with spaces"
    elif "mapping values" in problem:
        hint = "is a text with ': ' or a quote in it missing its quotes?"
    return YAML.at(lines.place(mark.index if mark else 0), f"this is not YAML: {message}", hint)


class _Composer(yaml.SafeLoader):
    """PyYAML's composer, which refuses what is too much while it reads, and looks at the tags that are written."""

    def __init__(self, text: str, lines: Lines) -> None:
        super().__init__(text)
        self.lines = lines
        self.findings: list[Finding] = []
        self.count = self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        place = self.lines.place(event.start_mark.index)
        self.count += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise FindingsError(YAML.at(place, "this is nested too deep to be read"))
        if self.count > MOST_NODES:
            raise FindingsError(YAML.at(place, f"the file is refused: it has more than {MOST_NODES:,} values"))
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in _PLAIN_TAGS:
            written = f"!!{name}" if (name := tag.removeprefix("tag:yaml.org,2002:")) != tag else tag
            message = f"tags such as `{written[:60]}` mean nothing here"
            self.findings.append(YAML.at(place, message, "leave it out"))
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _YamlReader:
    """One walk over the composed nodes of one file."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.places: dict[Keys, Place] = {}
        self.values: dict[Keys, Place] = {}
        self.texts: dict[Keys, Place] = {}
        self.blocks: set[Keys] = set()
        self.findings: list[Finding] = []
        self.count = self.size = 0
        self.open: set[int] = set()  # nodes being read, so that an alias to itself is seen
        self.checked: set[int] = set()  # scalars, which may be long and have many aliases

    def read(self, node: yaml.Node, path: Keys) -> Any:
        self.enter(node)
        self.values[path] = self.at(node)
        self.places.setdefault(path, self.at(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, path)
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
            assert isinstance(node, yaml.MappingNode)  # a composed node is one of the three
            data: dict[str, Any] = {}
            self.fill(node, path, data)
            return data
        finally:
            self.open.discard(id(node))

    def enter(self, node: yaml.Node) -> None:
        self.count += 1
        if isinstance(node, yaml.ScalarNode):
            self.size += len(node.value)  # a long text and many aliases to it are too much for whoever joins them
        too_much = self.count > MOST_NODES or self.size > LARGEST_FILE or len(self.open) > DEEPEST
        if too_much or id(node) in self.open:
            raise FindingsError(YAML.at(self.at(node), "aliases repeat so much here that the file is refused"))

    def scalar(self, node: yaml.ScalarNode, path: Keys) -> str | None:
        if node.style in ("|", ">"):
            self.texts[path] = Place(self.lines.file, self.at(node).line + 1)
            if node.style == "|":
                self.blocks.add(path)
        elif node.style is None and node.tag == "tag:yaml.org,2002:null" and node.value in _NULLS:
            return None
        self.check(node)
        return str(node.value)

    def check(self, node: yaml.ScalarNode) -> None:
        if id(node) not in self.checked and (bad := bad_character(node.value)):
            self.findings.append(YAML.at(self.at(node), bad[1]))
        self.checked.add(id(node))

    def fill(self, node: yaml.MappingNode, path: Keys, data: dict[str, Any]) -> None:
        """Put into `data` what a mapping has and `data` has not: its own keys, then what is merged into it."""
        merged: list[yaml.Node] = []
        seen: dict[str, Place] = {}
        for key, value in node.value:
            place = self.at(key)
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(YAML.at(place, "a key must be a plain word"))
            elif key.tag == "tag:yaml.org,2002:merge":
                merged += value.value if isinstance(value, yaml.SequenceNode) else [value]
            elif key.value in seen:
                message = f"the key {key.value!r} is written twice here, first in line {seen[key.value].line}"
                # `{fee: EUR 1,000,000}` has the keys fee, 000 and 000
                torn = isinstance(value, yaml.ScalarNode) and not value.value and value.style is None
                hint = "a text with a comma in it needs quotes here" if torn else "keep one of them"
                self.findings.append(DUPLICATE_KEY.at(place, message, hint))
            else:
                self.check(key)
                name = str(key.value)
                seen[name] = place
                if name not in data:
                    self.places[*path, name] = place
                    data[name] = self.read(value, (*path, name))
        for other in merged:
            self.enter(other)
            if isinstance(other, yaml.MappingNode):
                self.open.add(id(other))
                self.fill(other, path, data)
                self.open.discard(id(other))
            else:
                self.findings.append(YAML.at(self.at(other), "`<<` takes a mapping, or a list of mappings"))

    def at(self, node: yaml.Node) -> Place:
        return self.lines.place(node.start_mark.index)
