"""What a value of each type looks like, as JSON Schema."""

from __future__ import annotations

import re
from typing import Any

from whereas.desk.models import BOOLEAN, SCALAR, Probe, Schema, model_schema, one_or_more, spellings
from whereas.language.quantities import Address
from whereas.library.parse import parse_address
from whereas.library.values import Declaration

_WHOLE = r"([0-9]{1,3}([, _][0-9]{3})+|[0-9]+)"
_NUMBER = rf"{_WHOLE}(\.[0-9]+)?"
_CURRENCY = "[A-Z]{3}"
_DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_UNITS = "|".join(
    " ".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in unit.split())
    for unit in ("hour", "day", "business day", "week", "month", "year")
)
_DURATION = rf"{_WHOLE}\s+({_UNITS})[Ss]?|P([0-9]+[YMWD]|[0-9]+Y[0-9]+M|[0-9]+W[0-9]+D|T[0-9]+H)"
_LINE = r"\S[^\t\n\r\u000b\u000c\u0085\u2028\u2029]*"
_EMPTY = "|^$"

#: How one might look, where a declaration says nothing of it. Of words there is none: they might stay in a contract.
SAMPLES: dict[str, Any] = {
    "integer": "10",
    "number": "2.5",
    "percent": "12.5",
    "money": "EUR 250,000",
    "date": "2027-01-15",
    "duration": "3 years",
    "boolean": "yes",
}


def _text(pattern: str, wanted: str, *types: str) -> Schema:
    """A text of that form; `wanted` is what an editor says of any other."""
    schema: Schema = {"type": one_or_more([*types, "string"]), "pattern": rf"^\s*({pattern})\s*$"}
    return {**schema, "patternErrorMessage": wanted}


def shape(type: str) -> Schema:
    """The schema of a type without choices and limits."""
    match type:
        case "integer":
            return _text(rf"[+-]?{_WHOLE}", "must be a whole number", "integer")
        case "number":
            return _text(rf"[+-]?{_NUMBER}", "must be a number like 1,250.5", "number")
        case "percent":
            return _text(rf"[+-]?{_NUMBER}\s*%?", "must be a percentage like 12.5%", "number")
        case "date":
            return _text(_DATE, "must be a date like 2027-01-15")
        case "duration":
            return _text(_DURATION, "must be a duration like '3 years', '30 days' or P18M")
        case "boolean":
            return {**BOOLEAN, "patternErrorMessage": "must be yes or no"}
        case "money":
            return _money()
        case "address":
            parts = model_schema(Address, Probe(parse_address))
            return {**parts, "type": ["array", "object", "string"], "items": _line()}
        case "list":
            return {**_or_empty(_line()), "type": ["array", *SCALAR], "items": _line()}
        case "text":
            return _or_empty(_line())
        case "markdown":
            return _or_empty({"type": SCALAR, "pattern": r"\S", "patternErrorMessage": "must have words in it"})
    return {"type": SCALAR}


def _line() -> Schema:
    return {**_text(_LINE, "must be a text of one line"), "type": SCALAR}


def _or_empty(schema: Schema) -> Schema:
    """The same, or an empty text."""
    return {**schema, "pattern": f"{schema['pattern'].removesuffix(_EMPTY)}{_EMPTY}"}


def _money() -> Schema:
    amount = {**_text(_NUMBER, "must be an amount like 250,000", "number"), "minimum": 0}
    currency = _text(_CURRENCY, "must be a currency like EUR")
    parts = {
        "amount": {"description": "How much.", **amount},
        "currency": {"description": "In which currency: its ISO 4217 code.", **currency},
    }
    schema = _text(
        rf"{_CURRENCY}\s*{_NUMBER}|{_NUMBER}\s*{_CURRENCY}", "must be an amount with its currency like 'EUR 250,000'"
    )
    return {
        **schema,
        "type": ["string", "object"],
        "properties": parts,
        "required": ["amount", "currency"],
        "additionalProperties": False,
    }


def value_schema(declared: Declaration) -> Schema:
    """The schema of a value in a deal, which may be blank. It points to the shape of its type, among `$defs`."""
    item = _own_form(declared)
    if declared.type == "list" and item:
        of_items = {"items": item, "anyOf": [{"type": ["array", "null"]}, item, {"const": ""}]}
        return {"$ref": "#/$defs/list", **of_items, **_limits(declared)}
    return {**(blank_or(item) if item else {"$ref": f"#/$defs/{declared.type}"}), **_limits(declared)}


def _own_form(declared: Declaration) -> Schema:
    """What the declaration itself says of a value, or of each item of a list: its choices or its pattern."""
    if declared.choices or declared.type == "choice":
        return {"enum": [spelling for each in declared.choices for spelling in spellings(each)]}
    if declared.pattern and _portable(declared.pattern):
        return {**_text(declared.pattern, f"must match the pattern {declared.pattern}"), "type": SCALAR}
    return {}


def _portable(pattern: str) -> bool:
    """Whether a pattern means the same to an editor, which has JavaScript's regular expressions."""
    return not re.search(r"\(\?(?![:=!])|\\[AZabBG]|[*+?}]\+|\[\[", pattern)


def _limits(declared: Declaration) -> Schema:
    """The limits that JSON Schema knows: of numbers written as such, and of lengths."""
    least, most = declared.min, declared.max
    match declared.type:
        case "integer" | "number" | "percent":
            limits = {"minimum": least, "maximum": most}
        case "list":
            limits = {"minItems": least, "maxItems": most}
        case "text" | "markdown":  # one that is too short may still be a blank
            short = {} if least is None else {"allOf": [{"pattern": rf"^$|^[\s\S]{{{least},}}$"}]}
            return {**short, **({} if most is None else {"maxLength": most})}
        case _:
            limits = {}
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
    return nullable(_or_empty(schema) if "pattern" in schema else schema)
