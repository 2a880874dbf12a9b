"""Which files of an earlier build are of no page any more: those of pages that are gone, pictures, downloads."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The endings of pictures, which lie beside the pages where the output is paper.
_PICTURES = (".svg", ".pdf", ".png", ".jpg", ".jpeg", ".gif")


def is_left_over(path: Path, app: Sphinx, pages_before: Collection[str]) -> bool:
    """Whether a file that a builder made, and did not make again, is of no use now."""
    name, env = PurePosixPath(path.relative_to(app.outdir).as_posix()), app.env
    match name.parts:
        case ("_images", file):
            return file not in {file for _, file in env.images.values()}
        case ("_downloads", *_):
            return f"{name.relative_to('_downloads')}" not in {str(file) for _, file in env.dlfiles.values()}
    if output_of(app.builder).paper and name.suffix in _PICTURES and not path.with_suffix(".tex").exists():
        others = {PurePosixPath(each).name for each in app.config.latex_additional_files}
        return str(name) not in {*app.builder.images.values(), *others}
    docname = str(name.with_suffix(""))
    return docname in pages_before and docname not in env.found_docs
