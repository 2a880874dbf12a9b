"""The fact that a value becomes as somebody wrote it: parsed, worded, or blank."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from whereas.agreement.runs import ValueOrigin
from whereas.assembly.cast import Cast
from whereas.assembly.files import Files
from whereas.assembly.known import Known
from whereas.assembly.row import Row
from whereas.language import Wording
from whereas.library.finding import FindingsError
from whereas.library.load import load_source
from whereas.library.parties import Party
from whereas.library.rules import VALUE
from whereas.plan.given import Given
from whereas.values.declaration import Declaration, check_limits, parse_value
from whereas.values.party import parse_party
from whereas.values.rows import Written, parse_rows, strange_columns, written_in
from whereas.values.types import TYPES


def known_value(
    name: str, declared: Declaration, given: Given, wording: Wording, cast: Cast, undecided: set[str], said: str = ""
) -> Known:
    """A declared value as a fact: parsed, worded, or blank; what is wrong with it goes to the findings of the cast.

    `said` is what messages call it, if not by its name.
    """
    value: Any = None
    type = TYPES[declared.type]
    if given.written is not None and given.written != "":
        try:
            if declared.type == "party":
                value = _party(given, cast)
            elif type.tabular:
                given = _of_file(given, cast)
                value = _rows(name, declared, given, wording, cast, undecided)
            else:
                value = parse_value(given.written, declared, wording.locale)
        except ValueError as error:
            hint = f"for example: {declared.example}" if declared.example and not type.tabular else ""
            cast.findings.append(VALUE.at(given.place, f"{said or f'the value {name!r}'} {error}", hint))
        except FindingsError as failure:
            cast.findings.extend(failure.findings)
    origin = given.origin if value is not None or said else None
    return Known(name, value, "", origin, declared, wording, given.place, undecided)


def default_value(fact: Known, cast: Cast) -> Known | None:
    """The same fact as its default has it; None where there is none."""
    if fact._declared.default is None:
        return None
    given = Given(fact._declared.default, fact._place, fact._origin)
    return known_value(fact._name, fact._declared, given, fact._wording, cast, set())


def _party(given: Given, cast: Cast) -> Party | None:
    """The party that a value names; a mapping says more of it, as one does of who plays a role."""
    if isinstance(given.written, dict):
        return cast.described(given.own_source())
    return cast.party(parse_party(given.written), given.place)


# ---- rows -----------------------------------------------------------------------------------------------------------


def _of_file(given: Given, cast: Cast) -> Given:
    """Rows as they are given, or as the file has them that is named instead, which the page is then made of.

    Raises ValueError for what names no such file, FindingsError for one that cannot be read.
    """
    name = given.written
    if not isinstance(name, str):
        return given
    if not name.strip().lower().endswith(".csv"):
        raise ValueError(f"must be a list of rows, or the name of a CSV file beside the deal, not {name!r}")
    path = Files(cast.library.root, cast.library.root).find(name.strip(), given.place.file)
    if path is None:
        raise ValueError(f"names {name!r}, a file outside the project, and no file is read from there")
    cast.asked.add(path)
    if not path.is_file():
        raise ValueError(f"names {name!r}, and there is no file {cast.library.file(path)}")
    source = load_source(path, cast.library.file(path))
    return Given(source.data, source.place(), ValueOrigin((source.place(),)), source)


def _rows(
    name: str, declared: Declaration, given: Given, wording: Wording, cast: Cast, undecided: set[str]
) -> tuple[Row, ...] | None:
    """The rows of a value, each cell a fact that knows where it was written; None where there are none.

    Without any row the value is blank, unless its declaration says that there may be none: `min: 0`.
    Raises ValueError for what are no rows, or too many.
    """
    written = parse_rows(given.written)
    if not written and declared.min != 0:
        return None
    check_limits(written, declared)
    rows: list[Row] = []
    for index, row in enumerate(written):
        _check_columns(name, declared, given, index, cast)
        cells = {}
        for column, of_column in declared.columns.items():
            cell = _cell(given, index, column, written_in(row, column, of_column.default), of_column)
            said = f"the {column!r} of row {index + 1} of {name!r}"
            named = f"{name}.{index + 1}.{column}"
            cells[column] = known_value(named, of_column, cell, wording, cast, undecided, said)
        rows.append(Row(name, index + 1, cells, declared.key))
    _check_keys(rows, declared, cast)
    return tuple(rows)


def _cell(given: Given, index: int, column: str, written: Written, declared: Declaration) -> Given:
    """A cell as it is written, or as its column has it by default."""
    path = (*given.path, index, column)
    place, origin = given.place, given.origin
    if given.source:
        is_passage = TYPES[declared.type].passage and not written.default and written.words
        place = given.source.text_place(*path) if is_passage else given.source.value_place(*path)
        origin = ValueOrigin((given.source.place(*path),))
    if written.default:
        return Given(written.words, place, replace(origin, default=True) if origin else None)
    return Given(written.words, place, origin, given.source, path)


def _check_columns(name: str, declared: Declaration, given: Given, index: int, cast: Cast) -> None:
    """Report what a row has beside its columns; of a CSV file once, in its heads."""
    of_file = given.place.file.lower().endswith(".csv")
    for column, hint in () if index and of_file else strange_columns(given.written[index], declared.columns):
        place = given.source.place(*given.path, index, column) if given.source and not of_file else given.place
        cast.findings.append(VALUE.at(place, f"the rows of {name!r} have no column {column!r}", hint))


def _check_keys(rows: list[Row], declared: Declaration, cast: Cast) -> None:
    """Report rows that have one key, so that a label would be that of both."""
    seen: dict[str, int] = {}
    for row in rows if declared.key else ():
        key = row._cells[declared.key]
        if key._value is not None and (before := seen.setdefault(row._label, row._number)) != row._number:
            row._twice = True
            message = f"row {row._number} of {row._name!r} has the same {declared.key!r} as row {before}"
            hint = "each row needs one of its own, in other letters or figures"
            cast.findings.append(VALUE.at(key._place, message, hint))
