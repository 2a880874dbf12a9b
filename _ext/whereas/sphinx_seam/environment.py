"""The build as an environment knows it: its builder, and the doctrees that it keeps."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

_CACHES = ("_write_doc_doctree_cache", "_pickled_doctree_cache")
_MOST_KEPT = 20


def builder_of(env: BuildEnvironment) -> Builder:
    """The builder that writes now."""
    return env._app.builder


def app_of(env: BuildEnvironment) -> Sphinx:
    """The application of the build."""
    return env._app


def keep_few_doctrees(env: BuildEnvironment) -> None:
    """Read doctrees back from their files when they are written.

    Sphinx keeps those of all pages until then, as nodes and as bytes; 500 agreements are two gigabytes.
    """
    for cache in _CACHES:
        setattr(env, cache, _Few())


class _Few(dict[str, Any]):
    """Keeps the last few of what it is given."""

    def __setitem__(self, docname: str, kept: Any) -> None:
        super().__setitem__(docname, kept)
        if len(self) > _MOST_KEPT:
            del self[next(iter(self))]
