"""Where the disk is full, or two build at once: one line, no half a page, and the next build puts it right."""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import projects
import pytest
from projects import CONF, Project

HOUSE = Path(__file__).parents[2] / "_ext"
FILES = {
    "conf.py": CONF + f"import sys\nsys.path.insert(0, {str(HOUSE)!r})\n",
    "agreements/a.md": "---\nagreement:\n  roles: {buyer: Buyer}\n---\n# A\n\n:::{clause} law\n:::\n",
    "clauses/law.yaml": "title: Law\ntext: |\n  1. The law of England.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/one.yaml": "agreement: a\nparties: {buyer: acme}\n",
}
assert_as_clean = functools.partial(projects.assert_as_clean, alone=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write(FILES)
    return project


@contextlib.contextmanager
def full(monkeypatch: pytest.MonkeyPatch, part: str) -> Iterator[None]:
    """The disk is full when a file is written of whose name this is a part; half of it is there."""
    for name in ("write_bytes", "write_text"):
        real = getattr(Path, name)

        def write(path: Path, data: str | bytes, *more: object, real=real, **options: object) -> int:  # type: ignore[no-untyped-def]
            if part not in str(path):
                return int(real(path, data, *more, **options))
            real(path, data[: len(data) // 2], *more, **options)
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

        monkeypatch.setattr(Path, name, write)
    yield
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("builder", "file"),
    [
        ("html", "deals/one.html"),
        ("html", "genindex.html"),
        ("html", "_search/new/deals/one.json"),
        ("html", "_search.js"),
        ("html", "_data/deals/one.json"),
        ("html", "written-html"),
        ("text", "deals/one.txt"),
        ("outline", "deals/one.json"),
        ("latex", "agreements.json"),
    ],
)
def test_a_full_disk(builder: str, file: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.build(builder)
    old = before.files()
    project.write({"clauses/law.yaml": FILES["clauses/law.yaml"].replace("England", "Ireland"), "index.md": "# New\n"})
    with full(monkeypatch, file):
        try:
            built = project.build(builder)
        except SystemExit as end:
            assert end.code == 1
        else:
            assert built.status == 1
            assert "not all could be written, as is said above: make room" in built.messages
    if builder != "text" and file in old:  # it is whole
        assert (before.out / file).read_bytes() == old[file]
    assert_as_clean(project, builder)


#: Before more pages are given out, waits for the processes that have some.
WAITS = """
import multiprocessing, os
main = os.getpid()
def wait(app, doctree, docname):
    for each in multiprocessing.active_children() if os.getpid() == main else ():
        each.join()
def setup(app):
    app.connect("doctree-resolved", wait)
"""


@pytest.mark.parametrize("what", ["full", "killed", "interrupted"])
def test_a_process_that_fails_fails_the_build(what: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pages are written in several processes, whichever of them it is and however many come after it."""
    project.write({f"deals/d{index}.yaml": FILES["deals/one.yaml"] for index in range(22)})  # in three portions
    project.write({"conf.py": FILES["conf.py"] + WAITS})
    project.build()
    project.write({"clauses/law.yaml": FILES["clauses/law.yaml"].replace("England", "Ireland")})
    main, real = os.getpid(), Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        if os.getpid() != main and what == "full":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        if os.getpid() != main and "deals/d19" in str(path):
            os.kill(os.getpid(), signal.SIGKILL if what == "killed" else signal.SIGINT)
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(SystemExit, match="1"):
        project.build(parallel=2)
    monkeypatch.undo()
    assert_as_clean(project)


def command(project: Project, *options: str) -> list[str]:
    folders = ["-d", str(project.root / "out/doctrees"), str(project.root), str(project.root / "out/html")]
    return [sys.executable, "-m", "sphinx", *options, "-b", "html", *folders]


def test_the_end_of_a_full_disk_is_one_line(project: Project) -> None:
    conf = "\ndef stop(app, env):\n    raise OSError(28, 'No space left on device', 'x.js')\n"
    project.write({"conf.py": FILES["conf.py"] + conf + "def setup(app):\n    app.connect('env-updated', stop)\n"})
    done = subprocess.run(command(project, "-q"), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nothing more can be written to the disk: No space left on device, x.js; make room" in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


#: Waits where a page is about to be written, for a while, until it is told to go on.
SLOW = """
import time, pathlib
def wait(app, doctree, docname):
    pathlib.Path(app.confdir, "begun").touch()
    end = time.monotonic() + 20
    while time.monotonic() < end and not pathlib.Path(app.confdir, "go").exists():
        time.sleep(0.02)
def setup(app):
    app.connect("doctree-resolved", wait)
"""


def started(project: Project) -> subprocess.Popen[str]:
    """A build that has begun to write."""
    build = subprocess.Popen(command(project), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while not (project.root / "begun").exists() and build.poll() is None:
        time.sleep(0.02)
    return build


def test_two_builds_at_once(project: Project) -> None:
    project.write({"conf.py": FILES["conf.py"] + SLOW})
    with started(project) as first, subprocess.Popen(command(project), stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout
        assert any("another build is at work in" in line for line in second.stdout)
        (project.root / "go").touch()
        assert "0 added, 0 changed, 0 removed" in second.stdout.read()
        assert (first.communicate() and first.returncode, second.wait()) == (0, 0)
    project.write({"conf.py": FILES["conf.py"]})
    assert_as_clean(project)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_killed(sign: int, project: Project) -> None:
    project.build()
    project.write({"clauses/law.yaml": FILES["clauses/law.yaml"].replace("England", "Ireland")})
    project.write({"conf.py": FILES["conf.py"] + SLOW})
    build = started(project)
    os.kill(build.pid, sign)
    build.communicate()
    project.write({"conf.py": FILES["conf.py"]})
    assert_as_clean(project)
