"""How Sphinx writes an agreement as LaTeX: cover, headings and provisions in the macros of `legalagreement.sty`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from docutils import nodes
from sphinx.builders.latex.nodes import footnotemark, footnotetext

from whereas.agreement.model import Signatures
from whereas.agreement.runs import Foreign
from whereas.library.finding import Place
from whereas.paper.sheet import Sheet
from whereas.pdf.sheet import body_head, preamble
from whereas.render.docutils import DocutilsRenderer
from whereas.render.latex import LatexRenderer, source_mark
from whereas.render.tex import escape
from whereas.site.audience import is_internal
from whereas.site.nodes import cover, cover_lines, heading, provisions, write_pieces

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.latex import LaTeXTranslator


def _anchor(self: LaTeXTranslator, anchor: str) -> str:
    return str(self.idescape(f"{self.curfilestack[-1]}:{anchor}"))


def _mark(self: LaTeXTranslator, place: Place) -> str:
    """Which source comes next, for what TeX may have to say; nothing in what is built for readers outside."""
    return source_mark(place) if is_internal(self.config) else ""


def _plain(self: LaTeXTranslator) -> bool:
    """Whether this PDF is none of ours, such as one of the whole site: its theme knows only Sphinx's own LaTeX."""
    return self.theme.wrapperclass != "legalagreement"


def _write_plain(self: LaTeXTranslator, children: Sequence[nodes.Node]) -> NoReturn:
    parent = nodes.inline("", "", *children)  # Sphinx asks a node's parent for its neighbours
    for paragraph in parent.findall(nodes.paragraph):
        if paragraph["ids"]:  # Sphinx's LaTeX gives paragraphs no anchors
            paragraph.insert(0, nodes.target("", "", ids=paragraph["ids"]))
    for child in parent.children:
        child.walkabout(self)
    raise nodes.SkipNode


def visit_provisions(self: LaTeXTranslator, node: provisions) -> None:
    """Render the data straight to LaTeX."""
    if _plain(self):
        _write_plain(self, DocutilsRenderer(node.foreign_nodes).blocks(node.blocks))
    renderer = LatexRenderer(lambda anchor: _anchor(self, anchor), lambda place: _mark(self, place))
    # a footnote stands where it is called, and leaves nothing here
    blocks = tuple(each for each in node.blocks if not isinstance(each, Foreign) or node.foreign(each).children)
    write_pieces(self, node, renderer.section(blocks, tail=_signatures_follow(node)))
    raise nodes.SkipNode


def _signatures_follow(node: provisions) -> bool:
    """Whether the next section is the one to sign, which must not stand on a page of its own."""
    after = node.parent.next_node(nodes.section, descend=False, siblings=True)
    if after is None or not isinstance(node.parent, nodes.section):
        return False
    return any(isinstance(child, provisions) and isinstance(child.blocks[-1], Signatures) for child in after.children)


_HEADINGS = {
    "clause": "LegalHeading",
    "schedule": "LegalSchedule",
    "annex": "LegalSchedule",
    "appendix": "LegalSchedule",
    "part": "LegalPart",
    "parties": "LegalFront",
    "recitals": "LegalFront",
    "unnumbered": "LegalUnnumbered",
}


def visit_heading(self: LaTeXTranslator, node: heading) -> None:
    """A heading with its number as text."""
    if _plain(self):
        self.visit_title(node)
        return
    notes = list(node.findall(nodes.footnote))
    words = "".join(_heading_words(child) for child in node.unnumbered())
    arguments = [escape(node["marker"]), words, _anchor(self, node["anchor"])]
    command = _HEADINGS[node["kind"]]
    if command in ("LegalFront", "LegalUnnumbered"):
        del arguments[0]
        if _after_schedule(node):
            command = "LegalSheet"
    elif command == "LegalHeading" and node["level"] > 1:
        command, arguments = "LegalSubheading", [str(node["level"]), *arguments]
    self.body.append(_mark(self, node["place"]))
    self.body.append("\\" + command + "".join(f"{{{argument}}}" for argument in arguments) + "\n")
    for note in notes:
        footnotetext("", *note.children).walkabout(self)
    raise nodes.SkipNode


def _heading_words(node: nodes.Node) -> str:
    """What is printed of a piece of a heading; of a footnote the mark, which bookmarks do not have."""
    if isinstance(node, nodes.footnote | footnotemark):
        label = node.astext() if isinstance(node, footnotemark) else node.children[0].astext()
        return rf"\texorpdfstring{{\LegalArtifact{{\sphinxfootnotemark[{label}]}}}}{{}}"
    return escape(node.astext())


def _after_schedule(node: heading) -> bool:
    """Whether a section follows a schedule, and is no part of that."""
    section: Any = node.parent
    before = section.parent.children[: section.parent.index(section)]
    return any("wh-schedule" in each.get("classes", ()) for each in before if isinstance(each, nodes.section))


def depart_heading(self: LaTeXTranslator, node: heading) -> None:
    """End a heading in a PDF that is none of ours."""
    self.depart_title(node)


def visit_cover(self: LaTeXTranslator, node: cover) -> None:
    """Cover and contents; what all sheets print, and what the file says of itself, goes into the preamble."""
    if _plain(self):
        _write_plain(self, [*cover_lines(node), *node.children])
    builder: Any = self.builder
    docname = self.curfilestack[-1]
    name = next(Path(entry[1]).stem for entry in builder.document_data if entry[0] == docname)
    sheet = Sheet.of(node, self.document["whereas_agreement"], builder, docname, name)
    builder.whereas_sheets[sheet.name] = sheet
    self.elements["papersize"] = f"{sheet.paper}paper"
    self.elements["date"] = ""  # the day it is built is no fact of the agreement
    self.elements["preamble"] = f"{preamble(sheet)}\n{self.elements['preamble']}"
    self.body.append(body_head(sheet, lambda anchor: _anchor(self, anchor)))
    for child in node.children:
        child.walkabout(self)
    raise nodes.SkipNode


def setup_writing(app: Sphinx) -> None:
    """Register how our nodes are written as LaTeX."""
    app.add_node(provisions, override=True, latex=(visit_provisions, None))
    app.add_node(cover, override=True, latex=(visit_cover, None))
    app.add_node(heading, override=True, latex=(visit_heading, depart_heading))
