"""The policy: what the house asks of its deals, each rule with those who may approve that a deal departs from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator

from whereas.library.clauses import Part, names
from whereas.library.records import Record


class HouseRule(Part):
    """One rule of the house."""

    must: str = Field(
        description="What must hold of a deal, as a condition of the template language.",
        examples=["cap_amount <= 2 * annual_fee", 'governing_law in ["Germany", "France"]'],
    )
    when: str = Field(
        "",
        description="The deals of which it is asked, as another condition; all that have these values, without it.",
        examples=["personal_data", 'included("liability")'],
    )
    message: str = Field(
        description="What is wrong with a deal that breaks it, as a sentence.",
        examples=["The cap is above twice the annual fee."],
    )
    hint: str = Field("", description="What to do about it.", examples=["Agree a lower cap."])
    approval: tuple[str, ...] = Field(
        (),
        description="Who may approve an exception; nobody may, where this is empty.",
        examples=[["General Counsel", "Finance Director"]],
    )
    agreements: tuple[str, ...] = Field(
        (), description="The agreements whose deals it is asked of; all, where this is empty.", examples=["cooperation"]
    )
    severity: Literal["error", "warning", "info"] = Field(
        "warning", description="How bad it is to break it; in a final deal it is an error unless this says info."
    )

    @field_validator("approval", "agreements", mode="before")
    @classmethod
    def _names(cls, written: Any) -> Any:
        """One name is the short form of a list of one."""
        return names(written)


class Policy(Record):
    """The file `policy.yaml`: the rules of the house, by name. Internal: nothing of it is told to readers outside."""

    what, where = "the policy", "in policy.yaml"

    rules: dict[str, HouseRule] = Field(default_factory=dict, description="The rules, by name.")

    @field_validator("rules", mode="before")
    @classmethod
    def _empty(cls, written: Any) -> Any:
        """A key with nothing behind it is an empty one."""
        return {} if written is None else written


#: The files that a policy may have, beside conf.py's folder of records: the first that is there.
POLICY_FILES = ("policy.yaml", "policy.yml")


def policy_file(root: Path) -> Path:
    """The file of a project's policy; where there is none, the one that it would have."""
    paths = [root / name for name in POLICY_FILES]
    return next((path for path in paths if path.is_file()), paths[0])
