"""Sphinx's search index: words that no page has any more, names of files, and the stems of words."""

from __future__ import annotations

import functools
from typing import Any

from sphinx.builders import Builder
from sphinx.search import IndexBuilder


def _index(builder: Builder) -> IndexBuilder | None:
    """The index that a builder makes; only those of sites make one."""
    found: Any = getattr(builder, "indexer", None)
    return found if isinstance(found, IndexBuilder) else None


def forget_lost_words(builder: Builder, pages: set[str]) -> None:
    """Take words out that none of these pages has; Sphinx keeps them, empty."""
    if index := _index(builder):
        for mapping in (index._mapping, index._title_mapping):
            for word in [word for word, found in mapping.items() if not found & pages]:
                del mapping[word]


def forget_files(builder: Builder) -> None:
    """Name documents in the place of their files."""
    if index := _index(builder):
        index._filenames.update({docname: docname for docname in index._filenames})


def remember_stems(builder: Builder) -> None:
    """Keep the stems of words, which the index else works out for every page."""
    index = _index(builder)
    if index and not hasattr(index.lang.stem, "cache_info"):
        index.lang.stem = functools.cache(index.lang.stem)  # type: ignore[method-assign]
