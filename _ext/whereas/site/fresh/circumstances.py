"""What a builder was told: settings, tags, versions, files of its own. All is written anew if that differs."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.site.fresh.files import look

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Where ours are.
_SITE = Path(__file__).parents[1]


def circumstances_of(app: Sphinx) -> dict[str, Any]:
    """All of it, each as text that is the same for what is equal."""
    settings: dict[str, Any] = {each.name: _plain(each.value) for each in app.config}
    # templates make the pages, and these name the versions of what stands in the others
    theirs = [Path(app.confdir, each) for each in (*app.config.templates_path, *app.config.html_static_path)]
    folders = [*theirs, *(_SITE / each for each in ("templates", "static"))]
    files = sorted(path for folder in folders for path in (folder, *folder.rglob("*")) if path.is_file())
    return settings | {
        "-t": sorted(app.tags),
        "versions": dict(app.env.version),
        "small": find_spec("minify") is not None,  # by which our scripts are made so
        "files": [(str(path), look((str(path),)).digest) for path in files],
    }


def _plain(value: Any) -> str:
    match value:
        case Mapping():
            return f"{{{', '.join(sorted(f'{_plain(key)}: {_plain(each)}' for key, each in value.items()))}}}"
        case set() | frozenset():
            return f"{{{', '.join(sorted(map(_plain, value)))}}}"
        case list() | tuple():
            return f"[{', '.join(map(_plain, value))}]"
        case str() | int() | float() | None:
            return repr(value)
        case _:
            return type(value).__name__
