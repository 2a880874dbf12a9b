"""Where directives and links look for the files that they name."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_FINDS = "relfn2path"


@contextlib.contextmanager
def files_found_by(env: BuildEnvironment, find: Callable[[str], Path]) -> Iterator[None]:
    """Have files looked for by `find` while this lasts, and not beside the page that is being read."""

    def found(filename: str | Path, docname: str | None = None) -> tuple[str, str]:
        path = find(str(filename))
        return Path(os.path.relpath(path, env.srcdir)).as_posix(), str(path)

    before = vars(env).get(_FINDS)
    setattr(env, _FINDS, found)
    try:
        yield
    finally:
        setattr(env, _FINDS, before) if before else delattr(env, _FINDS)
