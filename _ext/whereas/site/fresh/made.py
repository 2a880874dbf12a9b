"""Which files a builder made in its folder, said there: they are known as ours when all that was noted is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from whereas.site.fresh.whole import write_whole

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def list_path(app: Sphinx) -> Path:
    """Where the list of a builder is; a script, since the builder of epub warns of other files that are no page."""
    return Path(app.outdir, f".made-{app.builder.name}.js")


def note_made(app: Sphinx, files: Iterable[Path]) -> None:
    """Say which files were made, but for those that begin with a dot; a list that says so already stays as it is."""
    names = sorted(path.relative_to(app.outdir).as_posix() for path in files if not path.name.startswith("."))
    said, path = json.dumps(names, ensure_ascii=False, indent=0) + "\n", list_path(app)
    try:
        is_said = path.read_bytes() == said.encode(errors="surrogateescape")
    except OSError:
        is_said = False
    if not is_said:
        write_whole(path, said.encode(errors="surrogateescape"))


def made_before(app: Sphinx, files: Iterable[Path]) -> list[Path]:
    """Those of the files that the list names; none where it cannot be read."""
    try:
        names = set(json.loads(list_path(app).read_bytes()))
    except (OSError, ValueError, TypeError):
        return []
    return [path for path in files if path.relative_to(app.outdir).as_posix() in names]
