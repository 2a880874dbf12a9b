"""What is ours alone taken out: of pages for readers outside when they are read, of others when they are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.outside import blocks_for_outside
from whereas.assembly.comments import without_comments
from whereas.site.audience import OURS, is_internal, shows_ours
from whereas.site.nodes import provisions
from whereas.site.outputs import output_of
from whereas.site.reading.departures import departures
from whereas.site.reading.guidance import guidance
from whereas.site.reading.passports import passport
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def _is_hidden(node: nodes.Node) -> bool:
    return isinstance(node, nodes.comment) or (isinstance(node, nodes.Element) and OURS in node["classes"])


def _is_said_of_it(node: nodes.Node) -> bool:
    return isinstance(node, departures | guidance | passport)


def _footnotes_called(document: nodes.document) -> set[str]:
    return {call["refid"] for call in document.findall(nodes.footnote_reference) if "refid" in call}


def _hide(document: nodes.document, is_hidden: Callable[[nodes.Node], bool] = _is_hidden) -> None:
    """Take out what is marked, and comments; a list or table that has nothing left goes with it."""
    for node in list(document.findall(is_hidden)):
        parent = node.parent
        if parent is None:
            continue
        parent.remove(node)
        while not parent.children and isinstance(parent, nodes.field_list | nodes.bullet_list | nodes.paragraph):
            parent, empty = parent.parent, parent
            parent.remove(empty)


def _hide_comments(document: nodes.document) -> None:
    """Take HTML comments out of what is passed on to a browser, or to translators, as it is."""
    for raw in list(document.findall(nodes.raw)):
        text = _COMMENT.sub("", raw.astext())
        raw.parent.replace(raw, [nodes.raw(text, text, **raw.attributes)] if text.strip() else [])
    for node in document.findall(nodes.TextElement):
        if "<!--" in node.rawsource and not isinstance(node, nodes.FixedTextElement):  # not code, which readers see
            node.rawsource = without_comments(node.rawsource)


class HideFromOutside(SphinxTransform):
    """While a page is read for readers outside: takes out of it what is ours alone."""

    default_priority = 1  # before anything collects what the page says

    def apply(self, **kwargs: Any) -> None:
        """Nodes, comments, and what the agreement's data tells."""
        if is_internal(self.config):
            return
        _hide(self.document)
        _hide_comments(self.document)
        if "whereas_agreement" in self.document:  # made of the agreement as outsiders may see it
            return
        for node in self.document.findall(provisions):
            node["blocks"] = blocks_for_outside(node.blocks)


class HideFromOthers(SphinxPostTransform):
    """What a page that is ours has for us alone, no builder writes that is not known to make something for us."""

    default_priority = 1

    def run(self, **kwargs: Any) -> None:
        """Take it out; for readers outside that was done when the page was read.

        What is broken still says why: such a build fails, and nobody gives away what it has made.
        """
        if shows_ours(builder_of(self.env)) or not is_internal(self.config):
            return
        called = _footnotes_called(self.document)
        _hide(self.document, _is_said_of_it)
        _hide(self.document)
        _hide_comments(self.document)
        lost = called - _footnotes_called(self.document)
        for note in list(self.document.findall(nodes.footnote)):
            if lost.intersection(note["ids"]):
                note.parent.remove(note)


class HideData(SphinxPostTransform):
    """Builders that write all that a document holds, or whatever they find in it, find nothing of ours there."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        """Take away the agreement's data, when nothing needs it any more, and the path of the file."""
        builder = builder_of(self.env)
        output = output_of(builder)
        if shows_ours(builder) or output.screen or output.paper:
            return
        self.document["source"] = self.env.current_document.docname
        if output.way != "data":
            for name in ("whereas_agreement", "whereas_style", "whereas_short", "whereas_copy", "whereas_said"):
                self.document.attributes.pop(name, None)


def setup_hiding(app: Sphinx) -> None:
    """Register all of these."""
    app.add_transform(HideFromOutside)
    app.add_post_transform(HideFromOthers)
    app.add_post_transform(HideData)
