"""The Word files of the pages: each page links its own, if one was made that says what the page says."""

from __future__ import annotations

import re
import shutil
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from whereas.site.domain import domain_of
from whereas.site.nodes import cover
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Where the site keeps them.
_FOLDER = "_docx"
_FINGERPRINT = re.compile(rb'name="Fingerprint"><vt:lpwstr>([0-9a-f ]+)<')


def word_files(app: Sphinx) -> dict[str, str]:
    """Page to the fingerprint of its Word file. Empty for builders that make no site."""
    found = ((name, _fingerprint_of(app, name)) for name in domain_of(app.env).agreements)
    return {name: mark for name, mark in found if mark is not None}


def _fingerprint_of(app: Sphinx, docname: str) -> str | None:
    """That of one page; None where it has no file."""
    path = _file(app, docname)
    return _fingerprint(path, path.stat().st_mtime_ns) if output_of(app.builder).site and path.is_file() else None


def _file(app: Sphinx, docname: str) -> Path:
    return Path(app.outdir, app.config.whereas_word_files, f"{docname}.docx")


@lru_cache(maxsize=10_000)
def _fingerprint(path: Path, written: int) -> str:
    """What a file says that its words are; nothing for one that cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = _FINGERPRINT.search(archive.read("docProps/custom.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return found[1].decode() if found else ""


def link_word_file(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """`doctree-resolved`: tell the cover where the Word file is. One of other words than the page's is not linked."""
    for node in doctree.findall(cover):
        if (mark := _fingerprint_of(app, docname)) and mark == node["fingerprint"]:
            node["word"] = relative_uri(app.builder.get_target_uri(docname), f"{_FOLDER}/{docname}.docx")


def copy_word_files(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: take the Word files into the site, and old ones away."""
    if exception is not None or not output_of(app.builder).site:
        return
    folder, made = Path(app.outdir) / _FOLDER, word_files(app)
    for path in folder.rglob("*.docx"):
        if path.relative_to(folder).with_suffix("").as_posix() not in made:
            path.unlink()
    for docname in sorted(made):
        source, target = _file(app, docname), folder / f"{docname}.docx"
        if not target.exists() or source.read_bytes() != target.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def setup_word_files(app: Sphinx) -> None:
    """Connect to the events of a build."""
    app.connect("doctree-resolved", link_word_file)
    app.connect("build-finished", copy_word_files)
