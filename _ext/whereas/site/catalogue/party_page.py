"""The page of a party: what is known of it, and its deals."""

from __future__ import annotations

from docutils import nodes

from whereas.agreement.key_terms import title_of
from whereas.language import Wording, format_value
from whereas.library.parties import Party
from whereas.site.catalogue.pieces import fields, section
from whereas.site.catalogue.told import told


def put_party(party: Party, document: nodes.document, wording: Wording) -> None:
    """Put the page of a party into a document."""
    page = section(party.name, party.id, party.place("name"))
    document += page
    registered = party.registration
    label = f"{registered.label[:1].upper()}{registered.label[1:]}" if registered else ""
    signatories = (", ".join(filter(None, (who.name, who.title, who.capacity))) for who in party.signatories)
    page += fields(
        [
            ("Short name", party.short),
            ("Trading name", party.trading_name),
            ("Kind", party.kind),
            ("Legal form", party.entity),
            ("Jurisdiction", party.jurisdiction),
            (label, registered.number if registered else ""),
            ("Register court", registered.court if registered else ""),
            ("Address", format_value(party.address, wording) if party.address else ""),
            ("Tax number", party.tax_id),
            ("Notices", ", ".join(filter(None, (party.notices.attention, party.notices.email)))),
            ("Signatories", "; ".join(signatories)),
            *((title_of(name), words) for name, words in party.facts.items()),
        ]
    )
    deals = section("Deals", "deals" if party.id != "deals" else "deals-of-it", party.place())
    page += deals
    deals += told(teller="deals of party", about=party.id)
