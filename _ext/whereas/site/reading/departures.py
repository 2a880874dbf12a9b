"""How a deal departs from its agreement, told at the head of the deal's page. A PDF to sign does not have it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.compared import ComparedClause
from whereas.agreement.deviation import Deviation
from whereas.agreement.fact import Fact
from whereas.agreement.model import Agreement
from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords
from whereas.language.titles import title_of
from whereas.library.deals import Deal
from whereas.site.nodes import page_link
from whereas.site.reading.differences import anchor_of, compared_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator

#: So many departures stand open.
_FEW = 6


class departures(nodes.General, nodes.Element):
    """A list of what the deal decides, with `summary` as what it says while it is closed; a few `open` the list."""


def departures_node(agreement: Agreement, docname: str, changes: Mapping[str, ComparedClause]) -> departures | None:
    """The departures of a deal; None where there are none. `changes` are the clauses with other words, by name."""
    found = agreement.deviations
    if not found:
        return None
    words, called = site_words(agreement.locale), {fact.name: fact for fact in agreement.facts}
    node = departures(summary=words.counted(len(found), words.departures), open=_FEW)
    node += nodes.bullet_list("", *(_item(each, docname, words, changes.get(each.clause), called) for each in found))
    return node


def settled_node(agreement: Agreement, deal: Deal, open_in_template: Collection[str]) -> departures | None:
    """The values that the template leaves open and the deal settles: no departures, yet what was agreed; or None."""
    words = site_words(agreement.locale)
    found = [fact for fact in agreement.facts if fact.name in open_in_template and fact.text is not None]
    if not found:
        return None
    node = departures(summary=words.counted(len(found), words.settled), open=0, classes=["wh-settled"])
    node += nodes.bullet_list("", *(nodes.list_item("", _settled(fact, deal, words)) for fact in found))
    return node


def _settled(fact: Fact, deal: Deal, words: SiteWords) -> nodes.paragraph:
    said = [nodes.strong("", fact.title), nodes.Text(f"{words.colon} {fact.alone}")]
    where = [nodes.Text(" "), nodes.inline("", str(deal.place("values", fact.name)), classes=["wh-origin"])]
    return nodes.paragraph("", "", *said, *(where if fact.name in deal.values else []))


def _item(
    deviation: Deviation, docname: str, words: SiteWords, change: ComparedClause | None, called: Mapping[str, Fact]
) -> nodes.list_item:
    """One departure: a clause that stands leads to the comparison in its place, one left out has its words here."""
    line = _line(deviation, docname, words, called)
    item = nodes.list_item("", line)
    if change and deviation.kind == "omitted":
        item += compared_node(change.rows, anchor_of(change), words)
    elif change and deviation.kind in ("variant", "text", "title", "reserved"):
        line += [nodes.Text(" "), nodes.reference("", words.compare, refid=anchor_of(change), internal=True)]
    return item


def said(deviation: Deviation, words: SiteWords, called: Mapping[str, Fact]) -> str:
    """What a departure is, in words that follow its subject; `called` has the facts, for what their columns are."""
    kind = deviation.side if deviation.kind == "added" else deviation.kind
    name, row, column = (*deviation.subject.split("."), "", "")[:3]
    cells = called[name].rows[0] if name in called and called[name].rows else ()
    label = next((cell.label for cell in cells if cell.name == column), "") or column.replace("_", " ")
    parts = {"given": deviation.given, "standard": deviation.standard, "row": row, "column": label}
    return words.departed[kind].format(**parts)


def _line(deviation: Deviation, docname: str, words: SiteWords, called: Mapping[str, Fact]) -> nodes.paragraph:
    what = nodes.Text(f" {said(deviation, words, called)}")
    line = nodes.paragraph("", "", *_subject(deviation, docname, called), what)
    if deviation.because:
        because = f" {deviation.because}" if deviation.because.endswith(".") else f" {deviation.because}."
        line += nodes.emphasis(because, because)
    if deviation.place.file:
        line += [nodes.Text(" "), nodes.inline("", str(deviation.place), classes=["wh-origin"])]
    return line


def _subject(deviation: Deviation, docname: str, called: Mapping[str, Fact]) -> list[nodes.Node]:
    """A clause, linked to its page, or the name of a value."""
    clause, _, value = deviation.subject.partition(".")
    if deviation.kind in ("value", "cell", "row-added", "row-left-out"):
        return [nodes.strong("", _title(clause, called))]
    link = page_link(f"clauses/{clause}", deviation.title or clause, docname)
    strong = nodes.strong("", "", link)
    return [strong, nodes.Text(": "), nodes.strong("", _title(value, called))] if value else [strong]


def _title(value: str, called: Mapping[str, Fact]) -> str:
    return called[value].title if value in called else title_of(value)


def visit_departures_html(self: HTML5Translator, node: departures) -> None:
    """A disclosure; what is more than a glance takes in is closed until it is wanted."""
    summary = self.encode(node["summary"])
    few = ' open="open"' if len(node[0].children) <= node["open"] else ""
    self.body.append(
        f'<details class="{" ".join(["wh-departures", *node["classes"]])}"{few}><summary>{summary}</summary>\n'
    )


def depart_departures_html(self: HTML5Translator, node: departures) -> None:
    """The end of it."""
    self.body.append("</details>\n")


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_departures(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(departures, html=(visit_departures_html, depart_departures_html), latex=(_skip, None))
