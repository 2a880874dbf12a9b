"""YAML as one writes it by hand: values in one line, and what each means beside it, in a column."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from whereas.library.finding import FindingsError
from whereas.library.yaml_source import parse_source
from whereas.values.json_schema import core_value

WIDTH = 120
#: Meanings stand here at the latest; a longer line has its own beside it.
_COLUMN = 48


def yaml_text(value: Any, words: bool = True, inside: bool = False) -> str:
    """A value in one line of YAML, quoted only where it must be; of `words` also what looks like a number."""
    match value:
        case None:
            return ""
        case dict():
            entries = (
                f"{_scalar(str(key), True, True)}: {yaml_text(each, words, True)}" for key, each in value.items()
            )
            return f"{{{', '.join(entries)}}}"
        case list() | tuple():
            return f"[{', '.join(yaml_text(each, words, True) for each in value)}]"
        case bool():
            return "yes" if value else "no"
    return _scalar(str(value), words, inside)


def _scalar(text: str, words: bool, inside: bool) -> str:
    plain = isinstance(core_value(text), str) or not words
    return text if plain and _reads_as_itself(text, inside) else json.dumps(text, ensure_ascii=False)


def _reads_as_itself(text: str, inside: bool) -> bool:
    """Whether a text without quotes stays what it is, in a line of its own or inside a list or mapping."""
    line = f"[{text}, {{k: {text}}}, {{{text}: k}}]" if inside else f"{text}: {text}"
    try:
        data = parse_source(f"{line}   # x", "").data
    except FindingsError:
        return False
    return bool(data == ([text, {"k": text}, {text: "k"}] if inside else {text: text}))


@dataclass(frozen=True)
class Entry:
    """An entry of a mapping: its key and value, what it means, and whether it is only an example."""

    key: str
    value: str
    about: str = ""
    indent: int = 0
    example: bool = True

    @property
    def code(self) -> str:
        """The line without its meaning."""
        lead = " " * self.indent + ("# " if self.example else "")
        return f"{lead}{_scalar(self.key, False, False)}: {self.value}".rstrip()


def aligned(lines: Iterable[Entry | str]) -> list[str]:
    """Entries with their meanings in one column, wrapped; strings among them stay as they are."""
    lines = list(lines)
    codes = [len(line.code) for line in lines if isinstance(line, Entry)]
    column = max((length for length in codes if length <= _COLUMN), default=0) + 3
    written = []
    for line in lines:
        written += [line] if isinstance(line, str) else _with_meaning(line, column)
    return written


def _with_meaning(line: Entry, column: int) -> list[str]:
    """An entry with its meaning, which goes on in comments below it."""
    if not line.about:
        return [line.code]
    start = max(column, len(line.code) + 3)
    if start > WIDTH - 40:  # too little room beside it
        return [*note(line.about, line.indent), line.code]
    first, *rest = textwrap.wrap(line.about, WIDTH - start - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{line.code:{start}}# {first}", *(f"{'':{start}}# {more}" for more in rest)]


def note(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """A remark, `##`, which is no example."""
    lead = f"{' ' * indent}## "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=lead + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(rows: dict[str, str], indent: int = 0) -> list[str]:
    """Names and their meanings as remarks."""
    widest = max(map(len, rows), default=0)
    written = []
    for name, about in rows.items():
        cell = f"{'':2}{name:{widest}}{'':3}".replace(" ", "\0")  # which is not to be wrapped
        wrapped = note(cell + about, indent, widest + 5)
        written += [line.replace("\0", " ") for line in wrapped]
    return written
