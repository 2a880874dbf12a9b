"""YAML as the author wrote it: nothing is guessed at, nothing constructed, every node knows its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from whereas.library.finding import Place, Trouble
from whereas.library.source import LARGEST_FILE, Source, load_source, parse_source


def data(text: str) -> object:
    return parse_source(text, "f.yaml").data


def trouble(text: str) -> list[str]:
    """The findings as `line:column message`."""
    with pytest.raises(Trouble) as error:
        parse_source(text, "f.yaml")
    assert {each.place.file for each in error.value.findings} == {"f.yaml"}
    return [f"{each.place.line}:{each.place.column} {each.message}" for each in error.value.findings]


PLAIN = "NO no Yes on OFF true False 1:30 12:30:45 2026-01-05 0123 0o17 0x1F 1e3 1_000 .inf .nan -5 3.10 = <"


@pytest.mark.parametrize("scalar", PLAIN.split())
def test_a_plain_scalar_stays_what_the_author_wrote(scalar: str) -> None:
    assert data(f"a: {scalar}") == {"a": scalar}
    assert data(f"[{scalar}]") == [scalar]


@pytest.mark.parametrize("key", ["NO", "yes", "1:30", "2026-01-05", "0123", "1e3", "null", "~"])
def test_so_does_a_key(key: str) -> None:
    assert data(f"{key}: x") == {key: "x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:", None),
        ("a: null", None),
        ("a: ~", None),
        ("a: ''", ""),
        ("a: 'null'", "null"),
        ('a: "~"', "~"),
        ("a: []", []),
        ("a: {}", {}),
        ("a: |\n  x\n   y\n", "x\n y\n"),
        ("a: |-\n  x\n", "x"),
        ("a: >-\n  x\n  y\n", "x y"),
        ("a: x # no\n", "x"),
        ("a: x#y", "x#y"),
        ("a: '1'", "1"),
    ],
)
def test_what_a_value_is(text: str, expected: object) -> None:
    assert data(text) == {"a": expected}


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_has_no_data(text: str) -> None:
    assert data(text) is None


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [touch pwned]", "!!python/name:os.system x", "!own {a: b}", "!!int 5x"]
)
def test_a_tag_makes_nothing(tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data(f"a: {tag}") in ({"a": ["touch pwned"]}, {"a": "x"}, {"a": {"a": "b"}}, {"a": "5x"})
    assert not list(tmp_path.iterdir())


# ---- anchors and merges


def test_an_alias_repeats_and_a_merge_fills_in() -> None:
    text = "base: &b {x: '1', y: '2'}\nmore: &m {y: '3', z: '4'}\nown: {<<: [*b, *m], x: own}\nsame: *b\n"
    assert data(text) == {
        "base": {"x": "1", "y": "2"},
        "more": {"y": "3", "z": "4"},
        "own": {"x": "own", "y": "2", "z": "4"},
        "same": {"x": "1", "y": "2"},
    }


def test_what_was_merged_stands_where_it_was_written() -> None:
    source = parse_source("base: &b\n  x: '1'\nown:\n  <<: *b\n  y: '2'\n", "f.yaml")
    assert (source.place("own", "x").line, source.place("own", "y").line) == (2, 5)


LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))


@pytest.mark.parametrize(
    "text", [LAUGHS, "a: &a [*a]", "a: &a {b: *a}", "a: &a {<<: *a}", "&a [*a]"], ids=["laughs", *"abcd"]
)
def test_aliases_that_never_end_are_refused(text: str) -> None:
    assert "aliases repeat so much" in trouble(text)[0]


# ---- what is refused, and where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\nb: y\na: z\n", ["3:1 the key 'a' is written twice here, first in line 1"]),
        ("a: {b: x, b: y}\na: z\n", ["1:11 the key 'b' is written twice here, first in line 1",
                                      "2:1 the key 'a' is written twice here, first in line 1"]),
        ("? [a]\n: x\n", ["1:3 a key must be a plain word"]),
        ("a: x: y\n", ["1:5 this is not YAML: mapping values are not allowed here"]),
        ("a: x\n\tb: y\n", ["2:1 this is not YAML: while scanning for the next token: "
                             "found character '\\t' that cannot start any token"]),
        ("a: [x\nb: y\n", ["2:2 this is not YAML: while parsing a flow sequence: expected ',' or ']', but got ':'"]),
        ("a: 'x\n", ["2:1 this is not YAML: while scanning a quoted scalar: found unexpected end of stream"]),
        ("a: *b\n", ["1:4 this is not YAML: found undefined alias 'b'"]),
        ("a: x\n---\nb: y\n", ["2:1 this is not YAML: expected a single document in the stream: "
                                "but found another document"]),
        ("a: x\nb: \x07\n", ["2:0 this is not YAML: special characters are not allowed"]),
        ("a: x\nb: \"\\x07\"\n", ["2:4 there is the control character U+0007 in this"]),
        ('a: ["\\0", "\\e"]\n', ["1:5 there is the control character U+0000 in this",
                               "1:11 there is the control character U+001B in this"]),
        ("a: " + "[" * 5000, ["1:0 this is nested too deep to be read"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert trouble(text) == expected


@pytest.mark.parametrize("text", ["a: é\n", 'a: "\\t\\n"\n', "a: \U0001f916\n", "a: \ue000\n", 'a: "\\u202e"\n'])
def test_the_rest_of_unicode_is_welcome(text: str) -> None:
    assert data(text)


def test_lines_count_from_where_the_text_stands() -> None:
    assert parse_source("a:\n  b: x\n", "p.md", first_line=2).place("a", "b") == Place("p.md", 3, 3)
    with pytest.raises(Trouble, match=r"p\.md:5"):
        parse_source("a: x\na: y\n", "p.md", first_line=4)


# ---- places


def test_every_node_knows_its_place() -> None:
    text = "a:\n  b:\n    - x\n    - {c: y,\n       d: z}\ntext: |\n\n  one\nfolded: >\n  two\nplain: three\n"
    source = parse_source(text, "f.yaml")
    found = {path: (place.line, place.column) for path, place in source.places.items()}
    assert found[()] == (1, 1)
    assert (found["a",], found["a", "b"]) == ((1, 1), (2, 3))
    assert (found["a", "b", 0], found["a", "b", 1]) == ((3, 7), (4, 7))
    assert (found["a", "b", 1, "c"], found["a", "b", 1, "d"]) == ((4, 8), (5, 8))
    assert source.place("a", "b", 7, "nowhere").line == 2
    assert [source.text_place(key).line for key in ("text", "folded", "plain")] == [7, 10, 11]
    assert [source.is_block(key) for key in ("text", "folded", "plain")] == [True, False, False]
    inner = source.below("a")
    assert (inner.data, inner.place("b", 0).line) == ({"b": ["x", {"c": "y", "d": "z"}]}, 3)


def test_a_source_of_nothing_has_a_place() -> None:
    assert Source("f.yaml", None).place("a") == Place("f.yaml")


# ---- files


def load(tmp_path: Path, content: bytes) -> Source:
    (tmp_path / "f.yaml").write_bytes(content)
    return load_source(tmp_path / "f.yaml", "f.yaml")


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    source = load(tmp_path, b"\xef\xbb\xbfa: x\r\nb: |\r\n  y\r\n  z\r\n")
    assert (source.data, source.place("b").line) == ({"a": "x", "b": "y\nz\n"}, 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: " + b"x" * 3_000_000, f"the file is larger than {LARGEST_FILE:,} bytes"),
        (b"a: \xff\xfe", "the file cannot be read: it is not UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Trouble) as error:
        load(tmp_path, content)
    assert str(error.value) == f"f.yaml:1: {message}"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"f\.yaml:1: the file cannot be read: No such file or directory"):
        load_source(tmp_path / "f.yaml", "f.yaml")
