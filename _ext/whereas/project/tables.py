"""What the project knows of each page: plain data, kept from build to build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from whereas.agreement.capitals import Phrase
from whereas.agreement.open_points import Spot
from whereas.agreement.styles import Style
from whereas.agreement.targets import Targets
from whereas.assembly.others import Other
from whereas.library.finding import Place


class PlacedClause(NamedTuple):
    """A clause in an agreement: which, in what variant, and the number and anchor it has there.

    `figures` are the clause's values as they are there, by the clause's own names (None: blank), `departures` how often
    the deal departs from it.
    """

    clause: str
    variant: str
    number: str
    anchor: str
    own: bool = False  # the deal has words of its own in its place
    figures: tuple[tuple[str, str | None], ...] = ()
    departures: int = 0


class Played(NamedTuple):
    """A party in a deal: the term of its role there, and its id."""

    role: str
    id: str


class OpenItem(NamedTuple):
    """Something still open in a deal: what, why where that needs words, and the provision it stands in."""

    words: str
    status: str
    number: str
    anchor: str


class PrintedFact(NamedTuple):
    """A value in an agreement: what it is there (None: blank) and the provisions that print it."""

    name: str
    text: str | None
    spots: tuple[Spot, ...]


class Declared(NamedTuple):
    """A value as a clause or an agreement declares it."""

    name: str
    type: str
    about: str
    default: str
    label: str = ""


@dataclass(frozen=True)
class KnownAgreement:
    """What other pages may ask of an agreement."""

    title: str
    style: Style
    targets: Targets
    uses: tuple[PlacedClause, ...]
    parties: tuple[Played, ...]
    deal: str = ""
    others: tuple[Other, ...] = ()  # the agreements whose labels it may cite without their name
    omitted: tuple[tuple[str, str], ...] = ()  # the clauses that a deal leaves out, and where it says so
    template: str = ""  # the docname of the agreement that a deal fills
    name: str = ""  # what a deal is called on the site
    terms: tuple[tuple[str, str], ...] = ()  # each with the anchor of its definition
    meanings: tuple[tuple[str, str], ...] = ()  # of a template's terms, in its words
    role_terms: frozenset[str] = frozenset()  # what the parties are called
    taken: tuple[tuple[str, Place], ...] = ()  # terms of other agreements, `page:term`, each with its first use
    phrases: tuple[Phrase, ...] = ()  # in capitals, and not defined
    status: str = ""
    reference: str = ""
    version: str = ""
    date: tuple[str, str] = ("", "")  # the date on the cover, for machines and for readers
    names: tuple[str, ...] = ()  # of the parties
    unplayed: tuple[str, ...] = ()  # the roles of a deal that nobody plays yet
    blanks: tuple[OpenItem, ...] = ()
    drafts: tuple[OpenItem, ...] = ()
    departures: int = 0
    printed_facts: tuple[PrintedFact, ...] = ()


class OutwardCitation(NamedTuple):
    """A citation that leaves its page: what it cites, how it is printed, where it stands."""

    labels: str
    form: str
    location: str
    near: tuple[str, ...] = ()  # for each label, what may have been meant of the page's own
    case: str = ""  # the one in which it stands
    explicit: bool = False  # whether it has words of its own
    either: bool = False  # whether any one of several may be meant
