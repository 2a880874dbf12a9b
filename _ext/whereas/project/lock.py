"""A folder that one process at a time works in.

The operating system gives a lock back when a process ends, in whatever way: no lock outlives its work.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any


def lock(folder: Path, wait: Callable[[], object]) -> int:
    """Open a folder and lock it, where the system has such locks; gives its descriptor, and closing that unlocks it.

    While another holds it, `wait` is called once (to say so), and it is waited for. A process that is given the
    descriptor holds the lock as well. Raises OSError if there is no such folder.
    """
    opened = os.open(folder, os.O_RDONLY)
    try:
        locks: Any = importlib.import_module("fcntl")
        locks.flock(opened, locks.LOCK_EX | locks.LOCK_NB)
    except BlockingIOError:
        wait()
        locks.flock(opened, locks.LOCK_EX)
    except (ImportError, OSError):  # not on Windows, nor on every file system
        pass
    return opened
