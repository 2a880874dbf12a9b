"""E-mail addresses, web addresses and telephone numbers that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whereas.checks.lines import CheckedLine
from whereas.checks.words.mark import Mark
from whereas.language.registry import LANGUAGES
from whereas.library.rule import Rule

ADDRESS = Rule(
    "no-such-address",
    "An e-mail address, a web address and a telephone number can be one.",
    bad="The seller has the address sales@acme..example.com for orders.",
    good="The seller has the address sales@acme.example.com for orders.",
    told="check",
)
_MAIL = re.compile(r"(?<![^\s(<“\"])[^\s@<>()“”\",;:/]+@[^\s<>()“”\",;]*")
_GOOD_MAIL = re.compile(r"[\w+'-]+(?:\.[\w+'-]+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
#: `legal(at)example.com`: hidden from robots, and from everybody who is to write there.
_HIDDEN = re.compile(
    r"(?<![\w.+'-])[\w.+'-]+\s?[(\[]\s?at\s?[)\]]\s?(?:[^\W_][\w-]*(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?))+[a-z]{2,}\b",
    re.IGNORECASE,
)
_WEB = re.compile(r"(?<![\w@])(?:https?[:;]?[/\\]*[\w.-]*[/:.][^\s<>()“”\"]*|w{2,4}[.,][^\s<>()“”\"]+)", re.IGNORECASE)
_GOOD_WEB = re.compile(
    r"(?:https?://)?(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d{2,5})?(?:[/?#]\S*)?|https?://localhost\S*",
    re.IGNORECASE,
)
_SCHEME = re.compile(
    r"(?<![\w/])(?!(?:https?|ftps?|sftp|ssh|git|file|ldaps?)://)[a-z]{2,6}://[^\s<>()“”\"]+", re.IGNORECASE
)
_DIGITS = range(6, 16)


def check_addresses(line: CheckedLine, locale: str) -> Iterator[Mark]:
    """`legal@example`, `http//example.com`, `+44 12`."""
    for start, end, what in wrong_addresses(line.text):
        words = line.text[start:end]
        yield Mark(ADDRESS, start, end, f"{words!r} can be no {what}", "write the right one", given=True)


def wrong_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Where what is none stands in a text, and what it should be."""
    if "@" in text:
        for found in _MAIL.finditer(text):
            said = found[0].rstrip(".’'!?")
            if not _GOOD_MAIL.fullmatch(said):
                yield found.start(), found.start() + len(said), "e-mail address"
    for found in _HIDDEN.finditer(text) if "(" in text or "[" in text else ():
        yield *found.span(), "e-mail address"
    low = text.lower()
    for found in _WEB.finditer(text) if "http" in low or "ww" in low else ():
        said = found[0].rstrip(".,;:!?’'")
        if not _GOOD_WEB.fullmatch(said):
            yield found.start(), found.start() + len(said), "web address"
    for found in _SCHEME.finditer(text) if "://" in text else ():
        yield found.start(), found.end(), "web address"
    for found in _telephones().finditer(text):
        digits = re.sub(r"\D", "", found["number"])
        if len(digits) not in _DIGITS:
            yield *found.span("number"), "telephone number"


@cache
def _telephones() -> re.Pattern[str]:
    """What follows the word telephone, or begins with the sign of a country's code."""
    words = "|".join(each.drafting.telephone for each in LANGUAGES)
    return re.compile(
        rf"(?:\b(?:{words})(?:\s?(?:number|no\.?|nr\.?))?\s?(?:[:.]|is|ist|est|es)?\s|(?<![\w+*/=-])(?=\+\d))"
        r"(?P<number>\+?\(?\d[\d\s()/.-]*\d)(?!\w)",
        re.IGNORECASE,
    )
