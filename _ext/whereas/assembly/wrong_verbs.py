"""A verb of one after several in a role: "The Sellers is", in a text that was written for one seller."""

from __future__ import annotations

import re

from whereas.assembly.facts import Role
from whereas.language import Wording
from whereas.language.registry import language_of
from whereas.language.sentences import ends_sentence


def opens_sentence(before: str, wording: Wording) -> bool:
    """Whether what comes after these words begins a sentence, and so may be its subject."""
    before = before.rstrip(" \t\n*_")
    return not before or before.endswith("}") or ends_sentence(before, wording.locale)


def wrong_verb(after: str, role: Role, wording: Wording) -> tuple[str, str] | None:
    """Message and hint for a verb of one with which `after` begins, right behind several in a role."""
    found = re.match(rf"\s+({language_of(wording.locale).of_one})(?![\w’'])", after)
    if not found:
        return None
    words, name = str(role), role._id
    message = f"this prints {f'{words} {found[1]}'!r}, and several are in that role"
    return message, f"write the verb as they ask for it: `{{{{ {name} | verb({found[1]!r}, …) }}}}`"
