"""JSON as it was written: the same as of YAML, so that a deal may come from a CRM or a spreadsheet.

Numbers stay the text they are in the file (`0.10`, `1e3`), `true` and `false` are those words, `null` is None.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any, NoReturn

from whereas.library.characters import bad_character
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule
from whereas.library.source import DEEPEST, DUPLICATE_KEY, LARGEST_FILE, MOST_NODES, Keys, Lines, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

JSON = Rule(
    "json",
    "A JSON file can be read: it is JSON, and not too large.",
    bad={"deals/a.json": '{"agreement": "a",}'},
    good={"deals/a.json": '{"agreement": "a"}'},
)


#: Reads the texts: escapes are its business.
_STRINGS = JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
#: What stands where a value should, up to what could end it.
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
#: Quotes of other languages and programs.
_QUOTES = "'`‘’\u201a“”„«»"
_WORDS = {"true": "true", "false": "false", "null": None}


def parse_json(text: str, file: str) -> Source:
    """Parse the JSON text of `file`, a byte order mark allowed.

    Gives a source like that of YAML. A text has no lines of its own in the file, so none is among `texts` or `blocks`.
    Raises FindingsError, at line and column, when this is no JSON, too large or too deep, or repeats a key.
    """
    text = text.removeprefix("\ufeff")
    lines = Lines(text, file)
    if len(text) > LARGEST_FILE:
        raise FindingsError(JSON.at(lines.place(0), f"the text is longer than {LARGEST_FILE:,} characters"))
    if bad := bad_character(text.replace("\r", "\n")):
        raise FindingsError(JSON.at(lines.place(bad[0]), bad[1]))
    reader = _JsonReader(text, lines)
    data = reader.whole()
    if reader.findings:
        raise FindingsError(*sorted(reader.findings))
    return Source(file, data, reader.places, values=reader.values)


class _JsonReader:
    """One walk over one text; `at` is how far it has come."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.at = 0
        self.places: dict[Keys, Place] = {}
        self.values: dict[Keys, Place] = {}
        self.findings: list[Finding] = []
        self.count = self.depth = 0

    def whole(self) -> Any:
        self.space()
        if self.at == len(self.text):
            self.fail("the file is empty")
        data = self.value(())
        self.space()
        if self.at < len(self.text):
            self.unexpected("the end of the file")
        return data

    def value(self, path: Keys) -> Any:
        """Read the value that begins here."""
        place = self.here()
        self.count += 1
        if self.count > MOST_NODES:
            raise FindingsError(JSON.at(place, f"the file is refused: it has more than {MOST_NODES:,} values"))
        self.values[path] = place
        self.places.setdefault(path, place)
        match self.text[self.at : self.at + 1]:
            case '"':
                return self.string()
            case "{" | "[" as opening:
                self.depth += 1
                if self.depth > DEEPEST:
                    raise FindingsError(JSON.at(place, "this is nested too deep to be read"))
                data = self.mapping(path) if opening == "{" else self.list(path)
                self.depth -= 1
                return data
        word = found[0] if (found := _WORD.match(self.text, self.at)) else ""
        if word in _WORDS or _NUMBER.fullmatch(word):
            self.at += len(word)
            return _WORDS.get(word, word)
        return self.unexpected("a value")

    def mapping(self, path: Keys) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for _ in self.items("}"):
            place = self.here()
            if not self.text.startswith('"', self.at):
                self.unexpected("a key in double quotes")
            name = self.string()
            self.space()
            if not self.text.startswith(":", self.at):
                self.unexpected("a colon")
            self.at += 1
            self.space()
            if name in data:
                message = f"the key {name!r} is written twice here, first in line {self.places[*path, name].line}"
                self.findings.append(DUPLICATE_KEY.at(place, message, "keep one of them"))
            else:
                self.places[*path, name] = place
            data[name] = self.value((*path, name))
        return data

    def list(self, path: Keys) -> list[Any]:
        data: list[Any] = []
        for index in self.items("]"):
            data.append(self.value((*path, index)))  # noqa: PERF401 - `items` looks at what was read
        return data

    def items(self, closing: str) -> Iterator[int]:
        """Stand before each item of a mapping or list in turn, and behind it in the end."""
        index, comma = 0, -1
        opened = self.here().line
        self.at += 1
        self.space()
        while not self.text.startswith(closing, self.at):
            if index:
                if not self.text.startswith(",", self.at):
                    self.unexpected(f"a comma, or the `{closing}` to what line {opened} opens,")
                comma = self.at
                self.at += 1
                self.space()
                if self.text.startswith(closing, self.at):
                    self.at = comma
                    self.fail(f"there is nothing between this comma and the `{closing}`", "take the comma away")
            yield index
            index += 1
            self.space()
        self.at += 1

    def string(self) -> str:
        place = self.here()
        try:
            text, self.at = _STRINGS.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                self.fail("the text that begins here has no second quote")
            self.at = error.pos
            if error.msg.startswith("Invalid control"):  # all but these two were refused before
                sort, written = ("tab", "\\t") if self.text.startswith("\t", self.at) else ("line break", "\\n")
                self.fail(f"there is a {sort} in a text", f"write `{written}` for it, or is a quote missing?")
            self.fail("there is no such escape", "a backslash of your own is written `\\\\`")
        if bad := bad_character(text):
            self.findings.append(JSON.at(place, bad[1]))
        return str(text)

    def unexpected(self, wanted: str) -> NoReturn:
        """Something else stands here than was wanted: say what, and what to do about the usual mistakes."""
        rest = self.text[self.at : self.at + 2]
        if not rest:
            self.fail(f"{wanted} is missing at the end of the file")
        if rest in ("//", "/*") or rest[0] == "#":
            self.fail("a comment stands here", "JSON has no comments: take it out, or make this a YAML file")
        if rest[0] in _QUOTES:
            self.fail(f"a text stands in double quotes, not in {rest[0]}", f'write " for {rest[0]}')
        found = _WORD.match(self.text, self.at)
        word, hint = (found[0][:40], "a text needs double quotes") if found else (rest[0], "")
        if word.lower() in _WORDS:
            hint = f"write `{word.lower()}`"
        elif word[0] in "+-.0123456789":
            hint = "a number is written like 10, 0.5 or 1e3; all else needs double quotes"
        self.fail(f"{wanted} is wanted here, not `{word}`", hint if wanted[:7] in ("a value", "a key i") else "")

    def fail(self, message: str, hint: str = "") -> NoReturn:
        raise FindingsError(JSON.at(self.here(), f"this is not JSON: {message}", hint))

    def space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        assert found  # it matches nothing, too
        self.at = found.end()

    def here(self) -> Place:
        return self.lines.place(self.at)
