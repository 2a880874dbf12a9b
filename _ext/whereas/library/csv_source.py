"""CSV: rows that a spreadsheet wrote, under one row of heads, as a source like any other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from whereas.library.characters import bad_character
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule, example_page
from whereas.library.source import MOST_NODES, Keys, Lines, Source

_ROWS = example_page("```{rows} lines\n```", "values: {lines: {type: rows, columns: {what: text}}}")
_DEAL = "agreement: a\nvalues: {lines: lines.csv}"
CSV = Rule(
    "csv",
    "A CSV file has a row of heads, each once, and below it rows with a cell for each head.",
    bad={**_ROWS, "deals/a.yaml": _DEAL, "deals/lines.csv": "what\nfairs,60000"},
    good={**_ROWS, "deals/a.yaml": _DEAL, "deals/lines.csv": "what\nfairs"},
)
_SEPARATORS = (",", ";", "\t")


def parse_csv(text: str, file: str) -> Source:
    """The rows as a list of mappings, each cell at the line of its row; raises FindingsError with all that is wrong.

    What separates the cells (a comma, a semicolon or a tab), the heads tell. Lines without anything are no rows.
    """
    if bad := bad_character(text):
        raise FindingsError(CSV.at(Lines(text, file).place(bad[0]), bad[1]))
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    lines = _lines(reader, file)
    heads = [head.strip() for head in next(lines, (0, []))[1]]
    findings: list[Finding] = []
    if not heads or "" in heads or len(set(heads)) < len(heads):
        message = "the first row must say what stands in each column: a name in every cell, and each once"
        raise FindingsError(CSV.at(Place(file, 1), message))
    data: list[dict[str, str]] = []
    places: dict[Keys, Place] = {(): Place(file, 1)}
    for line, cells in lines:
        place = Place(file, line)
        if len(cells) != len(heads):
            message = f"this row has {len(cells)} cells, and the first row {len(heads)}"
            hint = "put quotation marks around a cell with a separator in it" if len(cells) > len(heads) else ""
            findings.append(CSV.at(place, message, hint))
            continue
        if len(data) * len(heads) > MOST_NODES:
            raise FindingsError(CSV.at(place, f"the file is refused: it has more than {MOST_NODES:,} values"))
        places[len(data),] = place
        places.update({(len(data), head): place for head in heads})
        data.append(dict(zip(heads, cells, strict=True)))
    if findings:
        raise FindingsError(*findings)
    return Source(file, data, places, values=places)


def _lines(reader: Any, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins; raises FindingsError where the file is no CSV."""
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FindingsError(CSV.at(Place(file, line), f"this is not CSV: {error}")) from None
        if any(cell.strip() for cell in cells):
            yield line, cells
