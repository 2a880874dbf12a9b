"""The types of value, by name. A new one is a file beside this one, and its name and record here."""

from __future__ import annotations

from typing import Literal

from whereas.values.address import ADDRESS
from whereas.values.boolean import BOOLEAN_TYPE
from whereas.values.choice import CHOICE
from whereas.values.date import DATE
from whereas.values.duration import DURATION
from whereas.values.integer import INTEGER
from whereas.values.list import LIST
from whereas.values.markdown import MARKDOWN
from whereas.values.money import MONEY
from whereas.values.number import NUMBER
from whereas.values.party import PARTY
from whereas.values.percent import PERCENT
from whereas.values.rows import ROWS
from whereas.values.text import TEXT
from whereas.values.value_type import ValueType

Type = Literal[
    "text",
    "markdown",
    "integer",
    "number",
    "percent",
    "money",
    "date",
    "duration",
    "choice",
    "boolean",
    "list",
    "address",
    "party",
    "rows",
]
_ALL = (
    TEXT,
    MARKDOWN,
    INTEGER,
    NUMBER,
    PERCENT,
    MONEY,
    DATE,
    DURATION,
    CHOICE,
    BOOLEAN_TYPE,
    LIST,
    ADDRESS,
    PARTY,
    ROWS,
)
TYPES: dict[str, ValueType] = {each.name: each for each in _ALL}
