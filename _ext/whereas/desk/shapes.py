"""What a declared value looks like, as JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whereas.language.written_forms import written_forms
from whereas.values.declaration import Declaration
from whereas.values.json_schema import SCALAR, Schema, one_or_more, spellings
from whereas.values.spelling import or_empty, text_schema
from whereas.values.types import TYPES
from whereas.values.value_type import ValueType


def type_schema(type: ValueType, locales: Iterable[str]) -> Schema:
    """What a value of a type looks like, in the neutral form or as people write it in one of these locales."""
    schema = type.schema()
    forms = dict.fromkeys(filter(None, (written_forms(type.name, each) for each in locales)))
    if not forms:
        return schema
    neutral = schema["pattern"].removeprefix(r"^\s*(").removesuffix(r")\s*$")
    return {**schema, "pattern": rf"^\s*({'|'.join((neutral, *forms))})\s*$"}


def value_schema(declared: Declaration) -> Schema:
    """The schema of a value in a deal, which may be blank. It points to the shape of its type, among `$defs`."""
    if declared.columns:
        columns = {name: {"description": each.about, **value_schema(each)} for name, each in declared.columns.items()}
        row = {"type": "object", "properties": columns, "additionalProperties": False}
        return {"$ref": f"#/$defs/{declared.type}", "items": row, **_limits(declared)}
    item = _own_form(declared)
    if TYPES[declared.type].many and item:
        of_items = {"items": item, "anyOf": [{"type": ["array", "null"]}, item, {"const": ""}]}
        return {"$ref": f"#/$defs/{declared.type}", **of_items, **_limits(declared)}
    return {**(blank_or(item) if item else {"$ref": f"#/$defs/{declared.type}"}), **_limits(declared)}


def _own_form(declared: Declaration) -> Schema:
    """What the declaration itself says of a value, or of each item of a list: its choices or its pattern."""
    if declared.choices or TYPES[declared.type].choices == "must":
        return {"enum": [spelling for each in declared.choices for spelling in spellings(each)]}
    if declared.pattern and _portable(declared.pattern):
        return {**text_schema(declared.pattern, f"must match the pattern {declared.pattern}"), "type": SCALAR}
    return {}


def _portable(pattern: str) -> bool:
    """Whether a pattern means the same to an editor, which has JavaScript's regular expressions."""
    return not re.search(r"\(\?(?![:=!])|\\[AZabBG]|[*+?}]\+|\[\[", pattern)


def _limits(declared: Declaration) -> Schema:
    """The limits that JSON Schema knows: of numbers written as such, and of lengths."""
    least, most = declared.min, declared.max
    type = TYPES[declared.type]
    if type.counted == "characters":  # a text that is too short may still be a blank
        short = {} if least is None else {"allOf": [{"pattern": rf"^$|^[\s\S]{{{least},}}$"}]}
        return {**short, **({} if most is None else {"maxLength": most})}
    limits = {}
    if type.counted in ("items", "rows"):
        limits = {"minItems": least, "maxItems": most}
    elif type.ordered and type.literal:
        limits = {"minimum": least, "maximum": most}
    return {
        word: int(limit) if limit == int(limit) else float(limit) for word, limit in limits.items() if limit is not None
    }


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": one_or_more([*types, "null"])}


def blank_or(schema: Schema) -> Schema:
    """The same, or a blank, which is null or an empty text."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], "", None]}
    return nullable(or_empty(schema) if "pattern" in schema else schema)
