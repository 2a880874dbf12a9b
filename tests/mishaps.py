"""What may befall a build: it is cut off, or the disk is full, at any of the times that it writes to a file.

A build that something befalls is one of a child of this process, which has nothing else to do.
"""

from __future__ import annotations

import errno
import io
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")
#: What a build may end with that has no result: the signal, or what it exits with.
Ended = int | str | None


class Child(Generic[T]):
    """A child of this process that does some work."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Let it begin."""
        read, write = os.pipe()
        self.id = os.fork()
        if not self.id:
            os.close(read)
            try:
                said = pickle.dumps(_outcome(work))
                with os.fdopen(write, "wb") as pipe:
                    pipe.write(said)
            finally:
                os._exit(0)
        os.close(write)
        self._read = read

    def result(self) -> T:
        """What it has made; raises AssertionError if it made nothing."""
        made, ended = self.end()
        assert made is not None, ended
        return made

    def end(self) -> tuple[T | None, Ended]:
        """What it has made, or how it ended: what it exits with, its traceback, or minus the number of a signal."""
        with os.fdopen(self._read, "rb") as pipe:
            data = pipe.read()
        _, status = os.waitpid(self.id, 0)
        ended: tuple[T | None, Ended] = pickle.loads(data) if data else (None, os.waitstatus_to_exitcode(status))
        return ended


def _outcome(work: Callable[[], T]) -> tuple[T | None, Ended]:
    try:
        return work(), None
    except SystemExit as end:
        return None, end.code
    except KeyboardInterrupt:
        return None, -signal.SIGINT
    except BaseException:
        return None, traceback.format_exc()


class Mishap:
    """Counts what is done to files below a folder; the mishap is at the given one, in the middle of it."""

    def __init__(self, folder: Path, at: int, sign: int | None = None) -> None:
        """At 0 there is none. `sign` is the signal that comes then; without one the disk is full from then on."""
        self.folder, self.at, self.sign = str(folder), at, sign
        self.count = 0

    def here(self, path: Any, half: Callable[[], object] = lambda: None) -> None:
        """Something is done to a file; `half` does half of it."""
        if not (isinstance(path, str | os.PathLike) and str(path).startswith(self.folder)):
            return
        self.count += 1
        if self.sign is not None and self.count == self.at:
            half()
            os.kill(os.getpid(), self.sign)
        elif self.sign is None and self.count >= self.at > 0:
            half()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    def begin(self) -> None:
        """From now on, in this process."""
        opened = io.open

        def open_(file: Any, mode: str = "r", *more: Any, **options: Any) -> Any:
            if not set(mode) & set("wax+"):
                return opened(file, mode, *more, **options)
            self.here(file)
            stream = opened(file, mode, *more, **options)
            return _Stream(stream, self, file) if isinstance(file, str | os.PathLike) else stream

        io.open = open_
        sys.modules["builtins"].open = open_  # type: ignore[attr-defined]
        for name in ("rename", "replace", "unlink", "remove", "mkdir", "rmdir"):
            if self.sign is not None or name == "mkdir":  # where a disk is full, things can be moved and taken away
                setattr(os, name, self._before(getattr(os, name)))

    def _before(self, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(path: Any, *more: Any, **options: Any) -> Any:
            self.here(path)
            return do(path, *more, **options)

        return done


class _Stream:
    """A file that is written to."""

    def __init__(self, stream: Any, mishap: Mishap, path: Any) -> None:
        self._stream, self._mishap, self._path = stream, mishap, path

    def write(self, data: Any) -> Any:
        def half() -> None:
            self._stream.write(data[: len(data) // 2])
            self._stream.flush()

        self._mishap.here(self._path, half)
        return self._stream.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *error: Any) -> None:
        self._stream.close()

    def __iter__(self) -> Any:
        return iter(self._stream)
