"""What Sphinx does anew for every page and need do but once: a site has hundreds of records, of many sections each."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def show_titles(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: make the theme's `toctree(titles_only=True)` cost what it shows.

    Sphinx copies the contents of every page, with all their sections, into the sidebar of every page, and then takes
    the sections out again; of agreements that is most of the time of a build.
    """
    make = context.get("toctree")
    if make is None:
        return

    def toctree(**options: Any) -> Any:
        if not options.get("titles_only"):
            return make(**options)
        whole, app.env.tocs = app.env.tocs, _titles(app)
        try:
            return make(**options)
        finally:
            app.env.tocs = whole

    context["toctree"] = toctree


def _titles(app: Sphinx) -> dict[str, nodes.bullet_list]:
    """The contents of every page as Sphinx itself cuts them down for `titles_only`; made once for all pages."""
    known: Any = getattr(app.builder, "_whereas_titles", None)
    if known is None:
        known = {docname: _cut(toc) for docname, toc in app.env.tocs.items()}
        app.builder._whereas_titles = known  # type: ignore[attr-defined]
    return known  # type: ignore[no-any-return]


def _cut(toc: nodes.bullet_list) -> nodes.bullet_list:
    """Titles, and the toctrees below them."""
    short = toc.copy()
    for item in toc.children:
        kept = item.deepcopy() if isinstance(item, addnodes.toctree) or len(item.children) < 2 else _title(item)
        short += kept
    return short


def _title(item: nodes.Node) -> Any:
    kept: Any = item.copy()
    kept += item.children[0].deepcopy()
    if trees := [each.deepcopy() for each in item.findall(addnodes.toctree)]:
        below: Any = item.children[1].copy()
        below += trees
        kept += below
    return kept


class _Few(dict[str, Any]):
    """Keeps the last few of what it is given."""

    def __setitem__(self, docname: str, kept: Any) -> None:
        super().__setitem__(docname, kept)
        if len(self) > _MOST_KEPT:
            del self[next(iter(self))]


_MOST_KEPT = 20


def forget_doctrees(app: Sphinx) -> None:
    """`builder-inited`: read doctrees back from their files when they are written.

    Sphinx keeps those of all pages until then, as nodes and as bytes; 500 agreements are two gigabytes.
    """
    for cache in ("_write_doc_doctree_cache", "_pickled_doctree_cache"):
        if hasattr(app.env, cache):
            setattr(app.env, cache, _Few())


def remember_stems(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: keep the stems of words, which the search index works out for every page."""
    language = getattr(getattr(app.builder, "indexer", None), "lang", None)
    if language is not None and not hasattr(language.stem, "cache_info"):
        language.stem = functools.cache(language.stem)


def setup_speed(app: Sphinx) -> None:
    """Connect to the making of pages, before themes do."""
    app.connect("html-page-context", show_titles, priority=400)
    app.connect("html-page-context", remember_stems)
    app.connect("builder-inited", forget_doctrees)
