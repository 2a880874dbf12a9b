"""Whether a file still says what it said: by its content, to which all that a file system notes of it is a short cut.

A date alone tells little: a file may be replaced by an older one, or twice within one tick of the clock.
"""

from __future__ import annotations

import stat
import time
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import NamedTuple

from whereas.library.source import LARGEST_FILE

#: Paths of which any may be there: one, or all that the file of a record may have.
Paths = tuple[str, ...]
#: Size, times of change, number and kind of a file; empty where there is none.
_Signature = tuple[int, ...]
#: How coarse the times of a file system are, in nanoseconds: what changed so shortly before may change again unseen.
TICK = 20_000_000
#: Of a larger file, in bytes, what the file system notes must do: no page is made of it.
_LARGEST = 200_000_000
#: The digest of what cannot be known, which equals none.
UNKNOWN = b"?"


class State(NamedTuple):
    """What files were when they were looked at: a digest of their content, or nothing if none was there.

    There are no `signatures` where they cannot be trusted. `content` is kept where more is asked for than the digest.
    """

    signatures: tuple[_Signature, ...]
    digest: bytes
    content: bytes = b""

    @property
    def is_there(self) -> bool:
        """Whether there was a file."""
        return bool(self.digest)

    def is_named(self, paths: Paths) -> bool:
        """Whether those of the files that were there are those that are."""
        return [bool(each) for each in self.digest.split(b"|")] == [bool(_signature(path)) for path in paths]


def look(paths: Paths, since: int | None = None, keep: bool = False) -> State:
    """What files are now. What changed after `since` may have been read before it did, and is never the same."""
    signatures = tuple(map(_signature, paths))
    latest = max((time for signature in signatures for time in signature[1:3]), default=0)
    if since is not None and latest >= since - TICK:
        return State((), UNKNOWN)
    trusted = signatures if latest < time.time_ns() - TICK else ()
    return State(trusted, _digest(paths, signatures), content_of(paths) if keep else b"")


def content_of(paths: Paths) -> bytes:
    """What the one file that is there says; nothing where that is too large, or cannot be read."""
    try:  # a name may be too long to be one
        there = [path for path in map(Path, paths) if path.is_file()]
        return there[0].read_bytes() if len(there) == 1 and there[0].stat().st_size <= LARGEST_FILE else b""
    except OSError:
        return b""


def differ(paths: Paths, known: State) -> bool:
    """Whether files are no more what they were."""
    signatures = tuple(map(_signature, paths))
    return signatures != known.signatures and _digest(paths, signatures) != known.digest


def _digest(paths: Paths, signatures: tuple[_Signature, ...]) -> bytes:
    """Of which files are there, and what they say."""
    if not any(signatures):
        return b""
    digests = (_digest_of(path, each) if each else b"" for path, each in zip(paths, signatures, strict=True))
    return b"|".join(digests)


def _digest_of(path: str, signature: _Signature) -> bytes:
    if not stat.S_ISREG(signature[-1]):  # a pipe would never end
        return str(signature[-1]).encode()
    if signature[0] > _LARGEST:
        return repr(signature).encode()
    try:
        with Path(path).open("rb") as file:
            return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest().encode()
    except OSError as error:
        return str(error.errno).encode()


def _signature(path: str) -> _Signature:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return ()
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)
