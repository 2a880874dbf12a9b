"""What a careful reader of a draft would mark: told by `whereas check`, never by a build.

A check is a function `check_…` in any file here, as those of the folder around this one are.
"""

from __future__ import annotations

from collections.abc import Iterator

from whereas.checks.case import Case
from whereas.checks.checks_in import checks_in
from whereas.checks.words import check_words
from whereas.library.finding import Finding


def check_drafting(case: Case) -> Iterator[Finding]:
    """What all checks of the words find."""
    for check in checks_in(__name__):
        yield from check(case)
    yield from check_words(case)
