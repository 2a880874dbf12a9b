"""Phrases of the frame, filled with facts about parties."""

from __future__ import annotations

import re

from whereas.agreement.runs import Run, Text, Value, ValueOrigin
from whereas.assembly.facts import Role
from whereas.language.frame import Phrases
from whereas.library.parties import PLAIN_LABEL, Party

Runs = tuple[Run, ...]
_HOLE = re.compile(r"\{(\w+)\}")


def filled(template: str, **holes: Run | Runs | str) -> Runs:
    """A phrase with what belongs into its braces."""
    runs: list[Run] = []
    for index, part in enumerate(_HOLE.split(template)):
        filling = holes[part] if index % 2 else part
        for run in filling if isinstance(filling, tuple) else (filling,):
            run = Text(run) if isinstance(run, str) else run
            if isinstance(run, Text) and runs and isinstance(runs[-1], Text):
                runs[-1] = Text(runs[-1].text + run.text)
            elif run != Text(""):
                runs.append(run)
    return tuple(runs)


def fact_of(role: Role, fact: str) -> Run:
    """A fact about who plays a role, or its blank."""
    return getattr(role, fact)._run()  # type: ignore[no-any-return]


def said_of(role: Role, party: Party, fact: str, text: str, *path: str | int) -> Value:
    """What the file of a party, or of a company that signs for it, says of it at a path."""
    return Value(f"{role._id}.{fact}", text, ValueOrigin((party.place(*path),)))


def register_of(role: Role, party: Party, words: Phrases) -> Runs:
    """Where a party is registered: (company number 0123), (registered with Amtsgericht Leipzig under number HRB 1)."""
    entry = party.registration
    if entry is None:
        return ()
    plain = entry.label == PLAIN_LABEL
    if entry.court:
        phrase = words.register_court_plain if plain else words.register_court
    else:
        phrase = words.register_plain if plain else words.register
    return filled(
        phrase,
        label=said_of(role, party, "register", entry.label, "registration", "label"),
        number=said_of(role, party, "registration", entry.number, "registration", "number"),
        court=said_of(role, party, "court", entry.court, "registration", "court"),
    )


def joined(items: list[Runs], conjunction: str) -> Runs:
    """Phrases as a list; where they have commas of their own, one goes before the last too."""
    comma = "," if any(len(item) > 1 for item in items) else ""
    runs: list[Run] = []
    for index, item in enumerate(items):
        runs += (Text(f"{comma} {conjunction} " if index == len(items) - 1 else ", "),) if index else ()
        runs += item
    return tuple(runs)
