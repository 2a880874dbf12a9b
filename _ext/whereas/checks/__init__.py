"""An agreement, looked at whole: what is wrong with it. Sphinx is not needed for it.

A check is a function `check_…` in any file here; it is given a `Case`, and yields findings of the `Rule` beside it.
Whatever has such a name is run, so that a new check needs no other file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from whereas.checks.case import Case
from whereas.library.finding import Finding


def check_all(case: Case) -> Iterator[Finding]:
    """What all checks find."""
    for check in checks_in(__name__):
        yield from check(case)


@cache
def checks_in(package: str) -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The checks in the files of a folder, by its name as a module; those of folders in it have their own door."""
    paths = importlib.import_module(package).__path__
    names = [f"{package}.{each.name}" for each in pkgutil.iter_modules(paths) if not each.ispkg]
    modules = [importlib.import_module(name) for name in names]
    return tuple(each for module in modules for name, each in vars(module).items() if name.startswith("check_"))
