"""Keeping an incremental HTML build equal to a clean one, where Sphinx itself leaves something behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.site.outputs import output_of
from whereas.site.reading.search_index import written_pages
from whereas.sphinx_seam import search_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def forget_lost_words(app: Sphinx) -> Iterable[Any]:
    """`html-collect-pages`: take words out of the search index that no page has any more; Sphinx keeps them, empty."""
    search_index.forget_lost_words(app.builder, app.env.found_docs)
    return ()


def remove_lost_pages(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: remove the pages of documents that are gone, and their sources; Sphinx leaves them there."""
    if exception is not None or not output_of(app.builder).screen:
        return
    for docname in written_pages(app) - app.env.found_docs:
        page = Path(app.builder.get_outfilename(docname))  # type: ignore[attr-defined]
        page.unlink(missing_ok=True)
    folder, sources = Path(app.outdir) / "_sources", set(_sources(app))
    for path in [path for path in folder.rglob("*") if path.is_file() and path not in sources]:
        path.unlink()


def _sources(app: Sphinx) -> Iterable[Path]:
    """The files in which pages are found as they were written, by the names that Sphinx gives them."""
    config = app.config
    if config.html_copy_source and getattr(app.builder, "copysource", False):
        for docname in app.env.found_docs:
            path = Path(app.env.doc2path(docname, False))
            more = config.html_sourcelink_suffix if path.suffix != config.html_sourcelink_suffix else ""
            yield Path(app.outdir) / "_sources" / f"{path.as_posix()}{more}"


def setup_tidy(app: Sphinx) -> None:
    """Connect to the events of HTML builds."""
    app.connect("html-collect-pages", forget_lost_words)
    app.connect("build-finished", remove_lost_pages)
