"""What was found last, for as long as nothing has changed of all that it was found in.

It is kept in `build/`, where that is; a project without one is read each time. Nothing of it is run: it is JSON.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whereas.checking.gather import Gathered
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule

_FOLDER, _FILE = "build", ".whereas-check.json"
#: What is read of a project, and not only seen to be there.
_READ = (".md", ".yaml", ".yml", ".json", ".csv", ".py")
_MADE = (_FOLDER, "__pycache__", "node_modules", "venv")
_HOUSE = Path(__file__).parents[1]


def state_of(folders: Iterable[Path], settings: object) -> str:
    """What tells a state of some folders and of the settings from any other, of what reads them, and of the day."""
    told = hashlib.sha256()
    made = [platform.python_version(), *(version(name) for name in ("sphinx", "myst-parser", "docutils", "babel"))]
    told.update(repr((made, datetime.datetime.now(datetime.UTC).date(), settings)).encode())
    for path in sorted({path for folder in (*folders, _HOUSE) for path in _files(folder)}):
        told.update(f"\0{path}\0".encode(errors="surrogateescape"))
        told.update(path.read_bytes() if path.suffix in _READ and path.is_file() else b"")
    return told.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, without what is made, and what is hidden."""
    for root, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if name[0] != "." and name not in _MADE]
        yield from (Path(root, name) for name in names if name[0] != ".")


def remembered(root: Path, state: str, rules: Mapping[str, Rule]) -> Gathered | None:
    """What was found in this state, if it is known."""
    try:
        kept = json.loads((root / _FOLDER / _FILE).read_text("utf-8"))
        if kept["state"] != state:
            return None
        return Gathered(tuple(_finding(rules, **each) for each in kept["findings"]), int(kept["contracts"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _finding(rules: Mapping[str, Rule], rule: str, place: dict[str, Any], **said: Any) -> Finding:
    return rules[rule].at(Place(**place), **said)


def remember(root: Path, state: str, found: Gathered) -> None:
    """Keep what was found, where there is a place for it."""
    if (root / _FOLDER).is_dir():
        kept = {"state": state, "contracts": found.contracts, "findings": [asdict(each) for each in found.findings]}
        part = root / _FOLDER / f"{_FILE}.{os.getpid()}"
        try:
            part.write_text(json.dumps(kept), "utf-8")
            part.replace(root / _FOLDER / _FILE)
        except OSError:
            part.unlink(missing_ok=True)  # it is found again
