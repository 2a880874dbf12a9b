"""The names of months in the languages that we have words of."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names

from whereas.language.registry import LANGUAGES

#: Names that are other words as well: only with a year they are surely months.
_WORDS = {word for each in LANGUAGES for word in each.months.other_words}


def begins_with_month(text: str, with_year: bool = False) -> bool:
    """Whether a text begins with a month, as the rest of "1. Januar 2027" does; `with_year`, only with its year."""
    found = _pattern().match(text)
    return bool(found and (found["year"] or (not with_year and found["month"] not in _WORDS)))


@cache
def _pattern() -> re.Pattern[str]:
    names = {
        name
        for each in LANGUAGES
        for locale in each.months.locales
        for name in get_month_names("wide", locale=locale).values()
    }
    return re.compile(rf"(?P<month>{'|'.join(sorted(map(re.escape, names)))})\b(?P<year>\s+\d{{4}}\b)?")
