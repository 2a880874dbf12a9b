"""Patterns that texts must match, tried by an engine that takes no longer for one pattern than for another.

Python's own goes back and tries again, for `([A-Za-z]+ ?)+` longer than anybody waits. This one is Rust's, which
pydantic brings along; it knows no look-around and no references back.
"""

from __future__ import annotations

from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

#: A pattern of more characters is a mistake, or meant to keep a machine busy.
LONGEST = 1_000


def check_pattern(pattern: str) -> None:
    """Raise ValueError for what is no pattern, or one that this engine does not know."""
    if len(pattern) > LONGEST:
        raise ValueError(f"is longer than {LONGEST:,} characters")
    try:
        _engine(pattern)
        _engine(_whole(pattern))
    except SchemaError as error:
        why = str(error).strip().splitlines()[-1].strip().removeprefix("error: ").removeprefix("SchemaError: ")
        raise ValueError(f"is no regular expression that can be used here: {why}") from None


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern that was checked fits the whole of a text."""
    try:
        _engine(_whole(pattern)).validate_python(text)
    except ValidationError:
        return False
    return True


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


@lru_cache(maxsize=256)
def _engine(pattern: str) -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
