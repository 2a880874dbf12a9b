"""Values of the type `markdown`: text of several paragraphs, parsed where it is used.

It comes from a deal, so it may be anybody's: plain CommonMark and nothing that reads a file, runs a directive, makes a
heading or brings markup of its own.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import validateLink
from myst_parser.config.main import MdParserConfig
from sphinx.util.docutils import LoggingReporter

from whereas.agreement.model import Block, Bullets, Paragraph, Provision, Provisions, Quote
from whereas.agreement.remade import remade
from whereas.agreement.runs import Passage, Run, Value
from whereas.agreement.tree import changed, rebuilt
from whereas.assembly.fence import Fence
from whereas.assembly.lift import lift
from whereas.assembly.markdown import contract_parser
from whereas.assembly.names import Names
from whereas.assembly.plain_markdown import DISABLED
from whereas.assembly.template import Rendered

if TYPE_CHECKING:
    from whereas.assembly.context import Context


_HINT = "a value is plain Markdown, which names and cites nothing: write the words, or put the text into the agreement"


@cache
def _config() -> MdParserConfig:
    return MdParserConfig(commonmark_only=True, all_links_external=True)


def _parser() -> MarkdownIt:
    parser = (
        contract_parser(_config(), on_a_page=False, fence=Fence.with_own(), hint=_HINT)
        .disable(list(DISABLED))
        .enable("table")
    )
    parser.validateLink = lambda url: not url.startswith("#") and validateLink(url)  # type: ignore[method-assign]
    return parser


def lift_passage(passage: Passage, page: nodes.document, context: Context) -> tuple[Block, ...]:
    """The blocks of a value; a mark without words at its beginning tells where it comes from."""
    lines = passage.text.count("\n") + 1
    places = tuple(passage.place.below(line) for line in range(lines))
    document = nodes.document(page.settings, LoggingReporter.from_reporter(page.reporter), source=passage.place.file)
    parser = _parser()
    parser.options["document"] = document
    parser.render(passage.text)
    rendered = Rendered(passage.text, places, ())
    lifted = lift(document, rendered, context, Names(rendered))  # named by where it is used
    mark = Value(passage.name, "", passage.origin, passage.about)
    return _marked(lifted.blocks, mark)


def named_by_place(blocks: tuple[Block, ...], around: str) -> tuple[Block, ...]:
    """The blocks with each provision in them named by its place in what is `around` them."""
    count = itertools.count(1)

    def item(each: Provision) -> Provision:
        name = f"{around}-{next(count)}"
        return remade(each, blocks=named_by_place(each.blocks, name), anchor=name)

    def block(each: Block) -> Block:
        if isinstance(each, Provisions):
            return remade(each, items=tuple(map(item, each.items)))
        return rebuilt(each, lambda runs: runs, lambda inner: changed(inner, block))

    return tuple(map(block, blocks))


def _marked(blocks: tuple[Block, ...], mark: Run) -> tuple[Block, ...]:
    """The blocks with a mark at the beginning of the first line."""
    match blocks:
        case (Paragraph() as first, *rest):
            return (remade(first, runs=(mark, *first.runs)), *rest)
        case (Provisions(items=(item, *items)) as first, *rest):
            return (remade(first, items=(_marked_item(item, mark), *items)), *rest)
        case (Bullets(items=(bullet, *bullets)), *rest):
            return (Bullets((_marked(bullet, mark), *bullets)), *rest)
        case (Quote(blocks=inner), *rest):
            return (Quote(_marked(inner, mark)), *rest)
    return blocks


def _marked_item(item: Provision, mark: Run) -> Provision:
    return remade(item, blocks=_marked(item.blocks, mark))
