"""The library: finds records by id, and says which file each came from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeVar, overload

from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, Place, Trouble, did_you_mean
from whereas.library.parties import Party
from whereas.library.records import Record, parse_record
from whereas.library.source import load_source

Kind = Literal["clauses", "parties", "deals"]
MODELS: dict[Kind, type[Record]] = {"clauses": Clause, "parties": Party, "deals": Deal}
#: One record of a kind, in the words of a message.
SINGULAR: dict[Kind, str] = {"clauses": "clause", "parties": "party", "deals": "deal"}
_ID = re.compile(r"[\w][\w.-]*(?:/[\w][\w.-]*)*")

R = TypeVar("R", bound=Record)


class Library:
    """The records below one project folder, read when asked for, and once while their file stays the same."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds `clauses/`, `parties/` and `deals/`."""
        self.root = root.resolve()
        self._read: dict[Path, tuple[int, Record | Trouble]] = {}

    def path(self, kind: Kind, id: str) -> Path:
        """The file of a record, whether or not it exists."""
        return self.root / kind / f"{id}.yaml"

    def file(self, path: Path) -> str:
        """How messages name a file: as seen from the project's folder."""
        path = Path(path)
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def ids(self, kind: Kind) -> list[str]:
        """The ids of all records of a kind, sorted. Files that a link takes out of the project are not among them."""
        folder = self.root / kind
        found = (path for path in folder.rglob("*.yaml") if path.resolve().is_relative_to(self.root))
        return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in found)

    @overload
    def find(self, kind: Literal["clauses"], id: str, place: Place) -> Clause: ...
    @overload
    def find(self, kind: Literal["parties"], id: str, place: Place) -> Party: ...
    @overload
    def find(self, kind: Literal["deals"], id: str, place: Place) -> Deal: ...
    def find(self, kind: Kind, id: str, place: Place) -> Record:
        """The record of that id; `place` is where it was asked for.

        Raises Trouble: at `place` when there is no such record, in the record's file when that is wrong.
        """
        path = self.path(kind, id)
        if not _ID.fullmatch(id) or not path.resolve().is_relative_to(self.root / kind) or not path.is_file():
            message = f"there is no {SINGULAR[kind]} {id!r} in {kind}/"
            raise Trouble(Finding(place, f"unknown-{SINGULAR[kind]}", message, did_you_mean(id, self.ids(kind))))
        return self._load(kind, id, path)

    def _load(self, kind: Kind, id: str, path: Path) -> Record:
        stamp = path.stat().st_mtime_ns
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            try:
                found: Record | Trouble = parse_record(MODELS[kind], load_source(path, self.file(path)), id)
            except Trouble as trouble:
                found = trouble
            self._read[path] = known = (stamp, found)
        if isinstance(known[1], Trouble):
            raise known[1].with_traceback(None)
        return known[1]
