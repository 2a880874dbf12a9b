"""A build that cannot begin, or ends in the middle, says why in one line, with that of conf.py where it is at fault."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest
import sphinx._cli.util.errors as errors
from projects import CONF
from sphinx.cmd.build import main

import whereas

HOUSE = "import whereas\nwhereas.begin()\n"
#: The line on which what is said below CONF begins.
AFTER = (HOUSE + CONF.lstrip("\n")).count("\n") + 1
#: What conf.py says below the head of the house, and what is said of it.
WRONG = {
    "x = nowhere": "conf.py:3: ERROR: NameError: name 'nowhere' is not defined",
    "def f():\n    raise RuntimeError('one\\ntwo')\nf()": "conf.py:4: ERROR: RuntimeError: one two",
    "import nonesuch": "conf.py:3: ERROR: ModuleNotFoundError: No module named 'nonesuch'",
    "import sys\nsys.exit(3)": "conf.py:4: ERROR: SystemExit: 3",
    "def f():\n    f()\nf()": "conf.py:4: ERROR: RecursionError: maximum recursion depth exceeded",
    "extensions = ['whereas', 'sphinx_desing']": "conf.py:3: ERROR: there is no extension "
    "'sphinx_desing'; did you mean 'sphinx_design'?",
    "extensions = ['nonesuch.at_all']": "conf.py:3: ERROR: there is no extension "
    "'nonesuch.at_all'; install it, or leave it out",
    CONF + "html_theme = 'furoo'": "ERROR: no theme named 'furoo' found (missing theme.toml?)",
    CONF + "def setup(app):\n    raise ValueError('x')": f"conf.py:{AFTER + 1}: ERROR: ValueError: x",
    CONF + "setup = 5": "conf.py: ERROR: 'setup' as currently defined in conf.py isn't a Python callable.",
    CONF + "pygments_style = 'nope'": "ERROR: the build has ended with ClassNotFound: Could "
    "not find style module 'pygments.styles.nope'.; the whole report is in ",
    CONF + "def f(*_):\n    raise KeyError('k')\ndef setup(app):\n    app.connect('env-updated', f)": (
        f"conf.py:{AFTER + 1}: ERROR: KeyError: 'k'"
    ),
    CONF + "needs_sphinx = '99'": "ERROR: This project needs at least Sphinx v99 and",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(errors, "handle_exception", errors.handle_exception)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "index.md").write_text("# Home\n")


def built(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    status = main(["-q", "-b", "html", *options, ".", "out"])
    return status, re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().err)


@pytest.mark.parametrize(("said", "expected"), WRONG.items())
def test_one_line(said: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("conf.py").write_text(HOUSE + said.lstrip("\n"), encoding="utf-8")
    status, told = built(capsys)
    assert status == 2
    start, place, report = told.rstrip("\n").partition(f"{gettempdir()}/")
    assert start.startswith(expected) and "\n" not in start
    assert ("report" in expected) == bool(report)
    if report:
        assert "Traceback" in Path(place, report).read_text(encoding="utf-8")
        Path(place, report).unlink()


def test_who_asks_for_the_traceback_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("conf.py").write_text(f"{HOUSE}x = nowhere\n", encoding="utf-8")
    assert "Traceback" in built(capsys, "-T")[1]


@pytest.mark.parametrize(
    ("conf", "expected"),
    [
        ("x = (\n", "conf.py:1: ERROR: '(' was never closed"),
        (None, "conf.py: ERROR: config directory doesn't contain a conf.py file ("),
    ],
)
def test_our_command_tells_also_of_what_is_no_python(conf: str | None, expected: str) -> None:
    if conf:
        Path("conf.py").write_text(conf, encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(Path(whereas.__file__).parents[1])}
    command = [sys.executable, "-P", "-m", "whereas", "build", "--", "-q", "-b", "dummy", ".", "out"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.stderr.startswith(expected) and done.stderr.count("\n") == 1
    assert done.returncode == 2
