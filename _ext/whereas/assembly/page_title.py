"""The title of a page: its only heading of the first level, and the first of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docutils import nodes

from whereas.agreement.rules import MISPLACED
from whereas.assembly.forms import section_kind
from whereas.library.finding import Finding, Place

PlaceOf = Callable[[nodes.Node], Place]


def check_title(text: str, top: nodes.section, place_of: PlaceOf) -> Iterator[Finding]:
    """A page without a title takes its first heading for it, which then has no number."""
    if text.split("\n")[(top.line or 1) - 1].startswith("##"):
        message = "this heading is taken for the title of the page, which has none"
        yield MISPLACED.at(place_of(top), message, "write the title above it, as `# Title`")


def check_beside_title(
    below: Iterable[nodes.Node], beside: Iterable[nodes.Node], place_of: PlaceOf
) -> Iterator[Finding]:
    """A heading like the title's is the equal of those below the title, and what is below it is a level deeper."""
    if not any(isinstance(node, nodes.section) for node in below):
        return
    for node in beside:
        if isinstance(node, nodes.section) and section_kind(node) == "clause" and any(_sections(node)):
            message = "this heading stands beside the title of the page, and what is below it is a level deeper"
            hint = "a page has one `#`, its title: write this heading with `##`, and those below it with `###`"
            yield MISPLACED.at(place_of(node), message, hint)


def _sections(node: nodes.section) -> Iterator[nodes.section]:
    return (child for child in node.children if isinstance(child, nodes.section))
