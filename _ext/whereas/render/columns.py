"""How wide the columns of a table are on paper."""

from __future__ import annotations

import unicodedata

from whereas.agreement.model import Table
from whereas.agreement.walk import text_of, walk_lines

_LINE = 100.0  # about how many letters of a table stand in a line
_GAP = 2.7  # and how many between two columns
_NARROW, _WIDE = frozenset("ijlftr.,;:’'!|()[] "), frozenset("mwMW@%—")


def column_shares(table: Table) -> list[float]:
    """What share of the width each column takes: as its words need, where the author gave no widths."""
    if len(set(table.widths)) > 1:
        return [width / sum(table.widths) for width in table.widths]
    needs, least = _needs(table)
    # columns that need less than an equal share get what they need; the others share the rest in proportion
    room, open_columns = _LINE - _GAP * (len(needs) - 1), set(range(len(needs)))
    widths = dict(enumerate(needs))
    while open_columns and sum(needs[column] for column in open_columns) > room:
        small = {column for column in open_columns if needs[column] <= room / len(open_columns)}
        if not small:
            # roots, because twice the text wants more lines rather than twice the width
            roots = sum(needs[each] ** 0.5 for each in open_columns)
            shares = {column: room * needs[column] ** 0.5 / roots for column in open_columns}
            small = {column for column in open_columns if least[column] > shares[column]}
            if not small or sum(least[column] for column in open_columns) > room:  # or else no word is parted
                widths |= {column: max(shares[column], min(least[column], room / len(shares))) for column in shares}
                break
            needs = [least[column] if column in small else need for column, need in enumerate(needs)]
            widths |= {column: least[column] for column in small}
        room -= sum(needs[column] for column in small)
        open_columns -= small
    total = sum(widths.values())
    return [widths[column] / total for column in range(len(needs))]


def _needs(table: Table) -> tuple[list[float], list[float]]:
    """For each column, what its longest line needs, and its longest word."""
    needs, least = [1.0] * len(table.widths), [1.0] * len(table.widths)
    for number, row in enumerate((*table.head, *table.rows)):
        bold = 1.1 if number < len(table.head) else 1.0
        for column, cell in enumerate(row):
            for line in (text_of(line) for block in cell.blocks for line in walk_lines(block)):
                needs[column] = max(needs[column], bold * _length(line) + 0.6)
                least[column] = max(least[column], *(bold * _length(word) + 0.6 for word in line.split()), 1)
    return needs, least


def _length(text: str) -> float:
    """How long a text is, in letters of usual width."""
    return sum(map(_of, text))


def _of(char: str) -> float:
    if char in _NARROW:
        return 0.65
    if char in _WIDE:
        return 1.75
    if unicodedata.east_asian_width(char) in "WF":
        return 2.1
    return 1.4 if char.isupper() else 1.05
