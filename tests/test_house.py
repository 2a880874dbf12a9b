"""The house: rooms know only the rooms above them, two rooms know no Sphinx, files are small and say what they are."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from whereas.language.registry import LANGUAGES

HOUSE = Path(__file__).parents[1] / "_ext" / "whereas"
#: What each room may know, besides itself.
ROOMS = {
    "language": set(),
    "values": {"language"},
    "library": {"language", "values"},
    "agreement": {"library", "language"},
    "plan": {"library", "values", "language", "agreement"},
    "assembly": {"library", "values", "language", "agreement", "plan", "sphinx_seam"},
    "checks": {"library", "language", "agreement"},
    "render": {"library", "language", "agreement"},
    "sphinx_seam": set(),
    "project": {"library", "values", "language", "agreement", "plan", "assembly", "checks", "render", "sphinx_seam"},
    "site": {
        "checking",
        "project",
        "library",
        "values",
        "language",
        "agreement",
        "plan",
        "assembly",
        "checks",
        "render",
        "sphinx_seam",
    },
    "pdf": {"library", "language", "agreement", "render", "project", "site", "paper", "sphinx_seam"},
    "paper": {"language", "agreement", "project", "site"},
    "word": {"language", "agreement", "render", "project", "site", "paper"},
    "desk": {"library", "values", "language", "agreement", "plan", "assembly"},
    "checking": {"project", "library", "language", "agreement", "plan", "assembly", "checks", "desk"},
    "live": {"site"},
    "": {
        "checking",
        "live",
        "library",
        "language",
        "agreement",
        "assembly",
        "checks",
        "project",
        "render",
        "site",
        "paper",
        "pdf",
        "word",
        "desk",
        "sphinx_seam",
    },  # the front doors: __init__.py for Sphinx, __main__.py for the shell
}
FILES = sorted(HOUSE.rglob("*.py"))


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """What a file says."""
    return ast.parse(path.read_text(encoding="utf-8"))


def wrong(files: list[Path], what: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong with files, by their names; nothing is said of those that are as they should be."""
    return {path.relative_to(HOUSE).as_posix(): found for path in files if (found := what(path))}


def module(path: Path) -> str:
    """The name a file is imported by."""
    return ".".join(("whereas", *path.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {module(path): path for path in FILES}


def imported(path: Path) -> set[str]:
    """The modules a file imports, wherever in it: `from a.b import c` is a.b.c if that is a module of ours."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: say the whole name of what you import"
            names = {f"{node.module}.{each.name}" for each in node.names}
            found |= {name if name in MODULES else str(node.module) for name in names}
    return found


def room(name: str) -> str:
    """The room of a module."""
    return (*name.removesuffix(".__main__").split("."), "")[1]


def test_a_room_knows_only_the_rooms_above_it() -> None:
    def others(path: Path) -> set[str]:
        own = room(module(path))
        return {room(name) for name in imported(path) if name.split(".")[0] == "whereas"} - {own} - ROOMS[own]

    assert wrong(FILES, others) == {}


def test_the_pure_rooms_know_no_sphinx() -> None:
    pure = [path for path in FILES if room(module(path)) in ("library", "agreement", "plan")]
    sphinx = {"sphinx", "docutils", "myst_parser", "markdown_it"}
    assert wrong(pure, lambda path: {name.split(".")[0] for name in imported(path)} & sphinx) == {}


@pytest.mark.parametrize(
    ("rooms", "unknown"), [(("library", "agreement", "plan"), ("sphinx", "docutils")), (("desk",), ("sphinx",))]
)
def test_some_rooms_do_not_even_load_sphinx(rooms: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    names = ", ".join(name for name in MODULES if room(name) in rooms)
    code = f"import sys, {names}; print(*{{name.split('.')[0] for name in sys.modules}} & {set(unknown)})"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: imported(path) & MODULES.keys() for name, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_a_file_over_300_lines_wants_to_be_two() -> None:
    def too_many(path: Path) -> int:
        lines = path.read_text(encoding="utf-8").count("\n")
        return lines if lines > 300 else 0

    assert wrong(FILES, too_many) == {}


def test_everything_public_says_what_it_is() -> None:
    """Modules, and their classes and functions."""

    def silent(path: Path) -> list[str]:
        public = [
            node
            for node in tree_of(path).body
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
        ]
        found = [] if ast.get_docstring(tree_of(path)) else ["the module"]
        return found + [node.name for node in public if not ast.get_docstring(node)]

    assert wrong(FILES, silent) == {}


def test_only_the_records_of_outputs_name_builders_and_formats() -> None:
    """An output is one record: whatever differs by output asks that record."""

    def compared(path: Path) -> list[int]:
        return [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Compare)
            and any(
                isinstance(part, ast.Attribute)
                and part.attr in ("name", "format")
                and "builder" in ast.unparse(part.value).lower()
                for part in (node.left, *node.comparators)
            )
        ]

    assert wrong([path for path in FILES if path.name != "outputs.py"], compared) == {}


# ---- words of languages stand in their records ----------------------------------------------------------------------

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
ELSEWHERE = [path for path in FILES if room(module(path)) != "language"]
CODES = {each.code for each in LANGUAGES}


def constants(node: ast.AST) -> set[str]:
    """The strings in a piece of code."""
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def asked(tree: ast.AST) -> Iterator[tuple[int, ast.AST]]:
    """Where code decides by a string: keys, comparisons, cases, beginnings."""
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=keys):
                yield from ((node.lineno, key) for key in keys if key)
            case ast.Compare(left=left, comparators=others):
                yield from ((node.lineno, each) for each in (left, *others))
            case ast.MatchValue(value=value):
                yield node.lineno, value
            case ast.Call(func=ast.Attribute(attr="startswith" | "get"), args=args):
                yield from ((node.lineno, each) for each in args)


def test_nothing_is_decided_by_the_code_of_a_language() -> None:
    """What differs by language is asked of its record."""

    def deciding(path: Path) -> list[int]:
        return [line for line, node in asked(tree_of(path)) if constants(node) & CODES]

    assert wrong(ELSEWHERE, deciding) == {}


def said() -> set[str]:
    """The words of the records: all that are more than one."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.update(piece.strip(" .,;:“”()") for piece in re.split(r"\{\w+\}", value))
        elif isinstance(value, Mapping):
            gather(tuple(value.values()))
        elif isinstance(value, tuple):
            for each in value:
                gather(each)
        elif is_dataclass(value):
            gather(tuple(getattr(value, field.name) for field in fields(value)))

    for each in LANGUAGES:
        gather((each.phrases, each.sheets, each.site_words))
    return {words for words in found if " " in words}


@functools.cache
def written(path: Path) -> set[str]:
    """The strings of a file that are no docstrings."""
    told = {ast.get_docstring(node, clean=False) for node in ast.walk(tree_of(path)) if isinstance(node, DOCUMENTED)}
    return constants(tree_of(path)) - told


def test_no_words_of_pages_stand_outside_the_records_of_languages() -> None:
    words = said()
    between_tags, label = re.compile(r"<\w[^<>]*>\s*[A-Z][a-z]+"), re.compile(r'aria-label="[A-Za-z]')

    def for_readers(path: Path) -> set[str]:
        return {text for text in written(path) if text in words or between_tags.search(text) or label.search(text)}

    assert wrong(ELSEWHERE, for_readers) == {}


def test_no_letters_of_other_languages_stand_outside_their_records() -> None:
    letters = re.compile(r"[äöüßéèêàçáíóúñ]\w|\w[äöüßéèêàçáíóúñ]")
    assert wrong(ELSEWHERE, lambda path: {text for text in written(path) if letters.search(text)}) == {}
