"""The MyST that contract text is written in: a project's configuration, a page's changes to it, and what we need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig, TopmatterReadError, merge_file_level, read_topmatter

from whereas.assembly.attributes import attributes_plugin
from whereas.assembly.fence import Fence
from whereas.assembly.markdown import contract_parser

#: Label and class lines, attributes of words, `:::` around directives, and lists of definitions.
NEEDED = frozenset({"attrs_block", "attrs_inline", "colon_fence", "deflist"})
#: What cannot be disabled either, as markdown-it calls it.
NEEDED_RULES = frozenset({"fence", "colon_fence", "heading", "list", "myst_role", "front_matter"})


@dataclass(frozen=True)
class Syntax:
    """A configuration of MyST; those that say the same are equal."""

    key: str
    config: MdParserConfig = field(compare=False, repr=False)
    fence: Fence = field(repr=False)

    @classmethod
    def of(cls, config: MdParserConfig, fence: Fence) -> Syntax:
        """The syntax that a configuration describes, within a fence."""
        said = ((name, sorted(value) if isinstance(value, set) else value) for name, value, _ in config.as_triple())
        return cls(repr(list(said)), config, fence)

    def parser(self, on_a_page: bool = False) -> MarkdownIt:
        """A parser of contract text; on a page of Sphinx, links may lead to other pages."""
        return contract_parser(self.config, on_a_page, self.fence).use(attributes_plugin)


def syntax_of(
    config: MdParserConfig | None = None,
    text: str = "",
    warn: Callable[[str], None] = lambda message: None,
    fence: Fence | None = None,
) -> Syntax:
    """The syntax of a text: the project's (else MyST's default), with what its front matter says otherwise."""
    found = config or MdParserConfig()
    try:
        topmatter = read_topmatter(text)
    except TopmatterReadError:  # told where the page is parsed
        topmatter = None
    if topmatter and "myst" in topmatter:
        found = merge_file_level(found, topmatter, lambda _, message: warn(message))
    extensions = {*found.enable_extensions, *NEEDED}
    # what a page tells search engines is no contract text, and its front matter may come from anyone
    found = replace(found, enable_extensions=extensions, commonmark_only=False, gfm_only=False, html_meta={})
    return Syntax.of(found, fence or Fence.with_own())
