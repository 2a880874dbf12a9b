"""Deals in JSON: read as YAML is, each fault at its line and column; and any text whatever is data or trouble."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from projects import INDEX, Built, Project

from whereas.library.deals import Deal
from whereas.library.finding import FindingsError
from whereas.library.json_source import parse_json
from whereas.library.load import load_source
from whereas.library.records import parse_record
from whereas.library.source import LARGEST_FILE
from whereas.library.yaml_source import parse_source


def data(text: str) -> object:
    return parse_json(text, "f.json").data


def failure(text: str) -> list[str]:
    """The findings as `line:column rule message`."""
    with pytest.raises(FindingsError) as error:
        parse_json(text, "f.json")
    return [f"{each.place.precise.removeprefix('f.json:')} {each.rule} {each}" for each in error.value.findings]


NUMBERS = "0 -0 10 0.10 1e3 1E+3 -1.50e-07 123456789012345678901234567890 1.0000000000000000000000001"


@pytest.mark.parametrize("number", NUMBERS.split())
def test_a_number_stays_what_was_written(number: str) -> None:
    assert data(f'{{"a": {number}, "b": [{number}]}}') == {"a": number, "b": [number]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", "true"),
        ("false", "false"),
        ("null", None),
        ('""', ""),
        ("{}", {}),
        (" [ ] ", []),
        ('"\\/\\ud83d\\ude00\\u00e9\\"\\\\\\n\\t"', '/\U0001f600é"\\\n\t'),
        ('\ufeff[{"": "NO"}, "null", "\u2028"]', [{"": "NO"}, "null", "\u2028"]),
    ],
)
def test_what_a_value_is(text: str, expected: object) -> None:
    assert data(text) == expected


def test_every_node_knows_its_place() -> None:
    source = parse_json('{"a": {"b":\n    ["x",\n  {"c": 1}]},\n "text": "one\\ntwo"}', "f.json")
    places = {path: place.precise.removeprefix("f.json:") for path, place in source.places.items()}
    values = {path: place.precise.removeprefix("f.json:") for path, place in source.values.items()}
    assert places == {(): "1:1", ("a",): "1:2", ("a", "b"): "1:8", ("a", "b", 0): "2:6", ("a", "b", 1): "3:3",
                      ("a", "b", 1, "c"): "3:4", ("text",): "4:2"}  # fmt: skip
    assert values == places | {("a",): "1:7", ("a", "b"): "2:5", ("a", "b", 1, "c"): "3:9", ("text",): "4:10"}
    assert source.text_place("text") == source.place("text")
    assert not source.is_block("text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 the file is empty"),
        ('{"a": 1,\n}', "1:8 there is nothing between this comma and the `}`; take the comma away"),
        ("[1, ]", "1:3 there is nothing between this comma and the `]`; take the comma away"),
        ("[1,, 2]", "1:4 a value is wanted here, not `,`"),
        ("{'a': 1}", "1:2 a text stands in double quotes, not in '; write \" for '"),
        ('{"a": “x”}', "1:7 a text stands in double quotes, not in “; write \" for “"),
        ('{\n  "a": 1 // x\n}', "2:10 a comment stands here; JSON has no comments: take it out, "
                                 "or make this a YAML file"),
        ("# x\n{}", "1:1 a comment stands here; JSON has no comments: take it out, or make this a YAML file"),
        ('{"a": 1\n "b": 2}', "2:2 a comma, or the `}` to what line 1 opens, is wanted here, not `\"`"),
        ('{"a": [1}', "1:9 a comma, or the `]` to what line 1 opens, is wanted here, not `}`"),
        ('{\n"a": 1\n', "3:1 a comma, or the `}` to what line 1 opens, is missing at the end of the file"),
        ('{"a" 1}', "1:6 a colon is wanted here, not `1`"),
        ("{a: 1}", "1:2 a key in double quotes is wanted here, not `a`; a text needs double quotes"),
        ('{"a": yes}', "1:7 a value is wanted here, not `yes`; a text needs double quotes"),
        ('{"a": True}', "1:7 a value is wanted here, not `True`; write `true`"),
        ("[NaN]", "1:2 a value is wanted here, not `NaN`; a text needs double quotes"),
        ("[Infinity]", "1:2 a value is wanted here, not `Infinity`; a text needs double quotes"),
        *((f"[{each}]", f"1:2 a value is wanted here, not `{each}`; a number is written like 10, 0.5 or 1e3; "
           "all else needs double quotes") for each in ("-Infinity", "01", ".5", "1.", "+1", "-", "1_000")),
        ("{} {}", "1:4 the end of the file is wanted here, not `{`"),
        ('["x', "1:2 the text that begins here has no second quote"),
        ('["x\ny"]', "1:4 there is a line break in a text; write `\\n` for it, or is a quote missing?"),
        ('["x\ty"]', "1:4 there is a tab in a text; write `\\t` for it, or is a quote missing?"),
        ('["C:\\x"]', "1:5 there is no such escape; a backslash of your own is written `\\\\`"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_with_its_place(text: str, expected: str) -> None:
    place, _, message = expected.partition(" ")
    assert failure(text) == [f"{place} json this is not JSON: {message}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": {"b": 1,\n"b": 2},\n"a": 3, "c": "\\u0007"}',
         ["2:1 duplicate-key the key 'b' is written twice here, first in line 1; keep one of them",
          "3:1 duplicate-key the key 'a' is written twice here, first in line 1; keep one of them",
          "3:14 json there is the control character U+0007 in this"]),
        ('{"a":\n"\x07"}', ["2:2 json there is the control character U+0007 in this"]),
        ('{"\\u0000": "\\ud83d"}', ["1:2 json there is the control character U+0000 in this",
                                   "1:12 json there is half a character, the surrogate U+D83D in this"]),
        ("[" * 100_000, ["1:101 json this is nested too deep to be read"]),
        ("[" + "1," * 60_000, ["1:100000 json the file is refused: it has more than 50,000 values"]),
        ('"' + "x" * 10_000_000, [f"1:1 json the text is longer than {LARGEST_FILE:,} characters"]),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert failure(text) == expected


def test_a_wrong_deal_is_told_as_in_yaml() -> None:
    source = parse_json('{"agreement": 1,\n "status":\n  "done",\n "clauses": {"cap": {"varint": "x"}}}', "f.json")
    with pytest.raises(FindingsError) as error:
        parse_record(Deal, source, "f")
    assert sorted(f"{each.place.precise} {each}" for each in error.value.findings) == [
        "f.json:3:3 'status' is 'done', which is none of: draft, final",
        "f.json:4:22 the key 'clauses.cap.varint' is not known; did you mean 'variant'?",
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_bytes(b'{"a":\r\n "caf\xe9"}')
    with pytest.raises(FindingsError) as error:
        load_source(tmp_path / "f.json", "f.json")
    (finding,) = error.value.findings
    assert f"{finding.place.precise} {finding.rule} {finding}" == (
        "f.json:2:6 json the file cannot be read: it is not UTF-8 text; save it as UTF-8"
    )


# ---- pages

FILES = {
    "index.md": INDEX + "\n:::{records} deals\n:::\n\n[The figures](data/figures.json)\n",
    "agreements/a.md": """
        ---
        agreement:
          roles: {company: Company}
          values: {fee: {type: money}}
        ---
        # Agreement A

        ## Fee
        1. The fee is {{ fee }}.
        """,
    "clauses/law.yml": "title: Law\ntext: One.\n",
    "parties/acme.yml": "name: Acme Ltd\n",
    "deals/2027/one.json": """
        {
          "agreement": "a",
          "title": "Deal One",
          "parties": {"company": "acme"},
          "values": {"fee": "EUR 100"}
        }
        """,
    "deals/two.yml": "agreement: a\ntitle: Deal Two\nparties: {company: acme}\nvalues: {fee: EUR 200}\n",
    "data/figures.json": "[1]",
    "data/more.yml": "- 1",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Deals in both forms, and files that are none."""
    project = Project(tmp_path)
    project.write(FILES)
    return project


def edit(project: Project, name: str, old: str, new: str) -> Built:
    path = project.root / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    stamp = path.stat().st_mtime + 10  # two edits within one tick of the file system's clock
    os.utime(path, (stamp, stamp))
    return project.build()


def test_deals_in_json_are_pages_and_other_files_are_none(project: Project) -> None:
    site = project.build()
    assert (site.status, site.messages) == (0, "")
    assert "The fee is EUR 100" in site.words("deals/2027/one")
    assert "The fee is EUR 200" in site.words("deals/two")
    assert "Acme Ltd" in site.words("parties/acme")
    assert "Deal One" in site.words("index")
    assert "Deal Two" in site.words("index")
    assert not list(site.out.glob("data/*.html"))
    assert list(site.out.glob("_downloads/*/figures.json"))


@pytest.mark.parametrize("name", ["index.json", "index.yml"])
def test_a_page_is_not_lost_to_data_of_the_same_name(project: Project, name: str) -> None:
    project.write({name: "{}"})
    site = project.build()
    assert site.status == 0
    assert "Home" in site.words("index")


def test_an_edited_json_is_read_again(project: Project) -> None:
    project.build()
    site = edit(project, "deals/2027/one.json", "EUR 100", "EUR 300")
    assert (site.status, site.messages) == (0, "")
    assert "The fee is EUR 300" in site.words("deals/2027/one")


def test_a_fault_in_json_is_told_at_its_line_and_goes_when_it_is_mended(project: Project) -> None:
    site = edit(project, "deals/2027/one.json", '"title"', '"titel"')
    assert site.status == 1
    assert "deals/2027/one.json:3:3: ERROR: the key 'titel' is not known; did you mean 'title'?" in site.messages
    site = edit(project, "deals/2027/one.json", '"titel"', '"title"')
    assert (site.status, site.messages) == (0, "")
    site = edit(project, "deals/2027/one.json", '"EUR 100"}', '"EUR 100",}')
    assert "deals/2027/one.json:5:30: ERROR: this is not JSON: there is nothing between this comma" in site.messages
    assert "this is not JSON" in site.words("deals/2027/one")


def test_files_that_are_no_text_stop_no_build(project: Project) -> None:
    (project.root / "deals/latin.json").write_bytes('{\n"title": "Café"}'.encode("latin-1"))
    (project.root / "deals/wide.yml").write_bytes("agreement: a".encode("utf-16"))
    project.write({"deals/my deal.json": "{}"})
    site = project.build()
    assert (
        "deals/latin.json:2:14: ERROR: the file cannot be read: it is not UTF-8 text; save it as UTF-8" in site.messages
    )
    assert "deals/wide.yml:1:1: ERROR: the file cannot be read: it is UTF-16; save it as UTF-8" in site.messages
    assert "deals/my deal.json:1: ERROR: there is no deal 'my deal' in deals/; letters, digits" in site.messages
    assert "The fee is EUR 100" in site.words("deals/2027/one")


def test_a_deal_that_becomes_json_keeps_its_page(project: Project) -> None:
    project.build()
    project.write({"deals/two.json": FILES["deals/2027/one.json"]})
    site = project.build(fresh=True)
    message = "deals/two.json:1: ERROR: deals/two.json and deals/two.yml are one deal to us; keep one of them"
    assert (site.status, site.messages.count(message)) == (1, 1)
    (project.root / "deals/two.yml").unlink()
    site = project.build(fresh=True)
    assert (site.status, site.messages) == (0, "")
    assert "The fee is EUR 100" in site.words("deals/two")


# ---- whatever there is

TEXTS = st.text(st.characters(exclude_categories=["C"]))
NESTED = st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))
SIGNS = st.text("ab:,-?&*!|>%@`'\"#{}[]<~= \n\t\\0/.x\r")


@given(NESTED, st.booleans(), st.sampled_from([None, 2]))
def test_texts_that_were_dumped_are_read_as_they_were(nested: object, plain: bool, indent: int | None) -> None:
    assert data(json.dumps(nested, ensure_ascii=plain, indent=indent)) == nested
    assert parse_source(yaml.safe_dump(nested, default_style='"', allow_unicode=plain), "f.yaml").data == nested


@given(st.text() | SIGNS)
def test_any_text_is_data_or_trouble(text: str) -> None:
    for parse in (parse_json, parse_source):
        try:
            parse(text, "f")
        except FindingsError as failure:
            assert all(each.place.line <= text.count("\n") + 1 for each in failure.findings)


@given(content=st.binary(), name=st.sampled_from(["f.json", "f.yaml"]))
def test_any_file_is_data_or_trouble(content: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    with contextlib.suppress(FindingsError):
        load_source(path, name)


SCALARS = st.none() | st.booleans() | TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False)


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_whatever_json_is_is_read(nested: object) -> None:
    def written(each: object) -> object:
        if isinstance(each, list):
            return [written(one) for one in each]
        if isinstance(each, dict):
            return {key: written(value) for key, value in each.items()}
        return each if each is None or isinstance(each, str) else json.dumps(each)

    assert data(json.dumps(nested)) == written(nested)
