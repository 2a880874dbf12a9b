"""The pages of values that are in many agreements and deals: the list of values names some, and leads there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

from whereas.site.audience import shows_ours
from whereas.site.catalogue.filled_later import Asked
from whereas.site.catalogue.value_index import FOLDER, pages_of_values, tell_value, title_of_value
from whereas.site.domain import domain_of
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


def make_value_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """`html-collect-pages`: a page for each of them, if some page lists all values; those of no value go."""
    if not output_of(app.builder).site:
        return
    domain, builder = domain_of(app.env), cast("StandaloneHTMLBuilder", app.builder)
    shutil.rmtree(Path(app.outdir) / FOLDER, ignore_errors=True)
    if not any("values" in kinds for kinds in domain.data["lists"].values()):
        return
    for pagename, value in pages_of_values(domain.knowledge):
        asked = Asked(None, domain.knowledge, builder, pagename, shows_ours(builder))
        title = title_of_value(value)
        made = nodes.container("", *tell_value(value, asked), classes=["wh-entries"])
        body = f"<h1>{escape(title)}</h1>\n{builder.render_partial(made)['fragment']}"
        yield pagename, {"title": title, "body": body}, "page.html"


def setup_value_pages(app: Sphinx) -> None:
    """Connect to the making of pages."""
    app.connect("html-collect-pages", make_value_pages)
