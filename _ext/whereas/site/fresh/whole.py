"""Files are written whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The ending of a file that is not whole yet.
UNFINISHED = ".unfinished"


#: Where files go instead, if anywhere.
_instead: dict[Path, bytes] | None = None


@contextlib.contextmanager
def not_on_disk() -> Iterator[dict[Path, bytes]]:
    """Gives what is written whole meanwhile, by its path, in place of writing it."""
    global _instead
    _instead = {}
    try:
        yield _instead
    finally:
        _instead = None


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8; whoever looks meanwhile, or after an interruption, finds what was there before."""
    if _instead is not None:
        _instead[path] = content.encode() if isinstance(content, str) else content
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(f"{path}{UNFINISHED}")
    try:
        unfinished.write_bytes(content.encode() if isinstance(content, str) else content)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


class _WholePath(type(Path())):  # type: ignore[misc]
    """A path at which a text is written whole."""

    def write_text(self, data: str, encoding: str | None = None, errors: str | None = None, *_: Any) -> int:
        """Write it as Sphinx does its pages."""
        write_whole(Path(self), data.encode(encoding or "utf-8", errors or "strict"))
        return len(data)


def write_pages_whole(app: Sphinx) -> None:
    """`builder-inited`: have the builders of sites write their pages so."""
    builder: Any = app.builder
    if find := getattr(builder, "get_output_path", None):
        builder.get_output_path = lambda name: _WholePath(find(name))
