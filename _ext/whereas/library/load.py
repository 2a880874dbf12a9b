"""Reading a record's file, of whichever form it is."""

from __future__ import annotations

from pathlib import Path

from whereas.library.csv_source import CSV, parse_csv
from whereas.library.finding import FindingsError, Place
from whereas.library.json_source import JSON, parse_json
from whereas.library.source import LARGEST_FILE, Lines, Source
from whereas.library.yaml_source import YAML, parse_source

_FORMS = {".json": (JSON, parse_json), ".csv": (CSV, parse_csv)}


def load_source(path: Path, file: str) -> Source:
    """Read one file, as JSON or CSV if it is called so, else as YAML; `file` is how messages name it.

    Raises FindingsError when the file cannot be read, is none of these, is too large, or repeats a key.
    """
    rule, parse = _FORMS.get(path.suffix.lower(), (YAML, parse_source))
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FindingsError(rule.at(Place(file), f"the file is larger than {LARGEST_FILE:,} bytes"))
        content = path.read_bytes()
    except OSError as error:
        raise FindingsError(rule.at(Place(file), f"the file cannot be read: {error.strerror}")) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        place = Lines(before, file).place(len(before))
        sort = "it is UTF-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "it is not UTF-8 text"
        raise FindingsError(rule.at(place, f"the file cannot be read: {sort}", "save it as UTF-8")) from None
    return parse(text.replace("\r\n", "\n").replace("\r", "\n"), file)
