"""How pages list what there is: `{records} clauses`, and `{dashboard}` with what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from whereas.language.registry import site_words
from whereas.library.finding import FindingsError, Place
from whereas.library.library import Kind, Library
from whereas.site.audience import is_internal, ours
from whereas.site.catalogue.filled_later import filled_later
from whereas.site.catalogue.pieces import facet, joined, paragraph, quiet_chip, span
from whereas.site.catalogue.value_index import FOLDER
from whereas.site.domain import domain_of
from whereas.site.fresh.reads import note_reads

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: What is listed when all pages are read; clauses and parties say most of themselves, and are listed from their files.
_TOLD = ("agreements", "deals", "values", "terms")
#: What is listed for readers inside alone.
_OURS = ("checks", "policy")
_FROM_FILES: tuple[Kind, ...] = ("clauses", "parties")


class RecordsDirective(SphinxDirective):
    """All agreements, clauses, parties or deals that have a page, all values or terms; for us, checks or the policy."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A list of one entry for each, by title. A record that cannot be read tells that itself."""
        kind = self.arguments[0]
        docname = self.env.current_document.docname
        if kind in _TOLD:
            domain_of(self.env).note_list(docname, kind)
            return [filled_later(filler=kind, about="")]
        if kind in _OURS:
            if not is_internal(self.config):
                return []
            domain_of(self.env).note_list(docname, kind)
            return [ours(filled_later(filler=kind, about=""))]
        own: Kind | None = next((each for each in _FROM_FILES if each == kind), None)
        if own is None:
            known = ", ".join(sorted((*_TOLD, *_OURS, *_FROM_FILES)))
            raise self.error(f"{{records}} lists one of {known}, not {kind!r}")
        return [self.cards(own, docname)]

    def cards(self, kind: Kind, docname: str) -> nodes.bullet_list:
        """A card for each clause or party."""
        # so that Sphinx reads this page again when others come or go
        self.env.glob_toctrees.add(docname)
        domain = domain_of(self.env)
        domain.note_list(docname, kind)
        library = domain.library
        note_reads(docname, domain, [library.path(kind, id) for id in library.ids(kind)], ())
        entries: list[tuple[str, list[nodes.Node], str]] = []
        for id in library.ids(kind):
            if f"{kind}/{id}" in self.env.found_docs:
                try:
                    entries.append((*self.record_card(kind, id, library), f"{kind}/{id}"))
                except FindingsError:
                    entries.append((id, [], f"{kind}/{id}"))
        entries.sort(key=lambda entry: (entry[0].casefold(), entry[2]))
        cards = [self.card(*entry) for entry in entries]
        return nodes.bullet_list("", *cards, classes=["wh-cards", "wh-filtered"], support_smartquotes=False)

    def record_card(self, kind: Kind, id: str, library: Library) -> tuple[str, list[nodes.Node]]:
        """Title of a record, and what its card says."""
        place = Place(*self.get_source_info())
        if kind == "parties":
            party = library.find("parties", id, place)
            words = ", ".join(filter(None, (party.entity, party.jurisdiction)))
            summary = [paragraph(words, "wh-summary")] if words else []
            line = [filled_later(filler="deal count", about=id), *self.check_count(kind, id, library)]
            return party.name, [*summary, paragraph(joined(line, " "), "wh-meta")]
        clause = library.find("clauses", id, place)
        known, says = is_internal(self.config), site_words(self.config.language)
        line = list[nodes.Node]([ours(quiet_chip(clause.status, says))] if known and clause.status else [])
        line.append(span(id))
        line += [span(says.counted(len(clause.variants), says.variants_of))] if clause.variants else []
        line.append(filled_later(filler="use count", about=id))
        line += self.check_count(kind, id, library)
        said: list[nodes.Node] = [paragraph(clause.summary, "wh-summary")] if clause.summary else []
        said.append(paragraph(joined(line, " "), "wh-meta"))
        if known and (clause.tags or clause.owner):
            tags: list[nodes.Node] = [facet(says.tag, tag, "wh-tag") for tag in clause.tags]
            tags += [facet(says.owner, clause.owner)] if clause.owner else []
            said.append(ours(paragraph(joined(tags, " "), "wh-meta")))
        return clause.title, said

    def check_count(self, kind: Kind, id: str, library: Library) -> list[nodes.Node]:
        """The place for how much is found in a record."""
        if not is_internal(self.config):
            return []
        return [ours(filled_later(filler="check count", about=library.file(library.path(kind, id))))]

    def card(self, title: str, said: list[nodes.Node], docname: str) -> nodes.list_item:
        """One record."""
        link = _page_link(docname, title, self.env.current_document.docname)
        return nodes.list_item("", paragraph(link, "sd-card-title"), *said, classes=["sd-card", "wh-card"])


def _page_link(page: str, words: str, docname: str) -> addnodes.pending_xref:
    """A link from one page to another; where that is not there the words alone, and a warning."""
    return addnodes.pending_xref(
        "",
        nodes.inline(words, words),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{page}",
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
    )


class DashboardDirective(SphinxDirective):
    """The deals that are not done, as cards with what is open; `:most:` says how many at most."""

    option_spec: ClassVar[dict[str, Any]] = {"most": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """A place for them, filled when all pages are read."""
        domain_of(self.env).note_list(self.env.current_document.docname, "deals")
        return [filled_later(filler="dashboard", about=self.options.get("most", 6))]


def level_captions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: furo's sidebar captions are headings of no level, which screen readers cannot place."""
    if tree := context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = tree.replace('role="heading">', 'role="heading" aria-level="2">')


def add_library_files(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: style and script for pages of the library and lists, which others do without."""
    if pagename.startswith(("clauses/", "parties/", f"{FOLDER}/")) or pagename in domain_of(app.env).data["lists"]:
        app.add_css_file("differences.css", priority=890)
        app.add_css_file("library.css", priority=900)  # after what themes say of the same things
        app.add_js_file("library.js", loading_method="defer")


def setup_listing(app: Sphinx) -> None:
    """Register what lists records."""
    app.add_directive("records", RecordsDirective)
    app.add_directive("dashboard", DashboardDirective)
    app.connect("html-page-context", level_captions, priority=900)
    app.connect("html-page-context", add_library_files)
