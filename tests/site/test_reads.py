"""What a page was made of decides whether it is read again: its content, not the date of a file."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path

import projects
import pytest
from projects import CONF, Project

CLAUSE = """
title: Law
text: |
  1. The law of England.
variants:
  long:
    text: |
      1. The law of England and of Wales.
  last:
    text: |
      1. No law.
guidance: Use the long form for the Welsh.
"""
PIXEL = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><title>one</title></svg>"
FILES = {
    "agreements/a.md": """
        ---
        agreement:
          roles: {buyer: Buyer}
        ---
        # A

        :::{parties}
        :::

        :::{clause} law
        :::
        """,
    "clauses/law.yaml": CLAUSE,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "parties/ajax.yaml": "name: Ajax Ltd\n",
    "deals/one.yaml": "agreement: a\nparties: {buyer: acme}\n",
    "deals/long.yaml": "agreement: a\nparties: {buyer: ajax}\nclauses: {law: {variant: long}}\n",
    "page.md": "---\norphan: true\n---\n# Page\n\nA word.\n\n![one](picture.svg)\n\n```{include} part.txt\n```\n",
    "picture.svg": PIXEL,
    "part.txt": "A part.\n",
}
CITING = "title: Citing\ntext: |\n  1. See {clause}`law`.\n"
assert_as_clean = functools.partial(projects.assert_as_clean, alone=True)
Edit = Callable[[Project], None]


def project_at(folder: Path) -> Project:
    project = Project(folder)
    project.write(FILES)
    return project


def replaced(name: str, old: str, new: str, age: int) -> Edit:
    """A file gets another content, and a date so many seconds before the one that it has."""

    def edit(project: Project) -> None:
        path = project.root / name
        text, stamp = path.read_text(encoding="utf-8"), path.stat()
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns - age * 10**9))

    return edit


def swapped(one: str, other: str) -> Edit:
    def edit(project: Project) -> None:
        (project.root / one).rename(project.root / "aside")
        (project.root / other).rename(project.root / one)
        (project.root / "aside").rename(project.root / other)

    return edit


def read_again(project: Project, edit: Edit) -> set[str]:
    """The pages that a build after an edit reads; what was written a moment before a build, the next reads again."""

    def stamps() -> dict[str, int]:
        folder = project.build().out.parent / "doctrees"
        found = (path for path in folder.rglob("*.doctree"))
        return {path.relative_to(folder).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in found}

    if not (project.root / "out").exists():
        project.build()
    before = stamps()
    edit(project)
    return {name for name, stamp in stamps().items() if stamp != before.get(name)}


ALL = {"agreements/a", "deals/one", "deals/long"}
STANDARD = {"clauses/law", "agreements/a", "deals/one", "deals/long"}  # which shows how it departs
#: Edits of which no date tells, each with the pages that they are read by.
EDITS: list[tuple[Edit, set[str]]] = [
    (
        replaced("clauses/law.yaml", "law of England.", "law of Wales.", age=1000),
        STANDARD,
    ),
    (replaced("clauses/law.yaml", "law of Wales.", "law of Spain.", age=0), STANDARD),
    (replaced("parties/acme.yaml", "Acme", "Acne", age=1000), {"parties/acme", "deals/one"}),
    (replaced("deals/one.yaml", "acme", "ajax", age=1000), {"deals/one"}),
    (swapped("parties/acme.yaml", "parties/ajax.yaml"), {"parties/acme", "parties/ajax", "deals/one", "deals/long"}),
    (replaced("agreements/a.md", "# A", "# B", age=1000), ALL),
    (replaced("page.md", "A word", "Two words", age=1000), {"page"}),
    (replaced("picture.svg", "one", "two", age=1000), {"page"}),
    (replaced("part.txt", "part", "piece", age=1000), {"page"}),
]


def test_a_date_decides_nothing(tmp_path: Path) -> None:
    project, builders = project_at(tmp_path), ("html", "outline", "text", "latex")
    for builder in builders:
        project.build(builder)
    for edit, pages in EDITS:
        assert read_again(project, edit) == pages
    for builder in builders:
        assert_as_clean(project, builder)


def test_a_variant_is_read_where_it_is_taken(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    edit = replaced("clauses/law.yaml", "and of Wales", "and also of Wales", age=0)
    assert read_again(project, edit) == {"clauses/law", "deals/long"}
    assert_as_clean(project, "html")


def test_the_standard_text_is_read_where_it_is_taken(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    edit = replaced("clauses/law.yaml", "law of England.", "laws of England.", age=0)
    assert read_again(project, edit) == STANDARD
    assert_as_clean(project, "html")


@pytest.mark.parametrize(
    "new", ["1. {{ thing }}.", "1. {define}`Thing`.", "- {clause} x\n    :::{clause} other\n    :::"]
)
def test_what_a_text_says_to_all_is_read_by_all(new: str, tmp_path: Path) -> None:
    project = project_at(tmp_path)
    project.write({"clauses/other.yaml": "title: Other\ntext: 1. Other.\n"})
    edit = replaced("clauses/law.yaml", "1. No law.", new, age=0)
    assert read_again(project, edit) == {"clauses/law", "agreements/a", "deals/one", "deals/long"}
    assert_as_clean(project, "html")


def test_lines_that_move_are_read_by_those_who_tell_them(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    project.write({"clauses/law.yaml": CLAUSE.replace("No law.", "{clause}`nothing`.")})
    project.write({"deals/last.yaml": "agreement: a\nparties: {buyer: acme}\nclauses: {law: {variant: last}}\n"})
    edit = replaced("clauses/law.yaml", "England and", "England\n         and", age=0)
    assert read_again(project, edit) == {"clauses/law", "deals/long", "deals/last"}
    assert_as_clean(project, "html")


def test_what_is_only_touched_is_not_read(tmp_path: Path) -> None:
    def touch(project: Project) -> None:
        for name in FILES:
            (project.root / name).touch()

    assert read_again(project_at(tmp_path), touch) == set()


@pytest.mark.parametrize("kind", ["clauses/law", "parties/acme", "deals/one"])
def test_a_second_file_of_a_record_comes_and_goes(kind: str, tmp_path: Path) -> None:
    project = project_at(tmp_path)
    project.write({"clauses/citing.yaml": CITING})
    project.build()
    text = (project.root / f"{kind}.yaml").read_text(encoding="utf-8")
    project.write({f"{kind}.yml": text})
    assert_as_clean(project, "html")
    (project.root / f"{kind}.yml").unlink()
    assert_as_clean(project, "html")
    (project.root / f"{kind}.yaml").rename(project.root / f"{kind}.yml")
    assert_as_clean(project, "html")


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_clause_gets_a_file_of_another_ending(builder: str, tmp_path: Path) -> None:
    """PDFs and messages name it."""
    project = project_at(tmp_path)
    project.write({"clauses/law.yaml": CLAUSE.replace("law of England.", "law of {clause}`nothing`.")})
    project.build(builder)
    (project.root / "clauses/law.yaml").rename(project.root / "clauses/law.yml")
    assert "clauses/law.yml:3" in assert_as_clean(project, builder).messages


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_damaged_doctree_is_made_again(damage: bytes | None, tmp_path: Path) -> None:
    project = project_at(tmp_path)
    doctree = project.build().out.parent / "doctrees/deals/one.doctree"
    doctree.unlink() if damage is None else doctree.write_bytes(damage)
    project.write({"index.md": "# Another home\n"})  # every page is written anew
    assert_as_clean(project, "html")


@pytest.mark.parametrize("damage", [b"", b"garbage", b"N.", b"\x80\x05"])
def test_a_damaged_environment_is_made_again(damage: bytes, tmp_path: Path) -> None:
    project = project_at(tmp_path)
    pickled = project.build().out.parent / "doctrees/environment.pickle"
    pickled.write_bytes(damage or pickled.read_bytes()[:-100])
    assert_as_clean(project, "html")


def test_what_changes_while_pages_are_read_is_read_again(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    project.write(
        {
            "conf.py": CONF
            + "\nimport pathlib\nlaw = pathlib.Path(__file__).parent / 'clauses/law.yaml'\n"
            + "def edit(app, doctree):\n"
            + "    if app.env.docname == 'deals/one':\n"
            + "        law.write_text(law.read_text().replace('England', 'Ireland'))\n"
            + "def setup(app):\n    app.connect('doctree-read', edit)\n"
        }
    )
    project.build()
    assert_as_clean(project, "html")


def test_an_older_agreement_lends_other_values(tmp_path: Path) -> None:
    project = project_at(tmp_path)
    project.write({"clauses/law.yaml": "title: Law\ntext: 1. The {{ buyer }}.\n"})
    project.build()
    replaced("agreements/a.md", ":::{clause} law\n:::\n", "", age=1000)(project)
    assert "declared nowhere" in assert_as_clean(project).messages
