"""How pages that lead to records list them: `{records} clauses`, with what each record says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from whereas.library.finding import Place, Trouble
from whereas.library.library import Kind, Library
from whereas.site.audience import is_internal
from whereas.site.domain import domain_of
from whereas.site.records import KINDS

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class RecordsDirective(SphinxDirective):
    """All clauses, parties or deals that have a page: title, summary, and some facts."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A list of one entry for each record, by title. A record that cannot be read tells that itself."""
        kind: Kind | None = next((kind for kind in KINDS if kind == self.arguments[0]), None)
        if kind is None:
            raise self.error(f"{{records}} lists one of {', '.join(KINDS)}, not {self.arguments[0]!r}")
        # so that Sphinx reads this page again when others come or go
        self.env.glob_toctrees.add(self.env.current_document.docname)
        library = domain_of(self.env).library
        entries = []
        for id in library.ids(kind):
            self.env.note_dependency(library.path(kind, id))
            if f"{kind}/{id}" in self.env.found_docs:
                try:
                    entries.append((f"{kind}/{id}", *self.told(kind, id, library)))
                except Trouble:
                    entries.append((f"{kind}/{id}", id, "", []))
        entries.sort(key=lambda entry: (entry[1].casefold(), entry[0]))
        return [
            nodes.bullet_list(
                "", *(self.entry(*entry) for entry in entries), classes=["wh-list"], support_smartquotes=False
            )
        ]

    def told(self, kind: Kind, id: str, library: Library) -> tuple[str, str, list[str]]:
        """Title, summary and facts of a record; a fact that is a status comes first."""
        place = Place(*self.get_source_info())
        if kind == "clauses":
            clause = library.find(kind, id, place)
            count = len(clause.variants)
            variants = f"{count} variant{'s' if count > 1 else ''}" if count else ""
            known = is_internal(self.env.config) and clause.status not in ("approved", None)
            status = str(clause.status) if known else ""
            return clause.title, clause.summary, [status, id, variants]
        if kind == "parties":
            party = library.find(kind, id, place)
            return party.name, ", ".join(filter(None, (party.entity, party.jurisdiction))), []
        deal = library.find(kind, id, place)
        parties = [each for played in deal.parties.values() for each in played]
        for each in parties:
            self.env.note_dependency(library.path("parties", each))
        names = [library.find("parties", each, place).name for each in parties]
        version = f"Version {deal.version}" if deal.version else ""
        return deal.title or id, " and ".join(names), [deal.status, deal.reference, version]

    def entry(self, docname: str, title: str, summary: str, facts: list[str]) -> nodes.list_item:
        """One record."""
        link = addnodes.pending_xref(
            "",
            nodes.inline(title, title),
            refdomain="std",
            reftype="doc",
            reftarget=f"/{docname}",
            refdoc=self.env.current_document.docname,
            refexplicit=True,
            refwarn=True,
        )
        item = nodes.list_item("", nodes.paragraph("", "", link))
        if summary:
            item += nodes.paragraph(summary, summary, classes=["wh-summary"])
        line = nodes.paragraph(classes=["wh-meta"])
        for index, fact in enumerate(facts):
            if fact:
                chip = ["wh-chip", f"wh-{fact}"] if index == 0 else []
                line += [nodes.Text(" ")] if len(line) else []
                line += nodes.inline(fact, fact.capitalize() if chip else fact, classes=chip)
        if len(line):
            item += line
        return item


def name_deals(app: Sphinx, doctree: nodes.document) -> None:
    """`doctree-read`: lists and sidebars call a deal by its own title; its page is headed by the agreement's."""
    env = app.env
    docname = env.current_document.docname
    known = domain_of(env).agreements.get(docname)
    if known and known.name:
        env.titles[docname] = env.longtitles[docname] = nodes.title(known.name, known.name)
        for entry in list(env.tocs[docname].findall(nodes.reference))[:1]:
            entry.clear()
            entry += nodes.Text(known.name)


def level_captions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: furo's sidebar captions are headings of no level, which screen readers cannot place."""
    if tree := context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = tree.replace('role="heading">', 'role="heading" aria-level="2">')


def setup_listing(app: Sphinx) -> None:
    """Register what lists records."""
    app.add_directive("records", RecordsDirective)
    app.connect("doctree-read", name_deals)
    app.connect("html-page-context", level_captions, priority=900)
