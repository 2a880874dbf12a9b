"""The names of months in the languages that we have words of."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names

_LOCALES = ("en", "de", "de_AT", "fr", "es")
#: Names that are other words as well: only with a year they are surely months.
_WORDS = ("May", "March", "mars")


def begins_with_month(text: str, with_year: bool = False) -> bool:
    """Whether a text begins with a month, as the rest of "1. Januar 2027" does; `with_year`, only with its year."""
    found = _pattern().match(text)
    return bool(found and (found["year"] or (not with_year and found["month"] not in _WORDS)))


@cache
def _pattern() -> re.Pattern[str]:
    names = {name for locale in _LOCALES for name in get_month_names("wide", locale=locale).values()}
    return re.compile(rf"(?P<month>{'|'.join(sorted(map(re.escape, names)))})\b(?P<year>\s+\d{{4}}\b)?")
