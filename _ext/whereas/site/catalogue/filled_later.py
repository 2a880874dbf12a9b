"""Places in a page for what other pages say, filled once all are read: where used, deals, lists of all of a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords
from whereas.site.beside import To
from whereas.site.catalogue.knowledge import Knowledge, PageLink
from whereas.site.catalogue.pieces import Said, as_list, lines_of_table, link
from whereas.site.domain import domain_of
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.builders import Builder


class filled_later(nodes.General, nodes.Element):
    """Stands for what others say; `filler` names who knows it, and `about` what it is asked."""


@dataclass(frozen=True)
class Asked:
    """What a filler is given: what it is asked about, what is known, and how to link from the page that asks."""

    about: Any
    knowledge: Knowledge
    builder: Builder
    docname: str
    internal: bool

    @property
    def words(self) -> SiteWords:
        """The words of the project's language, in which pages speak of others."""
        return site_words(self.builder.config.language)

    def link(self, page: PageLink, anchor: str = "", words: Said = "") -> nodes.Node:
        """A link to a page, by its title or in other words."""
        return link(self.builder, self.docname, page.docname, anchor, words or page.title)


def to_page(page: PageLink) -> To:
    """What leads to a page, by its title, as data."""
    return To(page.title, page.docname)


Filler = Callable[[Asked], list[nodes.Node]]


def fill_places(fillers: dict[str, Filler]) -> type[SphinxPostTransform]:
    """The transform that fills such places, by those who know."""

    class FillPlaces(SphinxPostTransform):
        """Puts what others say in its place."""

        default_priority = 6  # before our other nodes are rendered for builders that do not know them

        def run(self, **kwargs: Any) -> None:
            """Replace each place of the page by what is to say there."""
            from whereas.site.audience import shows_ours

            docname = self.env.current_document.docname
            builder, domain = builder_of(self.env), domain_of(self.env)
            for node in list(self.document.findall(filled_later)):
                asked = Asked(node["about"], domain.knowledge, builder, docname, shows_ours(builder))
                said, output = fillers[node["filler"]](asked), output_of(builder)
                if not output.screen:
                    for lines in [each for one in said for each in one.findall(lines_of_table)]:
                        lines.parent.replace(lines, lines.rows(builder, docname))
                node.parent.replace(node, said if output.tables else list(map(as_list, said)))

    return FillPlaces
