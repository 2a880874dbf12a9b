"""One build at a time: a second one in the same folders waits until the first is done."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from whereas.project.lock import lock

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

_WAITS = "another build is at work in %s: this one waits until it is done"

#: The folders that this process has locked: it builds one thing after another.
_held: dict[Path, int] = {}


def take(app: Sphinx, *_: Any) -> list[str]:
    """`config-inited`, and `env-get-outdated` for the next build of an application: nobody else builds meanwhile.

    What is built is in the folder of the doctrees, and in that of the builder, which other doctrees may share.
    """
    for folder in _folders(app):
        if folder not in _held:
            folder.mkdir(parents=True, exist_ok=True)
            _held[folder] = lock(folder, partial(logger.info, _WAITS, folder))
    return []


def give_back(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: let others build."""
    for folder in _folders(app):
        if folder in _held:
            os.close(_held.pop(folder))


def only_look(app: Sphinx) -> None:
    """Have this process wait for nobody: it writes nothing to these folders."""
    _held.update((folder, os.open(os.devnull, os.O_RDONLY)) for folder in _folders(app))


def _folders(app: Sphinx) -> list[Path]:
    return sorted({Path(app.doctreedir).resolve(), Path(app.outdir).resolve()})


def setup_lock(app: Sphinx) -> None:
    """Connect these: before anything is read of what was built, and when all is done."""
    app.connect("config-inited", take, priority=1)
    app.connect("env-get-outdated", take, priority=1)
    app.connect("build-finished", give_back, priority=999)
