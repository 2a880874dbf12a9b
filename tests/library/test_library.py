"""The library: records found by id, wherever they lie below their folder, and nothing read that lies elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from whereas.library.finding import NOWHERE, FindingsError, Place
from whereas.library.library import Library

ASKED = Place("page.md", 9)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A clause in a folder, a deal beside it, and a file that is none of the library's."""
    root = tmp_path / "project"
    for name in ("clauses/liability/cap", "clauses/law", "deals/one", "parties/a", "secret"):
        path = root / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("title: T\ntext: x\n")
    (tmp_path / "outside.yaml").write_text("title: T\ntext: x\n")
    return Library(root)


def test_records_are_found_by_the_path_below_their_folder(library: Library) -> None:
    assert library.ids("clauses") == ["law", "liability/cap"]
    clause = library.find("clauses", "liability/cap", NOWHERE)
    assert (clause.id, clause.place("text")) == ("liability/cap", Place("clauses/liability/cap.yaml", 2, 1))
    assert library.find("clauses", "liability/cap", NOWHERE) is clause


def test_a_changed_file_is_read_anew(library: Library) -> None:
    before = library.find("clauses", "law", NOWHERE)
    path = library.path("clauses", "law")
    path.write_text("title: U\ntext: x\n")
    os.utime(path, ns=(1, 1))
    assert (before.title, library.find("clauses", "law", NOWHERE).title) == ("T", "U")


@pytest.mark.parametrize(
    "id",
    [
        *("../secret", "../deals/one", "liability/../law", "./law", "law/.", "", ".", "..", "law/", "/law"),
        *("law\n", "law\0", "liability//cap", "liability\\cap", "liability", "LAW.yaml", "~/law"),
    ],
)
def test_an_id_cannot_leave_its_folder(library: Library, id: str) -> None:
    with pytest.raises(FindingsError) as error:
        library.find("clauses", id, ASKED)
    (finding,) = error.value.findings
    assert (finding.rule, finding.place) == ("unknown-clause", ASKED)


def test_neither_can_an_absolute_path_or_a_link(library: Library, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (library.root / "clauses" / "link.yaml").symlink_to(f"{outside}.yaml")
    (library.root / "clauses" / "folder").symlink_to(tmp_path)
    for id in (str(outside), "link", "folder/outside"):
        with pytest.raises(FindingsError, match="there is no clause"):
            library.find("clauses", id, ASKED)
    assert library.ids("clauses") == ["law", "liability/cap"]


def test_an_unknown_record_is_told_where_it_was_asked_for(library: Library) -> None:
    with pytest.raises(FindingsError) as error:
        library.find("clauses", "liabilty/cap", ASKED)
    assert str(error.value) == (
        "page.md:9: there is no clause 'liabilty/cap' in clauses/; did you mean 'liability/cap'?"
    )


def test_a_wrong_record_is_told_in_its_own_file_each_time(library: Library) -> None:
    for _ in range(2):
        with pytest.raises(FindingsError, match=r"deals/one\.yaml:1: the key 'agreement' is missing"):
            library.find("deals", "one", ASKED)


# ---- files of other endings, and files that are none of ours


def write(library: Library, *names: str) -> None:
    """Deals, each named as its file is."""
    for name in names:
        path = library.root / "deals" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'{{"agreement": "a", "title": "{name}"}}\n')


def test_a_deal_may_be_yaml_or_json_and_lie_in_a_folder(library: Library) -> None:
    write(library, "two.yml", "2027/three.json", "2027/q1/four.yaml", "v1.2.json")
    assert library.ids("deals") == ["2027/q1/four", "2027/three", "one", "two", "v1.2"]
    for id in ("2027/q1/four", "2027/three", "two", "v1.2"):
        deal = library.find("deals", id, NOWHERE)
        assert (deal.id, library.file(library.path("deals", id))) == (id, f"deals/{deal.title}")
        assert deal.place("title").file == f"deals/{deal.title}"
    assert library.path("deals", "none") == library.root / "deals/none.yaml"


def test_other_records_are_yaml_only(library: Library) -> None:
    (library.root / "clauses/new.yml").write_text("title: New\ntext: x\n")
    (library.root / "clauses/other.json").write_text('{"title": "Other", "text": "x"}')
    assert library.ids("clauses") == ["law", "liability/cap", "new"]
    assert library.find("clauses", "new", NOWHERE).title == "New"
    with pytest.raises(FindingsError, match="there is no clause 'other'"):
        library.find("clauses", "other", ASKED)


def test_two_files_of_one_name_are_told(library: Library) -> None:
    write(library, "acme.yaml", "acme.json")
    assert library.ids("deals") == ["acme", "one"]
    assert library.path("deals", "acme").name == "acme.yaml"
    with pytest.raises(FindingsError) as error:
        library.find("deals", "acme", ASKED)
    (finding,) = error.value.findings
    assert str(finding) == "deals/acme.json and deals/acme.yaml are one deal to us; keep one of them"
    assert (finding.rule, finding.place) == ("one-record", Place("deals/acme.json"))


def test_hidden_files_and_loops_are_no_records(library: Library) -> None:
    write(library, ".hidden.json", ".git/x.yaml", "_draft.json")
    (library.root / "deals/self.json").symlink_to("self.json")
    (library.root / "deals/round").symlink_to(".")
    (library.root / "deals/gone.json").symlink_to("nowhere.json")
    assert library.ids("deals") == ["_draft", "one"]
    for id in (".hidden", ".git/x", "self", "gone", "a" * 300):
        with pytest.raises(FindingsError, match="there is no deal"):
            library.find("deals", id, ASKED)


@pytest.mark.parametrize("suffix", ["yaml", "yml", "json"])
def test_a_link_to_a_file_elsewhere_is_not_read(library: Library, suffix: str) -> None:
    (library.root / f"deals/passwd.{suffix}").symlink_to("/etc/passwd")
    (library.root / f"deals/secret.{suffix}").symlink_to("../secret.yaml")
    for id in ("passwd", "secret"):
        with pytest.raises(FindingsError) as error:
            library.find("deals", id, ASKED)
        assert str(error.value).startswith(f"page.md:9: there is no deal {id!r} in deals/")
    assert library.ids("deals") == ["one"]


def test_a_link_within_the_folder_is_a_second_name(library: Library) -> None:
    write(library, "two.json")
    (library.root / "deals/again.json").symlink_to("two.json")
    assert library.find("deals", "again", NOWHERE).title == "two.json"


def test_a_path_is_never_outside_however_odd_the_name(library: Library) -> None:
    assert library.path("clauses", "/etc/passwd").is_relative_to(library.root / "clauses")


def test_a_file_whose_name_is_none_is_told_why(library: Library) -> None:
    write(library, "my deal.json")
    assert [library.path("deals", id).name for id in library.ids("deals")] == ["my deal.json", "one.yaml"]
    with pytest.raises(
        FindingsError, match=r"no deal 'my deal' in deals/; letters, digits, '\.', '-' and '_' make a name"
    ):
        library.find("deals", "my deal", ASKED)
