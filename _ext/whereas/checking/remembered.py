"""What was found last: of each agreement for as long as the files say the same that it was made of, and of the whole.

It is kept in `build/`, where that is; a project without one is read each time. Nothing in it is run: of what it names,
only our own records are made.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import pickle
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from whereas.checking.gather import Gathered
from whereas.checking.reading import Key, Read

_FOLDER, _FILE = "build", ".whereas-check"
#: What is read of a project, and not only seen to be there.
_READ = (".md", ".yaml", ".yml", ".json", ".csv", ".py")
_MADE = (_FOLDER, "__pycache__", "node_modules", "venv")
_HOUSE = Path(__file__).parents[1]
#: What may be made of others' beside our own records.
_PLAIN = {
    *(("builtins", name) for name in ("dict", "frozenset", "list", "set", "tuple", "object")),
    *(("copyreg", "_reconstructor"), ("datetime", "date"), ("decimal", "Decimal")),
    *(("pathlib", name) for name in ("PosixPath", "WindowsPath")),
}


class Kept(NamedTuple):
    """What is kept: of what all was found, that, and what was found in each agreement, with its files then."""

    around: str
    state: str
    found: Gathered
    reads: dict[Key, tuple[dict[str, str], Read]]


class Memory:
    """What was found last in a project, to be asked before it is read again."""

    def __init__(self, root: Path, folders: Iterable[Path], settings: object) -> None:
        """Take the folder of conf.py, those in which the project's files are, and the settings."""
        self._path = root / _FOLDER / _FILE
        self._digests: dict[str, str] = {}
        files = sorted({path for folder in folders for path in _files(folder)})
        made = [platform.python_version(), *(version(name) for name in ("sphinx", "myst-parser", "docutils", "babel"))]
        code = [self._digest(str(path)) for path in sorted(_HOUSE.rglob("*.py"))]
        today = datetime.datetime.now(datetime.UTC).date()
        self._around = _told((made, code, today, settings))
        self._state = _told([self._around, *((str(path), self._digest(str(path))) for path in files)])
        self._kept = self._load()

    @property
    def whole(self) -> Gathered | None:
        """What was found in the whole project, if nothing in it has changed."""
        return self._kept.found if self._kept and self._kept.state == self._state else None

    def read(self, key: Key, around: str) -> Read | None:
        """What was found in an agreement, if its files say the same, and what is `around` all of them too."""
        if self._kept is None or key not in self._kept.reads:
            return None
        files, read = self._kept.reads[key]
        same = read.around == around and all(self._digest(path) == said for path, said in files.items())
        return read if same else None

    def keep(self, found: Gathered, reads: Iterable[Read]) -> None:
        """Keep what was found, where there is a place for it."""
        known = {each.key: (self._seen(each.files), each) for each in reads if each.files}
        if self._path.parent.is_dir():
            part = self._path.with_name(f"{_FILE}.{os.getpid()}")
            try:
                part.write_bytes(pickle.dumps(Kept(self._around, self._state, found, known)))
                part.replace(self._path)
            except OSError:
                part.unlink(missing_ok=True)  # it is found again

    def _seen(self, files: Iterable[Path]) -> dict[str, str]:
        return {str(path): self._digest(str(path)) for path in files}

    def _digest(self, path: str) -> str:
        """What tells the content of a file; nothing where there is none. Of a picture it counts that it is there."""
        if path not in self._digests:
            try:
                content = Path(path).read_bytes() if path.endswith(_READ) else bytes(Path(path).exists())
                self._digests[path] = hashlib.sha256(content).hexdigest()
            except OSError:
                self._digests[path] = ""
        return self._digests[path]

    def _load(self) -> Kept | None:
        try:
            with self._path.open("rb") as file:
                kept = _Unpickler(file).load()
        except Exception:  # whatever is wrong with it, all is found again
            return None
        return kept if isinstance(kept, Kept) and kept.around == self._around else None


class _Unpickler(pickle.Unpickler):
    """Makes records of ours, and plain things; nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that may be made; raises UnpicklingError for anything else."""
        found = super().find_class(module, name) if module.startswith("whereas.") or (module, name) in _PLAIN else None
        if found is None or (module.startswith("whereas.") and not isinstance(found, type)):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _told(what: object) -> str:
    return hashlib.sha256(repr(what).encode(errors="surrogateescape")).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, without what is made, and what is hidden."""
    for root, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if name[0] != "." and name not in _MADE]
        yield from (Path(root, name) for name in names if name[0] != ".")
