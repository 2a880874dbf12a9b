"""A SOURCE_DATE_EPOCH that is no date is told in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import CONF, Project

from whereas.project.source_date import hold_wrong_date, wrong_date

WRONG = ["x", "", "1e5", "1.5", "-5", " 5", "\u0663", "253402300800", "1" + "0" * 20, "9" * 5000]


@pytest.mark.parametrize("said", WRONG, ids=[each[:22] for each in WRONG])
def test_what_is_no_date_is_told_once(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    assert "must be seconds since 1970" in wrong_date()
    hold_wrong_date()
    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert "must be seconds since 1970" in wrong_date()
    assert wrong_date() == ""


@pytest.mark.parametrize("said", ["0", "1700000000", "253402300799"])
def test_a_date_is_left_alone(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    hold_wrong_date()
    assert (os.environ["SOURCE_DATE_EPOCH"], wrong_date()) == (said, "")


@pytest.mark.parametrize(("said", "conf"), [("x", "import whereas\nwhereas.begin()\n"), ("1e5", "")])
def test_a_build_ends_in_one_line(said: str, conf: str, tmp_path: Path) -> None:
    Project(tmp_path).write({"conf.py": conf + CONF})
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "SOURCE_DATE_EPOCH": said}
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    expected = (
        f"ERROR: SOURCE_DATE_EPOCH must be seconds since 1970, as 1700000000, not {said!r}: change it, or unset it"
    )
    assert done.stderr.splitlines() == [expected]
