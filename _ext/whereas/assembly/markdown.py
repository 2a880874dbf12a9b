"""The Markdown of contract text: MyST's, and what we add to it."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from whereas.assembly.leftovers import leftovers_plugin
from whereas.assembly.placeholders import leftover


def contract_parser(config: MdParserConfig, on_a_page: bool) -> MarkdownIt:
    """A parser for contract text, configured as MyST is; on a page of Sphinx, links may lead to other pages."""
    return create_md_parser(config, _on_pages() if on_a_page else ContractRenderer).use(leftovers_plugin)


class ContractRenderer(DocutilsRenderer):
    """Makes docutils nodes of Markdown, as MyST does, and ours of what we add."""

    def render_leftover(self, token: SyntaxTreeNode) -> None:
        """Keep markup that is left apart from the words."""
        node = leftover(token.content, token.content)
        node.found = token.meta["leftover"]
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)


@cache
def _on_pages() -> type[DocutilsRenderer]:
    from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer  # knows environments and builders

    class PageRenderer(ContractRenderer, SphinxRenderer):
        """The same on a page of Sphinx."""

    return PageRenderer
