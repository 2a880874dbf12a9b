"""The clauses that a page's text places, found before it is parsed, since their values are the page's as well."""

from __future__ import annotations

import re
from typing import NamedTuple

_MENTION = re.compile(r"^[ \t]*(?::{3,}|`{3,})\{clause\}[ \t]+(\S+)((?:\n[ \t]*:[\w-]+:.*)*)", re.MULTILINE)
_OPTION = re.compile(r":(with|as|variant):(.*)")


class Mention(NamedTuple):
    """A clause that a page places: which, the name it has there, how it is fitted, and in which variant."""

    id: str
    name: str
    fitting: dict[str, str]
    variant: str = ""


def mentions(text: str) -> dict[str, Mention]:
    """The clauses a page's text places by directive, by the names they have there."""
    found: dict[str, Mention] = {}
    for directive in _MENTION.finditer(text):
        options = {name: value.strip() for name, value in _OPTION.findall(directive[2])}
        id = directive[1]
        name = options.get("as") or id
        fitting = parse_fitting(options.get("with", ""))
        found.setdefault(name, Mention(id, name, fitting, options.get("variant", "")))
    return found


def parse_fitting(text: str) -> dict[str, str]:
    """`payer=partner, fee=setup_fee` as a mapping; parts without `=` are left out."""
    pairs = (part.split("=", 1) for part in text.split(",") if "=" in part)
    return {own.strip(): theirs.strip() for own, theirs in pairs}
