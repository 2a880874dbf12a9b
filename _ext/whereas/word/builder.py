"""The builder of Word files, `-b docx`: one for each agreement and deal, where its page is."""

from __future__ import annotations

import zlib
from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util import logging

from whereas.agreement.runs import Foreign
from whereas.paper.documents import refused
from whereas.paper.last_change import SourceDates
from whereas.paper.sheet import Sheet
from whereas.paper.verdict import UnreadableError
from whereas.site.audience import is_internal
from whereas.site.builders import AgreementBuilder
from whereas.site.nodes import cover, heading, provisions
from whereas.site.outputs import WORD, Output
from whereas.site.refusal import RefusedError
from whereas.site.settings import settings_of
from whereas.word.house import NO_HOUSE, House, read_house
from whereas.word.pictures import SHOWN, logo_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from whereas.word.foreign import Nodes

_LOGGER = logging.getLogger(__name__)


class WordBuilder(AgreementBuilder):
    """Writes each agreement as a Word file."""

    name = "docx"
    format = "docx"
    epilog = "The Word files are in %(outdir)s."
    output: ClassVar[Output] = WORD
    out_suffix = ".docx"
    whereas_house: House = NO_HOUSE
    whereas_logos: tuple[int, ...] = ()
    supported_image_types: ClassVar[list[str]] = [f"image/{kind}" for kind in dict.fromkeys(SHOWN.values())]

    def is_written(self, docname: str) -> bool:
        """Whether a page has a file: none that is final and cannot be, which somebody might sign."""
        return super().is_written(docname) and docname not in refused(self.env)

    def made_of(self, docname: str) -> tuple[Hashable, ...]:
        """Day and commit of its sources, and what the house has."""
        dates: SourceDates = self.whereas_dates  # type: ignore[attr-defined]
        commit = dates.commit(docname) if is_internal(self.config) else ""
        return dates.of(docname), commit, self.whereas_house.mark, self.whereas_logos

    def content(self, docname: str, doctree: nodes.document) -> bytes:
        """The file; what Word cannot work out in it is told."""
        from whereas.word.document import render_word  # a tenth of what a build of pages would have to import

        front = next(iter(doctree.findall(cover)))
        name = docname.removeprefix("agreements/")
        sheet = Sheet.of(front, doctree["whereas_agreement"], self, docname, name)
        nodes, logo = _nodes(doctree, Path(self.srcdir)), logo_of(sheet.identity, Path(self.confdir))
        written = render_word(sheet, doctree["whereas_style"], nodes, self.whereas_house, logo)
        if told := tuple(dict.fromkeys((*written.typed, *written.written))):
            _LOGGER.info("%s: Word counts all numbers but these, which are words: %s", name, ", ".join(told))
        return written.content


def _nodes(doctree: nodes.document, root: Path) -> Nodes:
    """What finds the nodes of a page."""
    from whereas.word.foreign import Nodes

    foreign = {
        index: list(holder.children[position].children)
        for holder in doctree.findall(provisions)
        for index, position in holder["places"].items()
    }
    headings = {each["anchor"]: each.unnumbered() for each in doctree.findall(heading)}
    footnotes = {id: each for each in doctree.findall(nodes.footnote) for id in each["ids"]}

    def picture(node: nodes.image) -> Path | None:
        path = root / node["uri"]
        return path if path.is_file() else None

    def kept(mark: Foreign) -> list[nodes.Node]:
        return foreign.get(mark.index, [nodes.Text(mark.text)])

    return Nodes(kept, lambda anchor: headings.get(anchor, []), footnotes.get, picture)


def take_house(app: Sphinx) -> None:
    """`builder-inited`: how the house wants its Word files; raises RefusedError where its file cannot be used."""
    if not isinstance(app.builder, WordBuilder):
        return
    root, settings = Path(app.confdir), settings_of(app)
    if name := settings.whereas_docx:
        try:
            app.builder.whereas_house = read_house(root / name)
        except UnreadableError as error:
            raise RefusedError(f"conf.py: `whereas_docx`: {name}: {error}") from None
    logos = []
    for each in settings.whereas_pdf.values():
        if path := logo_of(each, root):
            logos.append(zlib.crc32(path.read_bytes()))
        elif each.logo:
            _LOGGER.info("%s: Word shows no PDF; put a PNG or JPEG of that name beside it", each.logo)
    app.builder.whereas_logos = tuple(logos)


def setup_word(app: Sphinx) -> None:
    """Register the builder, and what it takes of the house."""
    app.add_builder(WordBuilder)
    app.connect("builder-inited", take_house, priority=410)
