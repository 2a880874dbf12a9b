"""One row of a value that has rows, as the template language sees it: its cells, by the names of their columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from whereas.agreement.anchors import slug
from whereas.language.nearest import did_you_mean
from whereas.language.titles import title_of

if TYPE_CHECKING:
    from whereas.agreement.fact import Fact
    from whereas.agreement.runs import Run


class Row:
    """A row: `{{ line.amount }}` is a cell, a fact like any other; `{{ line | label }}` what its key is as a label."""

    __slots__ = ("_cells", "_key", "_name", "_number", "_twice")

    def __init__(self, name: str, number: int, cells: dict[str, Any], key: str) -> None:
        """Take the name of the value, which row it is (from 1), its cells by column, and the column that is the key."""
        self._name, self._number, self._cells, self._key = name, number, cells, key
        self._twice = False  # whether another row before it has the same key

    @property
    def _label(self) -> str:
        """Its key as a label, which is letters, digits and hyphens; `row-2` while the key is blank, or that of another.

        Raises ValueError where no column is the key.
        """
        if not self._key:
            raise ValueError(f"the rows of {self._name!r} have no key; declare which column it is: `key: ...`")
        key = self._cells[self._key]
        words = "" if key._value is None or self._twice else slug(str(key))
        return words or f"row-{self._number}"

    def _run(self) -> Run:
        """Nothing that can be printed: raises ValueError that says how it is."""
        example = f"`{{{{ line.{next(iter(self._cells))} }}}}`"
        raise ValueError(f"a row of {self._name!r} is printed cell by cell, as in {example}")

    def _without(self, column: str) -> tuple[str, str]:
        """What to say of a column that it does not have, and what may be meant."""
        return f"the rows of {self._name!r} have no column {column!r}", did_you_mean(column, self._cells)

    def _facts(self) -> tuple[Fact, ...]:
        """What the outline and the key terms tell of it."""
        return tuple(replace(cell._fact(), name=column) for column, cell in self._cells.items())

    @property
    def _essence(self) -> tuple[object, ...]:
        """What tells it from other rows."""
        return tuple(cell._essence for cell in self._cells.values())

    def __getattr__(self, column: str) -> Any:
        """A cell."""
        if column.startswith("_") or column not in self._cells:
            raise AttributeError(column)
        return self._cells[column]

    def __str__(self) -> str:
        """What stands in it, where there is no table."""
        return ", ".join(map(str, self._cells.values()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self._essence == other._essence

    def __hash__(self) -> int:
        return hash(str(self))


def blank_row(fact: Any) -> Row:
    """What stands for rows that are blank: one, whose cells are all the blank of the value."""
    cells = {}
    for name, declared in fact._declared.columns.items():
        words = blank_text(name, declared.label)
        declared = declared.model_copy(update={"about": fact._declared.about})
        cells[name] = type(fact)(fact._name, None, words, None, declared, fact._wording, fact._place, fact._undecided)
    return Row(fact._name, 1, cells, fact._declared.key)


def blank_text(name: str, label: str = "") -> str:
    """`[Effective date]` for effective_date; of a cell, `lines.2.due_date`, its column: `[Due date]`."""
    words = name.rpartition(".")[2] if name.count(".") > 1 else name
    return f"[{title_of(words, label)}]"


class Label(str):
    """Words that may be part of a label: letters, digits and hyphens, and so no markup."""

    __slots__ = ()
