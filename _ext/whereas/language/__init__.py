"""How facts are worded, by locale: the one door to the rooms for figures, words, dates and addresses.

Every function takes a `Wording`; a ValueError says in a few words what is wrong with a fact.
"""

from __future__ import annotations

from whereas.language.addresses import check_address, country_hint, format_address
from whereas.language.articles import Clash, clash, has_indefinite, indefinite, is_wrong_indefinite
from whereas.language.cases import of, possessive, to
from whereas.language.dates import add_duration, is_business_day, next_business_day, parse_calendar
from whereas.language.figures import (
    format_date,
    format_duration,
    format_list,
    format_money,
    format_number,
    format_percent,
    format_unit,
    format_value,
    hyphenated,
    parse_locale,
)
from whereas.language.in_words import (
    count_words,
    counted,
    money_words,
    ordinal,
    percent_words,
    plural,
    said_in_words,
    spell_number,
    spell_percent,
    unit_of,
    verb,
)
from whereas.language.wording import Wording

__all__ = [
    "Clash",
    "Wording",
    "add_duration",
    "check_address",
    "clash",
    "count_words",
    "counted",
    "country_hint",
    "format_address",
    "format_date",
    "format_duration",
    "format_list",
    "format_money",
    "format_number",
    "format_percent",
    "format_unit",
    "format_value",
    "has_indefinite",
    "hyphenated",
    "indefinite",
    "is_business_day",
    "is_wrong_indefinite",
    "money_words",
    "next_business_day",
    "of",
    "ordinal",
    "parse_calendar",
    "parse_locale",
    "percent_words",
    "plural",
    "possessive",
    "said_in_words",
    "spell_number",
    "spell_percent",
    "to",
    "unit_of",
    "verb",
]
