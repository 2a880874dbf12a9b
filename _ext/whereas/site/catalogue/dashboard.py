"""Agreements and deals at a glance: cards that tell what is still open, and a table of all deals."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from whereas.language.site_words import SiteWords
from whereas.project.tables import OpenItem
from whereas.site import beside
from whereas.site.beside import Line, Span
from whereas.site.catalogue.checks_page import check_count
from whereas.site.catalogue.filled_later import Asked, to_page
from whereas.site.catalogue.knowledge import AgreementRow
from whereas.site.catalogue.pieces import chip, joined, paragraph, span, table_of_lines
from whereas.site.catalogue.way import meter

#: So many blanks are named on a card; the deal's page has them all.
_NAMED = 8
#: The same of findings.
_TOLD = 3


def tell_deals(asked: Asked) -> list[nodes.Node]:
    """The table of all deals, which readers with scripts can sort and filter."""
    words = asked.words
    rows: list[tuple[Line, ...]] = []
    for row in asked.knowledge.deals:
        reference: Line = (Span(row.reference, classes=("wh-fixed",)),)
        if row.version:
            reference = (*reference, " ", Span(f"{words.version} {row.version}", classes=("wh-sub",)))
        some = Span(str(row.open), classes=("wh-some" if row.open else "wh-none",))
        names = words.listed(row.names)
        rows.append(
            (
                (to_page(row.page),),
                (beside.facet(words.agreement, row.template.title),) if row.template.docname else (),
                (names,) if names else (),
                (beside.chip(row.status, words),) if row.status else (),
                (some,) if row.status else (),
                reference,
                (beside.time(*row.date),) if row.date[0] else (),
            )
        )
    if not rows:
        return [paragraph(words.no_deals)]
    return [
        table_of_lines(
            words.deals_heads, (24, 15, 22, 9, 7, 12, 11), rows, "wh-sortable", "wh-filtered", "wh-stacked", "wh-deals"
        )
    ]


def tell_board(asked: Asked) -> list[nodes.Node]:
    """Cards of the deals that are not done, those with most open first; `about` is how many at most."""
    pending = [row for row in asked.knowledge.deals if row.status and (row.status != "final" or row.open)]
    pending.sort(key=lambda row: (-row.open, row.page.title.casefold()))
    shown = pending[: asked.about]
    made: list[nodes.Node] = [paragraph(_summary(asked.knowledge.deals, asked.words), "wh-count")]
    if shown:
        made.append(nodes.bullet_list("", *(_deal_card(row, asked) for row in shown), classes=["wh-cards"]))
    if rest := len(pending) - len(shown):
        made.append(paragraph(asked.words.counted(rest, asked.words.less_open), "wh-count"))
    return made


def _summary(deals: tuple[AgreementRow, ...], words: SiteWords) -> str:
    """`3 deals: 2 in draft, 1 final. 4 points are open.`"""
    if not deals:
        return words.no_deals
    counts = {said: sum(row.status == status for row in deals) for status, said in words.in_state.items()}
    states = ", ".join(words.counted(count, (said, said)) for said, count in counts.items() if count)
    points = sum(row.open for row in deals)
    is_open = words.counted(points, words.points_open) if points else words.nothing_open
    return f"{words.counted(len(deals), words.deals)}{f'{words.colon} {states}' if states else ''}. {is_open}"


def _deal_card(row: AgreementRow, asked: Asked) -> nodes.list_item:
    words = asked.words
    card = _card(asked.link(row.page), words.listed(row.names))
    if asked.internal and row.ready:
        card += meter(row.ready, words)
    card += _items(row, asked)
    foot: list[nodes.Node] = [chip(row.status, words)]
    foot += [span(row.template.title)] if row.template.docname else []
    foot += [span(text) for text in (row.reference, f"{words.version} {row.version}" if row.version else "") if text]
    if asked.internal and row.departures:
        foot.append(span(words.counted(row.departures, words.departures_of)))
    if asked.internal and row.told:
        foot.append(check_count(row.told, asked))
    card += paragraph(joined(foot, " "), "wh-meta")
    return card


def _items(row: AgreementRow, asked: Asked) -> Iterator[nodes.Node]:
    """What is open in a deal."""
    words = asked.words
    if row.blanks:
        yield _open_line(words.counted(len(row.blanks), words.blanks), row.blanks, row, asked)
    if row.drafts:
        yield _open_line(words.counted(len(row.drafts), words.not_approved), row.drafts, row, asked)
    if row.findings:
        said = [span(message) for message in row.findings[:_TOLD]]
        lead = nodes.strong("", words.counted(len(row.findings), words.findings))
        more = _more(len(row.findings) - _TOLD, row, asked)
        yield paragraph([lead, nodes.Text(f"{words.colon} "), *joined(said, "; "), *more], "wh-open")
    if not row.open:
        yield paragraph(words.nothing_open, "wh-open wh-none")


def _open_line(lead: str, things: tuple[OpenItem, ...], row: AgreementRow, asked: Asked) -> nodes.paragraph:
    named: list[nodes.Node] = []
    for thing in things[:_NAMED]:
        words = f"{thing.words} ({asked.words.state_of(thing.status)})" if thing.status else thing.words
        named.append(asked.link(row.page, thing.anchor, words) if thing.anchor else nodes.Text(words))
    more = _more(len(things) - _NAMED, row, asked)
    return paragraph([nodes.strong("", lead), nodes.Text(f"{asked.words.colon} "), *joined(named), *more], "wh-open")


def _more(count: int, row: AgreementRow, asked: Asked) -> list[nodes.Node]:
    """How many are not named, and the page that names them."""
    said = asked.words.counted(count, asked.words.and_more)
    return [nodes.Text(" "), asked.link(row.page, "", said)] if count > 0 else []


def tell_templates(asked: Asked) -> list[nodes.Node]:
    """A card for each template."""
    rows = asked.knowledge.templates
    if not rows:
        return [paragraph(asked.words.no_agreements)]
    return [nodes.bullet_list("", *(_template_card(row, asked) for row in rows), classes=["wh-cards", "wh-filtered"])]


def _template_card(row: AgreementRow, asked: Asked) -> nodes.list_item:
    words = asked.words
    card = _card(asked.link(row.page), "")
    if row.drafts:
        card += _open_line(words.counted(len(row.drafts), words.not_approved), row.drafts, row, asked)
    foot: list[nodes.Node] = [chip(row.status, words)] if row.status else []
    foot += [span(f"{words.version} {row.version}")] if row.version else []
    counts = ((row.clauses, words.clauses), (row.values, words.values), (row.deals, words.deals))
    foot += [span(words.counted(count, what)) for count, what in counts]
    if asked.internal and row.told:
        foot.append(check_count(row.told, asked))
    card += paragraph(joined(foot, " "), "wh-meta")
    return card


def _card(title: nodes.Node, text: str) -> nodes.list_item:
    """A card: its title is a link, which takes the whole of it."""
    made = nodes.list_item("", paragraph(title, "sd-card-title"), classes=["sd-card", "wh-card"])
    if text:
        made += paragraph(text, "wh-summary")
    return made
