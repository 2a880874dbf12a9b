"""What the project knows of each agreement, by page: plain data, kept from build to build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from whereas.agreement.capitals import Phrase
from whereas.agreement.references import Targets
from whereas.agreement.styles import Style


class Use(NamedTuple):
    """A clause in an agreement: which, in what variant, and the number and anchor it has there."""

    clause: str
    variant: str
    number: str
    anchor: str


@dataclass(frozen=True)
class Known:
    """What other pages may ask of an agreement."""

    title: str
    style: Style
    targets: Targets
    uses: tuple[Use, ...]
    parties: tuple[str, ...]  # ids
    deal: str = ""
    template: str = ""  # the docname of the agreement that a deal fills
    name: str = ""  # what a deal is called on the site
    terms: tuple[tuple[str, str], ...] = ()  # each with the anchor of its definition
    phrases: tuple[Phrase, ...] = ()  # in capitals, and not defined


class Citation(NamedTuple):
    """A citation that leaves its page: what it cites, how it is printed, where it stands."""

    labels: str
    form: str
    location: str
