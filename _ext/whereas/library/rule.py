"""A rule: what is looked for, how bad it is, and what it looks like; every finding is made by one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from whereas.library.finding import Finding, Place, Severity

#: The text of an agreement, or files by their names.
Example = str | Mapping[str, str]


@dataclass(frozen=True)
class Rule:
    """A rule as it is declared, once, in the file of its subject: found there by `all_rules`, and told nowhere else.

    `bad` breaks this rule alone, and `good` none, in the small project that `whereas rules` tells of; where such a
    project can show nothing, `unshown` says why. What only a check tells, and no build, is `told` by that; `mend` puts
    the line of a file right, given what the finding is about, where there is no doubt how. One that no comment can
    ignore says what to write `instead`.
    """

    id: str
    meaning: str
    bad: Example = ""
    good: Example = ""
    severity: Severity = "error"
    unshown: str = ""
    told: Literal["build", "check"] = "build"
    mend: Callable[[str, str], str] | None = None
    instead: str = ""

    def at(
        self, place: Place, message: str, hint: str = "", severity: Severity | None = None, about: str = ""
    ) -> Finding:
        """A finding of this rule: where, what is wrong, and what to do about it; `severity` where it is less bad."""
        return Finding(place, self.id, message, hint, severity or self.severity, about)


def example_page(text: str, *header: str) -> dict[str, str]:
    """An example that is a whole page: its text, and the lines of its `agreement:`."""
    said = "".join(f"  {line}\n" for line in header)
    return {"agreements/a.md": f"---\nagreement:\n{said}---\n# A\n\n{text}"}


@cache
def rules_by_id() -> Mapping[str, Rule]:
    """Every rule by its id; to find them, all our files are loaded."""
    return {rule.id: rule for rule in all_rules()}


def all_rules() -> tuple[Rule, ...]:
    """Every rule that a file of ours declares, by id."""
    house = importlib.import_module(__name__.partition(".")[0])
    names = (each.name for each in pkgutil.walk_packages(house.__path__, f"{house.__name__}."))
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    found = {id(each): each for module in modules for each in vars(module).values() if isinstance(each, Rule)}
    return tuple(sorted(found.values(), key=lambda rule: rule.id))
