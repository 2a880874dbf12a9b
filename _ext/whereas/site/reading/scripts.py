"""Scripts as they are served: without comments, indentation and spaces between signs, a third smaller than written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_OURS = Path(__file__).parents[1] / "static"
#: What must stay as it is, strings, templates (none within another) and patterns; and comments, which go.
_PIECE = re.compile(
    r"""
    ( "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`
      | (?<=[(,=:\[!&|?{};\n])[ ]*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]* )
    | /\*.*?\*/ | //[^\n]*
    """,
    re.DOTALL | re.VERBOSE,
)
_SPACES = re.compile(r"(?m)^[ \t]+|[ \t]+$|[ \t]*([{}()\[\],;:=<>+*&|?!-]+)[ \t]*")


def squeeze(script: str) -> str:
    """A script that does the same; lines stay lines."""
    made, end = "", 0
    for piece in _PIECE.finditer(script):
        made += _SPACES.sub(r"\1", script[end : piece.start()]) + (piece[1] or "").lstrip(" ")
        end = piece.end()
    made += _SPACES.sub(r"\1", script[end:])
    return re.sub(r"\n\s*\n+", "\n", made).lstrip()


def squeeze_scripts(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: serve ours so."""
    if exception is None and output_of(app.builder).browser:
        for path in sorted(_OURS.glob("*.js")):
            write_whole(Path(app.outdir) / "_static" / path.name, squeeze(path.read_text(encoding="utf-8")))
