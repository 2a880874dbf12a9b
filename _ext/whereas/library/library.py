"""The library: finds records by id, and says which file each came from."""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from pathlib import Path
from typing import Literal, TypeVar, overload

from whereas.language.nearest import did_you_mean
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.load import load_source
from whereas.library.parties import Party
from whereas.library.policy import Policy, policy_file
from whereas.library.records import Record, parse_record
from whereas.library.rule import Rule
from whereas.library.rules import UNKNOWN_CLAUSE, UNKNOWN_DEAL, UNKNOWN_PARTY

ONE_RECORD = Rule(
    "one-record",
    "A record is one file.",
    bad={"deals/a.yaml": "agreement: a", "deals/a.json": '{"agreement": "a"}'},
    good={"deals/a.yaml": "agreement: a"},
)
_UNKNOWN = {"clauses": UNKNOWN_CLAUSE, "parties": UNKNOWN_PARTY, "deals": UNKNOWN_DEAL}


Kind = Literal["clauses", "parties", "deals"]
MODELS: dict[Kind, type[Record]] = {"clauses": Clause, "parties": Party, "deals": Deal}
#: One record of a kind, in the words of a message.
SINGULAR: dict[Kind, str] = {"clauses": "clause", "parties": "party", "deals": "deal"}
#: The endings a record's file may have, the usual one first; deals may come from other programs.
SUFFIXES: dict[Kind, tuple[str, ...]] = {
    "clauses": (".yaml", ".yml"),
    "parties": (".yaml", ".yml"),
    "deals": (".yaml", ".yml", ".json"),
}
_ID = re.compile(r"[\w][\w.-]*(?:/[\w][\w.-]*)*")

R = TypeVar("R", bound=Record)


class Library:
    """The records below one project folder, read when asked for, and once while their file stays the same."""

    def __init__(self, root: Path) -> None:
        """Take the folder that holds `clauses/`, `parties/` and `deals/`."""
        self.root = root.resolve()
        self._read: dict[Path, tuple[tuple[int, ...], Record | FindingsError]] = {}
        self._folders: dict[str, str] = {}  # where each leads

    def look_again(self) -> None:
        """Look anew where folders lead, as when time has passed; records are read anew where their files changed."""
        self._folders.clear()

    def read_all(self) -> None:
        """Have all records in memory; what is wrong with one is told to whoever asks for it."""
        for kind in MODELS:
            for id in self.ids(kind):
                with contextlib.suppress(FindingsError):
                    self.find(kind, id, self.place(kind, id))

    def path(self, kind: Kind, id: str) -> Path:
        """The file of a record; where there is none, the one that it would have, which is never outside its folder."""
        name = id if _ID.fullmatch(id) else "_"
        return next(iter(self.files(kind, id)), Path(f"{self.root}/{kind}/{name}{SUFFIXES[kind][0]}"))

    def place(self, kind: Kind, id: str) -> Place:
        """The beginning of a record's file."""
        return Place(self.file(self.path(kind, id)))

    def file(self, path: Path) -> str:
        """How messages name a file: as seen from the project's folder."""
        return Path(path).as_posix().removeprefix(f"{self.root.as_posix()}/")

    def ids(self, kind: Kind) -> list[str]:
        """The ids of all records of a kind, sorted; hidden files and links that lead out of the folder are none."""
        return sorted(self._names(kind))

    def doubled(self, kind: Kind) -> set[str]:
        """The ids that two files claim."""
        return {id for id, files in self._names(kind).items() if files > 1}

    def _names(self, kind: Kind) -> Counter[str]:
        # asked for every page, of all files, so with strings, and only links are looked into
        found: Counter[str] = Counter()
        top = f"{self.root}/{kind}"
        for folder, inner, names in os.walk(top):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in names:
                stem, suffix = os.path.splitext(name)  # noqa: PTH122
                if suffix not in SUFFIXES[kind] or name.startswith(".") or not name.isprintable():
                    continue
                path = f"{folder}/{name}"
                if not os.path.islink(path) or self._is_own(kind, path):  # noqa: PTH114
                    found[f"{folder}/{stem}".removeprefix(f"{top}/")] += 1
        return found

    def files(self, kind: Kind, id: str) -> list[Path]:
        """The files of a record: one if all is well, none where there is none or the id leads out of its folder."""
        paths = (f"{self.root}/{kind}/{id}{suffix}" for suffix in SUFFIXES[kind])
        return [Path(path) for path in paths if self._is_own(kind, path)]

    def twins(self, path: Path) -> tuple[str, ...]:
        """All files that are one record to us with that of a path, there or not; of what is no record, the path."""
        name, suffix = os.path.splitext(path)  # noqa: PTH122
        for kind, suffixes in SUFFIXES.items():
            if suffix in suffixes and name.startswith(f"{self.root}{os.sep}{kind}{os.sep}"):
                return tuple(f"{name}{suffix}" for suffix in suffixes)
        return (str(path),)

    def _is_own(self, kind: Kind, path: str) -> bool:
        """Whether a file is there, and no link on the way to it leads elsewhere."""
        # asked for every use of every record, so with strings, and of a folder once
        if not os.path.isfile(path):  # noqa: PTH113
            return False
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        real = os.path.realpath(path) if os.path.islink(path) else f"{self._folders[folder]}/{name}"  # noqa: PTH114
        return real.startswith(f"{self.root}/{kind}/")

    @overload
    def find(self, kind: Literal["clauses"], id: str, place: Place) -> Clause: ...
    @overload
    def find(self, kind: Literal["parties"], id: str, place: Place) -> Party: ...
    @overload
    def find(self, kind: Literal["deals"], id: str, place: Place) -> Deal: ...
    @overload
    def find(self, kind: Kind, id: str, place: Place) -> Record: ...
    def find(self, kind: Kind, id: str, place: Place) -> Record:
        """The record of that id; `place` is where it was asked for.

        Raises FindingsError: at `place` when there is no such record, in the record's file when that is wrong or one of
        two.
        """
        paths = self.files(kind, id) if _ID.fullmatch(id) else []
        if not paths:
            message, ids = f"there is no {SINGULAR[kind]} {id!r} in {kind}/", self.ids(kind)
            hint = "letters, digits, '.', '-' and '_' make a name" if id in ids else did_you_mean(id, ids)
            raise FindingsError(_UNKNOWN[kind].at(place, message, hint))
        if len(paths) > 1:
            files = sorted(self.file(path) for path in paths)
            message = f"{' and '.join(files)} are one {SINGULAR[kind]} to us"
            raise FindingsError(ONE_RECORD.at(Place(files[0]), message, "keep one of them"))
        return self._load(MODELS[kind], id, paths[0])

    @property
    def policy(self) -> Policy:
        """The rules of the house; none where there is no file of them. Raises FindingsError for one that is wrong."""
        path = policy_file(self.root)
        return self._load(Policy, "policy", path) if path.is_file() else Policy()

    @property
    def policy_faults(self) -> tuple[Finding, ...]:
        """What is wrong with the file of the policy, whatever its rules ask for."""
        try:
            return tuple(self.policy.findings)
        except FindingsError as failure:
            return tuple(failure.findings)

    def _load(self, model: type[R], id: str, path: Path) -> R:
        seen = path.stat()  # a date alone may be older than before, and tells nothing of what is there now
        stamp = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            try:
                found: Record | FindingsError = parse_record(model, load_source(path, self.file(path)), id)
            except FindingsError as failure:
                found = failure
            self._read[path] = known = (stamp, found)
        if isinstance(known[1], FindingsError):
            raise known[1].with_traceback(None)
        return known[1]  # type: ignore[return-value]  # it was read from the same file as the same record
