"""Word files of all that ships, of every style and of all constructs: made once for all tests that look into them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from constructs import CONSTRUCTS, agreement_of, picture
from numbered import CONTROL, NUMBERED
from projects import Project, made_once
from reference import reference

ROOT = Path(__file__).parent.parent
STYLES = ("uk", "us", "decimal", "continental", "article", "de", "at", "ch", "fr", "es")


def _make(root: Path) -> None:
    project = Project(root)
    for name in ("clauses", "parties", "deals"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copytree(ROOT / "source/agreements", root / "agreements", ignore=shutil.ignore_patterns("index.md"))
    pages = {
        f"agreements/{style}.md": NUMBERED.format(front=f"style: {style}", inserted="IIIA" if style == "us" else "3A")
        for style in STYLES
    }
    project.write({"clauses/control.yaml": CONTROL, **pages})
    (root / "agreements/all.md").write_text(agreement_of(CONSTRUCTS), encoding="utf-8")
    (root / "agreements/picture.png").write_bytes(picture())
    (root / "house.docx").write_bytes(reference())
    project.build("docx", whereas_docx="house.docx")
    shutil.copytree(root / "out/docx", root / "out-house/docx")
    project.build("docx")
    project.build("outline")


@pytest.fixture(scope="session")
def word(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of that project: `out/docx`, `out-house/docx` in the look of a house, and `out/outline`."""
    return made_once(tmp_path_factory, worker_id, "word", _make)
