"""What a list can be filtered by: a field for words, and for each facet of its entries one to choose from.

It stands in the page from the start, so that nothing moves when the script comes that makes it work; where there are no
scripts, it is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords
from whereas.site.beside import FACET
from whereas.site.catalogue.pieces import lines_of_table, marked
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

#: A list of fewer is seen at a glance.
_FEWEST = 7


class PutFilters(SphinxPostTransform):
    """Puts a filter before each list that is long enough for one, on the pages of a site."""

    default_priority = 7  # when the lists are filled

    def run(self, **kwargs: Any) -> None:
        """Look at each list of the page."""
        if output_of(builder_of(self.env)).site:
            words = site_words(self.config.language)
            for node in list(self.document.findall(_is_filtered)):
                count = _count(node)
                if count >= _FEWEST:
                    at = node.parent.index(node)
                    node.parent.insert(at, nodes.raw("", _form(node, count, words), format="html"))


def _is_filtered(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and "wh-filtered" in node["classes"]


def _count(node: Any) -> int:
    """How many items a list has, or a table rows."""
    bodies = node.findall(nodes.tbody) if isinstance(node, nodes.table) else (node,)
    entries = [entry for body in bodies for entry in body.children]
    return sum(len(entry["cells"]) if isinstance(entry, lines_of_table) else 1 for entry in entries)


def _facets(node: nodes.Node) -> Iterator[tuple[str, str]]:
    """What they can be filtered by."""
    for each in node.findall(lambda node: isinstance(node, marked | lines_of_table)):
        if isinstance(each, lines_of_table):
            yield from each.facets()
        elif isinstance(each, marked) and (name := each["attributes"].get(FACET)):
            yield name, each.astext()


def _form(node: nodes.Node, entries: int, words: SiteWords) -> str:
    facets: dict[str, set[str]] = {}
    for name, said in _facets(node):
        facets.setdefault(name, set()).add(said)

    def say(said: str) -> str:
        return escape(words.scripts.get(said, said))

    count = say("{shown} of {all}").replace("{shown}", str(entries)).replace("{all}", str(entries))
    fields = "".join(
        f'<label>{escape(name)}<select data-by="{escape(name)}"><option value="">{say("All")}</option>'
        + "".join(f"<option>{escape(each)}</option>" for each in sorted(said))
        + "</select></label>"
        for name, said in facets.items()
    )
    return (
        f'<div class="wh-filter" role="group" aria-label="{say("Filter")}">'
        f'<label>{say("Words")}<input type="search"></label>{fields}<p role="status">{count}</p></div>'
    )
