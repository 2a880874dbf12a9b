"""What is wrong with the library as a whole: records that nobody looks after, or that nobody uses.

A check is a function `check_…` in any file here; it is given a `Shelf`, and yields findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.checks_in import checks_in
from whereas.checks.shelf.shelf import Shelf
from whereas.library.finding import Finding


def check_shelf(shelf: Shelf) -> Iterator[Finding]:
    """What all checks of the library find."""
    for check in checks_in(__name__):
        yield from check(shelf)
