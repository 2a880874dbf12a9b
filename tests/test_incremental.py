"""An incremental build equals a clean one byte for byte; so does a parallel one; no more is written than changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import INDEX, Begun, Built, Project

FILES = {
    "index.md": INDEX
    + "\nThe law is in {clause}`x:law`.\n"
    + "".join(f"\n:::{{records}} {kind}\n:::\n" for kind in ("clauses", "parties", "deals")),
    "agreements/x.md": """
        ---
        agreement:
          roles: {company: Company}
          values: {area: {type: text}}
        ---
        # Agreement X

        :::{clause} first
        :::

        {#law}
        ## Law
        1. {clause}`first.duty` in {{ area }}.
        """,
    "agreements/y.md": """
        ---
        agreement:
        ---
        # Agreement Y

        ## One
        1. See {clause}`x:law`.
        """,
    "agreements/z.md": """
        ---
        agreement:
        ---
        # Agreement Z

        {#law}
        ## Law
        1. It stands alone.
        """,
    "clauses/first.yaml": "title: First\ntext: |\n  1. {#duty}\n     A duty.\n",
    "clauses/citing.yaml": "title: Citing\ntext: |\n  1. {clause}`second` and {clause}`third, second`.\n",
    "clauses/second.yaml": "title: Second\ntext: |\n  1. Another.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/d.yaml": "agreement: x\nparties: {company: acme}\nvalues: {area: Europe}\n",
}
Edit = Callable[[Project], None]


def replace(name: str, old: str, new: str) -> Edit:
    def edit(project: Project) -> None:
        path = project.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        stamp = path.stat().st_mtime + 10  # two edits within one tick of the file system's clock
        os.utime(path, (stamp, stamp))

    return edit


def remove(name: str) -> Edit:
    return lambda project: (project.root / name).unlink()


def add(name: str, text: str) -> Edit:
    return lambda project: project.write({name: text})


EDITS: dict[str, Edit] = {
    "a clause is inserted": replace(
        "agreements/x.md", ":::{clause} first", ":::{clause} second\n:::\n\n:::{clause} first"
    ),
    "a clause's text changes": replace("clauses/first.yaml", "A duty.", "A much longer duty."),
    "a clause's title changes": replace("clauses/first.yaml", "title: First", "title: Foremost"),
    "a label goes": replace("agreements/x.md", "{#law}\n", ""),
    "a clause file goes": remove("clauses/first.yaml"),
    "a clause file breaks": replace("clauses/first.yaml", "title:", "titel:"),
    "a cited clause goes": remove("clauses/second.yaml"),
    "a cited clause gets another title": replace("clauses/second.yaml", "title: Second", "title: Runner-up"),
    "a cited clause comes": add("clauses/third.yaml", "title: Third\ntext: |\n  1. New.\n"),
    "a party's name changes": replace("parties/acme.yaml", "Acme", "Acme & Sons"),
    "a value changes": replace("deals/d.yaml", "Europe", "Asia"),
    "a deal comes": add("deals/e.yaml", "agreement: x\nparties: {company: acme}\n"),
    "a deal goes": remove("deals/d.yaml"),
    "an agreement goes": remove("agreements/y.md"),
    "an agreement loses its title": replace("agreements/x.md", "# Agreement X", "# The New X"),
    "a page becomes ordinary": replace("agreements/z.md", "agreement:", "orphan: true"),
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("begun"), FILES)


@pytest.mark.parametrize("builder", ["html", "outline"])
@pytest.mark.parametrize("name", EDITS)
def test_incremental_equals_clean(name: str, builder: str, begun: Begun) -> None:
    project = begun.again(builder)
    EDITS[name](project)
    after, clean = project.build(builder), project.build(builder, out="-clean")
    made, expected = after.files(), clean.files()
    assert made.keys() == expected.keys()
    for file, content in expected.items():
        assert made[file] == content, file
    assert sorted(after.messages.splitlines()) == sorted(clean.messages.replace("out-clean", "out").splitlines())
    assert after.status == clean.status


@pytest.mark.parametrize("name", ["a clause is inserted", "a clause's text changes", "a party's name changes"])
def test_another_builder_may_have_read_the_change_first(name: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    for builder in ("html", "text", "outline"):
        project.build(builder)
    EDITS[name](project)
    project.build("outline")
    for builder in ("html", "text"):
        after, clean = project.build(builder), project.build(builder, out="-clean")
        made = after.files()
        for file, content in clean.files().items():
            assert made[file] == content, file


def written(project: Project, edit: Edit) -> set[str]:
    """The pages that a build after an edit writes anew."""

    def stamps(built: Built) -> dict[str, int]:
        return {str(p.relative_to(built.out)): p.stat().st_mtime_ns for p in built.out.rglob("*.html")}

    project.build()
    before = stamps(project.build())  # what was written a moment before a build began is read once more
    edit(project)
    after = stamps(project.build())
    return {name.removesuffix(".html") for name in after if after[name] != before.get(name)} - {"genindex", "search"}


def test_inserting_a_clause_rewrites_just_the_agreement_and_the_pages_that_cite_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    changed = written(project, EDITS["a clause is inserted"])
    # the deal fills X; the clause pages tell where they are used
    assert changed == {"agreements/x", "agreements/y", "index", "deals/d", "clauses/first", "clauses/second"}


def test_nothing_changed_nothing_written(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    assert written(project, lambda project: None) == set()


def test_numbers_of_cited_pages_follow(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    assert "See clause 2 of the Agreement X." in project.build().words("agreements/y")
    EDITS["a clause is inserted"](project)
    assert "See clause 3 of the Agreement X." in project.build().words("agreements/y")


@pytest.mark.parametrize("builder", ["html", "latex", "outline", "text"])
def test_parallel_equals_serial(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    # Sphinx reads in parallel from a few documents on
    project.write(
        {f"deals/n{index}.yaml": FILES["deals/d.yaml"].replace("Europe", f"area {index}") for index in range(12)}
    )
    project.write({"deals/bad.yaml": FILES["deals/d.yaml"].replace("area:", "aera:")})
    serial, parallel = project.build(builder, out="-1"), project.build(builder, out="-2", parallel=2)
    assert serial.files() == parallel.files()
    assert serial.messages == parallel.messages
    assert "no value 'aera'" in serial.messages


def test_two_builds_are_identical(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    assert project.build(out="-1").files() == project.build(out="-2").files()
