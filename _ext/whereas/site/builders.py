"""What writes a file for each agreement: as data, an outline for machines, and a copy to keep."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.fileutil import copy_asset

from whereas.agreement.json import dump_copy
from whereas.site.audience import is_internal, shows_ours
from whereas.site.domain import domain_of
from whereas.site.fingerprints import copy_of
from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import DATA, Output
from whereas.site.reading.downloads import outline_json
from whereas.sphinx_seam.environment import app_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HERE = Path(__file__).parent


class AgreementBuilder(Builder, ABC):
    """Writes each agreement as one file, which lies where its page does."""

    output: ClassVar[Output]
    allow_parallel = True
    out_suffix = ""
    schema = ""  # the file that says what the others look like, if there is one

    @abstractmethod
    def content(self, docname: str, doctree: nodes.document) -> str | bytes:
        """What is written of an agreement's resolved page."""

    def is_written(self, docname: str) -> bool:
        """Whether a page has a file."""
        return docname in domain_of(self.env).agreements

    def made_of(self, docname: str) -> tuple[Hashable, ...]:
        """What a page's file is made of beside the page and the settings: it is written again when that changes."""
        return ()

    def get_outdated_docs(self) -> Iterator[str]:
        """None that are not written anyhow, since what they are made of has changed."""
        return iter(())

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The file of a page."""
        return docname + self.out_suffix

    def finish(self) -> None:
        """Put the schema there, and take away files of pages that are gone."""
        if self.schema:
            copy_asset(_HERE / self.schema, self.outdir, force=True)  # that of an older Whereas may lie there
        known = {self.file_of(docname) for docname in domain_of(self.env).agreements if self.is_written(docname)}
        for path in Path(self.outdir).rglob(f"*{self.out_suffix}"):
            if path not in known and path.name != self.schema:
                path.unlink()

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write one file; pages without an agreement have none."""
        if "whereas_agreement" in doctree and self.is_written(docname):
            write_whole(self.file_of(docname), self.content(docname, doctree))

    def file_of(self, docname: str) -> Path:
        """The file of a page."""
        return Path(self.outdir) / (docname + self.out_suffix)


class DataBuilder(AgreementBuilder):
    """Writes each agreement as one file of data."""

    output: ClassVar[Output] = DATA
    format = "json"
    out_suffix = ".json"

    @abstractmethod
    def text(self, docname: str, doctree: nodes.document) -> str:
        """What is written of an agreement's resolved page."""

    def content(self, docname: str, doctree: nodes.document) -> str:
        """The text."""
        return self.text(docname, doctree)


class OutlineBuilder(DataBuilder):
    """Numbers, words, references, terms, values and departures, with a schema: `-b outline`."""

    name = "outline"
    epilog = "The outlines are in %(outdir)s."
    schema = "outline.schema.json"

    def text(self, docname: str, doctree: nodes.document) -> str:
        """The outline."""
        return outline_json(doctree, app_of(self.env))


class CopyBuilder(DataBuilder):
    """The whole agreement, to be kept with what was signed: `-b copies`; `whereas.load` reads it."""

    name = "copies"
    epilog = "The copies are in %(outdir)s."

    def text(self, docname: str, doctree: nodes.document) -> str:
        """The copy; what is wrong with the agreement goes with it, for us alone."""
        copy = copy_of(doctree)
        if shows_ours(self):
            copy = replace(copy, findings=tuple(domain_of(self.env).findings.get(docname, ())))
        return f"{dump_copy(copy, places=is_internal(self.config))}\n"


def setup_builders(app: Sphinx) -> None:
    """Register the builders of data."""
    app.add_builder(OutlineBuilder)
    app.add_builder(CopyBuilder)
