"""What the pages of records say of others: where a clause is used and what became of it, the deals of a party."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.language import Wording, format_date
from whereas.language.site_words import SiteWords
from whereas.language.titles import title_of
from whereas.site import beside
from whereas.site.beside import Line, Piece, Span, To
from whereas.site.catalogue.checks_page import tell_check_count, tell_checks
from whereas.site.catalogue.dashboard import tell_board, tell_deals, tell_templates
from whereas.site.catalogue.filled_later import Asked, Filler, fill_places, filled_later, to_page
from whereas.site.catalogue.filters import PutFilters
from whereas.site.catalogue.history import Change
from whereas.site.catalogue.knowledge import AgreementRow, ClauseUse
from whereas.site.catalogue.pieces import (
    here,
    joined,
    paragraph,
    section,
    setup_pieces,
    span,
    table_of_lines,
    time,
)
from whereas.site.catalogue.policy_page import tell_policy
from whereas.site.catalogue.value_index import tell_terms, tell_values
from whereas.site.catalogue.views import setup_views

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: So many figures stand side by side; a wider table is read by nobody.
_FIGURES = 6
_NO_FIGURE = "–"


def tell_uses(asked: Asked) -> list[nodes.Node]:
    """Each agreement and deal that has a clause, its number and text there, to us also the figures that differ."""
    uses, words = asked.knowledge.uses.get(asked.about, ()), asked.words
    if not uses:
        return [paragraph(words.nowhere)]
    differing = _differing(uses) if asked.internal else []
    rows: list[tuple[Line, ...]] = []
    for use in uses:
        number: Piece = use.number and To(use.number, use.page.docname, use.anchor)
        if use.variant == "reserved":
            number, stands = number or "–", words.left_out
        else:
            stands = words.own_words if use.own else (use.variant.replace("-", " ").capitalize() or words.standard)
        page: Line = (to_page(use.page), *((" ", Span(use.agreement, classes=("wh-sub",))) if use.deal else ()))
        text: Line = (beside.facet(words.uses_heads[2], stands),)
        if asked.internal and use.departures:
            text = (*text, " ", Span(words.counted(use.departures, words.departures_of), classes=("wh-sub",)))
        figures = dict(use.figures)
        shown = [(_figure(name, figures),) for name in differing]
        rows.append((page, (number,) if number else (), text, *shown, (beside.chip(use.status, words),)))
    *heads, status = words.uses_heads
    titles = [title_of(name) for name in differing]
    widths = (46, 16, 22, *(18 for _ in differing), 16)
    return [table_of_lines((*heads, *titles, status), widths, rows, "wh-used", "wh-filtered")]


def _differing(uses: tuple[ClauseUse, ...]) -> list[str]:
    """The clause's values in which its uses differ, in its own order: those that differ most, where there are many."""
    each = [dict(use.figures) for use in uses]
    names = dict.fromkeys(name for figures in each for name in figures)
    said = {name: len({figures.get(name, _NO_FIGURE) for figures in each}) for name in names}
    most = sorted((name for name in said if said[name] > 1), key=lambda name: -said[name])[:_FIGURES]
    return [name for name in names if name in most]


def _figure(name: str, figures: Mapping[str, str | None]) -> Piece:
    """What a value is; a blank where it is still open, a dash where the agreement does not have it."""
    text = figures.get(name, _NO_FIGURE)
    return Span(f"[{title_of(name)}]", classes=("wh-blank",)) if text is None else text


def tell_in_use(asked: Asked) -> list[nodes.Node]:
    """How many agreements and deals have a clause."""
    said = in_use(asked)
    if not said:
        return [nodes.Text(asked.words.nowhere.rstrip("."))]
    return [here("where-used" if asked.about != "where-used" else "where-used-of-it", said)]


def tell_use_count(asked: Asked) -> list[nodes.Node]:
    """The same, in a list of clauses."""
    return [span(in_use(asked) or asked.words.not_in_use)]


def in_use(asked: Asked) -> str:
    """`2 templates, 40 deals`; nothing for none."""
    uses, words = asked.knowledge.uses.get(asked.about, ()), asked.words
    deals = len({use.page.docname for use in uses if use.deal})
    templates = len({use.page.docname for use in uses if not use.deal})
    said = [words.counted(templates, words.templates)] if templates else []
    return ", ".join([*said, words.counted(deals, words.deals)] if deals else said)


def tell_tags(asked: Asked) -> list[nodes.Node]:
    """The tags of a clause, each leading to the clauses that have it, where a page lists these."""
    return joined(nodes.Text(tag) for tag in asked.about)


def tell_history(asked: Asked) -> list[nodes.Node]:
    """The last change of a clause, and when each of its versions came; nothing where git does not know it."""
    (id, version), words = asked.about, asked.words
    past = asked.knowledge.history.get(id)
    if past is None:
        return []
    from whereas.library.finding import NOWHERE

    part = section(words.history, "history" if nodes.make_id(id) != "history" else "history-of-it", NOWHERE)
    items = [(words.last_changed, past.last), *((f"{words.version} {each.version}", each) for each in past.versions)]
    listed = nodes.bullet_list("", *(_change(lead, change, words) for lead, change in items), classes=["wh-history"])
    if version and version not in {change.version for change in past.versions}:
        listed.insert(
            0,
            nodes.list_item(
                "", paragraph([nodes.strong("", f"{words.version} {version}")]), paragraph(words.not_in_git)
            ),
        )
    part += listed
    return [part]


def _change(lead: str, change: Change, words: SiteWords) -> nodes.list_item:
    day = _day(change.date, words)
    return nodes.list_item("", paragraph([nodes.strong("", lead), nodes.Text(" "), day]), paragraph(change.subject))


def _day(date: str, words: SiteWords) -> nodes.Node:
    return time(date, format_date(datetime.date.fromisoformat(date), Wording(words.locale)))


def tell_changed(asked: Asked) -> list[nodes.Node]:
    """The day on which a clause last changed."""
    past, words = asked.knowledge.history.get(asked.about), asked.words
    return [span([nodes.Text(f"{words.changed} "), _day(past.last.date, words)])] if past else []


def tell_deal_count(asked: Asked) -> list[nodes.Node]:
    """How many deals a party has."""
    return [span(asked.words.counted(len(asked.knowledge.played.get(asked.about, ())), asked.words.deals))]


def tell_deals_of_party(asked: Asked) -> list[nodes.Node]:
    """Each deal of a party, with its role there."""
    rows, words = asked.knowledge.played.get(asked.about, ()), asked.words
    if not rows:
        return [paragraph(words.no_deals_of_party)]
    cells = (
        (
            _named(row),
            (row.role,),
            (beside.chip(row.status, words),),
            (Span(row.reference, classes=("wh-fixed",)),),
            (beside.time(*row.date),) if row.date[0] else (),
        )
        for row in rows
    )
    return [table_of_lines(words.party_heads, (40, 14, 12, 16, 18), cells, "wh-sortable", "wh-stacked")]


def _named(row: AgreementRow) -> Line:
    """A deal, and the agreement it fills where it is not called as that is."""
    other = row.template.title not in ("", row.page.title)
    return (to_page(row.page), *((" ", Span(row.template.title, classes=("wh-sub",))) if other else ()))


TELLERS: dict[str, Filler] = {
    "uses": tell_uses,
    "in use": tell_in_use,
    "use count": tell_use_count,
    "tags": tell_tags,
    "history": tell_history,
    "changed": tell_changed,
    "deal count": tell_deal_count,
    "deals of party": tell_deals_of_party,
    "deals": tell_deals,
    "agreements": tell_templates,
    "dashboard": tell_board,
    "checks": tell_checks,
    "check count": tell_check_count,
    "policy": tell_policy,
    "values": tell_values,
    "terms": tell_terms,
}


def setup_record_pages(app: Sphinx) -> None:
    """Register what record pages and lists of records need."""
    setup_pieces(app)
    setup_views(app)
    app.add_node(filled_later)
    app.add_post_transform(fill_places(TELLERS))
    app.add_post_transform(PutFilters)
