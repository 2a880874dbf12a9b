"""What makes a PDF print the same words as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.site.nodes import provisions
from whereas.site.outputs import PDF, output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class PrintTheSame(SphinxPostTransform):
    """On paper, abbreviations are not spelt out, as on no page; formulas, which nothing can read off, are marked."""

    default_priority = 650  # after Sphinx has put footnotes where they are called

    def run(self, **kwargs: Any) -> None:
        """Change what stands in agreements."""
        if output_of(builder_of(self.env)).way != PDF.way:
            return
        for holder in self.document.findall(provisions):
            for node in list(holder.findall(nodes.Element)):
                match node:
                    case nodes.abbreviation():
                        node.attributes.pop("explanation", None)
                    case nodes.attribution():
                        words = nodes.paragraph("", "—", *node.children)
                        node.parent.replace(node, [_raw(r"\begin{flushright}"), words, _raw(r"\end{flushright}")])
                    case nodes.math() | nodes.math_block():
                        node.parent.replace(node, [_raw(r"\LegalFormulaBegin{}"), node, _raw(r"\LegalFormulaEnd{}")])


def _raw(tex: str) -> nodes.raw:
    return nodes.raw("", tex, format="latex")


def setup_printing(app: Sphinx) -> None:
    """Register what makes outputs alike."""
    app.add_post_transform(PrintTheSame)
