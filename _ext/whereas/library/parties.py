"""The party: a legal person."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from whereas.language.en.frame import PHRASES
from whereas.language.quantities import Address
from whereas.language.registry import LANGUAGES
from whereas.library.clauses import Part, names
from whereas.library.records import Record
from whereas.values.boolean import parse_boolean
from whereas.values.date import parse_date
from whereas.values.spelling import parse_line

#: What a register's number is called if nobody says otherwise; each language has its own word for it.
PLAIN_LABEL = PHRASES.facts["registration"]


class Registration(Part):
    """Where a party is registered."""

    number: str = Field(description="The number, as the register prints it.", examples=["01234567"])
    label: str = Field(PLAIN_LABEL, description="What the number is called.", examples=["company number"])
    court: str = Field("", description="The court or office that keeps the register, as Amtsgericht Leipzig.")


class Notices(Part):
    """Where notices go."""

    email: str = Field("", description="The address for electronic notices.", examples=["legal@aurora.example.com"])
    attention: str = Field("", description="The person or office notices are marked for.", examples=["General Counsel"])
    address: Address | None = Field(None, description="The postal address for notices, if another.")

    @field_validator("address", mode="before")
    @classmethod
    def _lines(cls, written: Any) -> Any:
        return address_parts(written)


class Signatory(Part):
    """Who signs: a person, or a company by its own signatories. All the signatories of a party sign."""

    name: str = Field("", description="The name of the person who signs.", examples=["Ada Moreau"])
    party: str = Field("", description="Instead, a company that acts for the party: its file in parties/.")
    title: str = Field(
        "", description="The office in which it signs; of a company, as general partner.", examples=["Director"]
    )
    capacity: str = Field(
        "", description="By what right, where the office does not say it.", examples=["by power of attorney"]
    )

    @model_validator(mode="after")
    def _is_somebody(self) -> Signatory:
        if bool(self.name) == bool(self.party):
            raise ValueError("must have the `name` of a person, or the `party` that signs")
        return self


#: What people write as the legal form of a natural person.
_PERSONS = {words for each in LANGUAGES for words in each.persons}


class Party(Record):
    """A file of `parties/`: one legal person."""

    what, where = "a party", "in parties/"

    name: str = Field(description="The legal name.", examples=["Aurora Robotics Ltd"])
    short: str = Field("", description="The name in everyday use.", examples=["Aurora"])
    trading_name: str = Field("", description="The name it trades under, if another than the legal one.")
    kind: Literal["company", "person"] = Field(
        "company",
        description="A legal entity or a natural person; if not said, as the legal form says (individual).",
        examples=["person"],
    )
    entity: str = Field("", description="The legal form, in words.", examples=["private limited company"])
    jurisdiction: str = Field("", description="The law it was formed under.", examples=["England and Wales"])
    registration: Registration | None = Field(None, description="The register's number.")
    born: str = Field("", description="The date of birth of a natural person.", examples=["1980-05-03"])
    address: Address | None = Field(None, description="The registered address: its parts, or a list of lines.")
    tax_id: str = Field("", description="The tax or VAT number.", examples=["GB 123 4567 89"])
    notices: Notices = Field(default_factory=Notices, description="Where notices go.")
    signatories: tuple[Signatory, ...] = Field((), description="Who signs; all of them do.")
    represented: bool = Field(
        False, description="Whether the parties’ block names who signs for it, as is usual for a GmbH."
    )
    witness: bool = Field(
        False, description="Whether a witness signs beside each signatory. Deeds of persons have one anyway."
    )
    facts: dict[str, str] = Field(
        default_factory=dict,
        description="Whatever else texts may ask of it, by name.",
        examples=[{"website": "aurora.example.com"}],
    )

    @property
    def is_person(self) -> bool:
        """Whether it is a natural person, as its `kind` says, else a date of birth or its legal form."""
        if "kind" in self.model_fields_set:
            return self.kind == "person"
        return bool(self.born) or " ".join(self.entity.split()).casefold() in _PERSONS

    @field_validator("address", mode="before")
    @classmethod
    def _lines(cls, written: Any) -> Any:
        """A list of lines is the short form of an address."""
        return address_parts(written)

    @field_validator("born")
    @classmethod
    def _day(cls, written: str) -> str:
        return parse_date(written).isoformat() if written else ""

    @model_validator(mode="after")
    def _may_be_born(self) -> Party:
        if self.born and not self.is_person:
            raise ValueError("has a date of birth (`born`), which only a person has: write `kind: person`")
        return self

    @field_validator("facts", "notices", "signatories", mode="before")
    @classmethod
    def _empty(cls, written: Any, info: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return written if written is not None else (() if info.field_name == "signatories" else {})

    @field_validator("name", "short", "trading_name")
    @classmethod
    def _seen(cls, name: str) -> str:
        """A name is a line that can be seen, as a value is."""
        return parse_line(name)

    @field_validator("witness", "represented", mode="before")
    @classmethod
    def _yes_or_no(cls, written: Any) -> Any:
        return parse_boolean(written) if isinstance(written, str) else written


class PartyInDeal(Part):
    """A party in a deal, and what is otherwise there than its file says."""

    party: str = Field(description="The name of its file in parties/.", examples=["aurora"])
    signatories: tuple[Signatory, ...] | None = Field(None, description="Who signs this deal for it; all of them do.")
    witness: bool | None = Field(None, description="Whether a witness signs beside each signatory of it.")
    notices: Notices | None = Field(None, description="Where notices under this deal go; what is not said stays.")
    facts: dict[str, str] = Field(default_factory=dict, description="Further facts, or other ones, by name.")

    @field_validator("facts", mode="before")
    @classmethod
    def _empty(cls, written: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return {} if written is None else written

    @field_validator("witness", mode="before")
    @classmethod
    def _yes_or_no(cls, written: Any) -> Any:
        return parse_boolean(written) if isinstance(written, str) else written


class PartyInRole(PartyInDeal):
    """Who plays a role in a deal."""

    term: str = Field(
        "",
        description="What it is called in this deal, instead of the role's term, without an article.",
        examples=["Aurora"],
    )
    may_also_be: tuple[str, ...] = Field((), description="Other roles that it plays here on purpose.")

    @field_validator("may_also_be", mode="before")
    @classmethod
    def _one_or_more(cls, written: Any) -> Any:
        """One role is the short form of a list of one."""
        return names(written)


def address_parts(written: Any) -> Any:
    """An address as its model takes it: a list of lines, or a street of one line, is a short form."""
    match written:
        case list():
            return {"lines": written}
        case str():
            return {"lines": written.splitlines()}
        case {"street": str(street)}:
            return {**written, "street": [street]}
    return written
