"""Agreements and deals at a glance: cards that tell what is still open, and a table of all deals."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from whereas.site.catalogue.pieces import Said, chip, counted, facet, joined, paragraph, span, table, time
from whereas.site.catalogue.telling import Row
from whereas.site.catalogue.told import Asked
from whereas.site.tables import Open

#: So many blanks are named on a card; the deal's page has them all.
_NAMED = 8
_STATES = {"draft": "in draft", "final": "final"}


def tell_deals(asked: Asked) -> list[nodes.Node]:
    """The table of all deals, which readers with scripts can sort and filter."""
    heads = ["Deal", "Agreement", "Parties", "Status", "Open", "Reference", "Effective"]
    rows: list[tuple[str, list[Said]]] = []
    for row in asked.knowledge.deals:
        version = [nodes.Text(" "), span(f"Version {row.version}", "wh-sub")] if row.version else []
        rows.append(
            (
                "",
                [
                    asked.link(row.page),
                    facet("Agreement", row.template.title) if row.template.docname else "",
                    " and ".join(row.names),
                    chip(row.status) if row.status else "",
                    span(str(row.open), "wh-some" if row.open else "wh-none") if row.status else "",
                    [span(row.reference, "wh-fixed"), *version],
                    time(*row.date) if row.date[0] else "",
                ],
            )
        )
    if not rows:
        return [paragraph("No deals yet.")]
    return [table(heads, (24, 15, 22, 9, 7, 12, 11), rows, "wh-sortable", "wh-filtered", "wh-deals")]


def tell_board(asked: Asked) -> list[nodes.Node]:
    """Cards of the deals that are not done, those with most open first; `about` is how many at most."""
    pending = [row for row in asked.knowledge.deals if row.status and (row.status != "final" or row.open)]
    pending.sort(key=lambda row: (-row.open, row.page.title.casefold()))
    shown = pending[: asked.about]
    made: list[nodes.Node] = [paragraph(_summary(asked.knowledge.deals), "wh-count")]
    if shown:
        made.append(nodes.bullet_list("", *(_deal_card(row, asked) for row in shown), classes=["wh-cards"]))
    if rest := len(pending) - len(shown):
        made.append(paragraph(f"{counted(rest, 'more deal')} not final, with less open.", "wh-count"))
    return made


def _summary(deals: tuple[Row, ...]) -> str:
    """`3 deals: 2 in draft, 1 final. 4 points are open.`"""
    if not deals:
        return "No deals yet."
    counts = {words: sum(row.status == status for row in deals) for status, words in _STATES.items()}
    states = ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)
    points = sum(row.open for row in deals)
    is_open = f"{counted(points, 'point')} {'is' if points == 1 else 'are'} open." if points else "Nothing is open."
    return f"{counted(len(deals), 'deal')}{f': {states}' if states else ''}. {is_open}"


def _deal_card(row: Row, asked: Asked) -> nodes.list_item:
    card = _card(asked.link(row.page), " and ".join(row.names))
    card += _items(row, asked)
    foot: list[nodes.Node] = [chip(row.status)]
    foot += [span(row.template.title)] if row.template.docname else []
    foot += [span(text) for text in (row.reference, f"Version {row.version}" if row.version else "") if text]
    if asked.internal and row.departures:
        foot.append(span(counted(row.departures, "departure")))
    card += paragraph(joined(foot, " "), "wh-meta")
    return card


def _items(row: Row, asked: Asked) -> Iterator[nodes.Node]:
    """What is open in a deal."""
    if row.blanks:
        yield _open_line(counted(len(row.blanks), "blank"), row.blanks, row, asked)
    if row.drafts:
        yield _open_line(counted(len(row.drafts), "clause") + " not approved", row.drafts, row, asked)
    if row.findings:
        words = [span(message) for message in row.findings[:3]]
        more = [nodes.Text(f" and {len(row.findings) - 3} more")] if len(row.findings) > 3 else []
        lead = nodes.strong("", counted(len(row.findings), "finding"))
        yield paragraph([lead, nodes.Text(": "), *joined(words, "; "), *more], "wh-open")
    if not row.open:
        yield paragraph("Nothing is open.", "wh-open wh-none")


def _open_line(lead: str, things: tuple[Open, ...], row: Row, asked: Asked) -> nodes.paragraph:
    named: list[nodes.Node] = []
    for thing in things[:_NAMED]:
        words = f"{thing.words} ({thing.status})" if thing.status else thing.words
        named.append(asked.link(row.page, thing.anchor, words) if thing.anchor else nodes.Text(words))
    more = [nodes.Text(f" and {len(things) - _NAMED} more")] if len(things) > _NAMED else []
    return paragraph([nodes.strong("", lead), nodes.Text(": "), *joined(named), *more], "wh-open")


def tell_templates(asked: Asked) -> list[nodes.Node]:
    """A card for each template."""
    rows = asked.knowledge.templates
    if not rows:
        return [paragraph("No agreements yet.")]
    return [nodes.bullet_list("", *(_template_card(row, asked) for row in rows), classes=["wh-cards", "wh-filtered"])]


def _template_card(row: Row, asked: Asked) -> nodes.list_item:
    card = _card(asked.link(row.page), "")
    if row.drafts:
        card += _open_line(counted(len(row.drafts), "clause") + " not approved", row.drafts, row, asked)
    foot: list[nodes.Node] = [chip(row.status)] if row.status else []
    foot += [span(f"Version {row.version}")] if row.version else []
    counts = ((row.clauses, "clause"), (row.values, "value"), (row.deals, "deal"))
    foot += [span(counted(count, what)) for count, what in counts]
    card += paragraph(joined(foot, " "), "wh-meta")
    return card


def _card(title: nodes.Node, text: str) -> nodes.list_item:
    """A card: its title is a link, which takes the whole of it."""
    made = nodes.list_item("", paragraph(title, "sd-card-title"), classes=["sd-card", "wh-card"])
    if text:
        made += paragraph(text, "wh-summary")
    return made
