"""Numbers: said twice and differing, in the form of another language, money without a currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.figures import babel_locale
from whereas.language.registry import LANGUAGES, language_of
from whereas.language.said_numbers import number_said_before
from whereas.library.rule import Rule

WORDS_AND_FIGURES = Rule(
    "words-and-figures",
    "A number that is said in words and in figures is the same in both.",
    bad="The seller delivers within thirty (60) days after the order.",
    good="The seller delivers within sixty (60) days after the order.",
    told="check",
)
FIGURES_FORM = Rule(
    "figures-form",
    "Figures have the form of the text's language.",
    bad="The fee is EUR 5.000,00.",
    good="The fee is EUR 5,000.00.",
    severity="warning",
    told="check",
)
CURRENCY_MISSING = Rule(
    "currency-missing",
    "A sum of money says in which currency it is.",
    bad="The buyer pays a fee of 5,000.",
    good="The buyer pays a fee of EUR 5,000.",
    severity="warning",
    told="check",
)
_FIGURES = re.compile(r"\s*\((\d{1,4})\)")
#: A code of a currency or its sign, beside a figure.
MONEY = r"(?:[A-Z]{2,3}\s?)?[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY|SGD|HKD|NZD|ZAR|BRL)\b"
_CURRENCY_BEFORE = re.compile(rf"(?:{MONEY}|\b[A-Z]{{3}})\s*$")
_IN_WORDS = "|".join(each.drafting.currencies for each in LANGUAGES)
_CURRENCY_AFTER = re.compile(rf"\s*(?:{MONEY}|%|(?:\w+\s)?(?:{_IN_WORDS})\b)", re.IGNORECASE)


def check_words_and_figures(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`thirty (60)`."""
    for found in _FIGURES.finditer(line.text):
        said = number_said_before(line.text[: found.start()], locale)
        if not said or said[1] == int(found[1]):
            continue
        start, end = found.start() - len(said[0]), found.end()
        if line.is_typed(found.start() - 1, found.start()) or line.is_typed(end - 2, end):
            message = f"{line.text[start:end]!r} says {said[1]} in words, and {found[1]} in figures"
            yield Mark(WORDS_AND_FIGURES, start, end, message, "make them the same", given=True)


def check_form(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`EUR 5.000,00` in English, `5,000.00 EUR` in German; only figures that the language cannot mean."""
    pattern, written = _forms(locale)
    for found in pattern.finditer(line.text):
        message = f"{found[0]!r} has the form of another language"
        yield Mark(FIGURES_FORM, *found.span(), message, f"here a thousand and a half is written {written}")


def check_currency(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`a fee of 5,000`; what says in the same words of what the figure is a number is no money."""
    for found in () if line.heading else _sums(locale).finditer(line.text):
        start, end = found.span("figure")
        before, after = line.text[:start], line.text[end:]
        counted = re.match(r"\s\w", after) and not _goes_on(locale).match(after)
        if not counted and not _CURRENCY_BEFORE.search(before) and not _CURRENCY_AFTER.match(after):
            message = f"{line.text[start:end]!r} is a sum without a currency"
            yield Mark(CURRENCY_MISSING, start, end, message, "say in which currency it is")


@cache
def _forms(locale: str) -> tuple[re.Pattern[str], str]:
    """What figures of another language look like in this one, and how this one writes 1000.5."""
    known = babel_locale(locale)
    point, comma = get_decimal_symbol(known), get_group_symbol(known)
    if point == ".":
        group = comma if comma == "," else "’"
        other = r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3})+,\d{2}"
        beside = rf"|(?:{MONEY})\s?\d{{1,3}}\.\d{{3}}|\d{{1,3}}\.\d{{3}}\s?€"
    else:
        group = comma if comma == "." else " "
        other = r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+\.\d{2}"
        beside = rf"|(?:{MONEY})\s?\d{{1,3}},\d{{3}}|\d{{1,3}},\d{{3}}\s?(?:€|EUR\b|{_IN_WORDS})"
    return re.compile(rf"(?<![\w.,])(?:{other}{beside})(?![\w]|[.,]\d)"), f"1{group}000{point}50"


@cache
def _sums(locale: str) -> re.Pattern[str]:
    words = language_of(locale).drafting
    return re.compile(
        rf"\b(?:{words.sums})(?:\s\w+){{0,3}}?\s(?:{words.sums_are})\s"
        r"(?P<figure>\d{1,3}(?:[.,’ ]\d{3})+(?:[.,]\d\d)?|\d+[.,]\d\d)(?![\w]|[.,]\d)",
        re.IGNORECASE,
    )


@cache
def _goes_on(locale: str) -> re.Pattern[str]:
    """How a sentence goes on after a sum; after another number there stands what is counted."""
    return re.compile(rf"\s(?:{language_of(locale).drafting.after_sums})\b", re.IGNORECASE)
