"""The clause: a reusable piece of agreement text."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from whereas.language.figures import parse_locale
from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, Place
from whereas.library.records import Record
from whereas.library.rules import UNKNOWN_VARIANT
from whereas.values.boolean import parse_boolean
from whereas.values.declaration import Declaration


class Part(BaseModel):
    """A mapping inside a record."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def names(written: Any) -> Any:
    """A list of names as it may be written: one name for a list of one, nothing for none."""
    return () if written is None else (written,) if isinstance(written, str) else written


class Meaning(Part):
    """What a term means, and what else it is called."""

    text: str = Field(description="What it means, as words that follow 'means'.")
    also: tuple[str, ...] = Field(
        (), description="Synonyms and abbreviations, printed beside the term.", examples=["CI"]
    )
    variants: tuple[str, ...] = Field((), description="Other forms of the word that no rule knows, not printed.")


class Variant(Part):
    """An alternative text of a clause, standing in for the whole of it."""

    text: str = Field(description="The text of the variant, MyST with values and references.")
    summary: str = Field("", description="What is different about it, in one sentence.")
    title: str = Field("", description="The heading, where it differs from the clause's own.")


class Fallback(Part):
    """One step of the negotiation ladder."""

    position: str = Field(description="What we would fall back to, in a few words.")
    text: str = Field("", description="Words to offer.")
    changes: str = Field("", description="What changes in the text.")
    variant: str = Field("", description="The variant that says so.")
    values: dict[str, Any] = Field(default_factory=dict, description="The values that say so.")
    approval: str = Field("", description="Who must approve it; 'none' if nobody.")


class Clause(Record):
    """A file of `clauses/`: one clause, with its variants and all that is known about it."""

    what, where = "a clause", "in clauses/"

    title: str = Field(description="The heading of the clause in an agreement.", examples=["Confidentiality"])
    text: str = Field(
        description="The standard text, MyST with values and references.",
        examples=["1. {#duty}\n   Each party must keep the other's secrets for {{ secrecy_period }}."],
    )
    summary: str = Field(
        "", description="What the clause does, in one sentence.", examples=["Keeps secret what each party learns."]
    )
    locale: str = Field("", description="The language of its texts, where it is not the project's.", examples=["de"])
    status: Literal["draft", "approved", "retired"] | None = Field(
        None, description="How far its review has come. A final deal has no drafts in it."
    )
    version: str = Field("", description="The version of the text.", examples=["1.2"])
    owner: str = Field("", description="Who answers for it.", examples=["Legal, commercial team"])
    survives: bool | None = Field(None, description="Whether it goes on after the end of the agreement.")
    review: str = Field(
        "",
        description="The day by which it is to be looked at again.",
        examples=["2028-01-31"],
        json_schema_extra={"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    )
    tags: tuple[str, ...] = Field((), description="Words to find it by.", examples=["secrecy"])
    roles: tuple[str, ...] = Field((), description="The roles the text speaks of.", examples=["payer"])
    values: dict[str, Declaration] = Field(
        default_factory=dict,
        description="The values the text needs, by name.",
        examples=[{"secrecy_period": {"type": "duration", "default": "3 years", "about": "How long the duty lasts"}}],
    )
    definitions: dict[str, Meaning] = Field(
        default_factory=dict,
        description="Terms the clause brings, and what each means.",
        examples=[{"Confidential Information": "all information that one party discloses to the other"}],
    )
    variants: dict[str, Variant] = Field(default_factory=dict, description="Alternative texts, by name.")
    needs: dict[str, str] = Field(
        default_factory=dict,
        description="Clauses without which it does not work, each with why, for whoever leaves one out.",
        examples=[{"liability": "the sum that it refers to is set there"}],
    )
    guidance: str = Field(
        "", description="Internal: when to use it, what to watch.", examples=["Use the mutual form unless …"]
    )
    fallbacks: tuple[Fallback, ...] = Field((), description="Internal: the negotiation ladder.")

    @field_validator("locale")
    @classmethod
    def _language(cls, written: str) -> str:
        return parse_locale(written) if written else ""

    @field_validator("definitions", "values", "variants", "needs", "tags", "roles", "fallbacks", mode="before")
    @classmethod
    def _empty(cls, value: Any, info: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return value if value is not None else (() if info.field_name in ("tags", "roles", "fallbacks") else {})

    @field_validator("definitions", mode="before")
    @classmethod
    def _meanings(cls, value: Any) -> Any:
        """A text alone is the short form of a meaning."""
        if not isinstance(value, dict):
            return value
        return {term: {"text": meaning} if isinstance(meaning, str) else meaning for term, meaning in value.items()}

    @field_validator("survives", mode="before")
    @classmethod
    def _yes_or_no(cls, written: Any) -> Any:
        return parse_boolean(written) if isinstance(written, str) else written

    @field_validator("review")
    @classmethod
    def _day(cls, written: str) -> str:
        try:
            return written and date.fromisoformat(written).isoformat()
        except ValueError:
            raise ValueError("must be a day, such as 2028-01-31") from None

    def variant_text(self, variant: str) -> str:
        """The text of a variant, or the standard text where the name is empty."""
        return self.variants[variant].text if variant else self.text


def unknown_variant(clause: Clause, variant: str, place: Place) -> Finding:
    """What is wrong with naming a variant, at a place, that a clause does not have."""
    message = f"the clause {clause.id!r} has no variant {variant!r}"
    return UNKNOWN_VARIANT.at(place, message, did_you_mean(variant, clause.variants))
