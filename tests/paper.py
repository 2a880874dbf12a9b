"""PDFs for tests: set as `make latexpdf` sets them, and read back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from whereas.pdf.press import Pressed, press


def need_tex() -> None:
    """Skip a test where TeX is missing; in CI, fail."""
    if missing := [tool for tool in ("latexmk", "xelatex", "pdftotext") if not shutil.which(tool)]:
        if os.environ.get("CI"):
            pytest.fail(f"{', '.join(missing)} is needed")
        pytest.skip(f"{', '.join(missing)} is needed")


def set_all(folder: Path) -> dict[str, Pressed]:
    """Set all that the latex builder wrote into a folder; all of it must come out."""
    pressed = {each.name: each for each in press(folder, 2)}
    assert [each.errors for each in pressed.values() if not each.made] == []
    return pressed


def pdf_text(path: Path, *options: str) -> str:
    """What pdftotext reads."""
    return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True).stdout


def overfull(log: str) -> list[float]:
    """By how many points lines run into the margin, where it is more than two."""
    return [width for width in map(float, re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)) if width > 2]
