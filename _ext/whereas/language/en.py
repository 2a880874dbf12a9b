"""English: what the program itself writes into contracts, in Britain and in America."""

from __future__ import annotations

from dataclasses import replace

from whereas.language.frame import Phrases

ENGLISH = Phrases()
AMERICAN = replace(
    ENGLISH,
    range="through",
    form_and_law=", {a} {entity} organized under the laws of {jurisdiction}",
    law=", organized under the laws of {jurisdiction}",
    office=", with its principal office at {address}",
    home=", an individual residing at {address}",
    home_of_form=" residing at {address}",
    trading_as=", doing business as {name}",
    signed_for="Signed on behalf of",
    by="By",
    notary="Acknowledged before me:",
    notary_lines=("Notary public", "Name", "State of", "County of", "Date", "Commission expires"),
)
