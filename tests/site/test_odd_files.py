"""What cannot be read is told with its file, and the rest is built; nothing waits for a pipe, or reads what is huge."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import CONF, Project

import whereas
from whereas.desk.desk import Desk
from whereas.library.finding import FindingsError
from whereas.sphinx_seam.records import RecordPath

AGREEMENT = "---\nagreement:\n---\n# Agreement\n\n:::{clause} c\n:::\n"
PIPE = "this is a pipe, a socket or a device, not a file; give it another name, or take it away"
TOLD = (
    f"agreements/pipe.md:1: ERROR: {PIPE}",
    "agreements/latin.md:4: ERROR: the file cannot be read: it is not UTF-8 text; save it as UTF-8",
    "clauses/\\udcff.yaml:1: ERROR: the name of this file is no plain text; give it another",
    "clauses/folder.yaml:1: ERROR: this is a folder, not a file; give it another name, or take it away",
    "clauses/large.yaml:1: ERROR: the file is larger than 2,000,000 bytes",
    "large.md:1: ERROR: the file is larger than 10,000,000 bytes; divide it into several pages",
    f"deals/pipe.yml:1: ERROR: {PIPE}",
    f"pipe.md:1: ERROR: {PIPE}",
    "utf16.md:1: ERROR: the file cannot be read: it is UTF-16; save it as UTF-8",
)


#: In conf.py: these files are shut to us.
SHUTTING = """
import errno, io, os
_shut, _may, _open = {files}, os.access, io.open
def _opened(file, *more, **options):
    if str(file) in _shut:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    return _open(file, *more, **options)
os.access = lambda path, mode: str(path) not in _shut and _may(path, mode)
io.open = _opened
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write({"agreements/a.md": AGREEMENT, "clauses/c.yaml": "title: C\ntext: 1. Yes.\n"})
    (tmp_path / "deals").mkdir()
    for name in ("pipe.md", "agreements/pipe.md", "deals/pipe.yml"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "clauses/folder.yaml").mkdir()
    (tmp_path / "agreements/latin.md").write_bytes(AGREEMENT.replace("Agreement", "Accord agréé").encode("latin-1"))
    (tmp_path / "utf16.md").write_text("# Page\n", encoding="utf-16")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/clauses/\xff.yaml")).write_text("title: X\n")
    for name, size in (("clauses/large.yaml", 5_000_000), ("large.md", 30_000_000_000)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
    return project


def test_what_cannot_be_read_is_told_and_the_rest_built(project: Project) -> None:
    for _ in range(2):
        built = project.build()
        lines = [line for line in built.messages.splitlines() if "ERROR" in line]
        assert [
            any(line.endswith(f"{told} [whereas.{rule}]") for line in lines)
            for told, rule in ((each, "yaml" if "large.yaml" in each else "readable") for each in TOLD)
        ] == [True] * len(TOLD)
        assert len(lines) == len(TOLD)
        assert built.status == 1
        assert "Yes." in built.words("agreements/a")


def test_it_keeps_nobody_from_the_rest_without_a_build(project: Project) -> None:
    opened = whereas.open(project.root)
    assert list(opened.agreements) == ["a"]
    assert "Yes." in opened.agreement("a").text
    with pytest.raises(FindingsError, match="this is a pipe"):
        Desk(project.root, ".").forms()


def test_what_is_mended_is_built(project: Project) -> None:
    project.build()
    (project.root / "pipe.md").unlink()
    project.write({"agreements/latin.md": AGREEMENT, "pipe.md": "---\norphan: true\n---\n# Page\n"})
    built = project.build()
    assert "Yes." in built.words("agreements/latin")
    assert "pipe.md" not in built.messages.replace("agreements/pipe.md", "")


#: What another user may not read: pages, records, and files that these name.
SHUT = ("shut.md", "agreements/shut.md", "clauses/shut.yaml", "deals/shut.yaml", "deals/prices.csv")


def test_what_is_not_for_us_to_read_is_told(project: Project) -> None:
    shut = AGREEMENT.replace("} c", "} shut")
    rows = AGREEMENT.replace("agreement:", "agreement:\n  values: {p: {type: rows, columns: {a: text}}}", 1)
    project.write({"shut.md": "# Page\n", "agreements/shut.md": AGREEMENT, "agreements/b.md": shut})
    project.write({"clauses/shut.yaml": "title: C\ntext: 1. Yes.\n", "deals/shut.yaml": "agreement: a\n"})
    project.write({"agreements/r.md": rows, "deals/r.yaml": "agreement: r\nvalues: {p: prices.csv}\n"})
    project.write({"deals/prices.csv": "a\nb\n", "x.md": "# X\n"})
    (project.root / "gone.md").symlink_to("nowhere.md")

    project.build()
    for name in SHUT:  # nothing is shut to the master of the machine
        (project.root / name).touch()
    project.write({"conf.py": CONF + SHUTTING.format(files={str(project.root / name) for name in SHUT})})
    command = [sys.executable, "-P", "-m", "sphinx", "-q", "-d", "out/doctrees", "-b", "html", ".", "out/html"]
    environ = {**os.environ, "PYTHONPATH": str(Path(whereas.__file__).parents[1])}
    for _ in range(2):
        built = subprocess.run(command, cwd=project.root, env=environ, capture_output=True, text=True)
        for name in SHUT:
            assert f"{name}:1: ERROR: the file cannot be read: Permission denied [whereas." in built.stderr
        assert "gone.md:1: ERROR: this is a link that leads nowhere; take it away [whereas.readable]" in built.stderr
        assert ".rst" not in built.stderr
        assert built.returncode == 1
        assert "Yes." in (project.root / "out/html/agreements/a.html").read_text(encoding="utf-8")


def test_a_page_reads_no_pipe(project: Project) -> None:
    os.mkfifo(project.root / "pipe.txt")
    text = "".join(f"```{{{name}}} pipe.txt\n```\n" for name in ("include", "literalinclude"))
    project.write({"page.md": f"---\norphan: true\n---\n# Page\n\n{text}"})
    assert project.build().messages.count("'pipe.txt' is a pipe, a socket, a device or a folder, not a file") == 2


def test_of_what_is_huge_little_is_read(tmp_path: Path) -> None:
    path = RecordPath(tmp_path / "huge.yaml")
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    assert len(path.read_text()) < 3_000_000
