"""Where a key belongs that is not known where it stands: beside it under another name, deeper, higher, or elsewhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from whereas.language.nearest import did_you_mean
from whereas.library.source import Keys

#: A step into a mapping of names, or into a list.
ANY = "*"
#: How much alike two keys are of which one is the other, misspelt.
_ALIKE = 0.75


def meant_by(model: type[BaseModel], path: Keys) -> Keys | None:
    """The path that the author means by one that is not known; None if there is no such path, or more than one."""
    key, here = str(path[-1]), keys_at(model, path[:-1])
    if near := difflib.get_close_matches(key, here, n=1, cutoff=_ALIKE):
        return (*path[:-1], near[0])
    elsewhere = [each for each in _paths(model) if each[-1] == key]
    return elsewhere[0] if len(elsewhere) == 1 and ANY not in elsewhere[0] else None


def right_place(model: type[BaseModel], path: Keys, others: Iterable[tuple[str, str, type[BaseModel]]]) -> str:
    """What to do with a key that is not known at a path of a model.

    `others` are the models of other things: what these are called, where they are written, and the model.
    """
    key, here = str(path[-1]), keys_at(model, path[:-1])
    if difflib.get_close_matches(key, here, n=1, cutoff=_ALIKE):
        return did_you_mean(key, here)
    if elsewhere := [each for each in _paths(model) if each[-1] == key]:
        return f"it belongs {_inside(elsewhere[0][:-1])}"
    found = [(what, where) for what, where, other in others if other is not model and key in keys_at(other, ())]
    if len(found) == 1:
        return f"it is a key of {found[0][0]}, {found[0][1]}"
    if found:
        return f"it is a key of {' or '.join(', '.join(what for what, _ in found).rsplit(', ', 1))}"
    if below := [each for each, keys in getattr(model, "below", {}).items() if not path[:-1] and key in keys]:
        return f"it belongs {_inside((below[0],))}"
    return did_you_mean("", here)


def _inside(path: Keys) -> str:
    """Where a path of keys leads, in words: under `registration:`, in an entry of `values:`."""
    if not path:
        return "at the top level, under no other key"
    *outer, last = path
    if last != ANY:
        return f"under `{last}:`" + (f" {_inside(tuple(outer))}" if outer else "")
    *outer, last = outer
    return f"in an entry of `{last}:`" + (f" {_inside(tuple(outer))}" if outer else "")


def _paths(annotation: Any, path: Keys = (), around: tuple[Any, ...] = ()) -> Iterator[Keys]:
    """The paths of all keys that a model knows, those near the top first; `around` are models that it stands in.

    What stands in itself, as columns of a value do, is not gone into again.
    """
    below: list[tuple[Any, Keys]] = []
    parts = [each for each in _parts(annotation) if each not in around]
    for each in parts:
        if _is_model(each):
            fields = [(*path, field.alias or name) for name, field in each.model_fields.items()]
            yield from fields
            types = (field.annotation for field in each.model_fields.values())
            below += zip(types, fields, strict=True)
        elif get_origin(each) in (dict, list, tuple):
            below.append((_item(each), (*path, ANY)))
    for inner, where in below:
        yield from _paths(inner, where, (*around, *filter(_is_model, parts)))


def keys_at(model: type[BaseModel], path: Keys) -> list[str]:
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
        elif get_origin(each) in (dict, list, tuple):
            yield _item(each)


def _item(annotation: Any) -> Any:
    """The type of what a mapping or a list holds."""
    inner = get_args(annotation)
    return inner[1] if get_origin(annotation) is dict else inner[0]


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The types that a type stands for: those of a union, else itself."""
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
