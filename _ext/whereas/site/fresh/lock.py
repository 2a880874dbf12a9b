"""One build at a time: a second one in the same folders waits until the first is done.

The operating system gives a lock back when a process ends, in whatever way: no lock outlives its build.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

#: The folders that this process has locked: it builds one thing after another.
_held: dict[Path, int] = {}


def take(app: Sphinx, *_: Any) -> list[str]:
    """`config-inited`, and `env-get-outdated` for the next build of an application: nobody else builds meanwhile.

    What is built is in the folder of the doctrees, and in that of the builder, which other doctrees may share.
    """
    for folder in _folders(app):
        if folder not in _held:
            folder.mkdir(parents=True, exist_ok=True)
            _held[folder] = _locked(folder)
    return []


def give_back(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: let others build."""
    for folder in _folders(app):
        if folder in _held:
            os.close(_held.pop(folder))


def _folders(app: Sphinx) -> list[Path]:
    return sorted({Path(app.doctreedir).resolve(), Path(app.outdir).resolve()})


def _locked(folder: Path) -> int:
    """The folder opened, and locked where the system has such locks; waits for it."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        locks: Any = importlib.import_module("fcntl")
        locks.flock(opened, locks.LOCK_EX | locks.LOCK_NB)
    except BlockingIOError:
        logger.info("another build is at work in %s: this one waits until it is done", folder)
        locks.flock(opened, locks.LOCK_EX)
    except (ImportError, OSError):  # not on Windows, nor on every file system
        pass
    return opened


def setup_lock(app: Sphinx) -> None:
    """Connect these: before anything is read of what was built, and when all is done."""
    app.connect("config-inited", take, priority=1)
    app.connect("env-get-outdated", take, priority=1)
    app.connect("build-finished", give_back, priority=999)
