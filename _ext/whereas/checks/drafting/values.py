"""Facts that cannot all be so: dates in the wrong order or on no business day, a notice longer than what it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from whereas.agreement.fact import Fact
from whereas.checks.case import Case
from whereas.checks.lines import matches
from whereas.checks.spots import spot
from whereas.language import is_business_day
from whereas.language.quantities import Duration
from whereas.language.reading import to_neutral
from whereas.language.registry import language_of
from whereas.language.said_dates import dates_in
from whereas.library.finding import NOWHERE, Finding, Place
from whereas.library.rule import Rule, example_page

_PAGE = example_page(
    "1. From {{ start_date }} for a time that ends on {{ end_date }}.\n1. On {{ due }}.\n",
    "values: {start_date: {type: date}, end_date: {type: date}, due: {type: date, about: A Business Day}}",
)
_DEAL = "agreement: a\nvalues: {{start_date: 2027-05-01, end_date: {}, due: {}}}"
DATES_ORDER = Rule(
    "dates-order",
    "What starts on one day ends on a later one.",
    bad={**_PAGE, "deals/a.yaml": _DEAL.format("2027-04-30", "2027-05-03")},
    good={**_PAGE, "deals/a.yaml": _DEAL.format("2028-04-30", "2027-05-03")},
    told="check",
)
NO_BUSINESS_DAY = Rule(
    "no-business-day",
    "A day that is to be a business day is one.",
    bad={**_PAGE, "deals/a.yaml": _DEAL.format("2028-04-30", "2027-05-02")},
    good={**_PAGE, "deals/a.yaml": _DEAL.format("2028-04-30", "2027-05-03")},
    severity="warning",
    told="check",
)
_LONG = example_page(
    "1. It lasts {{ initial_term }} from today.\n1. It ends after {{ notice_period }} from a notice.\n",
    "values: {initial_term: {type: duration}, notice_period: {type: duration}}",
)
_NOTICE = "agreement: a\nvalues: {{initial_term: 6 months, notice_period: {}}}"
NOTICE_LONG = Rule(
    "notice-long",
    "A notice is shorter than the time that it ends.",
    bad={**_LONG, "deals/a.yaml": _NOTICE.format("9 months")},
    good={**_LONG, "deals/a.yaml": _NOTICE.format("3 months")},
    severity="warning",
    told="check",
)
#: How values are called that are the beginning of something, and its end.
_BEGINS, _ENDS = (
    r"start|begin|beginning|commencement|effective|from|opening",
    r"end|expiry|expiration|until|termination|to|closing",
)
_PARTS = re.compile(rf"(?:^|_)(?:(?P<begins>{_BEGINS})|(?P<ends>{_ENDS}))(?=_|$)")
_TERM = re.compile(r"(?:^|_)(?:initial_)?(?:term|contract_period|minimum_term|duration)$|^renewal_(?:term|period)$")
_NOTICE_NAME = re.compile(r"(?:^|_)notice(?:_period|_days|_months)?$|^notice_")


def check_order(case: Case) -> Iterator[Finding]:
    """Dates whose names say that one is the beginning and the other the end of the same thing."""
    facts = case.agreement.facts
    begins, ends = dict[str, tuple[Fact, date]](), dict[str, tuple[Fact, date]]()
    for fact in facts:
        parts, day = _PARTS.search(fact.name), _day(fact, case)
        if parts and day:
            stem = _PARTS.sub("", fact.name).strip("_").removesuffix("date").strip("_")
            (begins if parts["begins"] else ends).setdefault(stem, (fact, day))
    for stem in begins.keys() & ends.keys():
        (first, start), (last, end) = begins[stem], ends[stem]
        if end < start:
            message = f"{last.name!r} ({last.text}) is before {first.name!r} ({first.text})"
            yield DATES_ORDER.at(_place(last), message, "give the dates that are meant")


def _day(fact: Fact, case: Case) -> date | None:
    """The day that a fact is; None for a blank, and for any other fact."""
    if fact.type != "date" or not fact.text:
        return None
    try:
        return date.fromisoformat(to_neutral(fact.text, "date", case.agreement.locale))
    except ValueError:
        return next((each.day for each in dates_in(fact.text, case.agreement.locale)), None)


def check_business_days(case: Case) -> Iterator[Finding]:
    """Dates that are said to be business days, by what they are about or by the words after them."""
    one = (language_of(case.agreement.locale).figures.business_day or ("Business Day", ""))[0]
    for fact in case.agreement.facts:
        day = _day(fact, case)
        if day and one.lower() in fact.about.lower() and _is_free(day, case):
            message = f"{fact.name!r} ({fact.text}) is to be a {one}, and is none"
            yield NO_BUSINESS_DAY.at(_place(fact), message, "give another day")
    after = re.compile(rf"[\s,(]{{0,3}}{language_of(case.agreement.locale).drafting.is_a}{one}\b", re.IGNORECASE)
    for line in case.lines:
        if one.lower() in line.text.lower():
            for found in dates_in(line.text, case.agreement.locale):
                end = found.start + len(found.words)
                if found.day and after.match(line.text, end) and _is_free(found.day, case):
                    message = f"{found.words!r} is said to be a {one}, and is none"
                    yield NO_BUSINESS_DAY.at(spot(line, found.words, case), message, "give another day")


def _is_free(day: date, case: Case) -> bool:
    """Whether it is a weekend's day, or a holiday where the agreement says whose holidays count."""
    if not case.wording.calendar:
        return day.weekday() > 4
    return not is_business_day(day, case.wording)


def check_notice(case: Case) -> Iterator[Finding]:
    """A notice that is longer than the term: of values by their names, and as somebody typed it."""
    locale, units = case.agreement.locale, language_of(case.agreement.locale).drafting
    terms, notices = list[tuple[str, Duration, Place]](), list[tuple[str, Duration, Place]]()
    for fact in case.agreement.facts:
        length = _length(fact.text or "", locale) if fact.type == "duration" else None
        if length and _TERM.search(fact.name):
            terms.append((f"{fact.name!r} ({fact.text})", length, _place(fact)))
        elif length and _NOTICE_NAME.search(fact.name):
            notices.append((f"{fact.name!r} ({fact.text})", length, _place(fact)))
    patterns = [re.compile(rf"\b{each}\b", re.IGNORECASE) for each in (units.term, units.notice)]
    for line in case.lines:
        for pattern, found in zip(patterns, (terms, notices), strict=True):
            for match in matches(pattern, line.text):
                if (length := _length(match["length"], locale)) and line.is_typed(*match.span("length")):
                    found.append((repr(match[0]), length, spot(line, match["length"], case)))
    if terms and notices:
        shortest = min(terms, key=lambda each: each[1].days)
        for words, length, place in notices:
            if length > shortest[1]:
                message = f"{words} is longer than {shortest[0]}, which it is to end"
                yield NOTICE_LONG.at(place, message, "shorten it")


def _length(words: str, locale: str) -> Duration | None:
    try:
        count, unit = to_neutral(re.sub(r"^\w+ \((\d+)\)", r"\1", words.strip()), "duration", locale).split(" ", 1)
        return Duration(int(count), unit.removesuffix("s"))  # type: ignore[arg-type]
    except ValueError:
        return None


def _place(fact: Fact) -> Place:
    return fact.origin.places[0] if fact.origin else NOWHERE
