"""The deal: the facts of one real contract."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator

from whereas.library.clauses import Part
from whereas.library.records import Record


class Choice(Part):
    """What a deal does with one clause of its agreement."""

    omit: bool = Field(False, description="Leave the clause out; `omit` alone says the same.")
    reserved: bool = Field(False, description="Leave it out and keep its number; `reserved` alone says the same.")
    variant: str = Field("", description="The variant to use.")
    title: str = Field("", description="Another heading.")
    text: str = Field("", description="Words of its own in place of the clause's.")
    because: str = Field("", description="Why the words differ.")
    values: dict[str, Any] = Field(default_factory=dict, description="Values for this clause alone.")


class Deal(Record):
    """A file of `deals/`: which agreement, who plays which role, the values, the clause choices."""

    agreement: str = Field(description="The agreement the deal fills: the name of its page.")
    title: str = Field("", description="What the deal is called on the site.")
    reference: str = Field("", description="The reference number printed on the contract.")
    version: str = Field("", description="The version of the contract.")
    status: Literal["draft", "final"] = Field("draft", description="Draft, or ready to sign.")
    omitted: Literal["renumber", "reserved"] = Field(
        "renumber", description="What becomes of the numbers of clauses left out: closed up, or kept as reserved."
    )
    parties: dict[str, str] = Field(default_factory=dict, description="Role to party.")
    values: dict[str, Any] = Field(default_factory=dict, description="The values, by name.")
    clauses: dict[str, Choice] = Field(default_factory=dict, description="Clauses left out, varied or reworded.")

    @field_validator("parties", "values", mode="before")
    @classmethod
    def _empty(cls, value: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return {} if value is None else value

    @field_validator("clauses", mode="before")
    @classmethod
    def _omit(cls, value: Any) -> Any:
        """`confidentiality: omit` and `confidentiality: one-way` are the short forms of a choice."""
        if not isinstance(value, dict):
            return {} if value is None else value
        return {name: _choice(choice) for name, choice in value.items()}


def _choice(choice: Any) -> Any:
    if choice in ("omit", "reserved"):
        return {"omit": True, "reserved": choice == "reserved"}
    return {"variant": choice} if isinstance(choice, str) else choice
