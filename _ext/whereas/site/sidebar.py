"""The contents of the site that a theme shows beside every page: made once for each folder, and marked for each page.

Sphinx makes them anew for every page, from every page's contents with all their sections; of agreements that is most of
the time of a build. The pages of one folder show the same links, and differ only in which of them is the page itself.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.toctree import global_toctree_for_doc

from whereas.site.long_lists import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

#: The theme that draws the contents in a form of its own before its templates see them, and where it leaves that.
_DRAWS, _DRAWN = "furo", "furo_navigation_tree"
_TAG = re.compile(r"<(/?)(ul|li|a|input)\b([^>]*)>")
_HREF = re.compile(r'\bhref="([^"]*)"')


@dataclass(frozen=True)
class _Contents:
    """Contents on no page of theirs, in pieces, and by link the tags on the way to it: None where it stands twice."""

    pieces: tuple[str, ...]
    ways: dict[str, tuple[int, ...] | None]

    def on(self, link: str, leaf: str = "") -> str:
        """The contents on the page that a link leads to; its item has a class `leaf`, too."""
        pieces, way = list(self.pieces), self.ways.get(link) or ()
        for at in way:
            pieces[at] = _current(pieces[at])
        if leaf and way:
            item = max(at for at in way if pieces[at].startswith("<li"))
            pieces[item] = pieces[item].replace('">', f' {leaf}">')
        return "".join(pieces)


def _current(tag: str) -> str:
    """A tag on the way to the current page, as Sphinx and the theme write it."""
    if tag.startswith("<input"):
        return re.sub(r'(aria-label="[^"]*")', r'\1 checked=""', tag)
    if tag.startswith("<a"):
        return _HREF.sub('href="#"', tag.replace('class="', 'class="current '))
    return '<ul class="current">' if tag == "<ul>" else re.sub(r'class="([\w-]+)', r'class="\1 current', tag)


def _read(markup: str) -> _Contents:
    pieces: list[str] = []
    around: list[list[int]] = []  # the lists and items that are open; the box that opens an item goes with it
    found: dict[str, list[list[list[int]]]] = {}
    end = 0
    for tag in _TAG.finditer(markup):
        closes, name, attributes = tag.groups()
        pieces += (markup[end : tag.start()], tag[0])
        at, end = len(pieces) - 1, tag.end()
        if name == "a" and (link := _HREF.search(attributes)):
            found.setdefault(link[1], []).append([*around, [at]])
        elif name == "input":
            around[-1].append(at)
        elif name != "a" and closes:
            around.pop()
        elif name != "a":
            around.append([at])
    ways = {link: tuple(chain(*each[0])) if len(each) == 1 else None for link, each in found.items()}
    return _Contents((*pieces, markup[end:]), ways)


class Sidebar:
    """The contents of one build, as they are seen from its folders."""

    def __init__(self, app: Sphinx) -> None:
        """Take the application, all of whose pages are read."""
        self.app = app
        self.titles = {docname: _cut(toc) for docname, toc in app.env.tocs.items()}
        # where pages say how deep their contents go, what is shown depends on the page that shows it
        self.by_folder = not any("tocdepth" in about for about in app.env.metadata.values())
        self.made: dict[Any, str] = {}
        self.read: dict[str, _Contents] = {}
        self.unmarked: set[str] = set()  # pages whose contents the theme draws without knowing the page

    def show(self, pagename: str, context: dict[str, Any]) -> None:
        """Give a page's templates, and a theme before them, the contents through `context`."""
        make = context["toctree"]
        link, folder = _parted(self.app, pagename)
        seen_by = posixpath.join(posixpath.dirname(pagename), "\N{NULL}")  # beside the page, and no page itself
        shared = self.by_folder and folder == _parted(self.app, seen_by)[1]

        def toctree(**options: Any) -> str:
            if options.get("collapse", True) or not options.get("titles_only"):
                return make(**options)  # type: ignore[no-any-return]
            contents = self.contents(seen_by, options) if shared else ""
            if not contents or self.known(contents).ways.get(link, ()) is None:
                return self.with_titles(lambda: make(**options))
            if _DRAWS in self.app.extensions and _DRAWN not in context:
                self.unmarked.add(pagename)
                return contents
            return self.known(contents).on(link)

        context["toctree"] = toctree

    def mark(self, pagename: str, context: dict[str, Any]) -> None:
        """Mark the page in what a theme has drawn of the contents of its folder."""
        if pagename in self.unmarked:
            context[_DRAWN] = self.known(context[_DRAWN]).on(_parted(self.app, pagename)[0], "current-page")

    def contents(self, seen_by: str, options: dict[str, Any]) -> str:
        """The contents in HTML, seen by a page that is not among them."""
        key = (seen_by, *sorted(options.items()))
        if key not in self.made:
            env, builder = self.app.env, cast(StandaloneHTMLBuilder, self.app.builder)
            self.made[key] = self.with_titles(
                lambda: builder.render_partial(
                    global_toctree_for_doc(env, seen_by, builder, tags=builder.tags, **options)
                )["fragment"]
            )
        return self.made[key]

    def known(self, markup: str) -> _Contents:
        """Contents in pieces."""
        if markup not in self.read:
            self.read[markup] = _read(markup)
        return self.read[markup]

    def with_titles(self, make: Callable[[], str]) -> str:
        """What is made while Sphinx sees no more of a page's contents than it shows: without it, it copies them all."""
        env = self.app.env
        whole, env.tocs = env.tocs, self.titles
        try:
            return make()
        finally:
            env.tocs = whole


def _parted(app: Sphinx, pagename: str) -> tuple[str, str]:
    """What leads to a page from beside it, and the folder that it is in."""
    folder, name = posixpath.split(app.builder.get_target_uri(pagename))
    return name, folder


def _cut(toc: nodes.bullet_list) -> nodes.bullet_list:
    """Titles, and the toctrees below them: contents as Sphinx itself cuts them down for `titles_only`."""
    short = toc.copy()
    for item in toc.children:
        kept = item.deepcopy() if isinstance(item, addnodes.toctree) or len(item.children) < 2 else _title(item)
        short += kept
    return short


def _title(item: nodes.Node) -> Any:
    kept: Any = item.copy()
    kept += item.children[0].deepcopy()
    if trees := [each.deepcopy() for each in item.findall(addnodes.toctree)]:
        below: Any = item.children[1].copy()
        below += trees
        kept += below
    return kept


def _sidebar(app: Sphinx) -> Sidebar:
    """The sidebar of the build that runs now; a builder is made anew for each."""
    found: Sidebar | None = getattr(app.builder, "whereas_sidebar", None)
    if found is None:
        found = Sidebar(app)
        app.builder.whereas_sidebar = found  # type: ignore[attr-defined]
    return found


def show_contents(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`, before themes: give them the contents."""
    if "toctree" in context and app.config.whereas_cache:
        _sidebar(app).show(pagename, context)


def mark_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`, after themes: mark the page in what they have drawn, and shorten long lists."""
    if "toctree" in context and app.config.whereas_cache:
        _sidebar(app).mark(pagename, context)
    if _DRAWN in context:
        context[_DRAWN] = shorten(context[_DRAWN])


def setup_sidebar(app: Sphinx) -> None:
    """Connect both."""
    app.connect("html-page-context", show_contents, priority=400)
    app.connect("html-page-context", mark_page, priority=600)
