"""What an editor knows of a file: the YAML of its own version, and what a JSON Schema says of it."""

from __future__ import annotations

from typing import Any

import yaml
from jsonschema import Draft202012Validator

from whereas.values.json_schema import core_value


def as_editors_read(text: str) -> Any:
    """YAML 1.2, as editors have it: 1.2 is a number, true a boolean, 2027-01-15 and yes are texts."""

    def read(node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {key.value: read(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [read(each) for each in node.value]
        assert isinstance(node, yaml.ScalarNode)
        if node.style is None and node.value in ("", "~", "null", "Null", "NULL"):
            return None
        return core_value(node.value) if node.style is None else node.value

    whole = yaml.compose(text, Loader=yaml.SafeLoader)
    return read(whole) if whole else None


def wrong(schema: dict[str, Any], data: Any) -> list[str]:
    """What a schema says against some data."""
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]
