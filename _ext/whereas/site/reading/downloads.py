"""The outline of an agreement as JSON, which its page offers for download: `_data/<page>.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from whereas.render.lines import without_marks
from whereas.render.outline import render_outline
from whereas.site.audience import is_internal
from whereas.site.domain import domain_of
from whereas.site.fingerprints import copy_of, said_of
from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def outline_json(doctree: nodes.document, config: Config, indent: int | None = 1) -> str:
    """The outline of a resolved page, as JSON; for outside readers without reasons, and without our files.

    Without an indent it is written in a tenth of the time.
    """
    copy = copy_of(doctree)
    outline = render_outline(copy.agreement, copy.style, without_marks(copy.words)) | said_of(doctree)
    if not is_internal(config):
        for each in (*outline["values"].values(), *outline["deviations"]):
            each |= {name: "" for name in ("origin", "because") if name in each}
    return json.dumps(outline, ensure_ascii=False, indent=indent, sort_keys=True) + "\n"


def data_path(docname: str) -> str:
    """Where the data of a page lies, from the top of the site."""
    return f"_data/{docname}.json"


def write_data(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: write the data of a page whenever the page is written."""
    if doctree is None or "whereas_agreement" not in doctree or not output_of(app.builder).site:
        return
    write_whole(Path(app.outdir) / data_path(pagename), outline_json(doctree, app.config, indent=None))


def remove_lost_data(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: remove the data of agreements that are gone."""
    if exception is not None or not output_of(app.builder).site:
        return
    known = {Path(app.outdir) / data_path(docname) for docname in domain_of(app.env).agreements}
    for path in (Path(app.outdir) / "_data").rglob("*.json"):
        if path not in known:
            path.unlink()


def setup_downloads(app: Sphinx) -> None:
    """Connect to the events of HTML builds."""
    app.connect("html-page-context", write_data)
    app.connect("build-finished", remove_lost_data)
