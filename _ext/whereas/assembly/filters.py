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
from whereas.assembly.facts import Role, RoleWords
from whereas.assembly.known import Known
from whereas.assembly.role_filters import role_filters
from whereas.assembly.row_filters import ROW_FILTERS
from whereas.assembly.sums import sum_filters
from whereas.language import Wording
from whereas.language.quantities import Duration, Money

Number = (int, Decimal)


def build_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """The filters of a text in one language, by name."""
    worded = _Worded(wording)
    return {
        "date": worded(
            "date", datetime.date, lambda day, pattern="": language.format_date(day, _dated(wording, pattern))
        ),
        "money": worded("money", Money, lambda money, form="": language.format_money(money, _form(wording, form))),
        "money_words": worded("money_words", Money, lambda money: language.money_words(money, wording), spoken=True),
        "percent": worded("percent", Number, lambda number: language.format_percent(Decimal(number), wording)),
        "words": worded("words", (*Number, Duration), lambda count: language.count_words(count, wording), spoken=True),
        "spelled": worded(
            "spelled", (*Number, Duration), lambda count: language.spell_number(count, wording), spoken=True
        ),
        "ordinal": worded("ordinal", int, lambda number: language.ordinal(number, wording)),
        "hyphenated": worded("hyphenated", Duration, lambda length: language.hyphenated(length, wording)),
        "upper": lambda words: _respelled(words, str.upper, wording),
        "lower": lambda words: _respelled(words, str.lower, wording),
        "capital": lambda words: _respelled(words, _capital, wording),
        "list": lambda items, word="and": _list(items, wording, word),
        "plural": lambda count, noun, many="": language.plural(_number_of(count, noun, wording), noun, wording, many),
        "counted": lambda count, noun, many="": _counted(count, noun, many, wording),
        "verb": lambda count, one, many: language.verb(_count(count), one, many),
        "length": lambda many: _many(many),
        "count": lambda many: _many(many),
        "first": lambda many: _items(many)[0],
        "last": lambda many: _items(many)[-1],
        **role_filters(wording),
        **sum_filters(wording),
        **ROW_FILTERS,
    }


TESTS: dict[str, Callable[[Any], bool]] = {
    "blank": lambda fact: isinstance(fact, Known) and fact._value is None,
    "given": lambda fact: not isinstance(fact, Known) or fact._value is not None,
}
"""Tests of one fact: `{% if deposit is given %}`."""
#: What words a percentage, whose figure alone would be another number.
_OF_PERCENT = {"words": language.percent_words, "spelled": language.spell_percent}
#: What else might be meant.
_INSTEAD = {("words", "money"): "`money_words` does", ("spelled", "money"): "`money_words` does"}


class _Worded:
    """Makes a filter of a function that words one kind of value; `spoken` words begin a sentence with a capital."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def __call__(self, name: str, kind: Any, words: Callable[..., str], spoken: bool = False) -> Callable[..., Any]:
        def apply(fact: Any, *options: Any) -> Any:
            value = fact._value if isinstance(fact, Known) else fact
            if isinstance(fact, Known) and value is None:
                return fact
            type = fact._declared.type if isinstance(fact, Known) else ""
            if not isinstance(value, kind) or isinstance(value, bool):
                what = f"{fact._name!r} ({type})" if type else repr(str(fact))
                instead = _INSTEAD.get((name, type), "")
                raise ValueError(f"the filter `{name}` cannot word {what}{instead and f'; {instead}'}")
            if type == "percent" and name in _OF_PERCENT:
                text = _OF_PERCENT[name](Decimal(value), self.wording)
            else:
                text = words(value, *map(str, options))
            return fact._reworded(text, spoken) if isinstance(fact, Known) else text

        apply.__wrapped__ = words  # type: ignore[attr-defined]  # whose options are told where they are wrong
        return apply


def _dated(wording: Wording, pattern: str) -> Wording:
    return replace(wording, date=pattern) if pattern else wording


def _form(wording: Wording, form: str) -> Wording:
    forms: dict[str, Literal["code", "symbol"]] = {"code": "code", "symbol": "symbol", "": wording.money}
    if form not in forms:
        raise ValueError(f"money has the forms 'code' and 'symbol', not {form!r}")
    return replace(wording, money=forms[form])


def _respelled(words: Any, spell: Callable[[str], str], wording: Wording) -> Any:
    match words:
        case Known():
            return words if words._value is None else words._reworded(spell(str(words)))
        case Role():
            return RoleWords(words, spell(str(words)))
        case RoleWords():
            return RoleWords(words._role, spell(str(words)))
    return spell(words if isinstance(words, str) else language.format_value(words, wording))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---- how many -------------------------------------------------------------------------------------------------------


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


def _many(many: Any) -> Any:
    """How many: of a blank, one more."""
    blank = isinstance(many, Known) and many._value is None
    return many._made(None, str(many), "integer") if blank else _count(many)


def _number_of(many: Any, noun: str, wording: Wording) -> int | Decimal:
    """How many of what a noun calls: raises ValueError for a length of time in another unit than that."""
    value = many._value if isinstance(many, Known) else many
    if isinstance(value, Duration):
        unit = language.format_unit(value.unit, wording)
        if str(noun).casefold() != unit.casefold():
            name = many._name if isinstance(many, Known) else "term"
            instead = f"`{{{{ {name} }}}}` prints it in its own unit, and `{name}.count` is the number alone"
            raise ValueError(f"{str(many)!r} is not counted in {str(noun)!r}; {instead}")
    return value if isinstance(value, Decimal) else _count(many)


def _counted(count: Any, noun: str, many: str, wording: Wording) -> Any:
    if isinstance(count, Known) and count._value is None:
        return count._reworded(f"{count} {language.plural(2, noun, wording, many)}")
    text = language.counted(_number_of(count, noun, wording), noun, wording, many)
    return count._reworded(text) if isinstance(count, Known) else text


# ---- lists ----------------------------------------------------------------------------------------------------------


def _list(items: Any, wording: Wording, word: Any) -> Any:
    if isinstance(items, Known) and items._value is None:
        return items
    if isinstance(items, Role):
        instead = f"`{{{{ {items._id}.name }}}}` prints the names, and `{{{{ {items._id} | each }}}}` the term for all"
        raise ValueError(f"`list` would print the term of {items._id!r} once for each party; {instead}")
    if str(word) not in ("and", "or"):
        raise ValueError(f"a list is joined with 'and' or 'or', not {str(word)!r}")
    joint: Literal["and", "or"] = "or" if str(word) == "or" else "and"
    text = language.format_list([str(item) for item in _items(items)], wording, joint)
    return items._reworded(text) if isinstance(items, Known) else text


def _items(many: Any) -> list[Any]:
    """The items of a list, of which there must be some; of a blank the blank itself."""
    items = list(many)
    if not items:
        raise ValueError("the list has nothing in it")
    return items
