"""The outline builder, and the PDFs: one for each agreement and each deal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.fileutil import copy_asset

from whereas.render.tex import escape
from whereas.site.domain import domain_of
from whereas.site.downloads import outline_json

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_HERE = Path(__file__).parent
_LATEX = _HERE / "latex"


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


# ---- PDFs -----------------------------------------------------------------------------------------------------------


def settle_latex(app: Sphinx, config: Config) -> None:
    """`config-inited`: what contracts need of LaTeX, unless conf.py says otherwise; the theme does the rest."""
    said = config._raw_config
    if "latex_engine" not in said and config.latex_engine == "pdflatex":
        config.latex_engine = "xelatex"
    if "latex_use_xindy" not in said:
        config.latex_use_xindy = False  # a large program, for an index that agreements have not
    if config.latex_engine in ("xelatex", "lualatex"):
        language = config.language.replace("_", "-")
        ours = {
            "cmappkg": "",  # for pdflatex only
            "fontpkg": r"\usepackage{legalfonts}",
            "passoptionstopackages": rf"\PassOptionsToPackage{{pdflang={language}}}{{hyperref}}",
        }
        config.latex_elements = ours | config.latex_elements
    config.latex_theme_path = [*config.latex_theme_path, str(_LATEX)]
    files = [str(path) for path in sorted(_LATEX.iterdir()) if path.suffix in (".cls", ".sty")]
    config.latex_additional_files = [*config.latex_additional_files, *files]


def add_latex_documents(app: Sphinx, env: Any) -> None:
    """`env-updated`: one PDF for each agreement and deal, after those that conf.py names."""
    agreements = domain_of(env).agreements
    if not agreements:
        return
    documents = list(app.config.latex_documents) if _names_own(app.config) else []
    pages, files = {entry[0] for entry in documents}, {entry[1] for entry in documents}
    for docname, known in sorted(agreements.items()):
        if docname in pages:
            continue
        short, full = (name.replace("/", "-") + ".tex" for name in (docname.removeprefix("agreements/"), docname))
        name = full if short in files else short
        files.add(name)
        documents.append((docname, name, escape(known.title), "", "legalagreement", False))
    app.config.latex_documents = documents


def _names_own(config: Config) -> bool:
    """Whether conf.py names PDFs of its own; Sphinx would otherwise make one of the whole site."""
    return "latex_documents" in config._raw_config


def setup_builders(app: Sphinx) -> None:
    """Register the outline builder and what makes PDFs."""
    app.add_builder(OutlineBuilder)
    app.connect("config-inited", settle_latex)
    app.connect("env-updated", add_latex_documents)
