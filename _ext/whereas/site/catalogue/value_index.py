"""Every value and every defined term of a project: what it is, and every place it lands."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from docutils import nodes

from whereas.agreement.open_points import Spot
from whereas.language.titles import title_of
from whereas.site.catalogue.filled_later import Asked
from whereas.site.catalogue.knowledge import Knowledge, LibraryTerm, LibraryValue, PageLink, PrintedValue
from whereas.site.catalogue.pieces import Said, facet, joined, marked, paragraph, span, table
from whereas.site.outputs import output_of

#: A value that is in more agreements and deals than these has a page of its own for them, where there are pages.
_FEW = 4
#: So many of what it is are then named in the list, each with the first agreement or deal in which it is so.
_SHOWN = 2
#: So many are named where there is no such page; of hundreds that keep a default, none is news.
_NAMED = 40
#: The folder of these pages, which no author's page is in.
FOLDER = "_values"


def tell_values(asked: Asked) -> list[nodes.Node]:
    """Each value with its type, meaning and default, who declares it, and what it is where."""
    values = asked.knowledge.values
    if not values:
        return [paragraph(asked.words.no_values)]
    return [nodes.bullet_list("", *(_value(each, asked) for each in values), classes=["wh-entries", "wh-filtered"])]


def tell_value(value: LibraryValue, asked: Asked) -> list[nodes.Node]:
    """The page of a value that is in many agreements and deals: all of them."""
    return [*_declared(value, asked), _landings(value, asked, len(value.landed), sys.maxsize)]


def title_of_value(value: LibraryValue) -> str:
    """What it is called."""
    return title_of(value.name, next((each.label for each, _ in value.declared if each.label), ""))


def pages_of_values(knowledge: Knowledge) -> Iterator[tuple[str, LibraryValue]]:
    """The values that have a page of their own, by its name."""
    for value in knowledge.values:
        if sum(len(each.pages) for each in value.landed) > _FEW:
            yield f"{FOLDER}/{value.name}", value


def _value(value: LibraryValue, asked: Asked) -> nodes.list_item:
    head: list[nodes.Node] = [nodes.strong("", title_of_value(value)), nodes.Text(" ")]
    head.append(marked("", value.name, html="code", attributes={}))
    item = nodes.list_item("", paragraph(head, "wh-entry"), ids=[f"value-{nodes.make_id(value.name)}"])
    item += _declared(value, asked)
    many = sum(len(each.pages) for each in value.landed) > _FEW and output_of(asked.builder).site
    if not value.landed:
        item += paragraph(asked.words.in_no_agreement, "wh-none")
    elif many:
        item += _landings(value, asked, _SHOWN, 1)
    else:
        item += _landings(value, asked, len(value.landed), _NAMED)
    return item


def _landings(value: LibraryValue, asked: Asked, shown: int, named: int) -> nodes.bullet_list:
    """What it is where, what differs from its default first; how many more there are is a link to all of them."""
    defaults = {declared.default for declared, _ in value.declared}
    ordered = sorted(value.landed, key=lambda each: each.text in defaults)
    title, listed = title_of_value(value), nodes.bullet_list(classes=["wh-landed"])
    for each in ordered[:shown]:
        listed += nodes.list_item("", paragraph(list(_landed(title, each, asked, named, value.name))))
    if rest := sum(len(each.pages) for each in ordered[shown:]):
        listed += nodes.list_item("", paragraph([_more(rest, value.name, asked)]))
    return listed


def _more(count: int, name: str, asked: Asked) -> nodes.Node:
    words = asked.words.counted(count, asked.words.and_more_deals)
    if not output_of(asked.builder).site:
        return nodes.Text(words)
    return asked.link(PageLink(f"{FOLDER}/{name}", name), "", words)


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


def _landed(title: str, landed: PrintedValue, asked: Asked, named: int, name: str) -> Iterator[nodes.Node]:
    """What the value is, then each agreement with the provisions that print it."""
    if landed.text is None:
        yield span(f"[{title}]", "wh-blank")
    else:
        yield span(landed.text, "wh-value")
    for index, (page, spots) in enumerate(landed.pages[:named]):
        yield nodes.Text(", " if index else f" {asked.words.is_in} ")
        yield asked.link(page)
        if numbered := [spot for spot in spots if spot[0]]:
            yield nodes.Text(" ")
            yield span(joined(_spot(page, spot, asked) for spot in numbered), "wh-spots")
        elif not spots:
            yield nodes.Text(" ")
            yield span(asked.words.not_printed, "wh-none")
    if (rest := len(landed.pages) - named) > 0:
        yield nodes.Text(" ")
        yield _more(rest, name, asked)


def _spot(page: PageLink, spot: Spot, asked: Asked) -> nodes.Node:
    number, anchor = spot
    return asked.link(page, anchor, number)


def tell_terms(asked: Asked) -> list[nodes.Node]:
    """Each defined term with what it means, the clauses that bring it, and the agreements and deals that define it."""
    words = asked.words
    rows: list[tuple[str, list[Said]]] = []
    for each in asked.knowledge.terms:
        clauses = joined(asked.link(page, "", facet(words.clause, page.title)) for page in each.clauses)
        pages = joined(asked.link(page, anchor) for page, anchor in each.templates)
        if each.deals:
            pages += [nodes.Text(", ")] if pages else []
            pages.append(_deals(each.deals, asked))
        row: list[Said] = [span(each.term), list(_meanings(each, asked)), clauses, pages]
        rows.append((f"term-{nodes.make_id(each.term)}", row))
    if not rows:
        return [paragraph(words.no_terms)]
    lead = paragraph(words.counted(len(rows), words.terms), "wh-count")
    return [lead, table(words.terms_heads, (16, 40, 16, 28), rows, "wh-filtered", "wh-stacked", "wh-terms")]


def _deals(count: int, asked: Asked) -> nodes.Node:
    """How many deals, which leads to the page that lists them, if one does."""
    words, page = asked.words.counted(count, asked.words.deals), asked.knowledge.lists.get("deals")
    return asked.link(asked.knowledge.page(page), "", words) if page else nodes.Text(words)


def _meanings(term: LibraryTerm, asked: Asked) -> Iterator[nodes.Node]:
    """What it means; where agreements say it otherwise, each with those that do."""
    for index, (words, pages) in enumerate(term.meanings):
        yield nodes.Text(" " if index else "")
        yield span(words, "wh-meaning")
        if len(term.meanings) > 1:
            yield nodes.Text(" ")
            yield span([nodes.Text(f"{asked.words.is_in} "), *joined(asked.link(page) for page in pages)], "wh-sub")
