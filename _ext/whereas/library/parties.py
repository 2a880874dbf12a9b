"""The party: a legal person."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from whereas.library.clauses import Part
from whereas.library.records import Record


class Registration(Part):
    """Where a party is registered."""

    number: str = Field(description="The number, as the register prints it.")
    label: str = Field("registration number", description="What the number is called.")


class Notices(Part):
    """Where notices go."""

    email: str = Field("", description="The address for electronic notices.")
    attention: str = Field("", description="The person or office notices are marked for.")
    address: tuple[str, ...] = Field((), description="The postal address for notices, if another, line by line.")


class Signatory(Part):
    """Who signs."""

    name: str = Field(description="The name of the person who signs.")
    title: str = Field("", description="The office in which that person signs.")


class Party(Record):
    """A file of `parties/`: one legal person."""

    name: str = Field(description="The legal name.")
    short: str = Field("", description="The name in everyday use.")
    kind: Literal["company", "person"] = Field("company", description="A legal entity or a natural person.")
    entity: str = Field("", description="The legal form, in words: 'private limited company'.")
    jurisdiction: str = Field("", description="The law it was formed under.")
    registration: Registration | None = Field(None, description="The register's number.")
    address: tuple[str, ...] = Field((), description="The registered address, line by line.")
    tax_id: str = Field("", description="The tax or VAT number.")
    notices: Notices = Field(default_factory=Notices, description="Where notices go.")
    signatories: tuple[Signatory, ...] = Field((), description="Who signs.")
