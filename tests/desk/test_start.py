"""Starting a record by the command line and by make: what it writes builds, and goes nowhere but where it should."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import Project
from started import CLAUSE, INDEX, PAGE

from whereas.__main__ import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An agreement with a value of every type, and a clause in a folder."""
    small = Project(tmp_path)
    small.write({"agreements/one.md": PAGE, "clauses/liability/cap.yaml": CLAUSE, "index.md": INDEX})
    return small


@pytest.fixture
def run(project: Project, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """The command, its status and what it says; a project of tests has its pages in its own folder."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["--root", str(project.root), "--source", ".", *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


# ---- on the site


def test_what_was_started_builds_without_a_word(
    project: Project, run: Callable[..., tuple[int, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("clause", "liability/late-payment") == (
        0,
        "clauses/liability/late-payment.yaml is written: write its text, then place it in an agreement: "
        ":::{clause} liability/late-payment\n",
    )
    assert run("party", "orbit")[1].startswith("parties/orbit.yaml is written: say in it what is known, then name it")
    assert run("deal", "2027/acme-orbit", "--agreement", "one")[1].startswith("deals/2027/acme-orbit.yaml is written: ")
    assert sorted(path.name for path in (project.root / "schemas").iterdir()) == [
        "clause.json",
        "deal-one.json",
        "party.json",
    ]
    for path in project.root.glob("*/**/*.yaml"):
        if path.parent.name != "liability" or path.stem != "cap":
            first = path.read_text(encoding="utf-8").split("\n")[0]
            assert (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve().is_file()
    built = project.build()
    assert (built.status, built.messages) == (0, "")
    assert "[Start]" in built.words("deals/2027/acme-orbit")
    assert "Late payment" in built.words("clauses/liability/late-payment")
    assert "Orbit" in built.words("parties/orbit")


# ---- what is refused


@pytest.mark.parametrize("kind", ["clause", "party", "deal"])
@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/../x",
        "/tmp/x",
        "a//b",
        "a/",
        ".x",
        "a/.x",
        "a b",
        "a;b",
        "$x",
        "a\\b",
        "~",
        "x\n",
        "x.yaml",
        "a" * 201,
    ],
)
def test_a_name_stays_in_its_folder(
    project: Project, run: Callable[..., tuple[int, str]], kind: str, name: str
) -> None:
    before = sorted(project.root.rglob("*"))
    status, said = run(kind, *(["--agreement", "one"] if kind == "deal" else []), "--", name)
    assert status == 1
    assert said == (
        f"{name!r} cannot be the name of a {kind}; letters, digits, '.', '-' and '_' make a name, "
        "'/' puts it into a folder; the ending is added\n"
    )
    assert sorted(project.root.rglob("*")) == before


@pytest.mark.parametrize("file", ["deals/x.yaml", "deals/x.yml", "deals/x.json", "deals/x.md"])
def test_nothing_is_written_over(project: Project, run: Callable[..., tuple[int, str]], file: str) -> None:
    project.write({file: "mine\n"})
    assert run("deal", "x", "--agreement=one") == (1, f"{file} is there already; nothing was written\n")
    assert (project.root / file).read_text() == "mine\n"
    assert [path.name for path in (project.root / "deals").iterdir()] == [Path(file).name]


def test_no_link_and_no_file_is_followed(project: Project, run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (project.root / "parties").mkdir()
    (project.root / "parties/out").symlink_to(outside)
    (project.root / "parties/gone.yaml").symlink_to(outside / "x.yaml")
    (project.root / "parties/file").write_text("")
    assert run("party", "out/x") == (1, "'out/x' leads out of parties/, or through a file\n")
    assert run("party", "file/x") == (1, "'file/x' leads out of parties/, or through a file\n")
    assert run("party", "gone") == (1, "parties/gone.yaml is there already; nothing was written\n")
    assert list(outside.iterdir()) == []


def test_the_agreement_must_be_there(project: Project, run: Callable[..., tuple[int, str]]) -> None:
    project.write({"agreements/broken.md": "---\nagreement: {rols: {}}\n---\n", "agreements/notes.md": "# None\n"})
    assert run("deal", "x", "--agreement=on") == (1, "there is no agreement 'on'; did you mean 'one'?\n")
    assert run("deal", "x", "--agreement=notes") == (1, "there is no agreement 'notes'; known here: broken, one\n")
    assert run("deal", "x", "--agreement=broken") == (
        1,
        "agreements/broken.md:2: the key 'rols' is not known; did you mean 'roles'?\n",
    )
    assert not (project.root / "deals").exists()
    assert run("deal", "x", "--agreement=one")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (["deal", "--agreement=one", "--", ""], "make deal NAME=acme-orbit AGREEMENT=cooperation"),
        (["deal", "--agreement=", "--", "x"], "make deal NAME=acme-orbit AGREEMENT=cooperation"),
        (["clause", "--", ""], "make clause NAME=liability/cap"),
        (["party", "--", ""], "make party NAME=orbit"),
    ],
)
def test_a_name_that_is_missing_is_asked_for(
    run: Callable[..., tuple[int, str]], arguments: list[str], usage: str
) -> None:
    assert run(*arguments) == (1, f"usage: {usage}\n")


# ---- by make


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Make, in a project of its own with the Python of these tests."""
    if not shutil.which("make"):
        pytest.skip("there is no make")
    root = tmp_path / "made"
    (root / "source/agreements").mkdir(parents=True)
    (root / ".venv/bin").mkdir(parents=True)
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, root)
    (root / "_ext").symlink_to(ROOT / "_ext")
    (root / "source/agreements/one.md").write_text("---\nagreement: {roles: {company: Company}}\n---\n# One\n")
    python = root / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (root / ".venv/.made").touch()

    def make(*arguments: str) -> tuple[int, str]:
        environment = {**os.environ, "NAME": "machine", "MAKEFLAGS": "", "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("MAKELEVEL", None)  # the tests may be run by make themselves
        done = subprocess.run(["make", *arguments], cwd=root, env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return make


def test_make_starts_them(make: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    for target, file in {"deal": "deals/a/x.yaml", "clause": "clauses/a/x.yaml", "party": "parties/a/x.yaml"}.items():
        status, said = make(target, "NAME=a/x", "AGREEMENT=one")
        assert (status, said.split(" ")[0]) == (0, file), said
        assert (tmp_path / "made" / file).is_file()
    assert (
        make("schemas")[1]
        == "schemas/ is up to date: agreement.json, clause.json, deal-one.json, party.json, policy.json\n"
    )
    status, said = make("party")
    assert (status, said.split("\n")[0]) == (2, "usage: make party NAME=orbit")


@pytest.mark.parametrize(
    "name",
    [
        "x; touch ran",
        "$(touch ran)",
        "`touch ran`",
        '"; touch ran; "',
        "'; touch ran; '",
        "$(shell touch ran)",
        "x\nls",
    ],
)
def test_a_name_runs_nothing(
    make: Callable[..., tuple[int, str]], run: Callable[..., tuple[int, str]], tmp_path: Path, name: str
) -> None:
    """The command gets it as it is, and refuses it."""
    python = tmp_path / "made/.venv/bin/python"
    real = python.read_text(encoding="utf-8")  # which make asks for its version
    python.write_text(real.replace("exec", """[ "$1" = -V ] || { printf '%s\\0' "$@" > asked; exit; }\nexec"""))
    for agreement, deal, refused in (
        (name, name, "cannot be the name of a deal"),
        (name, "x", "there is no agreement"),
    ):
        assert make("deal", f"NAME={deal}", f"AGREEMENT={agreement}") == (0, "")
        assert not (tmp_path / "made/ran").exists()
        asked = (tmp_path / "made/asked").read_text(encoding="utf-8").split("\0")[:-1]
        assert asked[asked.index("whereas") + 1 :] == ["deal", f"--agreement={agreement}", "--", deal]
        status, said = run("deal", f"--agreement={agreement}", "--", deal)
        assert (status, refused in said) == (1, True), said
