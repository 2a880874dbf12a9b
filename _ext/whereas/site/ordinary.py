"""Ordinary pages: as MyST has them, but no comment leaves a trace, and `{only}` takes all that is in it with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig, TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.warnings_ import MystWarnings, create_warning
from sphinx.directives import other
from sphinx.ext import ifconfig, todo
from sphinx.util.tags import Tags

from whereas.agreement.rules import MISPLACED
from whereas.assembly.comments import comments_plugin, without_comments
from whereas.library.finding import Place
from whereas.site.audience import is_internal
from whereas.site.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

#: Directives that read a file.
_READS = ("include", "literalinclude")
#: So many names of one condition are tried in all ways.
_MOST_NAMES = 8


def parse_ordinary(text: str, document: nodes.document) -> None:
    """Parse an ordinary page into a document."""
    config: MdParserConfig = document.settings.env.myst_config
    try:
        matter = read_topmatter(text)
    except TopmatterReadError:  # which the renderer tells
        matter = None
    if matter:

        def tell(kind: MystWarnings, message: str) -> None:
            create_warning(document, message, kind, line=1, append_to=document)

        config = merge_file_level(config, matter, tell)
    parser = create_md_parser(config, OrdinaryRenderer).use(comments_plugin)
    parser.options["document"] = document
    parser.render(text)


class OrdinaryRenderer(SphinxRenderer):
    """MyST's, which puts the sections that stand in a directive into it."""

    def render_directive(self, token: SyntaxTreeNode, name: str, arguments: str, **options: Any) -> None:
        """Run a directive, with a title that has no comment in it, unless it would read what never ends."""
        said = arguments.strip()
        if name in _READS and self._is_no_file(said):
            message = f"{said!r} is a pipe, a socket, a device or a folder, not a file"
            kind, line = MystWarnings.DIRECTIVE_PARSING, token_line(token)
            self.create_warning(message, kind, line=line, append_to=self.current_node)
            return
        super().render_directive(token, name, without_comments(arguments), **options)

    def _is_no_file(self, name: str) -> bool:
        path = Path(self.sphinx_env.relfn2path(name)[1])
        return path.exists() and not path.is_file()

    def nested_render_text(
        self,
        text: str,
        lineno: int,
        inline: bool = False,
        temp_root_node: nodes.Element | None = None,
        heading_offset: int = 0,
    ) -> None:
        """Render what stands in a directive; `temp_root_node` is what its sections go into."""
        around = self._level_to_section
        if temp_root_node is not None:  # MyST would put them beside it
            inside: dict[int, Any] = dict.fromkeys(around, temp_root_node)
            self._level_to_section = inside
        super().nested_render_text(text, lineno, inline, temp_root_node, heading_offset)
        self._level_to_section = around


class Only(other.Only):
    """`{only}`: for readers outside, what can never be for them is not even read, so that nothing knows of it."""

    def run(self) -> list[nodes.Node]:
        """What stands in it, to be looked at again by each builder; nothing if none would show it."""
        config = self.state.document.settings.env.config
        return super().run() if is_internal(config) or may_hold(self.arguments[0]) else []


class OutsideIfConfig(ifconfig.IfConfig):
    """`{ifconfig}`, not taken for readers outside: contents, search and labels would tell them what it hides."""

    def run(self) -> list[nodes.Node]:
        """Nothing, and an error."""
        domain, (file, line) = domain_of(self.env), self.get_source_info()
        message, hint = "{ifconfig} hides nothing from readers outside", "put what is ours into `:::{only} internal`"
        finding = MISPLACED.at(Place(domain.library.file(Path(file)), line), message, hint)
        domain.note_findings(self.env.current_document.docname, [finding])
        return []


class OutsideTodo(todo.Todo):
    """`{todo}` where they are not shown, for readers outside: it is not even read."""

    def run(self) -> list[nodes.Node]:
        """Nothing."""
        return []


def hide_for_outside(app: Sphinx, config: Config) -> None:
    """`config-inited`: take the places of directives of Sphinx's extensions that hide something, after it was read."""
    if is_internal(config):
        return
    if "sphinx.ext.ifconfig" in app.extensions:
        app.add_directive("ifconfig", OutsideIfConfig, override=True)
    if "sphinx.ext.todo" in app.extensions and not config.todo_include_todos:
        app.add_directive("todo", OutsideTodo, override=True)


def may_hold(condition: str) -> bool:
    """Whether a condition may be met for readers outside, whatever else holds; one that cannot be read may not."""
    names = {word for word in condition.replace("(", " ").replace(")", " ").split() if word.isidentifier()}
    others = sorted(names - {"internal", "external", "and", "or", "not", "if", "else"})[:_MOST_NAMES]
    sets = ([each for each, held in zip(others, chosen, strict=True) if held] for chosen in _choices(len(others)))
    try:
        return any(Tags(["external", *names]).eval_condition(condition) for names in sets)
    except Exception:  # whatever a parser says of it: Sphinx tells it where it is read, and shows what it stands for
        return False


def _choices(count: int) -> Iterator[tuple[bool, ...]]:
    """All ways in which so many names may hold or not."""
    return product((False, True), repeat=count)


def setup_ordinary(app: Sphinx) -> None:
    """Take the place of Sphinx's directives."""
    app.add_directive("only", Only, override=True)
    app.connect("config-inited", hide_for_outside)
