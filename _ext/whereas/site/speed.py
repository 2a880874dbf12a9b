"""What Sphinx does anew for every page and need do but once: a site has hundreds of records, of many sections each."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from whereas.agreement.alike import forget_alike, keep_alike
from whereas.sphinx_seam.environment import keep_few_doctrees
from whereas.sphinx_seam.search_index import remember_stems

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def collect_less_often(app: Sphinx) -> None:
    """Look for garbage less often until the build is done; trees are large, and are no garbage.

    Python looks at all that is young after each 700 new objects: a fifth of the time of a build in which nothing has
    changed, and of one of many pages, for a tenth of memory less.
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 50, 50)
    app.connect("build-finished", lambda app, error: gc.set_threshold(*before))


def work_once(app: Sphinx) -> None:
    """`builder-inited`: keep what agreements have in common, unless conf.py says otherwise."""
    keep_alike(app.config.whereas_cache)


def forget(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-updated`: what agreements have in common helps to read them, and nobody who writes their pages."""
    forget_alike()


def setup_speed(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("builder-inited", work_once)
    app.connect("env-updated", forget)
    app.connect("html-page-context", lambda app, *_: remember_stems(app.builder))
    app.connect("builder-inited", lambda app: keep_few_doctrees(app.env))
