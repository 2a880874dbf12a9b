"""Scripts as they are served: made small by minify-go where it is installed, else as they are written."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_OURS = Path(__file__).parents[1] / "static"
#: In a process of its own: what minify-go starts within one stands still in whatever that is forked into.
_MAKE = """
import json, minify, pathlib, sys
read = {name: pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]}
print(json.dumps({name: minify.string("text/javascript", text) for name, text in read.items()}))
"""


def make_scripts_small(app: Sphinx) -> None:
    """`builder-inited`: serve ours without what only their authors need, less than two thirds of what they weigh.

    They are small before a page is written, since each page names them by what they say.
    """
    if not output_of(app.builder).browser:
        return
    builder: Any = app.builder
    copy = builder.copy_static_files

    def copy_small() -> None:
        copy()
        for path, text in _small().items():
            write_whole(Path(app.outdir) / "_static" / Path(path).name, text)

    builder.copy_static_files = copy_small


@cache
def _small() -> dict[str, str]:
    """Each of ours, made small; none where that cannot be."""
    if find_spec("minify") is None:
        return {}
    command = [sys.executable, "-P", "-c", _MAKE, *map(str, sorted(_OURS.glob("*.js")))]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found: dict[str, str] = json.loads(made.stdout) if made.returncode == 0 else {}
    return found
