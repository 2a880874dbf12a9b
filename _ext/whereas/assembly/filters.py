"""The filters that word facts: `{{ effective_date | date }}`, `{{ period | words }}`, `{{ n | plural("day") }}`.

A blank stays a blank whatever is asked of it. Each filter raises ValueError for a value that is not of its kind.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from whereas import language
from whereas.agreement.phrases import phrases
from whereas.assembly.facts import Role
from whereas.assembly.known import Known
from whereas.language import Wording
from whereas.library.parse import parse_duration
from whereas.library.quantities import Duration, Money

Number = (int, Decimal)


def build_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """The filters of a text in one language, by name."""
    worded = _Worded(wording)
    return {
        "date": worded(
            "date", datetime.date, lambda day, pattern="": language.format_date(day, _dated(wording, pattern))
        ),
        "money": worded("money", Money, lambda money, form="": language.format_money(money, _form(wording, form))),
        "money_words": worded("money_words", Money, lambda money: language.money_words(money, wording)),
        "percent": worded("percent", Number, lambda number: language.format_percent(Decimal(number), wording)),
        "words": worded("words", (int, Duration), lambda count: language.count_words(count, wording)),
        "spelled": worded("spelled", (*Number, Duration), lambda count: language.spell_number(count, wording)),
        "ordinal": worded("ordinal", int, lambda number: language.ordinal(number, wording)),
        "upper": worded("upper", object, lambda value: _plain(value, wording).upper()),
        "lower": worded("lower", object, lambda value: _plain(value, wording).lower()),
        "capital": worded("capital", object, lambda value: _capital(_plain(value, wording))),
        "list": lambda items, word="and": _list(items, wording, word),
        "plural": lambda count, noun, many="": language.plural(_count(count), noun, wording, many),
        "counted": lambda count, noun, many="": _counted(count, noun, many, wording),
        "verb": lambda count, one, many: language.verb(_count(count), one, many),
        "possessive": lambda name: _possessive(name, wording),
        "each": lambda role: _all_of(role, phrases(wording.locale).each_of),
        "all": lambda role: _both(role, wording),
        "plus": lambda start, length: _moved(start, length, wording),
        "minus": lambda start, length: _moved(start, length, wording, backwards=True),
        "business_day": lambda day: _business_day(day, wording),
        "round": _rounded,
        "divided": _divided,
        "length": lambda many: _count(many),
        "count": lambda many: _count(many),
        "first": lambda many: _items(many)[0],
        "last": lambda many: _items(many)[-1],
    }


TESTS: dict[str, Callable[[Any], bool]] = {
    "blank": lambda fact: isinstance(fact, Known) and fact._value is None,
    "given": lambda fact: not isinstance(fact, Known) or fact._value is not None,
}
"""Tests of one fact: `{% if deposit is given %}`."""


class _Worded:
    """Makes a filter of a function that words one kind of value."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def __call__(self, name: str, kind: Any, words: Callable[..., str]) -> Callable[..., Any]:
        def apply(fact: Any, *options: Any) -> Any:
            value = fact._value if isinstance(fact, Known) else fact
            if isinstance(fact, Known) and value is None:
                return fact
            if not isinstance(value, kind) or (isinstance(value, bool) and kind is not object):
                what = f"{fact._name!r} ({fact._declared.type})" if isinstance(fact, Known) else repr(str(fact))
                raise ValueError(f"the filter `{name}` cannot word {what}")
            text = words(value if kind is not object else fact, *map(str, options))
            return fact._worded(text) if isinstance(fact, Known) else text

        return apply


def _dated(wording: Wording, pattern: str) -> Wording:
    return replace(wording, date=pattern) if pattern else wording


def _form(wording: Wording, form: str) -> Wording:
    forms: dict[str, Literal["code", "symbol"]] = {"code": "code", "symbol": "symbol", "": wording.money}
    if form not in forms:
        raise ValueError(f"money has the forms 'code' and 'symbol', not {form!r}")
    return replace(wording, money=forms[form])


def _plain(value: Any, wording: Wording) -> str:
    return str(value) if isinstance(value, str | Known | Role) else language.format_value(value, wording)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(many: Any) -> int:
    """How many: a number, the items of a list, the parties in a role; of a blank, more than one."""
    value = many._value if isinstance(many, Known) else many
    if value is None:
        return 2
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Duration):
        return value.count
    if isinstance(value, tuple | list | Role):
        return len(value)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else 2
    raise ValueError(f"{str(many)!r} is no number of things")


def _list(items: Any, wording: Wording, word: Any) -> Any:
    if isinstance(items, Known) and items._value is None:
        return items
    if str(word) not in ("and", "or"):
        raise ValueError(f"a list is joined with 'and' or 'or', not {str(word)!r}")
    joint: Literal["and", "or"] = "or" if str(word) == "or" else "and"
    text = language.format_list([str(item) for item in items], wording, joint)
    return items._worded(text) if isinstance(items, Known) else text


def _items(many: Any) -> list[Any]:
    """The items of a list, of which there must be some; of a blank the blank itself."""
    items = list(many)
    if not items:
        raise ValueError("the list has nothing in it")
    return items


def _counted(count: Any, noun: str, many: str, wording: Wording) -> Any:
    if not isinstance(count, Known):
        return language.counted(_count(count), noun, wording, many)
    if count._value is None:
        words = language.plural(2, noun, wording, many)
        return Known(count._name, None, f"{count} {words}", declared=count._declared, wording=wording)
    return count._worded(language.counted(_count(count), noun, wording, many))


def _possessive(name: Any, wording: Wording) -> Any:
    if isinstance(name, Role):
        return Owner(name, language.possessive(str(name), wording, plural=len(name) > 1))
    text = language.possessive(str(name), wording)
    return name._worded(text) if isinstance(name, Known) else text


class Owner:
    """A role in the possessive, or with words such as "each of" before it: prints as a use of its term."""

    __slots__ = ("_role", "_text")

    def __init__(self, role: Role, text: str) -> None:
        """Take the role and the words to print."""
        self._role, self._text = role, text

    def __str__(self) -> str:
        return self._text


def _all_of(role: Any, words: str) -> Any:
    if not isinstance(role, Role):
        raise ValueError("`each` goes with a role, or with `parties`")
    return Owner(role, f"{words} {role}") if len(role) > 1 else role


def _both(role: Any, wording: Wording) -> Any:
    """ "the Seller", "both Sellers", "all Sellers", by their number."""
    if not isinstance(role, Role):
        raise ValueError("`all` goes with a role, or with `parties`")
    if len(role) == 1:
        return role
    words = phrases(wording.locale)
    return Owner(role, f"{words.both if len(role) == 2 else words.all} {role._name}")


def _moved(start: Any, length: Any, wording: Wording, backwards: bool = False) -> Any:
    """A date so much later or earlier; with a blank in it, that blank."""
    for fact in (start, length):
        if isinstance(fact, Known) and fact._value is None:
            return fact
    day = start._value if isinstance(start, Known) else start
    span = length._value if isinstance(length, Known) else parse_duration(length)
    if not isinstance(day, datetime.date) or not isinstance(span, Duration):
        raise ValueError("`plus` and `minus` go from a date by a duration: `start | plus(term)`")
    moved = language.add_duration(day, span, wording, backwards)
    if not isinstance(start, Known):
        return moved
    made = start._made(moved)
    if isinstance(length, Known) and length._origin:
        made._origin = f"{start._origin} and {length._origin}"
    return made


def _business_day(day: Any, wording: Wording) -> Any:
    if isinstance(day, Known):
        return day if day._value is None else day._made(language.next_business_day(day._value, wording))
    return language.next_business_day(day, wording)


def _divided(number: Any, by: Any, places: int = 2) -> Any:
    """A share of a sum, rounded to so many decimals."""
    for fact in (number, by):
        if isinstance(fact, Known) and fact._value is None:
            return fact
    divisor = Decimal(by._value if isinstance(by, Known) else by)
    value = number._value if isinstance(number, Known) else number
    if divisor == 0:
        raise ValueError("nothing can be divided by 0")
    if isinstance(value, Money):
        share: Any = Money(value.amount / divisor, value.currency)
    elif isinstance(value, int | Decimal):
        share = Decimal(value) / divisor
    else:
        raise ValueError("only numbers and money can be divided")
    return _rounded(number._made(share) if isinstance(number, Known) else share, places)


def _rounded(number: Any, places: int = 0) -> Any:
    """To so many decimals, halves away from zero, as people do."""
    if isinstance(number, Known) and number._value is None:
        return number
    value = number._value if isinstance(number, Known) else number
    unit = Decimal(1).scaleb(-int(places))
    if isinstance(value, Money):
        made: Any = Money(value.amount.quantize(unit, "ROUND_HALF_UP"), value.currency)
    elif isinstance(value, int | Decimal):
        made = Decimal(value).quantize(unit, "ROUND_HALF_UP")
    else:
        raise ValueError("only numbers and money can be rounded")
    return number._made(made) if isinstance(number, Known) else made
