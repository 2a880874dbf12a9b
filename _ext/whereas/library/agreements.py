"""The front matter of an agreement page: its roles, its values, its style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, field_validator

from whereas.library.clauses import Part, names
from whereas.library.records import Record
from whereas.library.style_keys import STYLE_KEYS
from whereas.values.boolean import parse_boolean
from whereas.values.declaration import Declaration

#: The cases of a term, of one and of several.
Case = Literal[
    "nominative",
    "accusative",
    "dative",
    "genitive",
    "plural accusative",
    "plural dative",
    "plural genitive",
]


class RoleTerm(Part):
    """The hat a party wears in an agreement: the defined term it goes by."""

    term: str = Field(
        description="The defined term: Company, for “the Company”; `company: Company` alone says the same."
    )
    plural: str = Field("", description="The term where several parties play the role.", examples=["Sellers"])
    article: str | None = Field(None, description="The word before the term; the language's own if not given.")
    gender: Literal["", "masculine", "feminine", "neuter"] = Field(
        "", description="The gender of the term, which gives its article: der, die, das; le, la; el, la."
    )
    forms: dict[Case, str] = Field(
        default_factory=dict,
        description="The term in cases that do not follow the rule.",
        examples=[{"genitive": "Herrn"}],
    )
    may_also_be: tuple[str, ...] = Field(
        (), description="Other roles that the same party may play without a warning.", examples=["lender"]
    )

    @field_validator("may_also_be", mode="before")
    @classmethod
    def _one_or_more(cls, written: Any) -> Any:
        """One role is the short form of a list of one."""
        return names(written)


class AgreementHeader(Record):
    """The `agreement:` mapping in a page's front matter."""

    what, where = "an agreement", "under `agreement:` in the front matter of its page"
    below: ClassVar[Mapping[str, tuple[str, ...]]] = {"style": STYLE_KEYS}

    style: Any = Field(None, description="The house style: a name, or `{levels: [...], reference: ...}`.")
    locale: str = Field(
        "", description="The language of the text, where it is not the style's.", examples=["en-GB", "de"]
    )
    calendar: str = Field(
        "", description="Whose public holidays are no business days: an ISO 3166 code.", examples=["GB-ENG"]
    )
    terms_of: tuple[str, ...] = Field(
        (), description="Another agreement whose defined terms and values are used here.", examples=[["cooperation"]]
    )
    cites: tuple[str, ...] = Field(
        (),
        description="Other agreements whose labels may be cited here without the agreement's name.",
        examples=[["cooperation"]],
    )
    amends: tuple[str, ...] = Field((), description="The deal that this agreement amends, if it is for one alone.")
    of: tuple[str, ...] = Field((), description="The deal under which it is made, if it is for one alone.")
    form: Literal["agreement", "deed"] = Field("agreement", description="How it is executed.")
    cover: bool = Field(
        True,
        description="Whether it has a cover on paper; else title and date stand at the head of the first page.",
    )
    contents: bool = Field(True, description="Whether it has contents on paper.")
    roles: dict[str, RoleTerm] = Field(
        default_factory=dict,
        description="Role to defined term, in the order of signing.",
        examples=[{"company": "Company"}],
    )
    values: dict[str, Declaration] = Field(default_factory=dict, description="The values the page uses.")
    version: str = Field("", description="The version of the template.")
    status: str = Field("", description="How far its review has come.")

    @field_validator("terms_of", "cites", "amends", "of", mode="before")
    @classmethod
    def _names(cls, value: Any) -> Any:
        """One name is the short form of a list of one."""
        return names(value)

    @field_validator("cover", "contents", mode="before")
    @classmethod
    def _yes_or_no(cls, written: Any) -> Any:
        return parse_boolean(written) if isinstance(written, str) else written

    @field_validator("roles", "values", mode="before")
    @classmethod
    def _empty(cls, value: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return {} if value is None else value

    @field_validator("roles", mode="before")
    @classmethod
    def _terms(cls, value: Any) -> Any:
        """A term alone is the short form of a role."""
        if not isinstance(value, dict):
            return value
        return {role: {"term": term} if isinstance(term, str) else term for role, term in value.items()}
