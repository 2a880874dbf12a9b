"""The words that a foreign node prints on paper, and what makes all outputs print the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.samples import count
from whereas.render.words import FORMULA
from whereas.site.nodes import provisions

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: What prints no words of its own: pictures, marks, what only a browser reads.
_MUTE = nodes.image | nodes.Invisible | nodes.raw | nodes.footnote | nodes.system_message | addnodes.index
_COUNTERS = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


def printed_words(node: nodes.Node, marked: bool = False) -> str:
    """The words of a node as they are printed in its place, numbers of lists and titles of boxes with them.

    Footnotes are not (see `printed_notes`). With `marked`, the marks of `render.words` stand around formulas.
    """
    match node:
        case nodes.Text():
            return node.astext()
        case nodes.math() | nodes.math_block() if marked:
            return node.astext().join(FORMULA)
        case nodes.attribution():
            return f"—{_joined(node, marked)}"
        case nodes.enumerated_list():
            return "\n".join(map(" ".join, zip(_numbers(node), _parts(node, marked), strict=True)))
        case nodes.Element() if not isinstance(node, _MUTE):
            title = admonitionlabels.get(node.tagname) if isinstance(node, nodes.Admonition) else None
            return "\n".join(map(str, filter(None, (title, _joined(node, marked)))))
    return ""


def printed_notes(doctree: nodes.document) -> list[tuple[str, str]]:
    """The footnotes that an agreement refers to, in order: the number and the words of each."""
    called = {
        call["refid"]
        for holder in doctree.findall(provisions)
        for call in holder.findall(nodes.footnote_reference)
        if "refid" in call
    }
    notes = (note for note in doctree.findall(nodes.footnote) if called.intersection(note["ids"]))
    return [(note.children[0].astext(), "\n".join(_parts(note, True)[1:])) for note in notes]


def count_pictures(doctree: nodes.document) -> int:
    """How many pictures stand in an agreement."""
    return sum(1 for holder in doctree.findall(provisions) for _ in holder.findall(nodes.image))


def _parts(node: nodes.Element, marked: bool) -> list[str]:
    return [printed_words(child, marked) for child in node.children]


def _joined(node: nodes.Element, marked: bool) -> str:
    return node.child_text_separator.join(_parts(node, marked))


def _numbers(node: nodes.enumerated_list) -> list[str]:
    """What stands before the items of a list: (a), (b)."""
    counter, start = _COUNTERS.get(node.get("enumtype", ""), "1"), int(node.get("start", 1))
    before, after = node.get("prefix", ""), node.get("suffix", ".")
    return [f"{before}{count(start + index, counter)}{after}" for index in range(len(node.children))]


class PrintTheSame(SphinxPostTransform):
    """On paper, abbreviations are not spelt out, as on no page; formulas, which nothing can read off, are marked."""

    default_priority = 650  # after Sphinx has put footnotes where they are called
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Change what stands in agreements."""
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
