"""What all records have in common: a pydantic model read from a YAML source, findings instead of tracebacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

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
        """The YAML the record was read from."""
        return self._source

    def place(self, *path: str | int) -> Place:
        """Where a field, or something inside it, stands in the file."""
        return self._source.place(*path)

    def text_place(self, *path: str | int) -> Place:
        """Where the text of a field begins."""
        return self._source.text_place(*path)


R = TypeVar("R", bound=Record)


def parse_record(model: type[R], source: Source, id: str) -> R:
    """Make a record of a YAML source; raises Trouble with all that is wrong with it."""
    data = source.data if source.data is not None else {}
    if not isinstance(data, dict):
        raise Trouble(Finding(source.place(), "schema", "the file must be a mapping of keys to values"))
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        raise Trouble(*(_finding(problem, model, source) for problem in error.errors())) from None
    record._source = source
    record._id = id
    return record


def _finding(problem: ErrorDetails, model: type[BaseModel], source: Source) -> Finding:
    """A pydantic error in our words."""
    path = problem["loc"]
    place, where = source.place(*path), ".".join(map(str, path))
    match problem["type"]:
        case "extra_forbidden":
            known = set(_fields_at(model, path[:-1]))
            return Finding(place, "unknown-key", f"the key {where!r} is not known", did_you_mean(str(path[-1]), known))
        case "missing":
            return Finding(place, "missing-key", f"the key {where!r} is missing")
        case "literal_error":
            choices = [str(choice) for choice in re.findall(r"'([^']*)'", problem["ctx"]["expected"])]
            message = f"{where!r} is {problem['input']!r}, which is none of: {', '.join(choices)}"
            return Finding(place, "schema", message, did_you_mean(str(problem["input"]), choices, known=False))
        case _:
            message = problem["msg"].removeprefix("Value error, ")
            return Finding(place, "schema", f"{where!r}: {message[:1].lower()}{message[1:]}")


def _fields_at(model: type[BaseModel], path: tuple[Any, ...]) -> Iterator[str]:
    """The field names known at a path of keys of a model."""
    models: list[Any] = [model]
    for step in path:
        found: list[Any] = []
        for each in models:
            if step in each.model_fields:
                found += _models_in(each.model_fields[step].annotation)
            else:
                found.append(each)  # a key of a mapping, or the index of a list
        models = found
    for each in models:
        yield from (field.alias or name for name, field in each.model_fields.items())


def _models_in(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
