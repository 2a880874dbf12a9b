"""The words that a foreign node prints on paper: those of its page, with numbers of lists and titles of boxes."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from whereas.agreement.samples import count
from whereas.render.lines import FORMULA

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
            return "\n".join(map(" ".join, zip(numbers_of(node), _parts(node, marked), strict=True)))
        case nodes.Element() if not isinstance(node, _MUTE):
            title = admonitionlabels.get(node.tagname) if isinstance(node, nodes.Admonition) else None
            return "\n".join(map(str, filter(None, (title, _joined(node, marked)))))
    return ""


def printed_notes(foreign: Iterable[nodes.Node], footnotes: Iterable[nodes.footnote]) -> list[tuple[str, str]]:
    """Those of some footnotes that foreign nodes refer to, in order: the number and the words of each."""
    called = {call["refid"] for node in foreign for call in node.findall(nodes.footnote_reference) if "refid" in call}
    notes = [(note.children[0].astext(), note) for note in footnotes if called.intersection(note["ids"])]
    notes.sort(key=lambda note: (len(note[0]), note[0]))
    return [(number, "\n".join(_parts(note, True)[1:])) for number, note in notes]


def _parts(node: nodes.Element, marked: bool) -> list[str]:
    return [printed_words(child, marked) for child in node.children]


def _joined(node: nodes.Element, marked: bool) -> str:
    return node.child_text_separator.join(_parts(node, marked))


def numbers_of(node: nodes.enumerated_list) -> list[str]:
    """What stands before the items of a list: (a), (b)."""
    counter, start = _COUNTERS.get(node.get("enumtype", ""), "1"), int(node.get("start", 1))
    before, after = node.get("prefix", ""), node.get("suffix", ".")
    return [f"{before}{count(start + index, counter)}{after}" for index in range(len(node.children))]
