"""A copy of an agreement as JSON and back, unchanged: one signed years ago can still be read, asked and compared.

The form is that of the classes in `model` and `runs`, each with its name under `type`; defaults are left out.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, field, make_dataclass
from functools import cache
from inspect import signature
from typing import Any, get_type_hints

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError
from cattrs.strategies import configure_tagged_union

from whereas.agreement.copy import Copy
from whereas.agreement.model import Block
from whereas.agreement.runs import Cited, Run, Text
from whereas.library.finding import Finding, Place

#: Raised by one with each change after which older readers could not read what newer ones write.
VERSION = 1


@cache
def _converter() -> Converter:
    """Made when one is asked for: most builds write no copies, and it takes a while to learn the whole model."""
    converter = Converter(omit_if_default=True, forbid_extra_keys=True)
    for kind in (Place, Finding):
        _learn_tuple(kind, converter)
    for union in (Text | Cited, Run, Block):
        configure_tagged_union(union, converter, tag_name="type")
    return converter


def _learn_tuple(kind: type[Place] | type[Finding], converter: Converter) -> None:
    """Have a named tuple written and read as a class is: cattrs does so only where its types are no words."""
    types, given = get_type_hints(kind), signature(kind).parameters.values()
    as_class: Any = make_dataclass(
        kind.__name__,
        [
            (each.name, types[each.name], field(default=MISSING if each.default is each.empty else each.default))
            for each in given
        ],
    )
    converter.register_unstructure_hook(kind, lambda this: converter.unstructure(as_class(*this)))
    converter.register_structure_hook(kind, lambda data, _: kind(**vars(converter.structure(data, as_class))))


def dump_copy(copy: Copy, places: bool = True) -> str:
    """The copy as JSON, on one line; the same copy gives the same text; without `places`, not where it is written."""
    data = _converter().unstructure(copy, Copy)
    data = data if places else _without_places(data)
    return json.dumps({"version": VERSION, **data}, ensure_ascii=False, separators=(",", ":"))


def _without_places(data: Any) -> Any:
    if isinstance(data, list | tuple):
        return [_without_places(each) for each in data]
    if isinstance(data, dict):
        return {key: _without_places(each) for key, each in data.items() if key != "place"}
    return data


def load_copy(text: str) -> Copy:
    """The copy that `dump_copy` wrote; raises ValueError for anything else, with what is wrong."""
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise ValueError(f"this is not JSON: {error}") from None
    if not isinstance(data, dict) or not {"version", "agreement"} <= data.keys():
        raise ValueError("this is not an agreement that Whereas wrote")
    if (version := data.pop("version")) != VERSION:
        raise ValueError(f"this agreement is of version {version!r}, and this Whereas reads version {VERSION}")
    try:
        return _converter().structure(data, Copy)
    except (BaseValidationError, StructureHandlerNotFoundError, AttributeError, KeyError, TypeError) as error:
        wrong = "; ".join(transform_error(error, path="the file")) if isinstance(error, BaseValidationError) else error
        raise ValueError(f"this is not an agreement that Whereas wrote: {wrong}") from None
