"""The front matter of an agreement page: its roles, its values, its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, field_validator

from whereas.library.clauses import Part
from whereas.library.finding import NOWHERE, Finding, Place, Trouble
from whereas.library.records import Record, parse_record
from whereas.library.source import Source
from whereas.library.values import Declaration
from whereas.library.yaml_source import parse_source

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)


class RoleTerm(Part):
    """The hat a party wears in an agreement: the defined term it goes by."""

    term: str = Field(
        description="The defined term: Company, for “the Company”; `company: Company` alone says the same."
    )
    plural: str = Field("", description="The term where several parties play the role.", examples=["Sellers"])
    article: str | None = Field(None, description="The word before the term; the language's own if not given.")


class AgreementHeader(Record):
    """The `agreement:` mapping in a page's front matter."""

    style: Any = Field(None, description="The house style: a name, or `{levels: [...], reference: ...}`.")
    locale: str = Field(
        "", description="The language of the text, where it is not the style's.", examples=["en-GB", "de"]
    )
    calendar: str = Field(
        "", description="Whose public holidays are no business days: an ISO 3166 code.", examples=["GB-ENG"]
    )
    terms_of: str = Field(
        "", description="Another agreement whose defined terms are used here.", examples=["cooperation"]
    )
    form: Literal["agreement", "deed"] = Field("agreement", description="How it is executed.")
    roles: dict[str, RoleTerm] = Field(
        default_factory=dict,
        description="Role to defined term, in the order of signing.",
        examples=[{"company": "Company"}],
    )
    values: dict[str, Declaration] = Field(default_factory=dict, description="The values the page uses.")
    version: str = Field("", description="The version of the template.")
    status: str = Field("", description="How far its review has come.")

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


@dataclass(frozen=True)
class Page:
    """A page's text taken apart: front matter (with its fences) and body, and what the front matter declares."""

    text: str
    file: str
    body_start: int = 0
    header: AgreementHeader | None = None
    deal: str = ""
    deal_place: Place = NOWHERE

    @property
    def body(self) -> str:
        """What stands below the front matter, on the lines that it has in the file."""
        return "\n" * self.text.count("\n", 0, self.body_start) + self.text[self.body_start :]

    @property
    def is_contract(self) -> bool:
        """Whether the page holds an agreement or a deal."""
        return self.header is not None or bool(self.deal)


def read_page(text: str, file: str) -> Page:
    """Read a page's front matter, as far as it concerns agreements.

    Raises Trouble when the `agreement:` or `deal:` in it is wrong; front matter that is no YAML is left to MyST.
    """
    found = _FRONT_MATTER.match(text)
    if not found or not re.search(r"^(agreement|deal)\s*:", found[1], re.MULTILINE):
        return Page(text, file)
    source = parse_source(found[1], file, first_line=2)
    if not isinstance(source.data, dict):
        return Page(text, file)
    deal = source.data.get("deal")
    if deal is not None and not isinstance(deal, str):
        raise Trouble(Finding(source.place("deal"), "schema", "`deal:` takes the name of one deal"))
    header = None
    if "agreement" in source.data:
        inner = source.below("agreement")
        header = parse_record(AgreementHeader, inner if inner.data is not None else _empty(inner), file)
    return Page(text, file, found.end(), header, deal or "", source.place("deal"))


def _empty(source: Source) -> Source:
    return Source(source.file, {}, source.places, source.texts)
