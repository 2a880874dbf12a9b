"""PDFs for tests: set as `make latexpdf` sets them, and read back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

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


def lines_of(path: Path) -> list[list[tuple[float, str]]]:
    """The lines of each page between header and footer: how far down each ends, from 0 to 1, and its words."""
    found = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", pdf_text(path, "-bbox-layout"))
    pages = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", found)).iter("page")
    return [sorted(_lines(page)) for page in pages]


def _lines(page: ElementTree.Element) -> Iterator[tuple[float, str]]:
    top, bottom = 28 * _MM, float(page.attrib["height"]) - 27 * _MM
    rows: dict[int, list[tuple[float, str]]] = {}
    for word in page.iter("word"):
        left, above, below = (float(word.attrib[name]) for name in ("xMin", "yMin", "yMax"))
        if above > top - 5 and below < bottom + 8 and below - above < 40:  # no watermark
            rows.setdefault(round(below / 4), []).append((left, word.text or ""))
    for below, words in rows.items():
        yield (4 * below - top) / (bottom - top), " ".join(text for _, text in sorted(words))


_MM = 72 / 25.4


def overfull(log: str) -> list[float]:
    """By how many points lines run into the margin, where it is more than two."""
    return [width for width in map(float, re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)) if width > 2]
