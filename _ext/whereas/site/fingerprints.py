"""The fingerprint of each agreement, for its cover on the site and in the PDF: the same in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.copy import Copy
from whereas.render.lines import render_words
from whereas.render.printed import printed_notes, printed_words
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


def copy_of(doctree: nodes.document) -> Copy:
    """What of a resolved page can be read without the project, worked out once."""
    if "whereas_copy" in doctree:
        return doctree["whereas_copy"]  # type: ignore[no-any-return]
    holders = _holders(doctree)
    foreign = {
        index: printed_words(node.children[position], marked=True)
        for node in holders
        for index, position in node["places"].items()
    }
    notes = printed_notes((*holders, *doctree.findall(nodes.title)), doctree.findall(nodes.footnote))
    copy = Copy(doctree["whereas_agreement"], doctree["whereas_style"], tuple(sorted(foreign.items())), tuple(notes))
    doctree["whereas_copy"] = copy
    return copy


def said_of(doctree: nodes.document) -> dict[str, Any]:
    """Fingerprint and lines of a resolved page, worked out once."""
    if "whereas_said" not in doctree:
        copy = copy_of(doctree)
        said = render_words(copy.agreement, copy.style, copy.words, copy.notes)
        if pictures := sum(1 for holder in _holders(doctree) for _ in holder.findall(nodes.image)):
            said["pictures"] = pictures
        doctree["whereas_said"] = said
    return doctree["whereas_said"]  # type: ignore[no-any-return]


def _holders(doctree: nodes.document) -> list[provisions]:
    """The texts of sections that hold foreign nodes."""
    return [node for node in doctree.findall(provisions) if node.children]


def setup_fingerprints(app: Sphinx) -> None:
    """Register what takes them."""
    app.add_post_transform(TakeFingerprints)
