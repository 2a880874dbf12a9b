"""The deal: the facts of one real contract."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from whereas.library.clauses import Part, names
from whereas.library.parties import PartyInRole
from whereas.library.records import Record
from whereas.values.boolean import parse_boolean


class Choice(Part):
    """What a deal does with one clause of its agreement."""

    omit: bool = Field(False, description="Leave the clause out; `omit` alone says the same.")
    include: bool = Field(
        False, description="Take in a clause that the agreement has by choice; `include` alone says the same."
    )
    reserved: bool = Field(False, description="Leave it out and keep its number; `reserved` alone says the same.")
    variant: str = Field("", description="The variant to use; its name alone says the same.", examples=["one-way"])
    title: str = Field("", description="Another heading.")
    text: str = Field("", description="Words of its own in place of the clause's.")
    because: str = Field("", description="Why it departs from the template.", examples=["Borealis asked for 60 days"])
    values: dict[str, Any] = Field(default_factory=dict, description="Values for this clause alone.")

    @field_validator("omit", "include", "reserved", mode="before")
    @classmethod
    def _yes_or_no(cls, written: Any) -> Any:
        return parse_boolean(written) if isinstance(written, str) else written


class Addition(Part):
    """A clause that a deal adds to its agreement."""

    after: str = Field(
        "", description="The clause, or the label of the section, that it follows.", examples=["liability"]
    )
    before: str = Field("", description="Or the one that it goes before.")
    clause: str = Field("", description="The clause of the library, where it is not called as the key is.")
    variant: str = Field("", description="The variant to use.")
    title: str = Field("", description="Another heading; of a clause that the library does not have, its heading.")
    text: str = Field("", description="Words of its own; with these the library need not have the clause.")
    with_: dict[str, str] = Field(
        default_factory=dict,
        alias="with",
        description="What the clause's own roles and values are here.",
        examples=[{"payer": "partner"}],
    )
    number: str = Field("", description="Its number, put in between others, which keep theirs.", examples=["14A"])
    because: str = Field("", description="Why it is added.")
    values: dict[str, Any] = Field(default_factory=dict, description="Values for this clause alone.")

    @model_validator(mode="after")
    def _has_a_place(self) -> Addition:
        if bool(self.after) == bool(self.before):
            raise ValueError("must say where it goes: `after:` or `before:` a clause")
        return self


class Exempt(Part):
    """An exception from a rule of the house."""

    because: str = Field("", description="Why the house may live with it.", examples=["Insured up to that sum"])
    approved_by: str = Field(
        "", description="Who has approved it: one whom the rule names.", examples=["Ada Moreau, General Counsel"]
    )


class Deal(Record):
    """A file of `deals/`: which agreement, who plays which role, the values, the clause choices."""

    what, where = "a deal", "in deals/"

    agreement: str = Field(description="The agreement the deal fills: the name of its page.", examples=["cooperation"])
    title: str = Field(
        "", description="What the deal is called on the site.", examples=["Aurora and Borealis, service robots"]
    )
    reference: str = Field("", description="The reference number printed on the contract.", examples=["2027-014"])
    version: str = Field("", description="The version of the contract.", examples=["0.3"])
    status: Literal["draft", "final"] = Field("draft", description="Draft, or ready to sign: then nothing may be open.")
    omitted: Literal["renumber", "reserved"] = Field(
        "renumber", description="What becomes of the numbers of clauses left out: closed up, or kept as reserved."
    )
    amends: tuple[str, ...] = Field(
        (),
        description="The deal that this one amends: its numbers, terms and values hold here.",
        examples=["acme-loan"],
    )
    of: tuple[str, ...] = Field(
        (), description="The deal under which this one is made, as an order under a framework; the same holds of it."
    )
    parties: dict[str, tuple[PartyInRole, ...]] = Field(
        default_factory=dict, description="Role to party, or to a list of parties."
    )
    values: dict[str, Any] = Field(default_factory=dict, description="The values, by name.")
    clauses: dict[str, Choice] = Field(default_factory=dict, description="Clauses left out, varied or reworded.")
    add: dict[str, Addition] = Field(
        default_factory=dict, description="Clauses the agreement does not have, and where they go."
    )
    exceptions: dict[str, Exempt] = Field(
        default_factory=dict,
        description="Internal: the rules of policy.yaml from which the deal is excepted, by name.",
    )

    @field_validator("amends", "of", mode="before")
    @classmethod
    def _names(cls, written: Any) -> Any:
        """One name is the short form of a list of one."""
        return names(written)

    @field_validator("values", "add", "exceptions", mode="before")
    @classmethod
    def _empty(cls, written: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return {} if written is None else written

    @field_validator("parties", mode="before")
    @classmethod
    def _parties(cls, written: Any) -> Any:
        """One party is the short form of a list of one; of a role without any, nothing is known yet."""
        if not isinstance(written, dict):
            return {} if written is None else written
        lists = {role: [who] if isinstance(who, str | dict) else who for role, who in written.items()}
        played = {role: who for role, who in lists.items() if who not in (None, [""], [])}
        return {role: [*map(_in_role, who)] if isinstance(who, list) else who for role, who in played.items()}

    @field_validator("clauses", mode="before")
    @classmethod
    def _choices(cls, written: Any) -> Any:
        """`confidentiality: omit`, `include` and `one-way` are the short forms of a choice."""
        if not isinstance(written, dict):
            return {} if written is None else written
        return {name: _choice(choice) for name, choice in written.items()}


def _in_role(who: Any) -> Any:
    """The name of a party is the short form of a party in a role."""
    return {"party": who} if isinstance(who, str) else who


def _choice(choice: Any) -> Any:
    if choice in ("omit", "reserved"):
        return {"omit": True, "reserved": choice == "reserved"}
    if choice == "include":
        return {"include": True}
    return {"variant": choice} if isinstance(choice, str) else choice
