"""The fingerprint of each agreement, for its cover on the site and in the PDF: the same in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.runs import Foreign
from whereas.render.words import Words, render_words
from whereas.site.nodes import cover, provisions

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TakeFingerprints(SphinxPostTransform):
    """Takes the fingerprint when all that stands in the text is known, citations of other agreements too."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        """Tell it to the cover, which prints it."""
        if "whereas_agreement" not in self.document:
            return
        for node in self.document.findall(cover):
            node["fingerprint"] = fingerprint_of(self.document)


def fingerprint_of(doctree: nodes.document) -> str:
    """The fingerprint of a resolved page."""
    said = render_words(doctree["whereas_agreement"], doctree["whereas_style"], foreign_words(doctree))
    return str(said["fingerprint"])


def foreign_words(doctree: nodes.document) -> Words:
    """The words of foreign nodes on a resolved page, each by its mark."""
    marks = {
        index: node.children[position]
        for node in doctree.findall(provisions)
        for index, position in node["places"].items()
    }

    def words(mark: Foreign) -> str:
        return marks[mark.index].astext() if mark.index in marks else mark.text

    return words


def setup_fingerprints(app: Sphinx) -> None:
    """Register what takes them."""
    app.add_post_transform(TakeFingerprints)
