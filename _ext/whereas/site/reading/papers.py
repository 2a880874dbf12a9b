"""The PDFs of the pages: each page links its own, if one was made that says what the page says."""

from __future__ import annotations

import json
import shutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from whereas.site.nodes import cover
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Where the site keeps them.
_FOLDER = "_pdf"


def papers(app: Sphinx) -> dict[str, dict[str, str]]:
    """Page to its PDF: `file`, and the `fingerprint` of what it says. Empty for builders that make no site."""
    return {docname: each for docname, each in _listed(app).items() if (_pressed(app) / each["file"]).is_file()}


def _pressed(app: Sphinx) -> Path:
    """Where PDFs are made."""
    return Path(app.outdir, app.config.whereas_pdfs)


def _listed(app: Sphinx) -> dict[str, dict[str, str]]:
    """The same, whether or not the files are there."""
    index = _pressed(app) / "agreements.json"
    if not output_of(app.builder).site or not index.is_file():
        return {}
    state = index.stat()
    return _read(index, (state.st_mtime_ns, state.st_size, state.st_ino))


@lru_cache(maxsize=1)
def _read(index: Path, state: tuple[int, ...]) -> dict[str, dict[str, str]]:
    """The list of all PDFs, which each page asks for its own."""
    try:
        found: dict[str, dict[str, str]] = json.loads(index.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return found


def link_paper(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """`doctree-resolved`: tell the cover where the PDF is. One of other words than the page's is not linked."""
    for node in doctree.findall(cover):
        paper = _listed(app).get(docname)
        if paper and paper["fingerprint"] == node["fingerprint"] and (_pressed(app) / paper["file"]).is_file():
            node["pdf"] = relative_uri(app.builder.get_target_uri(docname), f"{_FOLDER}/{paper['file']}")


def copy_papers(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: take the PDFs into the site, and old ones away."""
    if exception is not None or not output_of(app.builder).site:
        return
    folder, source = Path(app.outdir) / _FOLDER, _pressed(app)
    files = {each["file"] for each in papers(app).values()}
    for path in folder.glob("*.pdf"):
        if path.name not in files:
            path.unlink()
    for name in sorted(files):
        folder.mkdir(exist_ok=True)
        if _differ(source / name, folder / name):
            shutil.copyfile(source / name, folder / name)


def _differ(one: Path, another: Path) -> bool:
    return not another.exists() or one.read_bytes() != another.read_bytes()


def setup_papers(app: Sphinx) -> None:
    """Connect to the events of a build."""
    app.connect("doctree-resolved", link_paper)
    app.connect("build-finished", copy_papers)
