"""Every value and every defined term of a project: what it is, and every place it lands."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from whereas.agreement.open_points import Spot
from whereas.language.titles import title_of
from whereas.site.catalogue.filled_later import Asked
from whereas.site.catalogue.knowledge import LibraryValue, PageLink, PrintedValue
from whereas.site.catalogue.pieces import Said, facet, joined, paragraph, span, table

#: So many agreements and deals are named for which a value is the same; of hundreds that keep a default, none is news.
_NAMED = 40


def tell_values(asked: Asked) -> list[nodes.Node]:
    """Each value with its type, meaning and default, who declares it, and what it is where."""
    values = asked.knowledge.values
    if not values:
        return [paragraph(asked.words.no_values)]
    return [nodes.bullet_list("", *(_value(each, asked) for each in values), classes=["wh-entries", "wh-filtered"])]


def _value(value: LibraryValue, asked: Asked) -> nodes.list_item:
    title = title_of(value.name, next((each.label for each, _ in value.declared if each.label), ""))
    head: list[nodes.Node] = [nodes.strong("", title), nodes.Text(" "), nodes.literal(value.name, value.name)]
    item = nodes.list_item("", paragraph(head, "wh-entry"), ids=[f"value-{nodes.make_id(value.name)}"])
    item += _declared(value, asked)
    landed = nodes.bullet_list(classes=["wh-landed"])
    for each in value.landed:
        landed += nodes.list_item("", paragraph(list(_landed(title, each, asked))))
    item += landed if len(landed) else paragraph(asked.words.in_no_agreement, "wh-none")
    return item


def _declared(value: LibraryValue, asked: Asked) -> Iterator[nodes.Node]:
    """What it is; where several declare it alike, that is said once."""
    words = asked.words
    by_words: dict[tuple[str, str, str], list[PageLink]] = {}
    for declared, page in value.declared:
        by_words.setdefault((declared.type, declared.about, declared.default), []).append(page)
    for (type, about, default), pages in by_words.items():
        line: list[nodes.Node] = [facet(words.type, type.capitalize(), "wh-chip")]
        line += [nodes.Text(" "), nodes.Text(about)] if about else []
        yield paragraph(line, "wh-about")
        by = [nodes.Text(f"{words.declared_in} "), *joined(asked.link(page) for page in pages)]
        default_words: list[nodes.Node] = (
            [span(words.default.format(value=default)), nodes.Text(" ")] if default else []
        )
        yield paragraph([*default_words, span(by)], "wh-meta")


def _landed(title: str, landed: PrintedValue, asked: Asked) -> Iterator[nodes.Node]:
    """What the value is, then each agreement with the provisions that print it."""
    if landed.text is None:
        yield span(f"[{title}]", "wh-blank")
    else:
        yield span(landed.text, "wh-value")
    for index, (page, spots) in enumerate(landed.pages[:_NAMED]):
        yield nodes.Text(", " if index else f" {asked.words.is_in} ")
        yield asked.link(page)
        if numbered := [spot for spot in spots if spot[0]]:
            yield nodes.Text(" ")
            yield span(joined(_spot(page, spot, asked) for spot in numbered), "wh-spots")
        elif not spots:
            yield nodes.Text(" ")
            yield span(asked.words.not_printed, "wh-none")
    if (rest := len(landed.pages) - _NAMED) > 0:
        yield nodes.Text(f" {asked.words.counted(rest, asked.words.and_more_deals)}")


def _spot(page: PageLink, spot: Spot, asked: Asked) -> nodes.Node:
    number, anchor = spot
    return asked.link(page, anchor, number)


def tell_terms(asked: Asked) -> list[nodes.Node]:
    """Each defined term with the clauses that bring it, and the agreements and deals that define it."""
    words = asked.words
    rows: list[tuple[str, list[Said]]] = []
    for each in asked.knowledge.terms:
        clauses = joined(asked.link(page, "", facet(words.clause, page.title)) for page in each.clauses)
        pages = joined(asked.link(page, anchor) for page, anchor in each.templates)
        deals = words.counted(each.deals, words.deals) if each.deals else ""
        pages += [nodes.Text(f", {deals}" if pages else deals)]
        rows.append((f"term-{nodes.make_id(each.term)}", [span(each.term), clauses, pages]))
    if not rows:
        return [paragraph(words.no_terms)]
    lead = paragraph(words.counted(len(rows), words.terms), "wh-count")
    return [lead, table(words.terms_heads, (30, 26, 44), rows, "wh-filtered", "wh-terms")]
