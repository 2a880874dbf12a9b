"""The Markdown of contract text: MyST's, and what we add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping, Sequence
from functools import cache
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.states import MarkupError
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, token_line
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser

from whereas.agreement.runs import Broken
from whereas.assembly.comments import comments_plugin, without_comments
from whereas.assembly.fence import CONTRACT_TEXT, Fence, refused
from whereas.assembly.forms import BEARERS
from whereas.assembly.indents import indents_plugin
from whereas.assembly.leftovers import leftovers_plugin
from whereas.assembly.markup_names import DIRECTIVES, ROLES
from whereas.assembly.stand_ins import blocks_node, leftover, run_node
from whereas.assembly.swallowed import (
    Flaw,
    code_flaws,
    comment_flaws,
    emphasis_flaws,
    fence_flaws,
    heading_flaws,
    html_flaws,
    is_break,
    is_html,
    list_flaws,
    marks_of,
    quote_flaws,
    reference_flaws,
)
from whereas.language.nearest import did_you_mean
from whereas.sphinx_seam.myst import make_settings_once


def contract_parser(config: MdParserConfig, on_a_page: bool, fence: Fence, hint: str = "") -> MarkdownIt:
    """A parser for contract text, configured as MyST is; on a page of Sphinx, links may lead to other pages.

    `fence` says what the text may use, `hint` is what to say of markup that is left, where it is not how such markup
    is written.
    """
    make_settings_once()
    parser = create_md_parser(config, _on_pages() if on_a_page else ContractRenderer)
    parser.use(comments_plugin).use(leftovers_plugin, hint).use(indents_plugin)
    parser.options["store_labels"] = True
    parser.options["fence"] = fence
    return parser


class ContractRenderer(DocutilsRenderer):
    """Makes docutils nodes of Markdown, as MyST does, and ours of what we add.

    What Markdown may have eaten goes to the document, as its `flaws`.
    """

    #: the line of the text at which a file is being included
    included_at = 0

    def report(self, flaws: Iterable[Flaw]) -> None:
        """Keep what is wrong with the text; of a file that it includes, at the line that does."""
        reported = (flaw._replace(line=self.included_at or flaw.line) for flaw in flaws)
        self.document.attributes.setdefault("flaws", []).extend(reported)

    def render(self, tokens: Sequence[Token], options: Any, md_env: MutableMapping[str, Any]) -> nodes.document:
        """Render a whole text."""
        self.labels: set[str] = set()  # of the addresses that links name
        document = super().render(tokens, options, md_env)
        self.report(reference_flaws(md_env.get("references", {}), self.labels))
        return document

    def copy_attributes(
        self, token: SyntaxTreeNode, node: nodes.Element, keys: Sequence[str] = ("class",), **options: Any
    ) -> None:
        """Copy what MyST knows of, and give the others, which are ours to read, to the node as they are."""
        super().copy_attributes(token, node, keys, **options)
        if isinstance(node, BEARERS):
            _keep(token, node)

    def render_directive(self, token: SyntaxTreeNode, name: str, arguments: str, **options: Any) -> None:
        """Run a directive, and give what stands before it to what comes of it."""
        before, arguments = len(self.current_node), without_comments(arguments)
        if name.lower() in ("include", "literalinclude") and not self.fence.refuses_directive(name):
            self.document.current_line = token_line(token)
            path = self.md.options["find_file"](arguments.strip())
            if path is None:
                self.current_node.append(blocks_node((Broken(f"[{arguments}]"),)))
                return
            if self.sphinx_env is None:  # which looks for it in the same way
                arguments = str(path)
            around, self.included_at = self.included_at, self.included_at or token_line(token)
            super().render_directive(token, name, arguments, **options)
            self._stand_here(self.current_node[before:])
            self.included_at = around
        else:
            super().render_directive(token, name, arguments, **options)
        for node in self.current_node[before:]:
            node.line = node.line or token_line(token)  # a picture has none
            _keep(token, node)

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *options: Any, **named: Any
    ) -> list[nodes.Element]:
        """Run a directive, one that a text may have; where there is none of that name, what stands in it is lost."""
        known, _ = directives.directive(name, self.language_module_rst, self.document)
        if self.fence.refuses_directive(name) and known:
            return [self._refused_block(position, *refused("directive", name))]
        if known and {"file", "url"} & _options(known, first_line, content, position, *options):
            message = "a table in contract text cannot be read from a file"
            return [self._refused_block(position, message, "write its rows here")]
        others = getattr(self.document.settings, "directive_of_others", None)
        if known is None and others is not None:  # it may be one that only a site has
            directives.register_directive(name, others)
        elif known is None:
            message = f"there is no directive {name!r}, so what stands in it is not printed"
            self.report([Flaw(position, message, did_you_mean(name, DIRECTIVES))])
            return [blocks_node((Broken(f"[{name}]"),))]
        return super().run_directive(name, first_line, content, position, *options, **named)

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """The same of a role."""
        name, line = token.meta["name"], token_line(token) if token.map else 0
        known, _ = roles.role(name, self.language_module_rst, line, self.reporter)
        if known and self.fence.refuses_role(name):
            self._refuse(line, *refused("role", name))
            self.current_node.append(run_node(Broken(f"[{token.content}]"), token.content))
            return
        if known is None and self.sphinx_env is not None:
            why = f"there is no role {name!r}, so its words are not printed; {did_you_mean(name, ROLES)}"
            self.current_node.append(run_node(Broken(f"[{token.content}]", why), token.content))
        else:
            super().render_myst_role(token)

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        """Refuse a text in the other language, in which all could be done."""
        if self.fence.refuses_directive("eval-rst"):
            self.current_node.append(self._refused_block(token_line(token), *refused("directive", "eval-rst")))
        else:
            super().render_restructuredtext(token)

    @property
    def fence(self) -> Fence:
        """What the text may use."""
        found: Fence = self.md.options["fence"]
        return found

    def _refuse(self, line: int, message: str, hint: str) -> None:
        self.report([Flaw(line, message, hint, CONTRACT_TEXT)])

    def _refused_block(self, line: int, message: str, hint: str) -> nodes.Element:
        self._refuse(line, message, hint)
        return blocks_node((Broken(f"[{message}]"),))

    def _stand_here(self, included: Sequence[nodes.Node]) -> None:
        """Let what is included stand where that is done, since it is told there what is wrong with it."""
        for node in included:
            for each in node.findall(nodes.Element):
                each.line = self.included_at
                if isinstance(each, leftover):
                    each.found = each.found._replace(hint="an included file is printed as it is; make it a clause")

    def render_leftover(self, token: SyntaxTreeNode) -> None:
        """Keep markup that is left apart from the words."""
        node = leftover(token.content, token.content)
        node.found = token.meta["leftover"]
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    def render_ordered_list(self, token: SyntaxTreeNode) -> None:
        """Keep the numbers that were typed, which say whether it is a list at all."""
        super().render_ordered_list(token)
        made: Any = self.current_node[-1]
        made["typed"] = marks_of(token)
        self.report(list_flaws(token))

    def render_bullet_list(self, token: SyntaxTreeNode) -> None:
        """Look whether it is a list at all."""
        super().render_bullet_list(token)
        self.report(list_flaws(token))

    def render_em(self, token: SyntaxTreeNode) -> None:
        """Look whether it is an emphasis at all."""
        super().render_em(token)
        self.report(emphasis_flaws(token))

    def render_strong(self, token: SyntaxTreeNode) -> None:
        """The same of a strong one."""
        super().render_strong(token)
        self.report(emphasis_flaws(token))

    def render_blockquote(self, token: SyntaxTreeNode) -> None:
        """Look whether it is a quotation at all."""
        super().render_blockquote(token)
        self.report(quote_flaws(token))

    def render_myst_line_comment(self, token: SyntaxTreeNode) -> None:
        """Look whether it is a comment at all."""
        super().render_myst_line_comment(token)
        self.report(comment_flaws(token))

    def render_myst_block_break(self, token: SyntaxTreeNode) -> None:
        """Look whether it parts anything at all."""
        super().render_myst_block_break(token)
        self.report(comment_flaws(token))

    def render_heading(self, token: SyntaxTreeNode) -> None:
        """Look whether it is a heading at all."""
        super().render_heading(token)
        self.report(heading_flaws(token))

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Set text as code that stands far in, and say so."""
        super().render_code_block(token)
        self.report(code_flaws(token))

    def render_colon_fence(self, token: SyntaxTreeNode) -> None:
        """Look whether it is a directive."""
        self.report(fence_flaws(token))
        super().render_colon_fence(token)

    def render_hr(self, token: SyntaxTreeNode) -> None:
        """Leave out a rule between sections; one made of low lines is a gap to be filled in by hand."""
        if token.markup.startswith("_"):
            line = "_" * (len(token.markup) - 1)
            node = nodes.paragraph(line, line)
            self.add_line_and_source_path(node, token)
            self.current_node.append(node)

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Set what only looks like HTML, such as `<insert name>`, as the words that it is."""
        self._render_html(token, lambda: self.current_node.append(nodes.Text(token.content)))

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """The same where it is a whole paragraph."""
        self._render_html(token, lambda: self._render_words(token))

    def _render_html(self, token: SyntaxTreeNode, as_words: Callable[[], None]) -> None:
        if is_break(token.content):
            self.current_node.append(nodes.raw("", "<br />", format="html"))
        elif is_html(token.content):
            self.report(html_flaws(token))
        else:
            as_words()

    def _render_words(self, token: SyntaxTreeNode) -> None:
        node = nodes.paragraph(token.content, "")
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.nested_render_text(token.content.strip(), token_line(token, 1), inline=True)

    def render_link(self, token: SyntaxTreeNode) -> None:
        """Note which address it names; a telephone is one too, of which MyST does not know."""
        self.labels.add(token.meta.get("label", ""))
        if str(token.attrGet("href") or "").lower().startswith("tel:"):
            self.render_link_url(token)
        else:
            super().render_link(token)

    def render_image(self, token: SyntaxTreeNode) -> None:
        """Note which address it names."""
        self.labels.add(token.meta.get("label", ""))
        super().render_image(token)


def _options(directive: type[Directive], first_line: str, content: str, position: int, more: Any = None) -> set[str]:
    """The names of the options that a directive is given, where they can be read."""
    if "file" not in (directive.option_spec or {}):
        return set()
    try:
        return {*parse_directive_text(directive, first_line, content, line=position, additional_options=more).options}
    except MarkupError:
        return set()


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
