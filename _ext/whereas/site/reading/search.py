"""Search by provision, without any server: what each page says, and where in it.

A page's finds (the anchor, number, title and text of each) are noted when the page is written; at the end of the build
`search_index` puts those of all pages together, in scripts that the search page loads. The script of that page,
`static/search.js`, takes the place of Sphinx's search; should it stumble, that one's own results are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.jinja2glue import SphinxFileSystemLoader

from whereas.agreement.model import Agreement
from whereas.language.registry import site_words
from whereas.render.lines import without_marks
from whereas.render.search import Facts, SearchEntry, passages, words_of
from whereas.site.beside import Telling
from whereas.site.domain import domain_of
from whereas.site.fingerprints import copy_of
from whereas.site.nodes import provisions
from whereas.site.outputs import output_of
from whereas.site.reading.departures import departures
from whereas.site.reading.search_index import Said, note_page, short, write_index

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from whereas.project.tables import KnownAgreement

_HERE = Path(__file__).parents[1]
#: Lists and tables of ours that repeat what the pages they lead to say.
_REPEATED = {"wh-facts", "wh-cards", "wh-landed"}


# ---- what a page says, and where ------------------------------------------------------------------------------------


def _found(doctree: nodes.document, between: Iterable[str], facts: Facts) -> Iterator[SearchEntry]:
    agreement: Agreement | None = doctree.get("whereas_agreement")
    for section in doctree.findall(nodes.section):
        top = section.parent is doctree
        if agreement and not top:
            break
        title = next(iter(section.findall(nodes.title)), None)
        words = agreement.title if agreement else title.astext() if title else ""  # a deal's page is headed otherwise
        said, decided = list(between) if agreement else [], list[str]()
        for child in section.children:
            if isinstance(child, departures):
                decided.append(facts.placed(" ".join(child.lines(facts.marked))))
            elif child is not title and not (agreement and isinstance(child, provisions)):
                said += _said(child)
        yield SearchEntry("" if top else section["ids"][0], "", words, " ".join(filter(None, said)))
        yield from (SearchEntry("", "", words, each) for each in decided)
    if agreement:
        yield from passages(agreement, doctree["whereas_style"], without_marks(copy_of(doctree).words), facts)


def _between(known: KnownAgreement | None, locale: str) -> tuple[str, ...]:
    """Who the parties are, and the reference."""
    return (site_words(locale).listed(known.names), known.reference) if known else ()


def _said(node: nodes.Node) -> Iterator[str]:
    """The words of a node; sections in it say theirs themselves."""
    match node:
        case provisions():
            yield words_of(node.blocks, lambda mark: node.foreign(mark).astext())
        case Telling():
            yield from (" ".join(line.split()) for line in node.lines())
        case nodes.section() | nodes.Invisible() | nodes.raw():
            return
        case nodes.Element() if _REPEATED & {*node["classes"]}:
            return
        case nodes.Text() | nodes.TextElement():
            yield " ".join(node.astext().split())
        case nodes.Element():
            for child in node.children:
                yield from _said(child)


def write_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> str | None:
    """`html-page-context`: note what can be found in a page; the search page is of a template of ours."""
    if not output_of(app.builder).site:
        return None
    if doctree is None:
        context["whereas_words"] = site_words(app.config.language)
        return "whereas-search.html" if pagename == "search" else None
    agreement: Agreement | None = doctree.get("whereas_agreement")
    between = _between(domain_of(app.env).agreements.get(pagename), agreement.locale) if agreement else ()
    facts = Facts()
    found = tuple(map(short, _found(doctree, between, facts)))
    note_page(app, pagename, Said(" ".join(filter(None, between)), facts.words, found))
    return None


def show_search(app: Sphinx) -> None:
    """`builder-inited`: find our search page too, where a project has none; no setting, and so no page, tells where."""
    if templates := getattr(app.builder, "templates", None):
        templates.loaders.append(SphinxFileSystemLoader(_HERE / "templates"))


def setup_search(app: Sphinx) -> None:
    """Connect all of these; the index is written once the pages that are gone have been taken away by it."""
    app.connect("builder-inited", show_search)
    app.connect("html-page-context", write_page, priority=950)
    app.connect("build-finished", write_index, priority=900)
