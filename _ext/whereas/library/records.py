"""What all records have in common: a pydantic model read from a source, findings instead of tracebacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.right_place import keys_at, meant_by, right_place
from whereas.library.rule import Rule
from whereas.library.source import Keys, Source

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SCHEMA = Rule(
    "schema",
    "A key of a record holds what it is for, in the form that it asks for.",
    bad={"deals/a.yaml": "agreement: a\nstatus: finished"},
    good={"deals/a.yaml": "agreement: a\nstatus: draft"},
)
UNKNOWN_KEY = Rule(
    "unknown-key",
    "A record has only keys that are known where they stand.",
    bad={"deals/a.yaml": "agreement: a\nstatos: draft"},
    good={"deals/a.yaml": "agreement: a\nstatus: draft"},
)
MISSING_KEY = Rule(
    "missing-key",
    "A record has every key that it cannot do without.",
    bad={"deals/a.yaml": "status: draft"},
    good={"deals/a.yaml": "agreement: a\nstatus: draft"},
)


class Record(BaseModel):
    """The base of clause, party, deal and front matter: unknown keys are refused, and every field knows its line."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    #: what is described, and where that is written, in the words of a message
    what: ClassVar[str] = ""
    where: ClassVar[str] = ""
    #: Keys of what stands under a key of its own, and is read later.
    below: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    _source: Source = PrivateAttr(default=Source("", None))
    _id: str = PrivateAttr(default="")
    _findings: tuple[Finding, ...] = PrivateAttr(default=())

    @property
    def id(self) -> str:
        """The id: the path of the file below its folder, without the ending."""
        return self._id

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The keys in it that are not known, without which it was read, or as what was meant."""
        return self._findings

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
M = TypeVar("M", bound=BaseModel)


def parse_record(model: type[R], source: Source, id: str) -> R:
    """Make a record of a source; what is not known in it is kept as findings of the record.

    Raises FindingsError with all that is wrong with it, where there is more than that.
    """
    if not isinstance(source.data, dict | None):
        raise FindingsError(SCHEMA.at(source.value_place(), "the file must be a mapping of keys to values"))
    record, record_source, findings = read_model(model, source)
    record._source, record._id, record._findings = record_source, id, findings
    return record


#: Of more than so many faults in one record only the first are told: it is something else than it seems.
_MOST, _TOLD = 100, 20


def read_model(model: type[M], source: Source) -> tuple[M, Source, tuple[Finding, ...]]:
    """What a mapping says as a model, the source without what is not known in it, and what is said of that.

    Raises FindingsError with all that is wrong with it, where there is more than that.
    """
    try:
        return _made(model, source), source, ()
    except ValidationError as error:
        problems = error.errors()
    if len(problems) > _MOST:
        told = [_finding(problem, model, source) for problem in problems[:_TOLD]]
        more = f"{len(problems) - _TOLD:,} more keys or values are wrong"
        raise FindingsError(*told, SCHEMA.at(source.place(), more, "mend these first"))
    unknown = [problem for problem in problems if _is_unknown(problem, model)]
    found = tuple(_finding(problem, model, source) for problem in unknown)
    for meant in (meant_by, _without):
        mended = source
        for problem in unknown:
            new = meant(model, problem["loc"])
            mended = mended.moved(source.written(*problem["loc"]), source.written(*new) if new else None)
        with suppress(ValidationError):
            return _made(model, mended), mended, found
    misplaced = {problem["loc"][:-1] for problem in unknown if _is_taken_for_name(problem, model)}
    empty = (problem["input"] is None and problem["loc"][:-1] in misplaced for problem in problems)
    reported = (problem for problem, is_empty in zip(problems, empty, strict=True) if not is_empty)
    raise FindingsError(*(_finding(problem, model, source) for problem in reported))


def _without(model: type[BaseModel], path: Keys) -> Keys | None:
    return None


def _made(model: type[M], source: Source) -> M:
    return model.model_validate(source.data if source.data is not None else {})


def _is_unknown(problem: ErrorDetails, model: type[BaseModel]) -> bool:
    """Whether a key is not known, or is taken for a name, though it belongs to what has one: `default` in `values:`."""
    return problem["type"] == "extra_forbidden" or _is_taken_for_name(problem, model)


def _is_taken_for_name(problem: ErrorDetails, model: type[BaseModel]) -> bool:
    path = problem["loc"]
    is_model = problem["type"] in ("model_type", "model_attributes_type")
    return is_model and isinstance(path[-1], str) and path[-1] in keys_at(model, path)


def _finding(problem: ErrorDetails, model: type[BaseModel], source: Source) -> Finding:
    """A pydantic error in our words: unknown keys at the key, missing ones at their mapping, all else at the value."""
    path, input = problem["loc"], problem["input"]
    where = ".".join(map(str, source.written(*path)))
    match problem["type"]:
        case "extra_forbidden":
            hint = right_place(model, path, _others())
            return UNKNOWN_KEY.at(source.place(*path), f"the key {where!r} is not known", hint)
        case _ if _is_taken_for_name(problem, model):
            message = f"{path[-1]!r} is taken here for the name of an entry of `{path[-2]}:`"
            return UNKNOWN_KEY.at(source.place(*path), message, "indent it below the name that it belongs to")
        case "missing":
            return MISSING_KEY.at(source.place(*path), f"the key {where!r} is missing")
        case "literal_error" if isinstance(input, str):
            choices = _choices(problem)
            message = f"{where!r} is {_shown(input)}, which is none of: {', '.join(choices)}"
            hint = did_you_mean(input, choices, known=False)
            return SCHEMA.at(source.value_place(*path), message, hint)
        case kind if needed := _needed(kind, problem):
            hint = f"its keys are: {', '.join(keys_at(model, path))}" if kind.startswith("model") else ""
            if isinstance(input, str) and needed == "a list":
                hint = "write `[...]` around it"
            if kind == "dict_type" and (example := _example(model, path)):
                hint = f"write for example `{path[-1]}: {example}`"
            message = f"is empty; it must be {needed}" if input is None else f"must be {needed}, not {_shown(input)}"
            return SCHEMA.at(source.value_place(*path), f"{where!r} {message}", hint)
        case _:
            message = problem["msg"].removeprefix("Value error, ").removeprefix("Input should ")
            colon = "" if re.match(r"(?:must|is|has) ", message) else ":"
            message = f"{where!r}{colon} {message[:1].lower()}{message[1:]}" if path else message
            return SCHEMA.at(source.value_place(*path), message)


def _example(model: type[BaseModel], path: tuple[str | int, ...]) -> str:
    """An example of a mapping of names to texts, as a model has one for its field: `{company: Company}`."""
    field = model.model_fields.get(str(path[0])) if len(path) == 1 else None
    first = (field.examples or [None])[0] if field else None
    if not isinstance(first, dict) or not all(isinstance(each, str) for each in first.values()):
        return ""
    return f"{{{', '.join(f'{name}: {text}' for name, text in first.items())}}}"


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


def _shown(input: Any) -> str:
    """What was written instead."""
    return "a list" if isinstance(input, list) else "a mapping" if isinstance(input, dict) else repr(input)[:60]


def _others() -> list[tuple[str, str, type[BaseModel]]]:
    return sorted(((each.what, each.where, each) for each in Record.__subclasses__()), key=lambda each: each[0])
