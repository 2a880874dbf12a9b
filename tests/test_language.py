"""Language: how a contract words its facts, by locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from whereas.assembly.language import format_list, format_value, number_words, ordinal
from whereas.library.values import Duration, Money

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (date(2027, 1, 5), "en_GB", "5 January 2027"),
        (date(2027, 1, 5), "en_US", "January 5, 2027"),
        (date(2027, 1, 5), "de", "5. Januar 2027"),
        (date(2027, 1, 5), "fr", "5 janvier 2027"),
        (Duration(3, "year"), "en_GB", "3 years"),
        (Duration(1, "month"), "en_GB", "1 month"),
        (Duration(0, "day"), "en_GB", "0 days"),
        (Duration(1500, "hour"), "en_GB", "1,500 hours"),
        (Duration(3, "year"), "de", "3 Jahre"),
        (Duration(1, "year"), "de", "1 Jahr"),
        (Money(Decimal(250000), "EUR"), "en_GB", "EUR 250,000"),
        (Money(Decimal("250000.5"), "EUR"), "en_GB", "EUR 250,000.50"),
        (Money(Decimal("250000.00"), "EUR"), "en_GB", "EUR 250,000"),
        (Money(Decimal(250000), "EUR"), "de", "EUR 250.000"),
        (Money(Decimal(5000), "JPY"), "en_GB", "JPY 5,000"),
        (Decimal("12.5"), "en_GB", "12.5"),
        (Decimal("0.123456789"), "en_GB", "0.123456789"),
        (Decimal("12.5"), "de", "12,5"),
        (Decimal(40), "en_GB", "40"),
        (1000000, "en_GB", "1,000,000"),
        (1000000, "fr", f"1{NARROW}000{NARROW}000"),
        (True, "en_GB", "yes"),
        (False, "en_GB", "no"),
        ((), "en_GB", ""),
        (("A",), "en_GB", "A"),
        (("A", "B"), "en_GB", "A and B"),
        (("A", "B", "C"), "en_GB", "A, B and C"),
        (("A", "B", "C"), "en_US", "A, B, and C"),
        (("A", "B", "C"), "de", "A, B und C"),
        ("as it *is*", "en_GB", "as it *is*"),
    ],
)
def test_values(value: object, locale: str, words: str) -> None:
    assert format_value(value, locale) == words


@pytest.mark.parametrize(
    ("value", "locale", "words"),
    [
        (3, "en_GB", "three"),
        (21, "de", "einundzwanzig"),
        (Decimal(30), "en_GB", "thirty"),
        ("12", "en_GB", "twelve"),
        (Duration(3, "year"), "en_GB", "three years"),
        (Duration(1, "month"), "en_GB", "one month"),
        (Duration(3, "year"), "de", "drei Jahre"),
    ],
)
def test_numbers_in_words(value: object, locale: str, words: str) -> None:
    assert number_words(value, locale) == words


@pytest.mark.parametrize(("value", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), ("22", "22nd")])
def test_ordinals(value: object, words: str) -> None:
    assert ordinal(value, "en_GB") == words


def test_a_list_item_is_not_touched() -> None:
    assert format_list(["A {0} and {1}", "B"], "en_GB") == "A {0} and {1} and B"
