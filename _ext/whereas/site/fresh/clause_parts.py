"""What a page shows of a clause: of its texts only those that it takes, so that another may change without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from whereas.assembly.survey import has_nothing
from whereas.assembly.template import names_in
from whereas.library.clauses import Clause, Variant
from whereas.library.finding import FindingsError
from whereas.library.records import parse_record
from whereas.library.source import Keys
from whereas.library.yaml_source import parse_source

#: Signs without which a text has no link, role or value in it, of which a message could tell the line.
_SIGNS = "[{<`"
#: What is not looked at as it is.
_PARTS = ("text", "variants")


class Difference(NamedTuple):
    """Whom a change of a clause concerns: everyone who has it, or those who take some of its texts ("" is standard)."""

    everyone: bool
    takers: frozenset[str] = frozenset()


def difference(before: bytes, now: bytes) -> Difference:
    """In what a clause's file says something else than it did."""
    try:
        old, new = _clause(before), _clause(now)
    except (FindingsError, UnicodeDecodeError):
        return Difference(everyone=True)
    if _around(old) != _around(new) or ["", *old.variants] != ["", *new.variants]:
        return Difference(everyone=True)
    other = [name for name in ("", *old.variants) if _text(old, name) != _text(new, name)]
    return Difference(any(_said_to_all(old, name) != _said_to_all(new, name) for name in other), frozenset(other))


def _clause(content: bytes) -> Clause:
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return parse_record(Clause, parse_source(text, ""), "")


def _around(clause: Clause) -> tuple[Any, ...]:
    """All that is known of it but for its texts, and where it is written, as far as a page tells that."""
    hidden: set[Keys] = {("text",), ("variants",), ("fallbacks",)}
    if not set(_SIGNS) & set(clause.guidance):
        hidden.add(("guidance",))
    fields = {name: getattr(clause, name) for name in Clause.model_fields if name not in _PARTS}
    return fields, _seen(clause, lambda keys: keys[:1] not in hidden), clause.findings


def _text(clause: Clause, name: str) -> tuple[Any, ...]:
    """One of its texts, and where that is written."""
    path: Keys = ("variants", name) if name else ("text",)
    return _variant(clause, name), _seen(clause, lambda keys: keys[: len(path)] == path)


def _said_to_all(clause: Clause, name: str) -> Any:
    """What a text says to those also who do not take it: names; all, if it may place or define something."""
    words = clause.variant_text(name)
    return names_in(words) if has_nothing(words) else _text(clause, name)


def _variant(clause: Clause, name: str) -> Variant | str:
    return clause.variants[name] if name else clause.text


def _seen(clause: Clause, is_seen: Callable[[Keys], bool]) -> list[dict[Keys, Any]]:
    """The places of what is seen of it."""
    source = clause.source
    places = (source.places, source.texts, source.values, dict.fromkeys(source.blocks))
    return [{keys: place for keys, place in each.items() if is_seen(keys)} for each in places]
