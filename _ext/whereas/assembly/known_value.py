"""The fact that a value becomes as somebody wrote it: parsed, worded, or blank."""

from __future__ import annotations

from whereas.assembly.cast import Cast
from whereas.assembly.known import Known
from whereas.language import Wording
from whereas.library.parties import Party
from whereas.library.rules import VALUE
from whereas.plan.given import Given
from whereas.values.declaration import Declaration, parse_value
from whereas.values.party import parse_party


def known_value(
    name: str, declared: Declaration, given: Given, wording: Wording, cast: Cast, undecided: set[str]
) -> Known:
    """A declared value as a fact: parsed, worded, or blank; what is wrong with it goes to the findings of the cast."""
    value = None
    if given.written is not None and given.written != "":
        try:
            value = _party(given, cast) if declared.type == "party" else parse_value(given.written, declared)
        except ValueError as error:
            hint = f"for example: {declared.example}" if declared.example else ""
            cast.findings.append(VALUE.at(given.place, f"the value {name!r} {error}", hint))
    origin = given.origin if value is not None else None
    return Known(name, value, "", origin, declared, wording, given.place, undecided)


def default_value(fact: Known, cast: Cast) -> Known | None:
    """The same fact as its default has it; None where there is none."""
    if fact._declared.default is None:
        return None
    given = Given(fact._declared.default, fact._place, fact._origin)
    return known_value(fact._name, fact._declared, given, fact._wording, cast, set())


def _party(given: Given, cast: Cast) -> Party | None:
    """The party that a value names; a mapping says more of it, as one does of who plays a role."""
    if isinstance(given.written, dict):
        return cast.described(given.own_source())
    return cast.party(parse_party(given.written), given.place)
