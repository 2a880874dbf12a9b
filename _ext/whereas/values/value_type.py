"""What a type of value is: the one record in which its file says all that differs by type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from whereas.language import Wording, format_value
from whereas.values.json_schema import Schema


@dataclass(frozen=True)
class ValueType:
    """A type of value.

    `parse` gives the value of what an author wrote (a text, list or mapping of texts), or raises ValueError saying what
    was expected: "must be a date like 2027-01-15, not 'soon'". `schema` is the same for editors. `words` are those that
    a contract prints, by locale; ValueError where it has none.
    """

    name: str
    parse: Callable[[Any], Any]
    schema: Callable[[], Schema]
    words: Callable[[Any, Wording], str] = format_value
    sample: str | None = None
    """How one might look, where a declaration says nothing of it; of words none, which might stay in a contract."""
    asked: str = ""
    """What a new deal calls the type, if not by its name."""
    parts: tuple[str, ...] = ()
    """What can be asked of one after a dot."""
    ordered: bool = False
    """Whether one is more or less than another, so that `min` and `max` mean the value itself."""
    counted: Literal["", "characters", "items", "rows"] = ""
    """What `min` and `max` count, where they limit a length."""
    choices: Literal["none", "may", "must"] = "none"
    """Whether a declaration may, or must, say which ones there are."""
    pattern: bool = False
    """Whether a declaration may give a regular expression for it."""
    to_decimals: Callable[[Any, int | None], Any] | None = None
    """Holds a value to the decimals that are declared, where a declaration may say so; raises ValueError as `parse`."""
    many: bool = False
    """Whether it is several texts, each with the choices and the pattern."""
    tabular: bool = False
    """Whether it has rows, of whose columns a declaration says what each is."""
    literal: bool = False
    """Whether YAML itself has such values, so that editors write them without quotation marks."""
    textual: bool = False
    """Whether it is compared with a text as that stands, and not with what the text would mean in the type."""
    passage: bool = False
    """Whether its words are Markdown, and not a piece of a line."""
    decides: bool = False
    """Whether a blank of it leaves a mere `{% if … %}` open; of other types it is known that nothing is there."""
