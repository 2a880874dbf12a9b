"""The outline builder: each agreement as data, for machines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.fileutil import copy_asset

from whereas.site.domain import domain_of
from whereas.site.reading.downloads import outline_json

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HERE = Path(__file__).parent


class OutlineBuilder(Builder):
    """Writes each agreement as one JSON file, with the schema beside them: `-b outline`."""

    name = "outline"
    format = "json"
    epilog = "The outlines are in %(outdir)s."
    allow_parallel = True
    out_suffix = ".json"

    def get_outdated_docs(self) -> Iterator[str]:
        """The agreements whose outline is older than their page or what it was made of."""
        for docname in sorted(domain_of(self.env).agreements):
            written = self._path(docname)
            doctree = Path(self.doctreedir) / f"{docname}.doctree"
            if not written.exists() or not doctree.exists() or written.stat().st_mtime < doctree.stat().st_mtime:
                yield docname

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The outline of a page."""
        return docname + self.out_suffix

    def finish(self) -> None:
        """Put the schema there, and take away outlines of pages that are gone."""
        copy_asset(_HERE / "outline.schema.json", self.outdir)
        known = {self._path(docname) for docname in domain_of(self.env).agreements}
        for path in Path(self.outdir).rglob("*.json"):
            if path not in known and path.name != "outline.schema.json":
                path.unlink()

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write one outline; pages without an agreement have none."""
        if "whereas_agreement" not in doctree:
            return
        path = self._path(docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(outline_json(doctree, self.config), encoding="utf-8")

    def _path(self, docname: str) -> Path:
        return Path(self.outdir) / (docname + self.out_suffix)


def setup_builders(app: Sphinx) -> None:
    """Register the outline builder."""
    app.add_builder(OutlineBuilder)
