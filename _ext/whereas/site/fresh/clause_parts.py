"""What a page shows of a clause: of its texts only those that it takes, so that another may change without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from whereas.assembly.survey import has_nothing
from whereas.assembly.template import names_in
from whereas.library.clauses import Clause, Variant
from whereas.library.finding import FindingsError
from whereas.library.records import parse_record
from whereas.library.source import Keys
from whereas.library.yaml_source import parse_source

T = TypeVar("T")
#: Signs without which a text has no link, role or value in it, of which a message could tell the line.
_SIGNS = "[{<`"
#: What is not looked at as it is.
_PARTS = ("text", "variants", "fallbacks")


def shows_same(before: bytes, now: bytes, taken: frozenset[str]) -> bool:
    """Whether a page with these variants of a clause ("" is the standard text) shows the same of both contents."""
    try:
        same = _shown(_clause(before), taken) == _shown(_clause(now), taken)
    except (FindingsError, UnicodeDecodeError):
        return False
    return same


def _clause(content: bytes) -> Clause:
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return parse_record(Clause, parse_source(text, ""), "")


def _shown(clause: Clause, taken: frozenset[str]) -> tuple[Any, ...]:
    """All that is known of it, and where it is written; of texts that are not taken, the names that they mention."""
    source = clause.source
    texts: dict[Keys, Variant | str] = {("text",): clause.text}
    texts |= {("variants", name): variant for name, variant in clause.variants.items()}
    names = {
        keys: names_in(text)
        for keys, text in ((keys, _words(each)) for keys, each in texts.items())
        # a text that may place other clauses or define terms counts whole, whoever takes it
        if "".join(keys[1:]) not in taken and has_nothing(text)  # type: ignore[arg-type]
    }
    hidden = {*names, ("fallbacks",)}  # the ladder stands on the clause's own page alone
    if not set(_SIGNS) & set(clause.guidance):
        hidden.add(("guidance",))

    def seen(places: Mapping[Keys, T]) -> dict[Keys, T]:
        return {keys: place for keys, place in places.items() if keys[:1] not in hidden and keys[:2] not in hidden}

    fields = {name: getattr(clause, name) for name in Clause.model_fields if name not in _PARTS}
    blocks = seen(dict.fromkeys(source.blocks))
    return (
        fields,
        {**texts, **names},
        seen(source.places),
        seen(source.texts),
        seen(source.values),
        blocks,
        clause.findings,
    )


def _words(text: Variant | str) -> str:
    return text if isinstance(text, str) else text.text
