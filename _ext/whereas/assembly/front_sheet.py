"""What the front sheet says of the parties, before the values: who plays each role, and where notices to it go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whereas.agreement.runs import Run, Text
from whereas.language.registry import phrases

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def said_of_parties(context: Context) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The rows of the sheet: what each is, and in which words."""
    frame, roles = phrases(context.style.locale), context.facts.roles.values()
    for role in roles:
        yield role._name, (role.name._run(),)
    for role in roles:
        title = frame.blank.format(fact=frame.facts["notice_address"], term=role._name)[1:-1]
        known = [each for each in (role.attention, role.notice_address, role.email) if each._value is not None]
        runs = [run for each in known or [role.notice_address] for run in (Text(", "), each._run())]
        yield title, tuple(runs[1:])
