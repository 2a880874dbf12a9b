"""The Markdown of contract text: MyST's, and what we add to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from whereas.assembly.forms import BEARERS
from whereas.assembly.leftovers import leftovers_plugin
from whereas.assembly.placeholders import leftover


def contract_parser(config: MdParserConfig, on_a_page: bool) -> MarkdownIt:
    """A parser for contract text, configured as MyST is; on a page of Sphinx, links may lead to other pages."""
    return create_md_parser(config, _on_pages() if on_a_page else ContractRenderer).use(leftovers_plugin)


class ContractRenderer(DocutilsRenderer):
    """Makes docutils nodes of Markdown, as MyST does, and ours of what we add."""

    def copy_attributes(
        self, token: SyntaxTreeNode, node: nodes.Element, keys: Sequence[str] = ("class",), **options: Any
    ) -> None:
        """Copy what MyST knows of, and give the others, which are ours to read, to the node as they are."""
        super().copy_attributes(token, node, keys, **options)
        if isinstance(node, BEARERS):
            _keep(token, node)

    def render_directive(self, token: SyntaxTreeNode, name: str, arguments: str, **options: Any) -> None:
        """Run a directive, and give what stands before it to what comes of it."""
        before = len(self.current_node)
        super().render_directive(token, name, arguments, **options)
        for node in self.current_node[before:]:
            _keep(token, node)

    def render_leftover(self, token: SyntaxTreeNode) -> None:
        """Keep markup that is left apart from the words."""
        node = leftover(token.content, token.content)
        node.found = token.meta["leftover"]
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)


def _keep(token: SyntaxTreeNode, node: nodes.Node) -> None:
    """Keep the attributes of a token that an author wrote: the start of a list that is counted is a number."""
    attributes = {name: value for name, value in token.attrs.items() if isinstance(value, str)}
    if attributes and isinstance(node, nodes.Element):
        node["written"] = attributes


@cache
def _on_pages() -> type[DocutilsRenderer]:
    from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer  # knows environments and builders

    class PageRenderer(ContractRenderer, SphinxRenderer):
        """The same on a page of Sphinx."""

    return PageRenderer
