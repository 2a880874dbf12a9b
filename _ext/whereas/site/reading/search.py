"""Search by provision: a small file for each page, which the search page loads as a script, without any server.

Sphinx's own index says which pages have a word; the file of a page, `_search/<docname>.js`, says where in it: its
address from the search page, then the anchor, number, title and text of each find. What the search page must know
before that, such as which pages are agreements, is in `_search.js`. The script, `static/search.js`, takes the place
of Sphinx's `Search.query` and leaves the rest of Sphinx's search alone; should it stumble over another Sphinx, that
one's own results are shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.jinja2glue import SphinxFileSystemLoader

from whereas.agreement.model import Agreement
from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import Style
from whereas.language.registry import site_words, sought
from whereas.render.lines import without_marks
from whereas.render.search import SearchEntry, passages, words_of
from whereas.site.domain import domain_of
from whereas.site.fingerprints import copy_of
from whereas.site.fresh.whole import write_whole
from whereas.site.nodes import provisions
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HERE = Path(__file__).parents[1]
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Short forms of "clause", "section" and the like, which readers type and no style prints.
_SHORT = sought("shorthand")


def page_file(app: Sphinx, docname: str) -> Path:
    """Where the file of a page is written."""
    return Path(app.outdir) / "_search" / f"{docname}.js"


def written_pages(app: Sphinx) -> list[str]:
    """The pages of the last build and this one: each has a file."""
    folder = Path(app.outdir) / "_search"
    return sorted(path.relative_to(folder).as_posix().removesuffix(".js") for path in folder.rglob("*.js"))


# ---- what a page says, and where ------------------------------------------------------------------------------------


def _found(doctree: nodes.document) -> Iterator[SearchEntry]:
    agreement: Agreement | None = doctree.get("whereas_agreement")
    for section in doctree.findall(nodes.section):
        top = section.parent is doctree
        if agreement and not top:
            break
        title = next(iter(section.findall(nodes.title)), None)
        said = [*_between(agreement)] if agreement else []
        for child in section.children:
            said += [] if child is title or (agreement and isinstance(child, provisions)) else _said(child)
        yield SearchEntry(
            "" if top else section["ids"][0], "", title.astext() if title else "", " ".join(filter(None, said))
        )
    if agreement:
        yield from passages(agreement, doctree["whereas_style"], without_marks(copy_of(doctree).words))


def _between(agreement: Agreement) -> Iterator[str]:
    """Who the parties are, and the reference."""
    yield site_words(agreement.locale).listed(name for _, name in agreement.parties)
    yield agreement.reference


def _said(node: nodes.Node) -> Iterator[str]:
    """The words of a node; sections in it say theirs themselves."""
    match node:
        case provisions():
            yield words_of(node.blocks, lambda mark: node.foreign(mark).astext())
        case nodes.section() | nodes.Invisible() | nodes.raw():
            return
        case nodes.Text() | nodes.TextElement():
            yield " ".join(node.astext().split())
        case nodes.Element():
            for child in node.children:
                yield from _said(child)


def _script(name: str, data: Any) -> str:
    """Data under a name of the window, as text that is safe in a script wherever it stands."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", "\u2028", "\u2029"):
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.{name} = {said};\n"


def write_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> str | None:
    """`html-page-context`: write what can be found in a page beside it; the search page is of a template of ours."""
    if not output_of(app.builder).site:
        return None
    if doctree is None:
        context["whereas_words"] = site_words(app.config.language)
        return "whereas-search.html" if pagename == "search" else None
    # trailing empty fields are left out
    found = [list(each[: max((at for at, text in enumerate(each) if text), default=0) + 1]) for each in _found(doctree)]
    script = _script("whereasPage", [app.builder.get_relative_uri("search", pagename), found])
    write_whole(page_file(app, pagename), script)
    return None


# ---- what is known of them all --------------------------------------------------------------------------------------


def write_index(app: Sphinx) -> Iterable[Any]:
    """`html-collect-pages`: which pages are agreements, templates before deals, and the words that citations have."""
    if output_of(app.builder).site:
        domain, titles = domain_of(app.env), app.env.titles
        pages = sorted(app.env.found_docs, key=lambda page: (titles[page].astext().casefold(), page))
        deals = [page for page in pages if page in domain.agreements and domain.agreements[page].deal]
        templates = [page for page in pages if page in domain.agreements and not domain.agreements[page].deal]
        others = [page for page in pages if page not in domain.agreements]
        labels, words = _vocabulary(known.style for known in domain.agreements.values())
        index = {
            "pages": templates + others + deals,  # in the order in which what they say is shown
            "agreements": templates + deals,
            "labels": sorted(labels),
            "words": sorted(words),
        }
        write_whole(Path(app.outdir) / "_search.js", _script("whereasSearch", index))
    return ()


def _vocabulary(styles: Iterable[Style]) -> tuple[set[str], set[str]]:
    """The words of labels, which tell schedules apart, and the words around numbers, which tell nothing."""
    labels, words = set(), set(_SHORT)
    for style in set(styles):
        labels |= _words(style.schedule, style.annex, style.appendix, style.part)
        words |= _words(*style.clause, *style.paragraph, *style.recital, *style.party, style.of)
        words |= _words(*(text.replace("{number}", "") for text in style.reference or ()))
        words |= _words(*(parse_sample(level).word for level in style.levels))
        for noun in style.nouns:
            words |= _words(noun.word, *noun.cited, noun.of)
    return labels, words - labels


def _words(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(text)}


def remove_lost(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: remove the files of pages that are gone, once they have served to find those pages."""
    if exception is None and output_of(app.builder).site:
        for docname in set(written_pages(app)) - app.env.found_docs:
            page_file(app, docname).unlink()


def show_search(app: Sphinx) -> None:
    """`builder-inited`: find our search page too, where a project has none; no setting, and so no page, tells where."""
    if templates := getattr(app.builder, "templates", None):
        templates.loaders.append(SphinxFileSystemLoader(_HERE / "templates"))


def setup_search(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("builder-inited", show_search)
    app.connect("html-page-context", write_page, priority=950)
    app.connect("html-collect-pages", write_index)
    app.connect("build-finished", remove_lost, priority=900)
