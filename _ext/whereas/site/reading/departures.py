"""How a deal departs from its agreement, told at the head of the deal's page. A PDF to sign does not have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.deviation import Deviation
from whereas.agreement.key_terms import title_of
from whereas.agreement.model import Agreement
from whereas.site.nodes import page_link

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator

#: What is said of each kind of departure; the subject goes before it.
_SAID = {
    "omitted": "is left out.",
    "reserved": "is left out, and its number is kept.",
    "variant": "stands in its variant “{given}”.",
    "text": "has words of its own.",
    "title": "is headed “{given}” instead of “{standard}”.",
    "added": "is added, {given}.",
    "value": "is “{given}” instead of “{standard}”.",
    "clause-value": "is “{given}” in this clause alone.",
}


class departures(nodes.General, nodes.Element):
    """The list of departures, with `summary` as what it says while it is closed."""


def departures_node(agreement: Agreement, docname: str) -> departures | None:
    """The departures of a deal; None where there are none."""
    found = agreement.deviations
    if not found:
        return None
    count = "One departure" if len(found) == 1 else f"{len(found)} departures"
    node = departures(summary=f"{count} from the template")
    node += nodes.bullet_list("", *(nodes.list_item("", _line(each, docname)) for each in found))
    return node


def said(deviation: Deviation) -> str:
    """What a departure is, in words that follow its subject."""
    return _SAID[deviation.kind].format(given=deviation.given, standard=deviation.standard)


def _line(deviation: Deviation, docname: str) -> nodes.paragraph:
    line = nodes.paragraph("", "", *_subject(deviation, docname), nodes.Text(f" {said(deviation)}"))
    if deviation.because:
        because = f" {deviation.because}" if deviation.because.endswith(".") else f" {deviation.because}."
        line += nodes.emphasis(because, because)
    if deviation.place.file:
        line += [nodes.Text(" "), nodes.inline("", str(deviation.place), classes=["wh-origin"])]
    return line


def _subject(deviation: Deviation, docname: str) -> list[nodes.Node]:
    """A clause, linked to its page, or the name of a value."""
    clause, _, value = deviation.subject.partition(".")
    if deviation.kind == "value":
        return [nodes.strong("", title_of(clause))]
    words = deviation.title or clause
    link = page_link(f"clauses/{clause}", words, docname)
    strong = nodes.strong("", "", link)
    return [strong, nodes.Text(": "), nodes.strong("", title_of(value))] if value else [strong]


def visit_departures_html(self: HTML5Translator, node: departures) -> None:
    """A disclosure, closed until it is wanted."""
    summary = self.encode(node["summary"])
    self.body.append(f'<details class="wh-departures"><summary>{summary}</summary>\n')


def depart_departures_html(self: HTML5Translator, node: departures) -> None:
    """The end of it."""
    self.body.append("</details>\n")


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_departures(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(departures, html=(visit_departures_html, depart_departures_html), latex=(_skip, None))
