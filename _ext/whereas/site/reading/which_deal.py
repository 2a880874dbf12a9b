"""Which deal a page is of, and where it stands in the site: its heading, its name in lists and tabs, the way to it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.language.registry import site_words
from whereas.site.domain import domain_of
from whereas.site.nodes import cover
from whereas.site.outputs import output_of
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from whereas.project.tables import KnownAgreement


def name_deals(app: Sphinx, doctree: nodes.document) -> None:
    """`doctree-read`: lists, sidebars and tabs call a deal by its own name, and tell its reference."""
    env = app.env
    docname = env.current_document.docname
    known = domain_of(env).agreements.get(docname)
    if known and known.name:
        env.titles[docname] = env.longtitles[docname] = nodes.title("", "", *_called(known))
        for entry in list(env.tocs[docname].findall(nodes.reference))[:1]:
            entry.clear()
            entry += _called(known)


def _called(known: KnownAgreement) -> list[nodes.Node]:
    called: list[nodes.Node] = [nodes.Text(known.name)]
    if known.reference and not re.search(rf"(?<!\w){re.escape(known.reference)}(?!\w)", known.name):
        words = f"({known.reference})"
        called += [nodes.Text(" "), nodes.inline(words, words, classes=["wh-sub"])]
    return called


class HeadByDeal(SphinxPostTransform):
    """On a screen, heads the page of a deal by its name; the agreement's own title, which paper has, then follows."""

    default_priority = 9  # when other outputs have what they know in place of covers

    def run(self, **kwargs: Any) -> None:
        """Look for deals in the page; where all pages are one, there are several."""
        if not output_of(builder_of(self.env)).screen:
            return
        agreements = domain_of(self.env).agreements
        for front in list(self.document.findall(cover)):
            known = agreements.get(front.get("docname", ""))
            if known and known.name:
                title: nodes.Element = next(iter(front.parent.findall(nodes.title)))
                title.clear()
                title += nodes.Text(known.name)
                front["headed"] = known.name


def lead_to_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: the way to a page through the contents of the site, before its heading."""
    parents = context.get("parents") or []
    if doctree is None or not output_of(app.builder).site or not parents:
        return
    known = domain_of(app.env).agreements.get(pagename)
    here = known.reference if known and known.name else ""
    way = "".join(f'<li><a href="{escape(each["link"])}">{each["title"]}</a></li>' for each in parents)
    way += f'<li aria-current="page">{escape(here)}</li>' if here else ""
    label = escape(site_words(app.config.language).way_here)
    context["body"] = f'<nav class="wh-crumbs" aria-label="{label}"><ol>{way}</ol></nav>\n{context.get("body", "")}'


def setup_which_deal(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("doctree-read", name_deals)
    app.connect("html-page-context", lead_to_page)
    app.add_post_transform(HeadByDeal)
