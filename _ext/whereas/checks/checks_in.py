"""The checks that there are: functions called `check_…`, in the files of a folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any


@cache
def checks_in(package: str) -> tuple[Callable[..., Iterator[Any]], ...]:
    """The checks in the files of a folder, by its name as a module; those of folders in it have their own door."""
    paths = importlib.import_module(package).__path__
    names = [f"{package}.{each.name}" for each in pkgutil.iter_modules(paths) if not each.ispkg]
    modules = [importlib.import_module(name) for name in names]
    return tuple(
        each
        for module in modules
        for name, each in vars(module).items()
        if name.startswith("check_") and each.__module__ == module.__name__
    )
