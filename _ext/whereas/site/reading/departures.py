"""How a deal departs from its agreement, told at the head of the deal's page. A PDF to sign does not have it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
from whereas.library.finding import Place
from whereas.site.beside import Aside, Known, Line, Naming, Span, Telling, To, line_html, words_of
from whereas.site.reading.differences import anchor_of, compared_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator

#: So many departures stand open.
_FEW = 6


class departures(Telling, nodes.General):
    """A list of what the deal decides, with `summary` as what it says while it is closed; a few `open` the list.

    `items` are its lines, each with the index of the comparison that stands below it, or None; children are these.
    """

    def lines(self, naming: Naming = lambda _, said: said) -> Iterator[str]:
        """The words of each item."""
        return (words_of(line, naming) for line, _ in self["items"])


def departures_node(agreement: Agreement, changes: Mapping[str, ComparedClause]) -> departures | None:
    """The departures of a deal; None where there are none. `changes` are the clauses with other words, by name."""
    found = agreement.deviations
    if not found:
        return None
    words, called = site_words(agreement.locale), {fact.name: fact for fact in agreement.facts}
    node = departures(summary=words.counted(len(found), words.departures), open=_FEW, items=[])
    for each in found:
        _add(node, each, words, changes.get(each.clause), called)
    return node


def settled_node(agreement: Agreement, deal: Deal, open_in_template: Collection[str]) -> departures | None:
    """The values that the template leaves open and the deal settles: no departures, yet what was agreed; or None."""
    words = site_words(agreement.locale)
    found = [fact for fact in agreement.facts if fact.name in open_in_template and fact.text is not None]
    if not found:
        return None
    summary = words.counted(len(found), words.settled)
    items = [(_settled(fact, deal, words), None) for fact in found]
    return departures(summary=summary, open=0, classes=["wh-settled"], items=items)


def _settled(fact: Fact, deal: Deal, words: SiteWords) -> Line:
    where = _origin(deal.place("values", fact.name)) if fact.name in deal.values else ()
    return (Span(fact.title, "strong"), f"{words.colon} ", Known(fact.name, fact.alone or ""), *where)


def _origin(place: Place) -> Line:
    return (Aside((" ", Span(str(place), classes=("wh-origin",)))),)


def _add(
    node: departures, deviation: Deviation, words: SiteWords, change: ComparedClause | None, called: Mapping[str, Fact]
) -> None:
    """One departure: a clause that stands leads to the comparison in its place, one left out has its words here."""
    line, below = _line(deviation, words, called), None
    if change and deviation.kind == "omitted":
        below = len(node.children)
        node += compared_node(change.rows, anchor_of(change), words)
    elif change and deviation.kind in ("variant", "text", "title", "reserved"):
        line = (*line, Aside((" ", To(words.compare, anchor=anchor_of(change)))))
    node["items"].append((line, below))


def said(deviation: Deviation, words: SiteWords, called: Mapping[str, Fact]) -> str:
    """What a departure is, in words that follow its subject; `called` has the facts, for what their columns are."""
    kind = deviation.side if deviation.kind == "added" else deviation.kind
    name, row, column = (*deviation.subject.split("."), "", "")[:3]
    cells = called[name].rows[0] if name in called and called[name].rows else ()
    label = next((cell.label for cell in cells if cell.name == column), "") or column.replace("_", " ")
    parts = {"given": deviation.given, "standard": deviation.standard, "row": row, "column": label}
    return words.departed[kind].format(**parts)


def _line(deviation: Deviation, words: SiteWords, called: Mapping[str, Fact]) -> Line:
    because = deviation.because and f" {deviation.because.removesuffix('.')}."
    return (
        *_subject(deviation, called),
        f" {said(deviation, words, called)}",
        *((Span(because, "em"),) if because else ()),
        *(_origin(deviation.place) if deviation.place.file else ()),
    )


def _subject(deviation: Deviation, called: Mapping[str, Fact]) -> Line:
    """A clause, linked to its page, or the name of a value."""
    clause, _, value = deviation.subject.partition(".")
    if deviation.kind in ("value", "cell", "row-added", "row-left-out"):
        return (Span(_title(clause, called), "strong"),)
    link = Span(To(Span(deviation.title or clause, classes=("doc",)), f"clauses/{clause}"), "strong")
    return (link, ": ", Span(_title(value, called), "strong")) if value else (link,)


def _title(value: str, called: Mapping[str, Fact]) -> str:
    return called[value].title if value in called else title_of(value)


def visit_departures_html(self: HTML5Translator, node: departures) -> None:
    """A disclosure; what is more than a glance takes in is closed until it is wanted."""
    few = ' open="open"' if len(node["items"]) <= node["open"] else ""
    self.body.append(
        f'<details class="{" ".join(["wh-departures", *node["classes"]])}"{few}>'
        f"<summary>{self.encode(node['summary'])}</summary>\n"
        + ("<ul>\n" if node.children else '<ul class="simple">\n')
    )
    for line, below in node["items"]:
        self.body.append(f"<li><p>{line_html(line, self)}</p>")
        if below is not None:
            self.body.append("\n")
            node.children[below].walkabout(self)
        self.body.append("</li>\n")
    self.body.append("</ul>\n</details>\n")
    raise nodes.SkipNode


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup_departures(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(departures, html=(visit_departures_html, None), latex=(_skip, None))
