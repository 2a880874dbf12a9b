"""The page of a party: what is known of it, and its deals."""

from __future__ import annotations

from docutils import nodes

from whereas.language import Wording, format_value
from whereas.language.registry import phrases, site_words
from whereas.language.titles import title_of
from whereas.library.parties import PLAIN_LABEL, Party
from whereas.site.catalogue.filled_later import filled_later
from whereas.site.catalogue.pieces import fields, section
from whereas.values.date import parse_date


def put_party(party: Party, document: nodes.document, wording: Wording, language: str) -> None:
    """Put the page of a party into a document; `language` is that of the page."""
    words = site_words(language)
    called = {fact: f"{name[:1].upper()}{name[1:]}" for fact, name in phrases(language).facts.items()}
    page = section(party.name, party.id, party.place("name"))
    document += page
    registered = party.registration
    label = registered.label if registered else ""
    label = called["registration"] if label == PLAIN_LABEL else f"{label[:1].upper()}{label[1:]}"
    signatories = (", ".join(filter(None, (who.name, who.title, who.capacity))) for who in party.signatories)
    page += fields(
        [
            (called["short"], party.short),
            (called["trading_name"], party.trading_name),
            (called["kind"], words.kinds[party.kind]),
            (called["entity"], party.entity),
            (called["jurisdiction"], party.jurisdiction),
            (label, registered.number if registered else ""),
            (called["court"], registered.court if registered else ""),
            (called["address"], format_value(party.address, wording) if party.address else ""),
            (called["tax_id"], party.tax_id),
            (called["born"], format_value(parse_date(party.born), wording) if party.born else ""),
            (words.notices, ", ".join(filter(None, (party.notices.attention, party.notices.email)))),
            (words.signatories, "; ".join(signatories)),
            *((title_of(name), words) for name, words in party.facts.items()),
        ]
    )
    deals = section(words.deals_of_party, "deals" if party.id != "deals" else "deals-of-it", party.place())
    page += deals
    deals += filled_later(filler="deals of party", about=party.id)
