"""The outline of an agreement as JSON, which its page offers for download: `_data/<page>.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from whereas.language.registry import sheets
from whereas.plan.values import date_on_cover
from whereas.render.lines import without_marks
from whereas.render.outline import render_outline
from whereas.site.audience import is_internal
from whereas.site.domain import domain_of
from whereas.site.fingerprints import copy_of, said_of
from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of
from whereas.site.settings import settings_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def outline_json(doctree: nodes.document, app: Sphinx, indent: int | None = 1) -> str:
    """The outline of a resolved page, as JSON; for outside readers without reasons, and without our files.

    Without an indent it is written in a tenth of the time.
    """
    copy = copy_of(doctree)
    outline = render_outline(copy.agreement, copy.style, without_marks(copy.words)) | said_of(doctree)
    if (own := _on_the_cover(doctree, app)) is not None:
        outline["cover"] = own
    if doctree.get("whereas_short"):
        outline["short"] = True
    if not is_internal(app.config):
        for each in (*outline["values"].values(), *outline["deviations"]):
            each |= {name: "" for name in ("origin", "because") if name in each}
    return json.dumps(outline, ensure_ascii=False, indent=indent, sort_keys=True) + "\n"


def _on_the_cover(doctree: nodes.document, app: Sphinx) -> list[str] | None:
    """What the cover of its PDF says besides title, parties and state; None where a style file may print anything."""
    agreement = copy_of(doctree).agreement
    identities = settings_of(app).whereas_pdf
    identity = identities.get(agreement.style, identities[""])
    date = date_on_cover(agreement)
    said = (sheets(agreement.locale).date.format(date=date) if date else "", identity.firm)
    return None if identity.sty else [*filter(None, (*said, identity.confidentiality, identity.note))]


def data_path(docname: str) -> str:
    """Where the data of a page lies, from the top of the site."""
    return f"_data/{docname}.json"


def write_data(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: write the data of a page whenever the page is written."""
    if doctree is None or "whereas_agreement" not in doctree or not output_of(app.builder).site:
        return
    write_whole(Path(app.outdir) / data_path(pagename), outline_json(doctree, app, indent=None))


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
