"""Which PDFs there are: one for each agreement and each deal; and what they need of LaTeX."""

from __future__ import annotations

import json
import re
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.paper.documents import refused
from whereas.pdf.sheet import metadata_of
from whereas.pdf.xmp import render_xmp
from whereas.render.tex import escape
from whereas.site.domain import domain_of
from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import PDF, output_of
from whereas.site.settings import settings_of
from whereas.sphinx_seam.configuration import says

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

_LATEX = Path(__file__).parent / "latex"
#: Beside the documents: which page each is of, with its fingerprint.
SHEETS = "agreements.json"


def settle_latex(app: Sphinx, config: Config) -> None:
    """`config-inited`: what contracts need of LaTeX, unless conf.py says otherwise; the theme does the rest."""
    if not says(config, "latex_engine") and config.latex_engine == "pdflatex":
        config.latex_engine = "xelatex"
    if not says(config, "latex_use_xindy"):
        config.latex_use_xindy = False  # a large program, for an index that agreements have not
    if config.latex_engine in ("xelatex", "lualatex"):
        ours = {
            "cmappkg": "",  # for pdflatex only
            "figure_align": "H",  # a figure stays in its place, as every word does
            "fncychap": "",
            "fontpkg": r"\usepackage{legalfonts}",
            "passoptionstopackages": r"\PassOptionsToPackage{pdfa}{hyperref}",
        }
        config.latex_elements = ours | config.latex_elements
    config.latex_theme_path = [*config.latex_theme_path, str(_LATEX)]
    own = {Path(name).name for name in config.latex_additional_files}  # a house may have a style file instead of ours
    files = [str(path) for path in sorted(_LATEX.iterdir()) if path.suffix in (".cls", ".sty") and path.name not in own]
    config.latex_additional_files = [*config.latex_additional_files, *files]


def take_files(app: Sphinx) -> None:
    """`builder-inited`: the files that the house wants in its PDFs."""
    if output_of(app.builder).way != PDF.way:
        return
    builder: Any = app.builder
    builder.whereas_sheets = {}
    files = dict.fromkeys(file for each in settings_of(app).whereas_pdf.values() for file in each.files())
    app.config.latex_additional_files = [*app.config.latex_additional_files, *files]


def add_latex_documents(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-updated`: one PDF for each agreement and deal, after those that conf.py names."""
    agreements = domain_of(env).agreements
    if not agreements:
        return
    none = refused(env)
    documents = list(app.config.latex_documents) if _names_own(app.config) else []
    pages, files = {entry[0] for entry in documents}, {entry[1] for entry in documents}
    for docname, known in sorted(agreements.items()):
        if docname in pages or docname in none:
            continue
        name = _file(docname, files)
        files.add(name)
        documents.append((docname, name, escape(known.title), "", "legalagreement", False))
    app.config.latex_documents = documents


def _file(docname: str, taken: set[str]) -> str:
    """The name of a page's file, in which TeX reads nothing otherwise; of pages that would have one, each its own."""
    short, full = (_UNSAFE.sub("-", name) for name in (docname.removeprefix("agreements/"), docname))
    names = chain((short, full), (f"{full}-{number}" for number in count(2)))
    return next(f"{name}.tex" for name in names if f"{name}.tex" not in taken)


_UNSAFE = re.compile(r"""[/%~\\^{}$&"'`]""")


def _names_own(config: Config) -> bool:
    """Whether conf.py names PDFs of its own; Sphinx would otherwise make one of the whole site."""
    return says(config, "latex_documents")


def write_sheets(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: what each PDF says of itself as XMP, and which PDFs are of which pages; takes old ones away."""
    if output_of(app.builder).way != PDF.way or exception is not None:
        return
    out, sheets = Path(app.outdir), app.builder.whereas_sheets  # type: ignore[attr-defined]
    for sheet in sheets.values():
        _write(out / metadata_of(sheet), render_xmp(sheet))
    written = {
        sheet.docname: {
            "file": f"{name}.pdf",
            "title": sheet.agreement.title,
            "status": sheet.agreement.status,
            "fingerprint": sheet.fingerprint,
        }
        for name, sheet in sorted(sheets.items())
    }
    _write(out / SHEETS, json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    today = {Path(entry[1]).stem for entry in app.config.latex_documents}
    for tex in out.glob("*.tex"):
        if tex.stem not in today and tex.read_text(encoding="utf-8", errors="replace").startswith(_OURS):
            tex.unlink()  # it would be set as if it were one of today's
    for metadata in set(out.glob("*.xmp")) - {out / metadata_of(sheet) for sheet in sheets.values()}:
        metadata.unlink()  # it names parties


_OURS = "%% Generated by Sphinx."


def _write(path: Path, text: str) -> None:
    """Write a file only if it says something new: what has not changed is not set again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_whole(path, text)


def setup_documents(app: Sphinx) -> None:
    """Connect to the events of a build."""
    app.connect("config-inited", settle_latex)
    app.connect("builder-inited", take_files)
    app.connect("env-updated", add_latex_documents)
    app.connect("build-finished", write_sheets)
