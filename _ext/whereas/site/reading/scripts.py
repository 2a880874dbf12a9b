"""Scripts as they are served: made small by minify-go where it is installed, else as they are written."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

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


def find_static(app: Sphinx) -> None:
    """`builder-inited`: have Sphinx copy what is served beside pages, scripts of ours in two thirds of what they weigh.

    They lie ready in the folder of the doctrees: what is in the site changes with them alone, and pages, those made
    beside a build too, name each by what it says. Each is named alone: doctrees, which may lie beside them, stay there.
    """
    small = _small() if output_of(app.builder).browser else {}
    for path in sorted(_OURS.iterdir()):
        served = path
        if content := small.get(str(path), "").encode():
            served = Path(app.doctreedir) / "static" / path.name
            if not served.is_file() or served.read_bytes() != content:
                write_whole(served, content)
        app.config.html_static_path.append(str(served))


@cache
def _small() -> dict[str, str]:
    """Each of ours, made small; none where that cannot be."""
    if find_spec("minify") is None:
        return {}
    command = [sys.executable, "-P", "-c", _MAKE, *map(str, sorted(_OURS.glob("*.js")))]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found: dict[str, str] = json.loads(made.stdout) if made.returncode == 0 else {}
    return found
