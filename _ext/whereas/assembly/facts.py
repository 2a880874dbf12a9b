"""The facts a page's text sees: its values and roles, each knowing its words and where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from whereas.agreement.model import Fact
from whereas.agreement.runs import Blank, Run, TermUse, Value
from whereas.assembly.language import format_value
from whereas.library.finding import Finding, Place, did_you_mean
from whereas.library.parties import Party
from whereas.library.values import Declaration, parse_value

#: What `{{ company.x }}` may ask for, and how the blank reads.
PARTY_FACTS = {
    "name": "legal name",
    "short": "short name",
    "entity": "legal form",
    "jurisdiction": "jurisdiction",
    "registration": "registration number",
    "address": "address",
    "tax_id": "tax number",
    "email": "e-mail",
    "attention": "person for notices",
    "signatory": "signatory",
}


@dataclass(frozen=True, eq=False)
class Known:
    """A fact as the template language sees it: compares and tests like its value, prints as its words."""

    name: str
    value: Any
    text: str
    origin: str = ""
    about: str = ""
    type: str = "text"

    def run(self) -> Run:
        """What the fact becomes in the agreement."""
        if self.value is None:
            return Blank(self.name, self.text, self.about)
        return Value(self.name, self.text, self.origin, self.about)

    def fact(self) -> Fact:
        """What the outline and the key terms tell of it."""
        return Fact(self.name, self.type, None if self.value is None else self.text, self.origin, self.about)

    def worded(self, text: str) -> Known:
        """The same fact in other words; a blank stays blank."""
        return self if self.value is None else Known(self.name, self.value, text, self.origin, self.about, self.type)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.value)

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == _plain(other))

    # of a blank nothing is known, so it is neither more nor less than anything
    def __lt__(self, other: object) -> bool:
        return bool(self.value is not None and self.value < _plain(other))

    def __gt__(self, other: object) -> bool:
        return bool(self.value is not None and self.value > _plain(other))

    def __le__(self, other: object) -> bool:
        return self < other or self == other

    def __ge__(self, other: object) -> bool:
        return self > other or self == other

    def __iter__(self) -> Iterator[Any]:
        for item in self.value or ():
            yield Known(self.name, item, str(item), self.origin, self.about)

    def __len__(self) -> int:
        return len(self.value or ())

    def __int__(self) -> int:
        return int(self.value or 0)


def _plain(other: object) -> object:
    return other.value if isinstance(other, Known) else other


class Role:
    """A role as the template language sees it: prints as its term ("the Company"), has the party's facts.

    Its own fields are private, so that `{{ company.name }}` is the party's name and templates reach nothing else.
    """

    __slots__ = ("_id", "_party", "_term")

    def __init__(self, id: str, term: str, party: Party | None = None) -> None:
        """Take the role's id, its defined term, and who plays it in a deal."""
        self._id, self._term, self._party = id, term, party

    def _run(self) -> Run:
        """The use of the defined term."""
        return TermUse(self._term, str(self))

    def __str__(self) -> str:
        return f"the {self._term}"

    def __getattr__(self, fact: str) -> Known:
        """A fact about the party, blank where it is not known."""
        if fact not in PARTY_FACTS:
            raise AttributeError(fact)
        words = _party_fact(self._party, fact) if self._party else ""
        name, blank = f"{self._id}.{fact}", f"[{self._term}’s {PARTY_FACTS[fact]}]"
        if not words or self._party is None:
            return Known(name, None, blank, about=f"The {PARTY_FACTS[fact]} of the {self._term}.")
        return Known(name, words, words, str(self._party.place()))


def _party_fact(party: Party, fact: str) -> str:
    match fact:
        case "name" | "entity" | "jurisdiction" | "tax_id":
            return str(getattr(party, fact))
        case "short":
            return party.short or party.name
        case "registration":
            return party.registration.number if party.registration else ""
        case "address":
            return ", ".join(party.address)
        case "email" | "attention":
            return str(getattr(party.notices, fact))
        case _:
            return party.signatories[0].name if party.signatories else ""


def blank_text(name: str) -> str:
    """`[Effective date]` for effective_date."""
    words = name.replace("_", " ").strip()
    return f"[{words[:1].upper()}{words[1:]}]"


def known_value(
    name: str, declared: Declaration, written: Any, place: Place, origin: str, locale: str, findings: list[Finding]
) -> Known:
    """A declared value as a fact: parsed, formatted, or blank; what is wrong with it goes to the findings."""
    if written is None or written == "":
        return Known(name, None, blank_text(name), about=declared.about, type=declared.type)
    try:
        value = parse_value(written, declared)
    except ValueError as error:
        hint = f"for example: {declared.example}" if declared.example else ""
        findings.append(Finding(place, "value", f"the value {name!r} {error}", hint))
        return Known(name, None, blank_text(name), about=declared.about, type=declared.type)
    text = format_value(value, locale) + ("%" if declared.type == "percent" else "")
    return Known(name, value, text, origin, declared.about, declared.type)


@dataclass(frozen=True)
class Facts:
    """All that one page's text may speak of. `omitted` maps clauses left out to the place that says so."""

    values: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    omitted: dict[str, Place] = field(default_factory=dict)
    deal: str = ""
    locale: str = "en_GB"

    def fitted(self, fitting: dict[str, str], values: dict[str, Known]) -> Facts:
        """The facts as a clause sees them that calls some by names of its own, and has some of its own."""
        seen = {**self.values, **values}
        roles = dict(self.roles)
        for own, theirs in fitting.items():
            if theirs in self.roles:
                roles[own] = self.roles[theirs]
            elif theirs in self.values:
                seen[own] = self.values[theirs]
        return Facts(seen, roles, self.omitted, self.deal, self.locale)

    def unknown(self, name: str) -> str:
        """The hint for a name that is none of the facts."""
        return did_you_mean(name, {*self.values, *self.roles})
