"""Values as people write them in their language; the neutral forms are read in all of them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
from editors import wrong

from whereas.desk.shapes import type_schema
from whereas.language.quantities import Duration, Money
from whereas.values.declaration import Declaration, parse_value
from whereas.values.types import TYPES


@pytest.mark.parametrize(
    ("locale", "type", "written", "expected"),
    [
        ("de_DE", "duration", "3 Jahre", Duration(3, "year")),
        ("de_DE", "duration", "1 Jahr", Duration(1, "year")),
        ("de_DE", "duration", "10 Werktage", Duration(10, "business day")),
        ("de_DE", "duration", "1.000 Stunden", Duration(1000, "hour")),
        ("fr_FR", "duration", "3 ans", Duration(3, "year")),
        ("fr_FR", "duration", "10 jours ouvrables", Duration(10, "business day")),
        ("es_ES", "duration", "6 meses", Duration(6, "month")),
        ("es_ES", "duration", "10 días hábiles", Duration(10, "business day")),
        ("de_DE", "duration", "30 days", Duration(30, "day")),
        ("de_DE", "duration", "P18M", Duration(18, "month")),
        ("de_DE", "date", "31. Januar 2027", datetime.date(2027, 1, 31)),
        ("de_AT", "date", "1. Jänner 2027", datetime.date(2027, 1, 1)),
        ("de_DE", "date", "31.1.2027", datetime.date(2027, 1, 31)),
        ("fr_FR", "date", "1er janvier 2027", datetime.date(2027, 1, 1)),
        ("es_ES", "date", "31 de enero de 2027", datetime.date(2027, 1, 31)),
        ("en_GB", "date", "31 January 2027", datetime.date(2027, 1, 31)),
        ("en_US", "date", "January 31, 2027", datetime.date(2027, 1, 31)),
        ("de_DE", "date", "2027-01-31", datetime.date(2027, 1, 31)),
        ("de_DE", "money", "EUR 1.250,50", Money(Decimal("1250.50"), "EUR")),
        ("de_DE", "money", "1.250,50 EUR", Money(Decimal("1250.50"), "EUR")),
        ("de_DE", "money", "EUR 1.250.000", Money(Decimal(1250000), "EUR")),
        ("de_DE", "money", "EUR 12,50", Money(Decimal("12.50"), "EUR")),
        ("de_DE", "money", "EUR 250,000", Money(Decimal(250000), "EUR")),
        ("de_DE", "money", "EUR 1,250.50", Money(Decimal("1250.50"), "EUR")),
        ("de_CH", "money", "CHF 1’250.50", Money(Decimal("1250.50"), "CHF")),
        ("fr_FR", "money", "EUR 1\N{NARROW NO-BREAK SPACE}250,50", Money(Decimal("1250.50"), "EUR")),
        ("fr_FR", "money", "1 250,50 EUR", Money(Decimal("1250.50"), "EUR")),
        ("es_ES", "money", "1.250,50 EUR", Money(Decimal("1250.50"), "EUR")),
        ("de_DE", "percent", "12,5 %", Decimal("12.5")),
        ("fr_FR", "percent", "12,5\N{NO-BREAK SPACE}%", Decimal("12.5")),
        ("de_DE", "percent", "12.5%", Decimal("12.5")),
        ("de_DE", "number", "0,125", Decimal("0.125")),
        ("de_DE", "number", "-2,5", Decimal("-2.5")),
        ("de_DE", "integer", "1.250", 1250),
        ("de_DE", "integer", "1,250", 1250),
    ],
)
def test_a_value_in_the_language_of_its_deal(locale: str, type: Any, written: str, expected: object) -> None:
    assert parse_value(written, Declaration(type=type), locale) == expected
    assert wrong(type_schema(TYPES[type], [locale]), written) == []


@pytest.mark.parametrize(
    ("locale", "type", "written", "message"),
    [
        ("de_DE", "money", "EUR 1.250", "has the figure '1.250', which may be 1.250 or 1,25"),
        ("de_DE", "number", "1.250", "write '1250' for the one, or '1.25' for the other"),
        ("de_DE", "number", "1,250", "has the figure '1,250', which may be 1.250 or 1,25"),
        ("fr_FR", "percent", "1.250", "has the figure '1.250'"),
        ("de_DE", "date", "31. January 2027", "must be a date"),
        ("de_DE", "date", "31. Februar 2027", "must be a date"),
        ("en_GB", "date", "31.01.2027", "must be a date"),
        ("fr_FR", "date", "01/02/2027", "must be a date"),
        ("fr_FR", "duration", "3 Jahre", "must be a duration"),
        ("en_GB", "money", "EUR 1.250,50", "must be an amount"),
        ("de_DE", "money", "EUR 12.50,5", "must be an amount"),
    ],
)
def test_what_has_two_readings_or_none_is_refused(locale: str, type: Any, written: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_value(written, Declaration(type=type), locale)
    if written not in ("EUR 1.250", "1.250", "1,250", "31. Februar 2027"):  # of which editors know nothing
        assert wrong(type_schema(TYPES[type], [locale]), written)


def test_a_default_may_be_in_any_language_that_we_have() -> None:
    assert Declaration(type="duration", default="3 Jahre", min="1 an", max="10 Jahre").min == Duration(1, "year")
    with pytest.raises(ValueError, match="must be a duration like"):
        Declaration(type="duration", default="3 urte")
