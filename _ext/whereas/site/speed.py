"""What Sphinx does anew for every page and need do but once: a site has hundreds of records, of many sections each."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from whereas.sphinx_seam.environment import keep_few_doctrees
from whereas.sphinx_seam.search_index import remember_stems

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


def collect_less_often(app: Sphinx) -> None:
    """`builder-inited`: look for garbage less often until the build is done; trees are large, and are no garbage.

    Python looks at all that is young after each 700 new objects: an eighth of the time of a build, for 15 MB less.
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    app.connect("build-finished", lambda app, error: gc.set_threshold(*before))


def setup_speed(app: Sphinx) -> None:
    """Connect to the making of pages, before themes do."""
    app.connect("builder-inited", collect_less_often)
    app.connect("html-page-context", show_titles, priority=400)
    app.connect("html-page-context", lambda app, *_: remember_stems(app.builder))
    app.connect("builder-inited", lambda app: keep_few_doctrees(app.env))
