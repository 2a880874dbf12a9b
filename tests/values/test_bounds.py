"""What no fact of a contract is: texts without measure, amounts that nobody can pay, patterns that never end."""

from __future__ import annotations

import pytest

from whereas.values.declaration import Declaration, parse_value


@pytest.mark.parametrize(
    ("type", "written", "why"),
    [
        ("money", "EUR 1_000", "must be an amount with its currency like"),
        ("money", "XXX 5", "must be in a currency of ISO 4217, which 'XXX' is not"),
        ("money", "XTS 5", "must be in a currency of ISO 4217"),
        ("money", "EUR 1.12345678901234567", "must have no more than 2 decimals"),
        ("duration", "999999999999 years", "must not be longer than 1,000 years"),
        ("duration", "P12001M", "must not be longer than 1,000 years"),
        ("duration", f"P{'9' * 5000}D", "must be a duration like"),
        ("percent", "-5", "must not be less than 0%, unless `min` allows it"),
        ("percent", "-0.01%", "must not be less than 0%"),
        ("text", "x" * 1_000_000, "must not be longer than 20,000 characters; this has 1,000,000"),
        ("markdown", "`a " * 50_000, "must not be longer than 20,000 characters"),
    ],
)
def test_what_is_out_of_bounds_is_refused(type: str, written: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}"):
        parse_value(written, Declaration(type=type))


@pytest.mark.parametrize(("type", "written"), [("duration", "1000 years"), ("percent", "0"), ("text", "x" * 20_000)])
def test_what_is_just_within_them_is_taken(type: str, written: str) -> None:
    assert parse_value(written, Declaration(type=type)) is not None


def test_a_percentage_below_nothing_can_be_declared() -> None:
    assert parse_value("-5", Declaration(type="percent", min="-10")) == -5


@pytest.mark.parametrize("pattern", ["([A-Za-z]+ ?)+", "(a|aa)*(.*)*c", "(x+x+)+y", "([a-z]*)*$"])
def test_no_pattern_takes_long(pattern: str) -> None:
    """With Python's engine, each of these would take longer than the world is old."""
    text = "Aurora Robotics Limited " * 50 + "a" * 2_000 + "x" * 2_000 + "!"
    with pytest.raises(ValueError, match=r"^must match the pattern"):
        parse_value(text, Declaration(type="text", pattern=pattern))


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(" * 500, "unclosed group"),
        ("(" * 5_000, "is longer than 1,000 characters"),
        ("[a", "unclosed character class"),
        ("a)|(b", "unopened group"),
        (r"(a)\1", "backreferences are not supported"),
        ("(?=a)", "look-around, including look-ahead and look-behind, is not supported"),
        ("(a{1000}){1000}", "exceeds size limit"),
    ],
)
def test_what_is_no_pattern_is_told(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Declaration(type="text", pattern=pattern)


def test_a_pattern_fits_the_whole_of_a_text() -> None:
    declared = Declaration(type="text", pattern="a|b")
    assert parse_value("b", declared) == "b"
    with pytest.raises(ValueError, match="must match the pattern"):
        parse_value("ab", declared)
