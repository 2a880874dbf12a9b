"""The check at start-up: are all private names still there that this room uses?"""

from __future__ import annotations

import importlib
from importlib.metadata import version
from types import FunctionType
from typing import Any

from sphinx.errors import ExtensionError

#: Each name, and the file of this room that needs it; `module:name` or `module:Class.name`.
_NEEDED = {
    "sphinx.config:Config._raw_config": "configuration",
    "sphinx.environment:BuildEnvironment._app": "environment",
    "sphinx.environment:BuildEnvironment.relfn2path": "files",
    "sphinx.environment:BuildEnvironment._write_doc_doctree_cache": "environment",
    "sphinx.environment:BuildEnvironment._pickled_doctree_cache": "environment",
    "sphinx._cli.util.errors:handle_exception": "errors",
    "sphinx._cli.util.errors:save_traceback": "errors",
    "sphinx.project:logger": "logs",
    "sphinx.util.docutils:LoggingReporter": "logs",
    "myst_parser.warnings_:create_warning": "logs",
    "myst_parser.mdit_to_docutils.base:DocutilsRenderer.update_section_level_state": "site/ordinary",
    "jinja2:Undefined._undefined_name": "jinja",
    "jinja2:Undefined._undefined_obj": "jinja",
    "jinja2:Environment._parse": "jinja",  # the sandbox looks at what it gives
    "sphinx.util._pathlib:_StrPath": "records",
    "sphinx.builders:ParallelTasks": "processes",
    "sphinx.builders:Builder._read_parallel": "processes",
    "sphinx.builders:Builder._read_serial": "processes",
    "sphinx.util.parallel:ParallelTasks._join_one": "processes",
    "sphinx.project:Project._path_to_docname": "records",
    "sphinx.project:Project._docname_to_path": "records",
    "sphinx.search:IndexBuilder._mapping": "search_index",
    "sphinx.search:IndexBuilder._title_mapping": "search_index",
    "sphinx.search:IndexBuilder._filenames": "search_index",
    "sphinx.search:IndexBuilder.lang": "search_index",
}
_PACKAGES = ("sphinx", "docutils", "myst-parser", "jinja2")


def check_seam() -> None:
    """Raise ExtensionError, in one line, if a name is gone that we use."""
    gone = [name.replace(":", ".") for name in _NEEDED if not _is_there(name)]
    if gone:
        found = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
        raise ExtensionError(
            f"Whereas does not work with {found}, which have no {', '.join(gone)}; "
            "install the versions that its pyproject.toml names"
        )


def _is_there(name: str) -> bool:
    module, _, inner = name.partition(":")
    owner, _, attribute = inner.partition(".")
    try:
        found: Any = getattr(importlib.import_module(module), owner)
    except (ImportError, AttributeError):
        return False
    return not attribute or _has(found, attribute)


def _has(owner: type, name: str) -> bool:
    """Whether instances of a class have an attribute: one of the class, or one that a constructor sets."""
    constructors = (vars(base).get("__init__") for base in owner.__mro__)
    return hasattr(owner, name) or any(
        isinstance(each, FunctionType) and name in each.__code__.co_names for each in constructors
    )
