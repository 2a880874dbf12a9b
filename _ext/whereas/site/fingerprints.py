"""The fingerprint of each agreement, for its cover on the site and in the PDF: the same in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.runs import Foreign
from whereas.agreement.walk import Words
from whereas.render.printed import printed_notes, printed_words
from whereas.render.words import render_words
from whereas.site.nodes import cover, provisions
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TakeFingerprints(SphinxPostTransform):
    """Takes the fingerprint when all that stands in the text is known, citations of other agreements too."""

    default_priority = 150  # when references have their words, before builders move what they print elsewhere

    def run(self, **kwargs: Any) -> None:
        """Tell it to the cover, which prints it."""
        if "whereas_agreement" not in self.document or output_of(builder_of(self.env)).way == "nodes":
            return
        said = said_of(self.document)
        for node in self.document.findall(cover):
            node["fingerprint"] = said["fingerprint"]


def said_of(doctree: nodes.document) -> dict[str, Any]:
    """Fingerprint and lines of a resolved page, worked out once."""
    if "whereas_said" not in doctree:
        agreement, style = doctree["whereas_agreement"], doctree["whereas_style"]
        holders = list(doctree.findall(provisions))
        notes = printed_notes(holders, doctree.findall(nodes.footnote))
        said = render_words(agreement, style, foreign_words(doctree, marked=True), notes)
        if pictures := sum(1 for holder in holders for _ in holder.findall(nodes.image)):
            said["pictures"] = pictures
        doctree["whereas_said"] = said
    return doctree["whereas_said"]  # type: ignore[no-any-return]


def foreign_words(doctree: nodes.document, marked: bool = False) -> Words:
    """The printed words of foreign nodes on a resolved page, each by its mark, and (`marked`) what kind they are."""
    marks = {
        index: node.children[position]
        for node in doctree.findall(provisions)
        for index, position in node["places"].items()
    }

    def words(mark: Foreign) -> str:
        return printed_words(marks[mark.index], marked) if mark.index in marks else mark.text

    return words


def setup_fingerprints(app: Sphinx) -> None:
    """Register what takes them."""
    app.add_post_transform(TakeFingerprints)
