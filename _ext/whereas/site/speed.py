"""What Sphinx does anew for every page and need do but once: a site has hundreds of records, of many sections each."""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING

from whereas.agreement.alike import forget_alike, keep_alike
from whereas.sphinx_seam.environment import keep_few_doctrees
from whereas.sphinx_seam.processes import read_some_first
from whereas.sphinx_seam.search_index import remember_stems

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def collect_less_often(app: Sphinx) -> None:
    """Look for garbage less often until the build is done, and not at the end; trees are large, and are no garbage.

    Python looks at all that is young after each 700 new objects: a fifth of the time of a build in which nothing has
    changed, and of one of many pages, for a tenth of memory less. At the end of a process it looks at all there is, to
    free what the system frees anyway: another fifth.
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 50, 50)
    app.connect("build-finished", lambda app, error: _collect_as(before), priority=10_000)  # after all others
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def _collect_as(before: tuple[int, int, int]) -> None:
    """As before the build, without looking at once at all that it has made, which is taken for old."""
    if not gc.get_freeze_count():  # what others have frozen stays so
        gc.freeze()
        gc.unfreeze()
    gc.set_threshold(*before)


def work_once(app: Sphinx) -> None:
    """`builder-inited`: keep what agreements have in common, unless conf.py says otherwise."""
    keep_alike(app.config.whereas_cache)


def begin_with_clauses(app: Sphinx) -> None:
    """`builder-inited`: whoever reads deals side by side has read the texts of their clauses before."""
    read_some_first(app.builder, lambda docname: docname.startswith("clauses/"))


def forget(app: Sphinx, builder: Builder) -> None:
    """`write-started`: what agreements have in common helps to read them, and nobody who writes their pages."""
    forget_alike()


def setup_speed(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("builder-inited", work_once)
    app.connect("builder-inited", begin_with_clauses)
    app.connect("write-started", forget)
    app.connect("html-page-context", lambda app, *_: remember_stems(app.builder))
    app.connect("builder-inited", lambda app: keep_few_doctrees(app.env))
