"""A value that a deal gives, and that somebody typed as well: right until the deal gives another."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial

from whereas.agreement.fact import Fact
from whereas.checks.case import Case
from whereas.checks.lines import CheckedLine, matches
from whereas.checks.owned import folded
from whereas.checks.spots import spot
from whereas.language.quantities import Money
from whereas.language.reading import to_neutral
from whereas.language.registry import sought_as_pattern
from whereas.language.said_dates import dates_in
from whereas.language.said_forms import Said, days_like, money_of, sums_like
from whereas.language.said_numbers import number_said_before
from whereas.library.finding import Finding
from whereas.library.rule import Rule

RESTATED = Rule(
    "value-restated",
    "A value that a deal gives is filled in wherever it is said, and typed nowhere.",
    bad="1. The fee is {{ fee }}.\n1. The sum of ten euros is due on delivery.",
    good="1. The fee is {{ fee }}.\n1. The sum of {{ fee }} is due on delivery.",
    severity="warning",
    told="check",
)
#: Columns whose words belong to somebody: of others, and of texts, only what is long says so much that it is no chance.
_PERSONAL = re.compile(r"(?:^|_)(?:name|person|e?mail|phone|telephone|number|reference)$")
_WORDS, _LETTERS, _FIGURES, _NAME = 2, 9, 6, 6
#: Up to which figure something else may well be counted so, and how long the words of a mere number are.
_OFTEN, _LONG_NUMBER = 12, 15
Find = Callable[[str], Iterator[Said]]
_AND = re.compile(rf"\b{sought_as_pattern('between_numbers')}\s*$")


def check_restated(case: Case) -> Iterator[Finding]:
    """The words of a value, a sum or a day in whatever form, or a figure in words."""
    facts = {fact.name: fact for fact in case.agreement.facts}
    yield from _said_again(facts, case)
    told = [each for each in _each(case.agreement.facts) if each[1].text and each[0].origin]
    words = {fact.text or "": name for name, fact in _telling(told)}
    pattern = re.compile(
        rf"(?<![\w.,])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w|[.,]\d)"
    )
    others = list(_in_other_forms(told, case.agreement.locale))
    for line in case.lines if words or others else ():
        seen = dict[Said, str]()
        for found in matches(pattern, line.text) if words else ():
            seen[Said(*found.span())] = words[found[0]]
        for name, said_in in others:
            for said in said_in(line.text):
                if not any(each.start <= said.start < each.end for each in seen):
                    seen[said] = name
        for said in sorted(seen):
            if line.is_typed(*said):
                yield _restated(line, said, seen[said], case)


def _restated(line: CheckedLine, said: Said, name: str, case: Case) -> Finding:
    words = line.text[said.start : said.end].strip()
    message = f"{words!r} is typed here, and is the value of {name!r}"
    return RESTATED.at(spot(line, words, case), message, f"write {{{{ {name} }}}}")


def _each(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, Fact]]:
    """Every fact with itself, and with each of the cells that it has."""
    for fact in facts:
        yield fact, fact
        yield from ((fact, cell) for row in fact.rows for cell in row)


def _telling(told: list[tuple[Fact, Fact]]) -> Iterator[tuple[str, Fact]]:
    """What is said in words that can be meant by nothing else, with the name of its value."""
    for value, fact in told:
        tells = _is_own(fact) if fact is not value else _is_long(fact)
        if fact.type in ("money", "date") or (fact.type == "text" and tells):
            yield value.name, fact


def _is_long(fact: Fact, letters: int = _LETTERS) -> bool:
    """Whether a text has several words, and so many letters."""
    return len((fact.text or "").split()) >= _WORDS and len(fact.text or "") >= letters


def _is_own(cell: Fact) -> bool:
    """Whether a cell has what belongs to one person or thing: a name, an address for e-mail, a number."""
    text = cell.text or ""
    is_number = re.search(rf"\d{{{_FIGURES}}}", folded(text))
    return "@" in text or bool(_PERSONAL.search(cell.name) and (_is_long(cell, _NAME) or is_number))


def _in_other_forms(
    told: list[tuple[Fact, Fact]], locale: str
) -> Iterator[tuple[str, Callable[[str], Iterator[Said]]]]:
    """What finds a sum or a day in a text in any form, with the name of its value."""
    for value, fact in told:
        if fact.type == "money" and (money := money_of(fact.text or "")):
            yield value.name, partial(_sums, money, locale)
        elif fact.type == "date" and (day := _day(fact.text or "", locale)):
            yield value.name, partial(_days, day, locale)


def _day(text: str, locale: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(to_neutral(text, "date", locale))
    return next((each.day for each in dates_in(text, locale)), None)


def _sums(money: Money, locale: str, text: str) -> Iterator[Said]:
    return sums_like(money, text, locale)


def _days(day: datetime.date, locale: str, text: str) -> Iterator[Said]:
    return days_like(day, text, locale)


def _said_again(facts: Mapping[str, Fact], case: Case) -> Iterator[Finding]:
    """Figures that somebody wrote in words."""
    said = {_plain(words): fact for fact in facts.values() for words in _in_words(fact)}
    if not said:
        return
    words = (re.escape(each).replace(r"\ ", r"[\s-]") for each in sorted(said, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    for line in case.lines:
        for found in matches(pattern, line.text):
            before = _AND.sub("", line.text[: found.start()])
            if line.is_typed(*found.span()) and not number_said_before(before, case.agreement.locale):
                fact = said[_plain(found[0])]
                message = f"{found[0]!r} is typed here, and is the value of {fact.name!r} ({fact.text})"
                word = "money_words" if fact.type == "money" else "spelled"
                yield RESTATED.at(spot(line, found[0], case), message, f"write {{{{ {fact.name} | {word} }}}}")


def _plain(words: str) -> str:
    return " ".join(words.replace("-", " ").lower().split())


def _in_words(fact: Fact) -> Iterator[str]:
    """A figure in words, if it is so long, or so rare, that nobody says the same of something else."""
    figure = int(re.sub(r"\D", "", fact.text or "") or 0)
    is_counted = fact.type in ("duration", "percent") or bool(fact.unit)
    is_telling = figure > _OFTEN if is_counted else fact.type == "money" or len(fact.said) >= _LONG_NUMBER
    if fact.said and fact.origin and is_telling:
        yield f"{fact.said} {fact.unit}".strip()
        yield re.sub(r"\band ", "", f"{fact.said} {fact.unit}".strip())
