"""What is ours alone taken out: of pages for readers outside as soon as they are read, and of every PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.outside import blocks_for_outside
from whereas.site.audience import OURS, is_internal
from whereas.site.nodes import provisions

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def _is_hidden(node: nodes.Node) -> bool:
    return isinstance(node, nodes.comment) or (isinstance(node, nodes.Element) and OURS in node["classes"])


def _hide(document: nodes.document) -> None:
    """Take out what is marked, and comments; a list or table that has nothing left goes with it."""
    for node in list(document.findall(_is_hidden)):
        parent = node.parent
        if parent is None:
            continue
        parent.remove(node)
        while not parent.children and isinstance(parent, nodes.field_list | nodes.bullet_list | nodes.paragraph):
            parent, empty = parent.parent, parent
            parent.remove(empty)


class HideFromOutside(SphinxTransform):
    """While a page is read for readers outside: takes out of it what is ours alone."""

    default_priority = 1  # before anything collects what the page says

    def apply(self, **kwargs: Any) -> None:
        """Nodes, comments, and what the agreement's data tells."""
        if is_internal(self.config):
            return
        _hide(self.document)
        for raw in list(self.document.findall(nodes.raw)):
            text = _COMMENT.sub("", raw.astext())
            raw.parent.replace(raw, [nodes.raw(text, text, **raw.attributes)] if text.strip() else [])
        if "whereas_agreement" in self.document:  # made of the agreement as outsiders may see it
            return
        for node in self.document.findall(provisions):
            node["blocks"] = blocks_for_outside(node.blocks)


class HideFromPaper(SphinxPostTransform):
    """No PDF has what is ours alone, whoever the site is for."""

    default_priority = 1
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Take it out."""
        _hide(self.document)


class HideData(SphinxPostTransform):
    """The builders that write all that a document holds, for those who mend it, write for others what it shows."""

    default_priority = 900
    formats = ("xml", "pseudoxml")

    def run(self, **kwargs: Any) -> None:
        """Take away the agreement's data, and the path of the file."""
        if not is_internal(self.config):
            self.document["source"] = self.env.current_document.docname
            for name in ("whereas_agreement", "whereas_style"):
                self.document.attributes.pop(name, None)


def setup_hiding(app: Sphinx) -> None:
    """Register all of these."""
    app.add_transform(HideFromOutside)
    app.add_post_transform(HideFromPaper)
    app.add_post_transform(HideData)
