"""JSON Schema of our models. What a model takes in short form, or empty, it is asked: its validators alone know."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

Schema = dict[str, Any]

#: What a text of ours is to an editor, which reads `version: 1.2` as a number and `title: true` as a boolean.
SCALAR = ["string", "number", "boolean"]
_YES_NO = "|".join(
    "".join(f"[{letter.upper()}{letter}]" for letter in word) for word in ("yes", "no", "true", "false", "on", "off")
)
BOOLEAN: Schema = {"type": ["boolean", "string"], "pattern": rf"^\s*({_YES_NO})\s*$"}


class Probe:
    """Asks what a model takes at one place inside it."""

    def __init__(self, check: Callable[[Any], Any], path: tuple[str | int, ...] = ()) -> None:
        """Take what validates the whole, and the path of keys to the place."""
        self._check, self._path = check, path

    def below(self, key: str | int) -> Probe:
        """The place under a key, or at an index."""
        return Probe(self._check, (*self._path, key))

    def takes(self, sample: Any) -> bool:
        """Whether nothing is wrong with this sample at this place; what else is missing does not matter."""
        data = sample
        for key in reversed(self._path):
            data = [data] if isinstance(key, int) else {key: data}
        try:
            self._check(data)
        except ValidationError as error:
            depth = len(self._path)
            return all(problem["loc"][:depth] != self._path for problem in error.errors())
        except ValueError:
            return False
        return True


def model_schema(model: type[BaseModel], probe: Probe | None = None) -> Schema:
    """The schema of a model, as far as its fields say it; `probe` asks another than the model itself."""
    probe = probe or Probe(model.model_validate)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    required = [name for name, field in fields.items() if field.is_required()]
    return {
        "type": "object",
        "properties": {name: _field(field, probe.below(name)) for name, field in fields.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: FieldInfo, probe: Probe) -> Schema:
    known = field.json_schema_extra  # of a field that holds what it stands in
    schema = {
        "description": field.description or "",
        **(known if isinstance(known, dict) else _shape(field.annotation, probe)),
    }
    if not field.is_required() and field.default not in (None, "", ()) and field.default_factory is None:
        schema["default"] = field.default
    if examples := field_examples(field):
        schema["examples"] = examples
    return schema


def field_examples(field: FieldInfo) -> list[Any]:
    """The examples of a field, each a value for it; of a list, models name items."""
    listed = get_origin(field.annotation) is tuple
    return [[each] if listed and not isinstance(each, list | tuple) else each for each in field.examples or ()]


def _shape(annotation: Any, probe: Probe) -> Schema:
    """The schema of a type, with the short forms that are taken in this place."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation is Any:
        return {}
    if origin in (Union, UnionType):  # X | None is the one union that models have
        return _shape(next(each for each in inner if each is not type(None)), probe)
    if origin is Literal:
        empty = [None] if probe.takes(None) else []
        return {"enum": [*(spelling for each in inner for spelling in spellings(each)), *empty]}
    if annotation is bool:
        return {**BOOLEAN, "type": _types(BOOLEAN["type"], probe)}
    if annotation is str:
        return {"type": _types(SCALAR, probe)}
    if origin is tuple:
        types = ["array", *(SCALAR if probe.takes("x") else ())]
        return {"type": _types(types, probe), "items": _shape(inner[0], probe.below(0))}
    if origin is dict:
        return {"type": _types(["object"], probe), "additionalProperties": _shape(inner[1], probe.below("x"))}
    lines = probe.takes(["x"])
    types = ["object", *(["array"] if lines else ()), *(SCALAR if probe.takes("x") else ())]
    return {
        **model_schema(annotation, probe),
        "type": _types(types, probe),
        **({"items": {"type": SCALAR}} if lines else {}),
    }


def _types(types: list[str], probe: Probe) -> str | list[str]:
    """These types, and null where an empty key is taken."""
    return one_or_more([*types, *(["null"] if probe.takes(None) else ())])


def one_or_more(types: list[str]) -> str | list[str]:
    """The `type` of a schema, each type once."""
    types = list(dict.fromkeys(types))
    return types[0] if len(types) == 1 else types


def spellings(text: str) -> list[Any]:
    """A text as an editor may have read it: itself, and the number or boolean that it looks like."""
    value = core_value(text)
    return [text] if isinstance(value, str) else [text, value]


def core_value(text: str) -> Any:
    """What YAML 1.2, which editors read, makes of a plain text: a number, a boolean, or the text."""
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
