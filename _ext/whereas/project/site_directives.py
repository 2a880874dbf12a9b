"""Directives that only a site has, while a text is read without one: what they hold is kept, and bears their name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.domains.changeset import versionlabels
from sphinx.domains.std import StandardDomain

from whereas.assembly.stand_ins import site_only

#: Those of Sphinx that docutils does not know; its domains have the others.
_OF_SPHINX = """acks centered codeauthor default-domain default-role describe deprecated highlight hlist index
literalinclude moduleauthor object only sectionauthor seealso tabularcolumns toctree"""
NAMES = frozenset((*_OF_SPHINX.split(), *versionlabels, *StandardDomain.directives))


class _AnyOption(dict[str, Callable[[str], Any]]):
    """Options of whatever name, as they are written."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return directives.unchanged


class SiteDirective(Directive):
    """Stands for any of them."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = _AnyOption()

    def run(self) -> list[nodes.Node]:
        """Give a node of the directive's name, with the words that it prints."""
        node = site_only("", reftype=self.name)
        if self.name in versionlabels:
            version, _, more = " ".join(self.arguments).partition(" ")
            label = str(versionlabels[self.name] % version)
            words = f"{label}: {more}" if more else f"{label}:" if self.content else f"{label}."
            node += nodes.paragraph(words, words)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]
