"""YAML as the author wrote it: nothing is guessed at, nothing constructed, every node knows its line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from whereas.library.finding import FindingsError, Place
from whereas.library.load import load_source
from whereas.library.source import LARGEST_FILE, Source
from whereas.library.yaml_source import parse_source


def data(text: str) -> object:
    return parse_source(text, "f.yaml").data


def failure(text: str) -> list[str]:
    """The findings as `line:column message`."""
    with pytest.raises(FindingsError) as error:
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


# ---- tags


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ('!!python/object/apply:os.system ["touch pwned"]', "!!python/object/apply:os.system"),
        ("!!python/name:os.system x", "!!python/name:os.system"),
        ("!!binary eA==", "!!binary"),
        ("!!omap [b: c]", "!!omap"),
        ("!own {b: c}", "!own"),
    ],
)
def test_a_tag_that_makes_something_is_refused(
    tag: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    message = f"tags such as `{written}` mean nothing here"
    assert failure(f"x: y\na: {tag}\nb: [{tag}]\n") == [f"2:4 {message}", f"3:5 {message}"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("!!int 5x", "5x"), ("!!str 5", "5"), ("!!str", ""), ("! 5", "5"), ("!!null x", "x"), ("!!seq [x]", ["x"])],
)
def test_a_plain_tag_changes_nothing(text: str, expected: object) -> None:
    assert data(f"a: {text}") == {"a": expected}


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
    deep = parse_source("b: &b\n  x:\n    t: |\n      one\nown: {<<: *b}\n", "f")
    assert (deep.place("own", "x", "t").line, deep.text_place("own", "x", "t").line) == (3, 4)
    assert deep.is_block("own", "x", "t")


def test_a_merge_of_a_merge_comes_after_its_own() -> None:
    text = "a: &a {x: '1', y: '1', z: '1'}\nb: &b {<<: *a, y: '2'}\nc: {z: '3', <<: *b}\n'<<': {'<<': x}\n"
    read = data(text)
    assert isinstance(read, dict)
    assert (read["c"], read["<<"]) == ({"x": "1", "y": "2", "z": "3"}, {"<<": "x"})


def laughs(first: str, opened: str, closed: str) -> str:
    """Each line has the one before it nine times."""
    lines = (f"a{n}: &a{n} {opened}{', '.join([f'*a{n - 1}'] * 9)}{closed}\n" for n in range(1, 30))
    return f"a0: &a0 {first}\n" + "".join(lines)


KEYS = "".join(f"a{n}: &a{n} {{{', '.join(f'k{i}: *a{n - 1}' for i in range(9))}}}\n" for n in range(1, 30))


@pytest.mark.parametrize(
    "text",
    [
        laughs("[x]", "[", "]"),
        laughs("{x: y}", "{<<: [", "]}"),
        f"a0: &a0 {{x: y}}\n{KEYS}",
        f"a: &a '{'x' * 1_000_000}'\nb: [{'*a, ' * 40_000}]\n",
        *("a: &a [*a]", "a: &a {b: *a}", "a: &a {<<: *a}", "&a [*a]"),
    ],
    ids=["lists", "merges", "mappings", "long", *"abcd"],
)
def test_aliases_that_never_end_are_refused(text: str) -> None:
    assert "aliases repeat so much" in failure(text)[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "1:101 this is nested too deep to be read"),
        ("{a: " * 100_000, "1:398 this is nested too deep to be read"),
        ("- " * 100_000, "1:201 this is nested too deep to be read"),
        ("a: " + "x" * 10_000_000, "1:1 the text is longer than 2,000,000 characters"),
        ("- x\n" * 60_000, "50000:3 the file is refused: it has more than 50,000 values"),
    ],
    ids=["brackets", "braces", "dashes", "long", "many"],
)
def test_too_much_is_refused_at_once(text: str, message: str) -> None:
    begun = time.process_time()
    assert failure(text) == [message]
    assert time.process_time() - begun < 10  # whatever the machine: not for ever


# ---- what is refused, and where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\nb: y\na: z\n", ["3:1 the key 'a' is written twice here, first in line 1"]),
        ("a: {b: x, b: y}\na: z\n", ["1:11 the key 'b' is written twice here, first in line 1",
                                      "2:1 the key 'a' is written twice here, first in line 1"]),
        ("? [a]\n: x\n", ["1:3 a key must be a plain word"]),
        ("a: x: y\n", ["1:5 this is not YAML: mapping values are not allowed here"]),
        ("a: x\n\tb: y\n", ["2:1 this is not YAML: there is a tab here"]),
        ("a:\n\t- x\n", ["2:1 this is not YAML: there is a tab here"]),
        ("a: [x\nb: y\n", ["2:2 this is not YAML: while parsing a flow sequence: expected ',' or ']', but got ':'"]),
        ("a: 'x\n", ["2:1 this is not YAML: while scanning a quoted scalar: found unexpected end of stream"]),
        ("a: *b\n", ["1:4 this is not YAML: found undefined alias 'b'"]),
        ("a: x\n---\nb: y\n", ["2:1 this is not YAML: a second document begins here"]),
        ("---\na: x\n---\n", ["3:1 this is not YAML: a second document begins here"]),
        ("a: x\nb: \x07\n", ["2:4 there is the control character U+0007 in this"]),
        ("a: x\0", ["1:5 there is the control character U+0000 in this"]),
        ("a: x\x85", ["1:5 there is the control character U+0085 in this"]),
        ('"\\a": x\n', ["1:1 there is the control character U+0007 in this"]),
        ('a: "\\ud83d"\n', ["1:4 there is half a character, the surrogate U+D83D in this"]),
        ('a: ["\\UFFFFFFFF"]\n', ["1:8 this is not YAML: there is no character of this number"]),
        ("a: {<<: x}\n", ["1:9 `<<` takes a mapping, or a list of mappings"]),
        ("a: x\nb: \"\\x07\"\n", ["2:4 there is the control character U+0007 in this"]),
        ('a: ["\\0", "\\e"]\n', ["1:5 there is the control character U+0000 in this",
                               "1:11 there is the control character U+001B in this"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert failure(text) == expected


@pytest.mark.parametrize("text", ["a: é\n", 'a: "\\t\\n"\n', "a: \U0001f916\n", "a: \u05d0\u200d\n", 'a: "\\u200e"\n'])
def test_the_rest_of_unicode_is_welcome(text: str) -> None:
    assert data(text)


def test_lines_count_from_where_the_text_stands() -> None:
    assert parse_source("a:\n  b: x\n", "p.md", first_line=2).place("a", "b") == Place("p.md", 3, 3)
    with pytest.raises(FindingsError, match=r"p\.md:5"):
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


def test_a_value_has_a_place_of_its_own() -> None:
    source = parse_source("a: x\nb:\n  - y\nc: &c\n  d: z\ne:\nf: {<<: *c}\n", "f.yaml")
    found = [source.value_place(*path).precise for path in (["a"], ["b"], ["c"], ["e"], ["f", "d"], ["f", "no"])]
    assert found == ["f.yaml:1:4", "f.yaml:3:3", "f.yaml:4:4", "f.yaml:6:3", "f.yaml:5:6", "f.yaml:7:4"]
    assert source.below("c").value_place("d").precise == "f.yaml:5:6"
    assert Place("f.yaml", 3).precise == "f.yaml:3"


def test_lines_are_those_of_an_editor() -> None:
    source = parse_source("a: 'x\u2028y'\nb: z\n", "f.yaml")
    assert (source.place("b").precise, source.data) == ("f.yaml:2:1", {"a": "x\u2028y", "b": "z"})


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
        (b"a: " + b"x" * 3_000_000, f"1: the file is larger than {LARGEST_FILE:,} bytes"),
        (
            "a: x\nb: caf\xe9\n".encode("latin-1"),
            "2:7: the file cannot be read: it is not UTF-8 text; save it as UTF-8",
        ),
        ("a: x".encode("utf-16"), "1:1: the file cannot be read: it is UTF-16; save it as UTF-8"),
        ("a: x".encode("utf-16-le"), "1:2: there is the control character U+0000 in this"),
        (b"a: x\r\nb: y\r\na: z\r\n", "3:1: the key 'a' is written twice here, first in line 1; keep one of them"),
    ],
)
def test_a_file_that_cannot_be_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(FindingsError) as error:
        load(tmp_path, content)
    (finding,) = error.value.findings
    assert f"{finding.place.precise}: {finding}" == f"f.yaml:{message}"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FindingsError, match=r"f\.yaml:1: the file cannot be read: No such file or directory"):
        load_source(tmp_path / "f.yaml", "f.yaml")
