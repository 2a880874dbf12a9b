"""The logs of Sphinx and MyST in which messages are changed or kept back, by the names they have there."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator

#: Where Sphinx tells of files that are one document.
PROJECT = "sphinx.sphinx.project"
#: Where MyST warns, and where docutils does through Sphinx.
MYST, DOCUTILS = "sphinx.myst_parser.warnings_", "sphinx.sphinx.util.docutils"
#: Where MyST tells its settings, all of them.
MYST_SETTINGS = "sphinx.myst_parser.sphinx_ext.main"
#: Says whether a message is told; may change it first.
Filter = Callable[[logging.LogRecord], bool]


def add_filter(log: str, filter: Filter) -> Callable[[], None]:
    """Filter what a log tells from now on; gives what ends that."""
    logger = logging.getLogger(log)
    logger.addFilter(filter)
    return lambda: logger.removeFilter(filter)


@contextlib.contextmanager
def filtered(log: str, filter: Filter) -> Iterator[None]:
    """Filter what a log tells while the block runs."""
    end = add_filter(log, filter)
    try:
        yield
    finally:
        end()
