"""An agreement, looked at whole: what is wrong with it. Sphinx is not needed for it.

A check is a function `check_…` in any file here; it is given a `Case`, and yields findings of the `Rule` beside it.
Whatever has such a name is run, so that a new check needs no other file.
"""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.checks_in import checks_in
from whereas.library.finding import Finding


def check_all(case: Case) -> Iterator[Finding]:
    """What all checks find."""
    for check in checks_in(__name__):
        yield from check(case)
