"""What is written in two ways in one agreement: duties, spelling, currencies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.spots import spot
from whereas.language.any_of import any_of
from whereas.language.registry import language_of
from whereas.library.finding import Finding
from whereas.library.rule import Rule

DUTIES = Rule(
    "duties-mixed",
    "A duty has one word throughout an agreement: “must” or “shall”.",
    bad="1. The seller must deliver.\n1. The buyer must pay.\n1. The seller shall repair.",
    good="1. The seller must deliver.\n1. The buyer must pay.\n1. The seller must repair.",
    severity="info",
    told="check",
)
SPELLING = Rule(
    "spelling-mixed",
    "An agreement has the spelling of one country.",
    bad="1. The seller has a favour and an offence.\n1. The buyer has a favor.",
    good="1. The seller has a favour and an offence.\n1. The buyer has a favour.",
    severity="info",
    told="check",
)
CURRENCY = Rule(
    "currency-mixed",
    "Sums that somebody typed are in the currency of the agreement.",
    bad="1. The fee is EUR 500.\n1. The price is EUR 600.\n1. The deposit is USD 700.",
    good="1. The fee is EUR 500.\n1. The price is EUR 600.\n1. The deposit is EUR 700.",
    severity="warning",
    told="check",
)
_SUM = re.compile(
    r"(?:(?P<before>(?<![A-Z])[A-Z]{3}|(?:US|A|C|NZ|HK|S)?\$|[€£¥])\s?\d|\d\s?(?P<after>[A-Z]{3}(?![A-Za-z])|[€£¥]))"
)
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "¥": "JPY"}
_CURRENCIES = re.compile("EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY|SGD|HKD|NZD|ZAR|BRL")
#: So many times as often is the one that is meant.
_OFTEN = 2


def check_duties(case: Case) -> Iterator[Finding]:
    """`shall` where the rest says `must`."""
    words = language_of(case.agreement.locale).plain.duties
    found = [(line, each[0]) for line in case.lines for each in matches(_any_of(words), line.text)]
    count = Counter(word.lower() for _, word in found)
    common = count.most_common(1)
    for line, word in found:
        if word.lower() != common[0][0] and not line.heading:
            message = f"{word!r} stands here for a duty, and {common[0][0]!r} elsewhere"
            yield DUTIES.at(spot(line, word, case), message, "write the same word for each duty")


def check_spelling(case: Case) -> Iterator[Finding]:
    """`favor` where most other words are spelt as in the other country."""
    pairs = language_of(case.agreement.locale).plain.spellings
    other = {theirs: ours for ours, theirs in pairs.items()}
    pattern = _any_of((*pairs, *other))
    found = [(line, each[0]) for line in case.lines for each in matches(pattern, line.text)]
    ours = sum(word.lower() in pairs for _, word in found)
    rare, instead = (pairs, pairs) if ours * 2 < len(found) else (other, other)
    if not 0 < ours < len(found):
        return
    for line, word in found:
        if word.lower() in rare and line.is_typed(at := line.text.find(word), at + 1):
            message = f"{word!r} is spelt as in another country than the rest"
            yield SPELLING.at(spot(line, word, case), message, f"write {instead[word.lower()]!r}")


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(map(re.escape, words))})\b" if words else "(?!)", re.IGNORECASE)


def check_currency(case: Case) -> Iterator[Finding]:
    """A sum in dollars, in an agreement whose sums are in euros."""
    found = [(line, *each) for line in case.lines for each in _sums(line)]
    count = Counter(currency for _, _, currency in found)
    if len(count) < _OFTEN:
        return
    [(common, often), *_] = count.most_common(1)
    for line, at, currency in found:
        if currency != common and count[currency] * _OFTEN <= often and line.is_typed(at, at + 1):
            words = line.text[at : at + 12].partition(";")[0].strip()
            message = f"{words!r} is in {currency}, and most other sums are in {common}"
            yield CURRENCY.at(spot(line, words, case), message, "say which currency is meant, or how one is converted")


def _sums(line: CheckedLine) -> Iterator[tuple[int, str]]:
    """Each sum of money in a line: where it is, and its currency."""
    for found in matches(_SUM, line.text):
        sign = found["before"] or found["after"]
        currency = _SIGNS.get(sign, sign)
        if _CURRENCIES.fullmatch(currency):
            yield found.start(), currency
