"""The processes in which Sphinx reads and writes several pages at once: if one of them fails, so does the build."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sphinx.builders
from sphinx.builders import Builder
from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks


class EndedError(SphinxParallelError):
    """The system has ended one of the processes."""


class _Tasks(ParallelTasks):
    """Sphinx's, which forgets that one failed, and what others had still to write, if there is more to begin."""

    _failed: Exception | None = None

    def add_task(self, task_func: Callable[..., Any], arg: Any = None, result_func: Any = None) -> None:
        """Begin one more, or say that an earlier one failed."""
        super().add_task(task_func, arg, result_func)
        if self._failed is not None:
            self.terminate()
            raise self._failed

    def _join_one(self) -> bool:
        try:
            return super()._join_one()
        except EOFError:  # it ended without a word
            self._failed = EndedError("a process has ended", "")
        except Exception as error:
            interrupted = str(error) == "KeyboardInterrupt"  # as another process tells it
            self._failed = EndedError("a process was interrupted", "") if interrupted else error
        raise self._failed


def fail_with_processes() -> None:
    """Have builders work so."""
    sphinx.builders.ParallelTasks = _Tasks  # type: ignore[attr-defined]


def read_some_first(builder: Builder, is_first: Callable[[str], bool]) -> None:
    """Have a builder read the pages that `is_first` before it begins processes that read the others: they know it all.

    What a process learns, none that is begun beside it knows.
    """
    read_others = builder._read_parallel

    def read(docnames: list[str], nproc: int) -> None:
        builder._read_serial([docname for docname in docnames if is_first(docname)])
        read_others([docname for docname in docnames if not is_first(docname)], nproc)

    builder._read_parallel = read  # type: ignore[method-assign]
