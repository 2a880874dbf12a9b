"""What the pages of records say of others: where a clause is used and what became of it, the deals of a party."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.language import Wording, format_date
from whereas.site.catalogue.dashboard import tell_board, tell_deals, tell_templates
from whereas.site.catalogue.differences import setup_differences
from whereas.site.catalogue.history import Change
from whereas.site.catalogue.pieces import (
    Said,
    chip,
    counted,
    here,
    joined,
    paragraph,
    section,
    setup_pieces,
    span,
    table,
    time,
)
from whereas.site.catalogue.telling import Row
from whereas.site.catalogue.told import Asked, Teller, fill_told, told
from whereas.site.catalogue.value_index import tell_terms, tell_values

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_NOWHERE = "Nowhere yet."


def tell_uses(asked: Asked) -> list[nodes.Node]:
    """Each agreement and deal that has a clause, with its number there."""
    uses = asked.knowledge.uses.get(asked.about, ())
    if not uses:
        return [paragraph(_NOWHERE)]
    rows: list[tuple[str, list[Said]]] = []
    for use in uses:
        number: Said = asked.link(use.page, use.anchor, use.number) if use.number else ""
        if use.variant == "reserved":
            number, stands = number or "–", "Left out, its number kept"
        else:
            stands = "Words of its own" if use.own else (use.variant.replace("-", " ").capitalize() or "Standard")
        page = [asked.link(use.page), *([span(use.agreement, "wh-sub")] if use.deal else [])]
        rows.append(("", [joined(page, " "), number, stands, chip(use.status)]))
    return [table(("Agreement or deal", "Clause there", "Text", "Status"), (46, 16, 22, 16), rows, "wh-used")]


def tell_in_use(asked: Asked) -> list[nodes.Node]:
    """How many agreements and deals have a clause."""
    words = in_use(asked)
    return [here("where-used" if asked.about != "where-used" else "where-used-of-it", words)] if words else _none()


def tell_use_count(asked: Asked) -> list[nodes.Node]:
    """The same, in a list of clauses."""
    return [span(in_use(asked) or "not in use")]


def in_use(asked: Asked) -> str:
    """`2 templates, 40 deals`; nothing for none."""
    uses = asked.knowledge.uses.get(asked.about, ())
    deals = len({use.page.docname for use in uses if use.deal})
    templates = len({use.page.docname for use in uses if not use.deal})
    told = [counted(templates, "template")] if templates else []
    return ", ".join([*told, counted(deals, "deal")] if deals else told)


def _none() -> list[nodes.Node]:
    return [nodes.Text(_NOWHERE.rstrip("."))]


def tell_tags(asked: Asked) -> list[nodes.Node]:
    """The tags of a clause, each leading to the clauses that have it, where a page lists these."""
    return joined(nodes.Text(tag) for tag in asked.about)


def tell_history(asked: Asked) -> list[nodes.Node]:
    """The last change of a clause, and when each of its versions came; nothing where git does not know it."""
    id, version = asked.about
    past = asked.knowledge.history.get(id)
    if past is None:
        return []
    from whereas.library.finding import NOWHERE

    part = section("History", "history" if nodes.make_id(id) != "history" else "history-of-it", NOWHERE)
    items = [("Last changed", past.last), *((f"Version {change.version}", change) for change in past.versions)]
    listed = nodes.bullet_list("", *(_change(words, change) for words, change in items), classes=["wh-history"])
    if version and version not in {change.version for change in past.versions}:
        listed.insert(
            0, nodes.list_item("", paragraph([nodes.strong("", f"Version {version}")]), paragraph("not in git yet"))
        )
    part += listed
    return [part]


def _change(words: str, change: Change) -> nodes.list_item:
    day = _day(change.date)
    return nodes.list_item("", paragraph([nodes.strong("", words), nodes.Text(" "), day]), paragraph(change.subject))


def _day(date: str) -> nodes.Node:
    return time(date, format_date(datetime.date.fromisoformat(date), Wording()))


def tell_changed(asked: Asked) -> list[nodes.Node]:
    """The day on which a clause last changed."""
    past = asked.knowledge.history.get(asked.about)
    return [span([nodes.Text("Changed "), _day(past.last.date)])] if past else []


def tell_deal_count(asked: Asked) -> list[nodes.Node]:
    """How many deals a party has."""
    return [span(counted(len(asked.knowledge.played.get(asked.about, ())), "deal"))]


def tell_deals_of_party(asked: Asked) -> list[nodes.Node]:
    """Each deal of a party, with its role there."""
    rows = asked.knowledge.played.get(asked.about, ())
    if not rows:
        return [paragraph("None yet.")]
    cells: list[tuple[str, list[Said]]] = [
        (
            "",
            [
                _named(row, asked),
                row.role,
                chip(row.status),
                span(row.reference, "wh-fixed"),
                time(*row.date) if row.date[0] else "",
            ],
        )
        for row in rows
    ]
    return [table(("Deal", "Role", "Status", "Reference", "Effective"), (40, 14, 12, 16, 18), cells, "wh-sortable")]


def _named(row: Row, asked: Asked) -> list[nodes.Node]:
    """A deal, and the agreement it fills where it is not called as that is."""
    other = row.template.title not in ("", row.page.title)
    return [asked.link(row.page), *([nodes.Text(" "), span(row.template.title, "wh-sub")] if other else [])]


TELLERS: dict[str, Teller] = {
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
    "values": tell_values,
    "terms": tell_terms,
}


def setup_record_pages(app: Sphinx) -> None:
    """Register what record pages and lists of records need."""
    setup_pieces(app)
    setup_differences(app)
    app.add_node(told)
    app.add_post_transform(fill_told(TELLERS))
