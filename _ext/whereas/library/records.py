"""What all records have in common: a pydantic model read from a source, findings instead of tracebacks."""

from __future__ import annotations

import re
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from whereas.library.finding import Finding, Place, Trouble, did_you_mean
from whereas.library.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails


class Record(BaseModel):
    """The base of clause, party, deal and front matter: unknown keys are refused, and every field knows its line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    _source: Source = PrivateAttr(default=Source("", None))
    _id: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """The id: the path of the file below its folder, without the ending."""
        return self._id

    @property
    def source(self) -> Source:
        """The YAML or JSON the record was read from."""
        return self._source

    def place(self, *path: str | int) -> Place:
        """Where a field, or something inside it, stands in the file."""
        return self._source.place(*path)

    def value_place(self, *path: str | int) -> Place:
        """Where the value of a field, or of something inside it, begins."""
        return self._source.value_place(*path)

    def text_place(self, *path: str | int) -> Place:
        """Where the text of a field begins."""
        return self._source.text_place(*path)


R = TypeVar("R", bound=Record)


def parse_record(model: type[R], source: Source, id: str) -> R:
    """Make a record of a source; raises Trouble with all that is wrong with it."""
    data = source.data if source.data is not None else {}
    if not isinstance(data, dict):
        raise Trouble(Finding(source.value_place(), "schema", "the file must be a mapping of keys to values"))
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        raise Trouble(*(_finding(problem, model, source) for problem in error.errors())) from None
    record._source = source
    record._id = id
    return record


def _finding(problem: ErrorDetails, model: type[BaseModel], source: Source) -> Finding:
    """A pydantic error in our words: unknown keys at the key, missing ones at their mapping, all else at the value."""
    path, input = problem["loc"], problem["input"]
    where = ".".join(map(str, path))
    match problem["type"]:
        case "extra_forbidden":
            hint = did_you_mean(str(path[-1]), _keys_at(model, path[:-1]))
            return Finding(source.place(*path), "unknown-key", f"the key {where!r} is not known", hint)
        case "missing":
            return Finding(source.place(*path), "missing-key", f"the key {where!r} is missing")
        case "literal_error" if isinstance(input, str):
            choices = _choices(problem)
            message = f"{where!r} is {_told(input)}, which is none of: {', '.join(choices)}"
            hint = did_you_mean(input, choices, known=False)
            return Finding(source.value_place(*path), "schema", message, hint)
        case kind if needed := _needed(kind, problem):
            hint = f"its keys are: {', '.join(_keys_at(model, path))}" if kind.startswith("model") else ""
            if isinstance(input, str) and needed == "a list":
                hint = "write `[...]` around it"
            message = f"is empty; it must be {needed}" if input is None else f"must be {needed}, not {_told(input)}"
            return Finding(source.value_place(*path), "schema", f"{where!r} {message}", hint)
        case _:
            message = problem["msg"].removeprefix("Value error, ").removeprefix("Input should ")
            colon = "" if re.match(r"(?:must|is|has) ", message) else ":"
            message = f"{where!r}{colon} {message[:1].lower()}{message[1:]}" if path else message
            return Finding(source.value_place(*path), "schema", message)


def _needed(kind: str, problem: ErrorDetails) -> str:
    """What a value must be, where pydantic says that it is something else altogether."""
    match kind:
        case "string_type":
            return "a text"
        case "tuple_type" | "list_type":
            return "a list"
        case "dict_type":
            return "a mapping of names to values"
        case "model_type" | "model_attributes_type" | "dataclass_type":
            return "a mapping"
        case "bool_type" | "bool_parsing":
            return "yes or no"
        case "int_type" | "int_parsing":
            return "a whole number"
        case "literal_error":
            return " or ".join(", ".join(_choices(problem)).rsplit(", ", 1))
    return ""


def _choices(problem: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", problem["ctx"]["expected"])


def _told(input: Any) -> str:
    """What was written instead."""
    return "a list" if isinstance(input, list) else "a mapping" if isinstance(input, dict) else repr(input)[:60]


def _keys_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys known in the mapping at a path of keys of a model."""
    found: list[Any] = [model]
    for step in path:
        found = [inner for each in found for inner in _below(each, step)]
    models = [each for each in found for each in _parts(each) if _is_model(each)]
    return [field.alias or name for each in models for name, field in each.model_fields.items()]


def _below(annotation: Any, step: str | int) -> Iterator[Any]:
    """What a type says of what stands under a key, or at an index."""
    for each in _parts(annotation):
        if _is_model(each):
            fields = {field.alias or name: field.annotation for name, field in each.model_fields.items()}
            yield from (fields[step],) if step in fields else ()
        elif get_origin(each) is dict:
            yield get_args(each)[1]
        elif get_origin(each) in (list, tuple):
            yield get_args(each)[0]


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The types that a type stands for: those of a union, else itself."""
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
