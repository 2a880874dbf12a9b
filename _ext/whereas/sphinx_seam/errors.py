"""How Sphinx tells of what ended a build: a report of many lines, with a traceback, unless somebody else tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sphinx._cli.util.errors as errors

_theirs = errors.handle_exception


def tell_errors(line_of: Callable[[BaseException, Callable[[], str]], str]) -> None:
    """Have what ends a build told in the one line that `line_of` gives of it, unless its traceback is asked for.

    `line_of` is given what saves Sphinx's report to a file, whose name that gives.
    """

    def handle(exception: BaseException, /, **how: Any) -> None:
        if how.get("use_pdb") or how.get("print_traceback") or isinstance(exception, KeyboardInterrupt):
            _theirs(exception, **how)
            return
        known = {name: how[name] for name in ("message_log", "extensions") if name in how}
        line = line_of(exception, lambda: errors.save_traceback(exception, **known))
        print(line, file=how.get("stderr"))

    errors.handle_exception = handle
