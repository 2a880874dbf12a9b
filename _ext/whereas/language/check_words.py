"""What pages and commands say of checks: what was found, what the policy says, how far a deal has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: What is said of one and of several; `{count}` is filled in.
Counted = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class CheckWords:
    """The words of one language. What stands in braces is filled in."""

    # the way to signature
    way: str
    ready: str
    steps_left: Counted
    steps_done: str  # of all
    open_steps: Mapping[str, Counted]  # by the name of a step: what is to be done
    done_steps: Mapping[str, str]

    # what was found
    severity: str
    severities: Mapping[str, str]
    rule: str
    file: str
    errors: Counted
    warnings: Counted
    infos: Counted
    ignored: Counted
    checked: Counted
    nothing_found: str
    more_infos: Counted
    ignored_title: str

    # the policy
    no_policy: str
    unread_policy: str
    rules: Counted
    verdicts: Mapping[str, str]
    not_asked: str
    deal: str
    table_title: str
    rules_title: str
    must: str
    when: str
    approved_by: str
    either: str  # between those who may
    nobody: str
    approved: str
    left_title: str  # what is broken, excepted or open
    left_heads: tuple[str, str, str, str]
