"""Files are written whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

from pathlib import Path

#: The ending of a file that is not whole yet.
UNFINISHED = ".unfinished"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8; whoever looks meanwhile, or after an interruption, finds what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(f"{path}{UNFINISHED}")
    try:
        unfinished.write_bytes(content.encode() if isinstance(content, str) else content)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
