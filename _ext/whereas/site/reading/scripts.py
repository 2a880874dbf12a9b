"""Scripts as they are served: made small by minify-go where it is installed, else as they are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of

try:
    import minify
except ImportError:  # not every machine has it
    minify = None

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_OURS = Path(__file__).parents[1] / "static"


def make_scripts_small(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: serve ours without what only their authors need, less than two thirds of what they weigh."""
    if minify and exception is None and output_of(app.builder).browser:
        for path in sorted(_OURS.glob("*.js")):
            small = minify.string("text/javascript", path.read_text(encoding="utf-8"))
            write_whole(Path(app.outdir) / "_static" / path.name, small)
