"""Values: what an author's words mean in each type, and which words mean nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from whereas.language.quantities import Address, Duration, Money
from whereas.values.declaration import Declaration, parse_value

CHOICES = ("in advance", "in arrears")


def parse(type: str, written: object, **limits: object) -> Any:
    given = {"choices": CHOICES} if type == "choice" else {}
    return parse_value(written, Declaration.model_validate({"type": type, **given, **limits}))


@pytest.mark.parametrize(
    ("type", "written", "value"),
    [
        ("text", "NO", "NO"),
        ("text", "  *A* <b> & {{B}}_Ltd ", "*A* <b> & {{B}}_Ltd"),
        ("text", "folded to one line\n", "folded to one line"),
        ("text", "北京 \u05d0\u05d1 🦊 e\u0301", "北京 \u05d0\u05d1 🦊 e\u0301"),
        ("markdown", "two\n\n* lines\n", "two\n\n* lines"),
        ("date", "2027-01-15", date(2027, 1, 15)),
        ("date", " 2028-02-29 ", date(2028, 2, 29)),
        ("duration", "3 years", Duration(3, "year")),
        ("duration", "1 month", Duration(1, "month")),
        ("duration", "30 days", Duration(30, "day")),
        ("duration", "48  hours", Duration(48, "hour")),
        ("duration", "P18M", Duration(18, "month")),
        ("duration", "P2W", Duration(2, "week")),
        ("duration", "P1Y6M", Duration(18, "month")),
        ("duration", "PT48H", Duration(48, "hour")),
        ("duration", "10 business days", Duration(10, "business day")),
        ("duration", "10 Business Days", Duration(10, "business day")),
        ("money", {"amount": "250000.00", "currency": "EUR"}, Money(Decimal(250000), "EUR")),
        ("address", ["1 Foundry Lane", "Bristol"], Address(lines=("1 Foundry Lane", "Bristol"))),
        ("address", {"street": "1 Foundry Lane", "country": "GB"}, Address(street=("1 Foundry Lane",), country="GB")),
        ("party", " acme ", "acme"),
        ("money", "EUR 250,000", Money(Decimal(250000), "EUR")),
        ("money", "250000 EUR", Money(Decimal(250000), "EUR")),
        ("money", "GBP1,000.50", Money(Decimal("1000.50"), "GBP")),
        ("money", "CHF 1 250 000", Money(Decimal(1250000), "CHF")),
        ("money", "USD 99.99", Money(Decimal("99.99"), "USD")),
        ("money", "KWD 0.125", Money(Decimal("0.125"), "KWD")),
        ("percent", "40%", Decimal(40)),
        ("percent", "12.5 %", Decimal("12.5")),
        ("percent", "-0", Decimal(0)),
        ("integer", "1,000,000", 1000000),
        ("integer", "-5", -5),
        ("integer", "007", 7),
        ("number", "3.14", Decimal("3.14")),
        ("number", "+1,250.5", Decimal("1250.5")),
        ("choice", "in advance", "in advance"),
        ("boolean", "yes", True),
        ("boolean", "ON", True),
        ("boolean", "False", False),
        ("boolean", "NO", False),
        ("list", ["a", "b"], ("a", "b")),
        ("list", "a", ("a",)),
        ("list", [], ()),
    ],
)
def test_good_words(type: str, written: object, value: object) -> None:
    found = parse(type, written)
    assert found == value
    assert found.__class__ is value.__class__


@pytest.mark.parametrize(
    ("type", "written", "message"),
    [
        ("text", ["a"], "must be a text, not a list or mapping"),
        *(("text", each, "must be a text of one line") for each in ("a\nb", "a\tb", "a\u2028b", "a\x85b")),
        ("text", "\ue000", "must not have U+E000 in it, a character without a meaning of its own"),
        ("text", "a\u202eb", "must not have U+202E in it, which shows text in another order"),
        ("money", "USD 99.999", "must have no more than 2 decimals, unlike 'USD 99.999'; thousands are written"),
        ("money", "EUR 250.000", "must have no more than 2 decimals, unlike 'EUR 250.000'; thousands are"),
        ("money", "EUR 0.0125", "must have no more than 2 decimals, unlike 'EUR 0.0125'; a price for"),
        ("money", "JPY 99.5", "must have no decimals, unlike 'JPY 99.5'"),
        ("money", "EUQ 5", "must be in a currency of ISO 4217, which 'EUQ' is not"),
        ("money", {"amount": "5"}, "must have `amount` and `currency`, and nothing else"),
        ("duration", "P1M15D", "must be counted in one unit, which 'P1M15D' is not"),
        ("number", "1" * 31, "must not have more than 30 digits"),
        ("address", {"stret": "x"}, "has something wrong in its 'stret'; did you mean 'street'?"),
        ("address", None, "must be an address"),
        ("party", ["a"], "must be the name of a file in parties/"),
        ("date", {"y": "2027"}, "must be a date, not a list or mapping"),
        *((("date", each, "must be a date like 2027-01-15")) for each in ("15.1.2027", "2027-02-30", "2027-1-5", "")),
        *(("duration", each, "must be a duration")
          for each in ("3", "three years", "3 centuries", "P", "PT", "-1 day")),
        *(("money", each, "must be an amount with its currency")
          for each in ("250", "€250", "EUR", "EUR ,", "eur 5")),
        # nobody's decimal comma is taken for a thousand
        *(("money", each, "must be an amount")
          for each in ("EUR 1,5", "EUR 250,00", "EUR 1 2", "EUR 1.000.000", "EUR -5")),
        *(("percent", each, "must be a percentage") for each in ("12,5%", "forty", "%", "", "5%%", "NaN", "Infinity")),
        *(("number", each, "must be a number") for each in ("1e3", "1e999999", "1,5", "--1", "1.", ".5", "sNaN", "٣")),
        *(("integer", each, "must be a whole number") for each in ("1.0", "1,5", "1,", "", "x", "1e3")),
        *(("boolean", each, "must be yes or no") for each in ("y", "1", "", "maybe")),
        ("choice", "in advnce", "must be one of 'in advance', 'in arrears', not 'in advnce'; did you mean 'in adva"),
        ("choice", "zzz", "must be one of 'in advance', 'in arrears', not 'zzz'"),
        ("list", {"a": "b"}, "must be a list of texts"),
        ("list", ["a", ["b"]], "must be a list of texts"),
        ("list", ["a", None], "must be a list of texts"),
        ("list", None, "must be a list of texts"),
    ],
)  # fmt: skip
def test_bad_words(type: str, written: object, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse(type, written)
    assert str(error.value).startswith(message)


def test_a_price_may_have_more_decimals() -> None:
    found = parse("money", "EUR 0.0125", decimals="4")
    assert (found.amount, found.payable) == (Decimal("0.0125"), Decimal("0.0125"))
    with pytest.raises(ValueError, match=r"no more than 4 decimals, unlike 'EUR 0\.01255'$"):
        parse("money", "EUR 0.01255", decimals="4")
    with pytest.raises(ValueError, match="must have no more than 2 decimals"):
        Declaration(type="money", max="EUR 250.000")
    assert Declaration(type="money", decimals="4", default="EUR 0.0125").decimals == 4
    with pytest.raises(ValueError, match="a date has no `decimals`"):
        Declaration(type="date", decimals="4")


def test_a_choice_needs_choices() -> None:
    with pytest.raises(ValueError, match="must be one of its `choices`, and has none, not 'a'"):
        parse("choice", "a", choices=())


def test_a_declaration_is_text_unless_it_says_otherwise() -> None:
    assert parse_value("1:30", Declaration()) == "1:30"
    with pytest.raises(ValueError, match="extra"):
        Declaration.model_validate({"typ": "date"})


@pytest.mark.parametrize(
    ("type", "limits", "good", "bad", "message"),
    [
        ("integer", {"min": "1"}, "1", "0", "must be at least 1"),
        ("percent", {"max": "100"}, "100%", "100.01", "must be at most 100"),
        ("money", {"min": "EUR 1,000"}, "EUR 1000", "EUR 999.99", "must be at least EUR 1,000"),
        ("money", {"min": "EUR 1"}, "EUR 1", "GBP 5", "is in EUR, which cannot be compared with GBP"),
        ("date", {"min": "2027-01-01"}, "2027-01-01", "2026-12-31", "must be at least 2027-01-01"),
        ("duration", {"max": "2 years"}, "24 months", "25 months", "must be at most 2 years"),
        ("duration", {"max": "1 week"}, "5 business days", "6 business days", "must be at most 1 week"),
        ("duration", {"min": "6 days"}, "5 business days", "4 business days", "must be at least 6 days"),
        ("text", {"max": "3"}, "abc", "abcd", "must be no longer than 3 characters"),
        ("list", {"min": "2"}, ["a", "b"], ["a"], "must be no shorter than 2 items"),
        ("text", {"pattern": "[A-Z]+-[0-9]+"}, "PO-7", "po7", "must match the pattern [A-Z]+-[0-9]+, which 'po7' does"),
        ("list", {"pattern": "[a-z]+"}, ["a"], ["A"], "must match the pattern [a-z]+, which 'A' does not"),
        ("list", {"choices": ["DE", "FR"]}, ["FR"], ["FR", "GB"], "must be one of 'DE', 'FR', not 'GB'"),
        ("text", {"choices": ["DE", "FR"]}, "FR", "GB", "must be one of 'DE', 'FR', not 'GB'"),
    ],
)
def test_limits(type: str, limits: dict[str, object], good: object, bad: object, message: str) -> None:
    assert parse(type, good, **limits) is not None
    with pytest.raises(ValueError) as error:
        parse(type, bad, **limits)
    assert str(error.value).startswith(message) or type == "money"


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ({"type": "date", "default": "soon"}, "must be a date"),
        ({"type": "date", "example": "soon"}, "must be a date"),
        ({"type": "date", "min": "soon"}, "must be a date"),
        ({"type": "integer", "max": "3", "default": "4"}, "must be at most 3"),
        ({"type": "choice", "choices": ["a"], "default": "b"}, "must be one of 'a', not 'b'"),
        ({"type": "text", "pattern": "["}, "is no regular expression"),
        ({"type": "date", "pattern": "x"}, "a date has no pattern"),
        ({"type": "date", "choices": ["x"]}, "a date has no choices"),
        ({"type": "boolean", "min": "1"}, "a boolean has no `min`"),
    ],
)
def test_what_is_declared_must_itself_be_of_its_type(declared: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        Declaration.model_validate(declared)
