"""Values: what an author's words mean in each type, and which words mean nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from whereas.library.values import Declaration, Duration, Money, parse_value


def parse(type: str, written: object, *choices: str) -> object:
    return parse_value(written, Declaration(type=type, choices=choices))


@pytest.mark.parametrize(
    ("type", "written", "value"),
    [
        ("text", "NO", "NO"),
        ("text", "  *A* <b> & {{B}}_Ltd ", "  *A* <b> & {{B}}_Ltd "),
        ("text", "two\nlines", "two\nlines"),
        ("date", "2027-01-15", date(2027, 1, 15)),
        ("date", " 2028-02-29 ", date(2028, 2, 29)),
        ("duration", "3 years", Duration(3, "year")),
        ("duration", "1 month", Duration(1, "month")),
        ("duration", "30 days", Duration(30, "day")),
        ("duration", "48  hours", Duration(48, "hour")),
        ("duration", "P18M", Duration(18, "month")),
        ("duration", "P2W", Duration(2, "week")),
        ("money", "EUR 250,000", Money(Decimal(250000), "EUR")),
        ("money", "250000 EUR", Money(Decimal(250000), "EUR")),
        ("money", "GBP1_000.50", Money(Decimal("1000.50"), "GBP")),
        ("money", "CHF 1 250 000", Money(Decimal(1250000), "CHF")),
        ("money", "USD 0.0125", Money(Decimal("0.0125"), "USD")),
        ("percent", "40%", Decimal(40)),
        ("percent", "12.5 %", Decimal("12.5")),
        ("percent", "-3", Decimal(-3)),
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
    found = parse(type, written, "in advance", "in arrears")
    assert found == value
    assert found.__class__ is value.__class__


@pytest.mark.parametrize(
    ("type", "written", "message"),
    [
        ("text", ["a"], "must be a text, not a list or mapping"),
        ("date", {"y": "2027"}, "must be a date, not a list or mapping"),
        *((("date", each, "must be a date like 2027-01-15")) for each in ("15.1.2027", "2027-02-30", "2027-1-5", "")),
        *(("duration", each, "must be a duration")
          for each in ("3", "three years", "3 centuries", "P1Y6M", "-1 day")),
        *(("money", each, "must be an amount with its currency")
          for each in ("250", "€250", "EUR", "EUR ,", "eur 5")),
        # nobody's decimal comma is taken for a thousand
        *(("money", each, "must be an amount")
          for each in ("EUR 1,5", "EUR 250,00", "EUR 1 2", "EUR 1.000.000", "EUR -5")),
        *(("percent", each, "must be a number") for each in ("12,5%", "forty", "%", "", "5%%", "NaN", "Infinity")),
        *(("number", each, "must be a number") for each in ("1e3", "1e999999", "1,5", "--1", "1.", ".5", "sNaN", "٣")),
        *(("integer", each, "must be a whole number") for each in ("1.0", "1,5", "1,", "", "x", "1e3")),
        *(("boolean", each, "must be yes or no") for each in ("y", "1", "", "maybe")),
        ("choice", "in advnce", "'in advnce' is not one of the choices; did you mean 'in advance'?"),
        ("choice", "zzz", "'zzz' is not one of the choices; known here: in advance, in arrears"),
        ("list", {"a": "b"}, "must be a list of texts"),
        ("list", ["a", ["b"]], "must be a list of texts"),
        ("list", ["a", None], "must be a list of texts"),
        ("list", None, "must be a list of texts"),
    ],
)  # fmt: skip
def test_bad_words(type: str, written: object, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse(type, written, "in advance", "in arrears")
    assert str(error.value).startswith(message)


def test_a_choice_needs_choices() -> None:
    with pytest.raises(ValueError, match="is not one of the choices; it has no `choices`"):
        parse("choice", "a")


def test_a_declaration_is_text_unless_it_says_otherwise() -> None:
    assert parse_value("1:30", Declaration()) == "1:30"
    with pytest.raises(ValueError, match="extra"):
        Declaration(typ="date")
